using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Reminders;

/// <summary>Tells authors with an account that a text waits for their own word (D3), once for each round.</summary>
public sealed class AuthorReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var drafts = await db.Submissions.AsNoTracking().Where(s => s.State == ItemState.Draft || s.State == ItemState.Returned)
            .Select(s => new { s.Id, s.Round, s.OwnerId, s.Title, s.DraftJson }).ToListAsync(ct);
        return
        [
            .. from draft in drafts
               from author in ItemContent.FromJson(draft.DraftJson).Bylines
               where author is { StaffId: not null, Confirmed: false } && author.StaffId != draft.OwnerId && draft.Title.Length > 0
               select new DueReminder($"byline/{draft.Id}/{draft.Round}", $"《{draft.Title}》署名作者有您，请核对后确认文责。", $"/items/{draft.Id}", [author.StaffId!.Value], draft.Id),
        ];
    }
}
