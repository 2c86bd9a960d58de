using System.Reflection;
using System.Text.Json;
using Disclosure.Core.Common;

namespace Disclosure.Core.Deadlines;

/// <summary>No holidays are known for a year that a due date would fall in; the date is not guessed.</summary>
public sealed record YearWithoutCalendar(int Year) : Problem($"工作日历中没有 {Year} 年的放假安排，无法计算时限，请系统管理员录入。");

/// <summary>Days off and days worked of one year, as announced.</summary>
public sealed record CalendarYear(int Year, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> DaysWorked);

/// <summary>Working days as announced, year by year; a year without an announcement is never computed as Monday to Friday.</summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<int, CalendarYear> years;

    /// <summary>A calendar of the years given.</summary>
    public WorkCalendar(IEnumerable<CalendarYear> years) => this.years = years.ToDictionary(y => y.Year);

    /// <summary>The national arrangement that comes with the program.</summary>
    public static WorkCalendar National { get; } = new(ReadNational());

    /// <summary>True or false for a known year, otherwise the refusal.</summary>
    public Outcome<bool> IsWorkDay(DateOnly day)
    {
        if (!years.TryGetValue(day.Year, out var year))
        {
            return new YearWithoutCalendar(day.Year);
        }
        return year.DaysWorked.Contains(day)
            || (!year.DaysOff.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    /// <summary>The day on which <paramref name="workDays"/> working days after <paramref name="from"/> end; the first day does not count.</summary>
    public Outcome<DateOnly> After(DateOnly from, int workDays)
    {
        var day = from;
        for (var left = workDays; left > 0;)
        {
            day = day.AddDays(1);
            var works = IsWorkDay(day);
            if (!works.Ok)
            {
                return works.Problem!;
            }
            left -= works.Value ? 1 : 0;
        }
        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="until"/>; negative when until lies before from.</summary>
    public Outcome<int> Between(DateOnly from, DateOnly until)
    {
        var (first, last, sign) = from <= until ? (from, until, 1) : (until, from, -1);
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var works = IsWorkDay(day);
            if (!works.Ok)
            {
                return works.Problem!;
            }
            count += works.Value ? 1 : 0;
        }
        return sign * count;
    }

    private static IEnumerable<CalendarYear> ReadNational()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Holidays.national-", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            yield return new CalendarYear(
                json.RootElement.GetProperty("year").GetInt32(), Days(json, "daysOff"), Days(json, "daysWorked"));
        }
    }

    private static HashSet<DateOnly> Days(JsonDocument json, string name) =>
        [.. json.RootElement.GetProperty(name).EnumerateArray().Select(d => DateOnly.ParseExact(d.GetString()!, "yyyy-MM-dd"))];
}
