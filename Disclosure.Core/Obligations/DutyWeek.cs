using Disclosure.Core.Bureau;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>What the office's week shows of this module: yearly duties and planned releases.</summary>
public sealed class DutyWeek : IWeekRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var sunday = WeekRow.SundayOf(today);
        var owners = await DutyReading.OwnersAsync(db, ct);
        var rows = (await DutyReading.OwedAsync(db, today, ct))
            .Where(d => d.Case.Due <= sunday)
            .Select(d => new WeekRow(
                "年度事项",
                d.Case.Name,
                owners[d.Case.Duty.Code].Name,
                d.Case.Due,
                d.Stage == 0,
                $"/duties?year={d.Case.Year}#{d.Case.Duty.Code}"
            ))
            .ToList();
        var releases = (await ReleaseReading.OpenUntilAsync(db, sunday, ct)).Where(r => ReleaseReading.IsInside(grants, r.UnitId)).ToList();
        var ids = releases.Select(r => r.UnitId).ToList();
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        rows.AddRange(
            releases.Select(r => new WeekRow(
                "发布日历",
                r.Title,
                units[r.UnitId],
                r.Day,
                r.Day < today,
                $"/releases?month={r.Day:yyyy-MM}"
            ))
        );
        return rows;
    }
}
