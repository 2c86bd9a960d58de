using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>Emergencies that wait for signatures, and notices that have ended or end this week (procedure §7, D6).</summary>
public sealed class AmendmentWeek : IWeekRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var (takeDowns, units) = (db.TakeDowns, db.Units);
        var readable = db.Submissions.AsNoTracking().Where(ReadingRights.Of(db, grants));
        var open = await readable
            .Where(s => takeDowns.Any(t => t.SubmissionId == s.Id && t.SignedAt == null))
            .Select(s => new
            {
                s.Id,
                s.Number,
                At = takeDowns.First(t => t.SubmissionId == s.Id).At,
                Unit = units.First(u => u.Id == s.UnitId).ShortName,
            })
            .ToListAsync(ct);
        var ended = await AmendmentQueries.EndedNoticesAsync(db, readable, WeekRow.SundayOf(today).AddDays(1), ct);
        return
        [
            .. open.Select(o => new WeekRow("紧急下线待补签", o.Number ?? "", o.Unit, BureauTime.Day(o.At), true, $"/items/{o.Id}")),
            .. ended.Select(e => new WeekRow(
                e.Until < today ? "公示期满未下线" : "公示期满",
                $"{e.Item.Number} {e.Item.Title}",
                "发布平台",
                e.Until,
                e.Until < today,
                $"/items/{e.Item.Id}"
            )),
        ];
    }
}
