using Disclosure.Core.Common;

namespace Disclosure.Core.Deadlines;

/// <summary>How near the end of the 20 working days is.</summary>
public enum ClockLevel
{
    /// <summary>Fewer than 15 used.</summary>
    None,

    /// <summary>15 or more used.</summary>
    First,

    /// <summary>18 or more used.</summary>
    Second,

    /// <summary>The last day is over.</summary>
    Overdue,
}

/// <summary>Where the publication clock stands on one day.</summary>
/// <param name="FormedOn">Day the information was formed; it does not count itself.</param>
/// <param name="Due">Last working day for publication.</param>
/// <param name="Used">Working days used.</param>
public sealed record ClockReading(DateOnly FormedOn, DateOnly Due, int Used, ClockLevel Level);

/// <summary>
/// Information to be disclosed of the bureau's own accord is published within 20 working days of being formed (条例 art. 26).
/// </summary>
public static class PublicationClock
{
    /// <summary>Code of the article as shown on a chip.</summary>
    public const string Article = "条例§26";

    /// <summary>The article in one sentence.</summary>
    public const string Sentence = "《政府信息公开条例》第 26 条：属于主动公开范围的，自信息形成或者变更之日起 20 个工作日内公开。";

    /// <summary>The reading, or the year that the calendar lacks.</summary>
    public static Outcome<ClockReading> Read(WorkCalendar calendar, DateOnly formedOn, DateOnly today)
    {
        var used = calendar.Between(formedOn, today);
        var due = calendar.After(formedOn, DueDates.PublishWithin);
        if ((used.Problem ?? due.Problem) is { } problem)
        {
            return problem;
        }
        // A Saturday after the twentieth working day uses none, and is too late all the same.
        var level =
            today > due.Value ? ClockLevel.Overdue
            : used.Value >= DueDates.SecondWarning ? ClockLevel.Second
            : used.Value >= DueDates.FirstWarning ? ClockLevel.First
            : ClockLevel.None;
        return new ClockReading(formedOn, due.Value, used.Value, level);
    }
}
