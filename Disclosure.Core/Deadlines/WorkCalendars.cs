using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Deadlines;

/// <summary>Reads the calendar in force, inside the operation that computes with it.</summary>
public static class WorkCalendars
{
    /// <summary>What comes with the program, the years entered in its place, and the local layer over both.</summary>
    public static async Task<WorkCalendar> ReadAsync(DisclosureDb db, CancellationToken ct = default)
    {
        var years = NationalHolidays.Embedded.ToDictionary();
        var days = (await db.NationalDays.AsNoTracking().ToListAsync(ct)).ToLookup(d => d.Year);
        foreach (var year in await db.NationalYears.AsNoTracking().Select(y => y.Year).ToListAsync(ct))
        {
            years[year] = YearOf(year, days[year]);
        }
        return new WorkCalendar(
            years.Values,
            await db.LocalDays.AsNoTracking().Select(d => new LocalMark(d.Day, d.Worked, d.Name)).ToListAsync(ct)
        );
    }

    private static CalendarYear YearOf(int year, IEnumerable<NationalDay> days)
    {
        var all = days.ToList();
        return new CalendarYear(
            year,
            all.Where(d => !d.Worked).Select(d => d.Day).ToHashSet(),
            all.Where(d => d.Worked).Select(d => d.Day).ToHashSet()
        )
        {
            Names = all.Where(d => d.Name.Length > 0).ToDictionary(d => d.Day, d => d.Name),
        };
    }
}
