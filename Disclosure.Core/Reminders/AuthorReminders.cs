using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Reminders;

/// <summary>
/// Tells authors with an account that a text waits for their own word (D3): once for each text, since a confirmation ends when the text
/// changes.
/// </summary>
public sealed class AuthorReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var drafts = await db
            .Submissions.AsNoTracking()
            .Where(s => s.State == ItemState.Draft || s.State == ItemState.Returned)
            .Select(s => new
            {
                s.Id,
                s.Round,
                s.OwnerId,
                s.Title,
                s.DraftJson,
            })
            .ToListAsync(ct);
        var open = drafts
            .Where(d => d.Title.Length > 0)
            .Select(d => (Draft: d, Content: ItemContent.FromJson(d.DraftJson)))
            .Where(d => d.Content.Bylines.Exists(b => b.StaffId is { } id && id != d.Draft.OwnerId))
            .ToList();
        var ids = open.Select(d => d.Draft.Id).ToList();
        var files = (
            await db
                .ItemFiles.AsNoTracking()
                .Where(f =>
                    ids.Contains(f.SubmissionId) && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
                )
                .OrderBy(f => f.Order)
                .Select(f => new
                {
                    f.SubmissionId,
                    f.Role,
                    f.Sha256,
                })
                .ToListAsync(ct)
        ).ToLookup(f => f.SubmissionId, f => (f.Role, f.Sha256));
        return
        [
            .. from item in open
            let over = Authorship.Over(item.Content, files[item.Draft.Id])
            from author in item.Content.Bylines
            where author.StaffId is { } id && id != item.Draft.OwnerId && !Authorship.Confirmed(author, over)
            select new DueReminder(
                $"byline/{item.Draft.Id}/{item.Draft.Round}/{over[..8]}",
                $"《{item.Draft.Title}》署名作者有您，请核对后确认文责。",
                $"/items/{item.Draft.Id}",
                [author.StaffId!.Value],
                item.Draft.Id
            ),
        ];
    }
}
