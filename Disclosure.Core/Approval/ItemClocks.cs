using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>
/// The limits that run on an item on one day: the step's and the publication's; where a year has no calendar, that instead of a date.
/// </summary>
/// <param name="Due">Last working day of the step, or null.</param>
/// <param name="DaysLeft">Working days left, negative when overdue; null when unknown.</param>
/// <param name="StepUnknown">The year for want of which the step has no date.</param>
/// <param name="Publication">Where the publication clock stands, or null where none runs.</param>
/// <param name="PublicationUnknown">The year for want of which the clock cannot be read.</param>
public sealed record ItemClocks(
    DateOnly? Due,
    int? DaysLeft,
    YearWithoutCalendar? StepUnknown,
    ClockReading? Publication,
    YearWithoutCalendar? PublicationUnknown
)
{
    /// <summary>Nothing runs.</summary>
    public static readonly ItemClocks None = new(null, null, null, null, null);

    /// <summary>True where the row deserves a mark: 15 working days or more are used.</summary>
    public bool Warns => Publication is { Level: not ClockLevel.None };

    internal static ItemClocks Of(Submission item, WorkCalendar calendar, StepLimits limits, DateOnly today) =>
        Of(item.State, BureauTime.Day(item.StepSince), item.StepDue, item.FormedOn, limits.Of(item.RouteCode, item.Step), calendar, today);

    internal static ItemRow On(ItemRow row, WorkCalendar calendar, StepLimits limits, DateOnly today)
    {
        var clocks = Of(row.State, BureauTime.Day(row.Since), row.Due, row.FormedOn, limits.Of(row.Route, row.Step), calendar, today);
        return row with { Due = clocks.Due, Clocks = clocks };
    }

    private static ItemClocks Of(
        ItemState state,
        DateOnly since,
        DateOnly? stored,
        DateOnly? formedOn,
        int limit,
        WorkCalendar calendar,
        DateOnly today
    )
    {
        var due = stored;
        YearWithoutCalendar? stepUnknown = null;
        if (state == ItemState.UnderWay && stored is null && limit > 0)
        {
            // The year was not known when the item arrived; perhaps it is by now.
            var computed = calendar.After(since, limit);
            due = computed.Ok ? computed.Value : null;
            stepUnknown = computed.Problem as YearWithoutCalendar;
        }
        int? left = due is { } last && calendar.Between(today, last) is { Ok: true, Value: var days } ? days : null;
        if (state is not (ItemState.UnderWay or ItemState.Returned or ItemState.Held) || formedOn is not { } formed)
        {
            return new ItemClocks(due, left, stepUnknown, null, null);
        }
        var clock = PublicationClock.Read(calendar, formed, today);
        return new ItemClocks(due, left, stepUnknown, clock.Ok ? clock.Value : null, clock.Problem as YearWithoutCalendar);
    }
}
