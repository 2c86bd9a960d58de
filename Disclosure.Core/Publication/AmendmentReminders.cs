using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>Reminds of emergencies that wait for signatures and of notices that have ended (procedure §7, D6).</summary>
public sealed class AmendmentReminders : IRaisesReminders
{
    // At once, and again while nothing moves.
    private static readonly int[] Days = [0, 1, 3, 7];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var today = BureauTime.Day(now);
        var due = new List<DueReminder>();
        foreach (var open in await db.TakeDowns.AsNoTracking().Where(t => t.SignedAt == null).ToListAsync(ct))
        {
            var amendment = await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == open.AmendmentId, ct);
            var stage = Days.Last(d => d <= Math.Max(0, today.DayNumber - BureauTime.Day(open.At).DayNumber));
            IReadOnlyList<int> who =
            [
                .. await Recipients.OfAsync(db, Duty.Editor, amendment.UnitId, today, ct),
                .. await Recipients.OfAsync(db, Duty.SectionHead, amendment.UnitId, today, ct),
                .. await Recipients.OfAsync(db, Duty.CountyChief, amendment.UnitId, today, ct),
                .. await Recipients.OfAsync(db, Duty.DisclosureOffice, null, today, ct),
            ];
            var link = amendment.Editable ? $"/items/{amendment.Id}/edit" : $"/items/{amendment.Id}";
            due.Add(
                new DueReminder($"countersign/{open.SubmissionId}/{stage}", "一件稿件已紧急下线，请尽快补办审签。", link, who, amendment.Id)
            );
        }
        foreach (var (item, until) in await AmendmentQueries.EndedNoticesAsync(db, db.Submissions.AsNoTracking(), today, ct))
        {
            IReadOnlyList<int> who =
            [
                .. await Recipients.OfAsync(db, Duty.PlatformHead, null, today, ct),
                .. await Recipients.OfAsync(db, Duty.Editor, item.UnitId, today, ct),
            ];
            due.Add(
                new DueReminder(
                    $"notice-ended/{item.Id}",
                    $"{item.Number} 公示期至 {until:yyyy-MM-dd} 届满，请及时下线。",
                    $"/items/{item.Id}",
                    who,
                    item.Id
                )
            );
        }
        return due;
    }
}
