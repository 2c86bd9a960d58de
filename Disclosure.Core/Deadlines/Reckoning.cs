using Disclosure.Core.Common;

namespace Disclosure.Core.Deadlines;

/// <summary>Days next to one another that were counted or passed over for one reason.</summary>
public sealed record DaySpan(DateOnly From, DateOnly Until, string Why, bool Counted)
{
    /// <summary>Days in all.</summary>
    public int Days => Until.DayNumber - From.DayNumber + 1;
}

/// <summary>A due day with the way that led to it; the first day does not count.</summary>
public sealed record Reckoning(DateOnly From, int WorkDays, DateOnly Due, IReadOnlyList<DaySpan> Path)
{
    /// <summary>Counts on from a day, or says which year is missing.</summary>
    public static Outcome<Reckoning> Of(WorkCalendar calendar, DateOnly from, int workDays)
    {
        var path = new List<DaySpan>();
        var day = from;
        for (var left = workDays; left > 0;)
        {
            day = day.AddDays(1);
            var found = calendar.Look(day);
            if (!found.Ok)
            {
                return found.Problem!;
            }
            left -= found.Value.Works ? 1 : 0;
            if (path is [.., var last] && last.Why == found.Value.Why)
            {
                path[^1] = last with { Until = day };
            }
            else
            {
                path.Add(new DaySpan(day, day, found.Value.Why, found.Value.Works));
            }
        }
        return new Reckoning(from, workDays, day, path);
    }
}
