using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Deadlines;

/// <summary>One month of the year's page.</summary>
public sealed record MonthView(int Month, IReadOnlyList<CalendarDay> Days)
{
    /// <summary>Working days in it.</summary>
    public int WorkDays => Days.Count(d => d.Works);
}

/// <summary>One year as the page shows it; without months when no national arrangement is known.</summary>
/// <param name="Notice">Number of the notice, empty for what comes with the program.</param>
/// <param name="EnteredBy">Who entered it, empty for what comes with the program.</param>
/// <param name="EnteredAt">UTC, null for what comes with the program.</param>
/// <param name="Embedded">True when the program brings an arrangement of its own for this year.</param>
public sealed record YearView(
    int Year,
    IReadOnlyList<MonthView> Months,
    string Notice,
    string EnteredBy,
    DateTime? EnteredAt,
    bool Embedded
)
{
    /// <summary>True when the national layer knows the year.</summary>
    public bool Known => Months.Count > 0;
}

/// <summary>A local entry with all its days.</summary>
public sealed record LocalPeriod(
    Guid EntryId,
    DateOnly From,
    DateOnly Until,
    bool Worked,
    string Name,
    string Notice,
    string EnteredBy,
    DateTime EnteredAt
);

/// <summary>What a text would make of a year.</summary>
/// <param name="Differs">Days on which the present arrangement says something else; null when there is none.</param>
public sealed record YearPreview(YearView View, int DaysOff, int DaysWorked, int? Differs);

/// <summary>Reads the calendar for whoever has an open account; it holds nothing of any item.</summary>
public sealed class CalendarQueries(IDbContextFactory<DisclosureDb> contexts)
{
    private const int October = 10;

    /// <summary>One year.</summary>
    public async Task<YearView> YearAsync(int year, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entered = await db.NationalYears.AsNoTracking().FirstOrDefaultAsync(y => y.Year == year, ct);
        return View(await WorkCalendars.ReadAsync(db, ct), year, entered?.Notice ?? "", entered?.StaffName ?? "", entered?.EnteredAt);
    }

    /// <summary>Years that are known, ascending.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await WorkCalendars.ReadAsync(db, ct)).Years;
    }

    /// <summary>Years that are needed and not known: the present one, and from October on the next.</summary>
    public async Task<IReadOnlyList<int>> MissingAsync(DateOnly today, CancellationToken ct = default)
    {
        var known = await YearsAsync(ct);
        int[] needed = today.Month >= October ? [today.Year, today.Year + 1] : [today.Year];
        return [.. needed.Except(known)];
    }

    /// <summary>Local entries with a day in the year, in order.</summary>
    public async Task<IReadOnlyList<LocalPeriod>> LocalAsync(int year, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (first, last, all) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), db.LocalDays);
        var days = await all.AsNoTracking()
            .Where(d => all.Any(o => o.EntryId == d.EntryId && o.Day >= first && o.Day <= last))
            .OrderBy(d => d.Day)
            .ToListAsync(ct);
        return
        [
            .. days.GroupBy(d => d.EntryId)
                .Select(g => (First: g.First(), Last: g.Last()))
                .Select(g => new LocalPeriod(
                    g.First.EntryId,
                    g.First.Day,
                    g.Last.Day,
                    g.First.Worked,
                    g.First.Name,
                    g.First.Notice,
                    g.First.StaffName,
                    g.First.EnteredAt
                )),
        ];
    }

    /// <summary>What the text would make of the year; changes nothing.</summary>
    public async Task<Outcome<YearPreview>> PreviewAsync(int year, string text, CancellationToken ct = default)
    {
        var read = YearText.Read(year, text);
        if (!read.Ok)
        {
            return read.Problem!;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var local = await db.LocalDays.AsNoTracking().Select(d => new LocalMark(d.Day, d.Worked, d.Name)).ToListAsync(ct);
        var present = (await WorkCalendars.ReadAsync(db, ct)).Find(year);
        return new YearPreview(
            View(new WorkCalendar([read.Value], local), year, "", "", null),
            read.Value.DaysOff.Count,
            read.Value.DaysWorked.Count,
            present is null ? null : read.Value.DifferenceTo(present)
        );
    }

    /// <summary>Counts working days on from a day and says how.</summary>
    public async Task<Outcome<Reckoning>> ReckonAsync(DateOnly from, int workDays, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return Reckoning.Of(await WorkCalendars.ReadAsync(db, ct), from, workDays);
    }

    private static YearView View(WorkCalendar calendar, int year, string notice, string by, DateTime? at)
    {
        IReadOnlyList<MonthView> months = !calendar.Knows(year)
            ? []
            :
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(m => new MonthView(
                        m,
                        [.. Enumerable.Range(1, DateTime.DaysInMonth(year, m)).Select(d => calendar.Look(new DateOnly(year, m, d)).Value)]
                    )),
            ];
        return new YearView(year, months, notice, by, at, NationalHolidays.Embedded.ContainsKey(year));
    }
}
