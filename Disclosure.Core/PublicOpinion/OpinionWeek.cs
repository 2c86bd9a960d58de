using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;

namespace Disclosure.Core.PublicOpinion;

/// <summary>
/// Open cases of public opinion whose next limit has passed or falls into this week (C2); the exact hour stands on the board.
/// </summary>
public sealed class OpinionWeek(OpinionQueries queries) : IWeekRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var noon = BureauTime.ToUtc(today.ToDateTime(new TimeOnly(12, 0)));
        var sunday = WeekRow.SundayOf(today);
        var open = await queries.PageAsync(OpinionFilter.Open, "", null, new Actor(grants.StaffId, grants.Name, ""), noon, ct);
        return
        [
            .. open
                .Rows.Where(r => r.Next is { } next && BureauTime.Day(next.Limit.Due) <= sunday)
                .Select(r => (Row: r, Due: BureauTime.Day(r.Next!.Limit.Due)))
                .Select(x => new WeekRow(
                    x.Due < today ? "舆情回应超时" : "舆情回应",
                    $"{x.Row.Number} {x.Row.Title}",
                    x.Row.Section,
                    x.Due,
                    x.Due < today,
                    $"/opinions/{x.Row.Id}"
                )),
        ];
    }
}
