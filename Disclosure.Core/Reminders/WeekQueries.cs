using Disclosure.Core.Bureau;
using Disclosure.Core.Common;

namespace Disclosure.Core.Reminders;

/// <summary>The office's week as it stands on one day.</summary>
/// <param name="Late">What is late, the lines of one kind together, the longest overdue first.</param>
/// <param name="Coming">What is due by Sunday, by day.</param>
public sealed record WeekView(DateOnly Today, IReadOnlyList<WeekRow> Late, IReadOnlyList<WeekRow> Coming)
{
    /// <summary>Monday of the week.</summary>
    public DateOnly Monday => Sunday.AddDays(-6);

    /// <summary>Sunday of the week.</summary>
    public DateOnly Sunday => WeekRow.SundayOf(Today);
}

/// <summary>
/// Gathers the office's week from every module that has something to say; for the office and the leaders, null for everybody else.
/// </summary>
public sealed class WeekQueries(Operations operations, IEnumerable<IWeekRows> modules)
{
    /// <summary>True for whoever sees the week.</summary>
    public static bool MaySee(Grants by) => by.Has(Duty.DisclosureOffice) || by.Has(Duty.DeputyDirector) || by.Has(Duty.Director);

    /// <summary>The week that runs.</summary>
    public async Task<WeekView?> ReadAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!MaySee(grants))
        {
            return null;
        }
        var rows = new List<WeekRow>();
        foreach (var module in modules)
        {
            rows.AddRange(await module.RowsAsync(db, grants, today, ct));
        }
        return new WeekView(
            today,
            [
                .. rows.Where(r => r.Late)
                    .GroupBy(r => r.Kind)
                    .OrderBy(g => g.Min(r => r.Due))
                    .SelectMany(g => g.OrderBy(r => r.Due).ThenBy(r => r.What, StringComparer.Ordinal)),
            ],
            [
                .. rows.Where(r => !r.Late)
                    .OrderBy(r => r.Due)
                    .ThenBy(r => r.Kind, StringComparer.Ordinal)
                    .ThenBy(r => r.What, StringComparer.Ordinal),
            ]
        );
    }
}
