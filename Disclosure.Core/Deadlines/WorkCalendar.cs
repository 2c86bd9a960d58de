using Disclosure.Core.Common;

namespace Disclosure.Core.Deadlines;

/// <summary>No holidays are known for a year that a due date would fall in; the date is not guessed.</summary>
public sealed record YearWithoutCalendar(int Year) : Problem($"工作日历中没有 {Year} 年的放假安排，无法计算时限，请系统管理员录入。")
{
    /// <summary>What stands in the place of a date.</summary>
    public string Short => $"{Year}年没有工作日历，时限未计算";
}

/// <summary>
/// Working days as announced, year by year, in two layers: the local one stands over the national one. A year that the national layer
/// does not know is never computed as Monday to Friday.
/// </summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<int, CalendarYear> years;
    private readonly Dictionary<DateOnly, LocalMark> local;

    /// <summary>A calendar of the years and local days given.</summary>
    public WorkCalendar(IEnumerable<CalendarYear> years, IEnumerable<LocalMark>? local = null)
    {
        this.years = years.ToDictionary(y => y.Year);
        this.local = (local ?? []).ToDictionary(l => l.Day);
    }

    /// <summary>The national arrangement that comes with the program, without anything entered.</summary>
    public static WorkCalendar National { get; } = new(NationalHolidays.Embedded.Values);

    /// <summary>Years that the national layer knows, ascending.</summary>
    public IReadOnlyList<int> Years => [.. years.Keys.Order()];

    /// <summary>True when the national layer knows the year.</summary>
    public bool Knows(int year) => years.ContainsKey(year);

    /// <summary>The national arrangement of a year, or null.</summary>
    public CalendarYear? Find(int year) => years.GetValueOrDefault(year);

    /// <summary>The day with the reason for which it is worked or off, otherwise the refusal.</summary>
    public Outcome<CalendarDay> Look(DateOnly day)
    {
        if (!years.TryGetValue(day.Year, out var year))
        {
            return new YearWithoutCalendar(day.Year);
        }
        if (local.TryGetValue(day, out var here))
        {
            return new CalendarDay(day, here.Worked ? DayMark.LocalWorked : DayMark.LocalOff, here.Name);
        }
        var mark =
            year.DaysWorked.Contains(day) ? DayMark.NationalWorked
            : year.DaysOff.Contains(day) ? DayMark.NationalOff
            : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayMark.Weekend
            : DayMark.Work;
        return new CalendarDay(day, mark, year.Names.GetValueOrDefault(day, ""));
    }

    /// <summary>True or false for a known year, otherwise the refusal.</summary>
    public Outcome<bool> IsWorkDay(DateOnly day)
    {
        var found = Look(day);
        return found.Ok ? found.Value.Works : found.Problem!;
    }

    /// <summary>
    /// The day on which <paramref name="workDays"/> working days after <paramref name="from"/> end; the first day does not count.
    /// </summary>
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

    /// <summary>
    /// The last day from which <paramref name="workDays"/> working days or more have passed by the end of <paramref name="until"/>.
    /// </summary>
    public Outcome<DateOnly> Before(DateOnly until, int workDays)
    {
        var day = until;
        for (var left = workDays; left > 0; day = day.AddDays(-1))
        {
            var works = IsWorkDay(day);
            if (!works.Ok)
            {
                return works.Problem!;
            }
            left -= works.Value ? 1 : 0;
        }
        return day;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="until"/>; negative when until lies before from.
    /// </summary>
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
}
