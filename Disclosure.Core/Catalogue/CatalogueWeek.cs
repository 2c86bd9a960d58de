using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;

namespace Disclosure.Core.Catalogue;

/// <summary>Matters of the standing catalogue whose day has passed or comes this week (C4).</summary>
public sealed class CatalogueWeek(StandingCatalogueQueries queries) : IWeekRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var sunday = WeekRow.SundayOf(today);
        var rows = await queries.DueAsync(
            new Actor(grants.StaffId, grants.Name, ""),
            BureauTime.ToUtc(today.ToDateTime(new TimeOnly(12, 0))),
            ct
        );
        return
        [
            .. rows.Where(r => r.NextDue <= sunday)
                .Select(r => new WeekRow(
                    r.Overdue ? "目录事项逾期" : "目录事项到期",
                    r.Matter,
                    r.Section,
                    r.NextDue!.Value,
                    r.Overdue,
                    "/catalogue/due"
                )),
        ];
    }
}
