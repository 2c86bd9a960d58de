using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Interpretation;

/// <summary>
/// Reminds of a published policy document whose interpretation is not out: at once, on the last day, and when it is late (C2).
/// </summary>
public sealed class InterpretationReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var today = BureauTime.Day(now);
        var due = new List<DueReminder>();
        var waiting = (
            await InterpretationQueries.RowsAsync(db, db.Submissions.AsNoTracking().Where(s => s.State == ItemState.Published), today, ct)
        ).Where(r => r.State is InterpretationState.Lacking or InterpretationState.UnderWay);
        foreach (var row in waiting)
        {
            var (unit, section) = await db
                .Submissions.Where(s => s.Id == row.Id)
                .Select(s => new ValueTuple<int, int>(s.UnitId, s.SectionId))
                .FirstAsync(ct);
            IReadOnlyList<int> who =
            [
                .. await Recipients.OfAsync(db, Duty.Editor, unit, today, ct),
                .. await Recipients.OfAsync(db, Duty.SectionHead, section, today, ct),
                .. await Recipients.OfAsync(db, Duty.DisclosureOffice, null, today, ct),
            ];
            var stage =
                row.Late ? "late"
                : row.Due == today ? "today"
                : "begin";
            var words =
                row.Late ? $"已超过 {row.Due:yyyy-MM-dd} 的期限"
                : row.Due is { } last ? $"应于 {last:yyyy-MM-dd} 前发布"
                : "应在 3 个工作日内发布";
            due.Add(
                new DueReminder($"interpret/{row.Id}/{stage}", $"政策文件 {row.Number} 的解读{words}。", "/interpretations", who, row.Id)
            );
        }
        return due;
    }
}
