using Disclosure.Core.Bureau;
using Disclosure.Core.Store;

namespace Disclosure.Core.Reminders;

/// <summary>One line of the office's week: something late, or due by Sunday.</summary>
/// <param name="Kind">What it belongs to, in a few words; lines of one kind stand together.</param>
/// <param name="What">Number and title, or whatever names it to this reader.</param>
/// <param name="Who">Who holds it or owes it.</param>
/// <param name="Due">Its last day.</param>
/// <param name="Late">True once that day is over.</param>
/// <param name="Link">Path of its page, with the leading slash.</param>
public sealed record WeekRow(string Kind, string What, string Who, DateOnly Due, bool Late, string Link)
{
    /// <summary>The last day of a day's week, which begins on Monday.</summary>
    public static DateOnly SundayOf(DateOnly day) => day.AddDays(day.DayOfWeek == DayOfWeek.Sunday ? 0 : 7 - (int)day.DayOfWeek);
}

/// <summary>A module that has something to say in the office's week. It hands out only what these grants may read.</summary>
public interface IWeekRows
{
    /// <summary>What is late on the day or due by the Sunday after it.</summary>
    /// <param name="grants">Those of the reader; always of the office or of a leader.</param>
    Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default);
}
