using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;

namespace Disclosure.Core.Ledgers;

/// <summary>How long a step took and when it is late; the one place of this module that asks the calendar.</summary>
/// <param name="limits">The limits in force.</param>
public sealed class StepClock(WorkCalendar calendar, StepLimits limits)
{
    /// <summary>Working days from arrival to signature, 0 on the same day; null where the calendar does not reach.</summary>
    public int? Used(DateTime arrived, DateTime signed) =>
        calendar.Between(BureauTime.Day(arrived), BureauTime.Day(signed)) is { Ok: true, Value: var days } ? days : null;

    /// <summary>
    /// True when the step's last working day lies before the day; never where it has no limit or the calendar does not reach.
    /// </summary>
    public bool Late(string route, string step, DateTime arrived, DateOnly day) =>
        limits.Of(route, step) is > 0 and var days
        && calendar.After(BureauTime.Day(arrived), days) is { Ok: true, Value: var due }
        && due < day;
}
