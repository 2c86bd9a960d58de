using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Last days of the steps, from the calendar and the limits in force when an item arrives.</summary>
public sealed class StepDues(Operations operations)
{
    /// <summary>
    /// Gives their last day to the items that arrived while the calendar lacked the year; answers how many. A day that stands is never
    /// moved.
    /// </summary>
    public Task<Outcome<int>> FillAsync(Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<int>(
            Duty.SystemAdmin,
            by,
            now,
            null,
            async db =>
            {
                var (calendar, limits) = (await WorkCalendars.ReadAsync(db, ct), await StepLimits.ReadAsync(db, ct));
                var filled = 0;
                foreach (var item in await db.Submissions.Where(s => s.State == ItemState.UnderWay && s.StepDue == null).ToListAsync(ct))
                {
                    if (
                        limits.Of(item.RouteCode, item.Step) is > 0 and var limit
                        && calendar.After(BureauTime.Day(item.StepSince), limit) is { Ok: true, Value: var due }
                    )
                    {
                        item.FillDue(due);
                        filled++;
                    }
                }
                foreach (var hold in await db.Holds.Where(h => h.ClosedAt == null && h.DueOn == null).ToListAsync(ct))
                {
                    if (OfHold(hold, calendar) is { Ok: true, Value: var due })
                    {
                        hold.FillDue(due);
                        filled++;
                    }
                }
                if (filled > 0)
                {
                    await AuditTrail.AppendAsync(
                        db,
                        new AuditFact(by, "limit.fill", $"录入工作日历后，补算 {filled} 项办理期限", now) { Duty = Duty.SystemAdmin.Name() }
                    );
                }
                return filled;
            },
            ct
        );

    /// <summary>The year for want of which an open hold has no last day, or null.</summary>
    internal static YearWithoutCalendar? UnknownYear(Hold hold, WorkCalendar calendar) =>
        hold is { Open: true, DueOn: null } ? OfHold(hold, calendar)?.Problem as YearWithoutCalendar : null;

    /// <summary>
    /// Last day for the next act of a hold that a move opens; null where none runs or the calendar does not reach so far.
    /// </summary>
    internal static async Task<DateOnly?> HoldAsync(DisclosureDb db, Command c, DateOnly today, CancellationToken ct) =>
        (c.Hold is HoldKind.Postponement or HoldKind.Referral || c.Outcome == HoldOutcome.Referred)
        && (await WorkCalendars.ReadAsync(db, ct)).After(today, DueDates.ReportWithin) is { Ok: true, Value: var due }
            ? due
            : null;

    /// <summary>The same once papers were entered: the ten days run anew from the letter, for from then on an answer is owed.</summary>
    internal static async Task<DateOnly?> HoldAsync(DisclosureDb db, Hold hold, HoldPapers papers, CancellationToken ct) =>
        hold.Kind == HoldKind.Referral
        && papers.Day is { } day
        && (await WorkCalendars.ReadAsync(db, ct)).After(day, DueDates.ReportWithin) is { Ok: true, Value: var due }
            ? due
            : hold.DueOn;

    /// <summary>Last day of the step a move leads to; null where none runs or the calendar does not reach so far.</summary>
    internal static async Task<DateOnly?> AtAsync(DisclosureDb db, Route route, Move move, DateOnly today, CancellationToken ct)
    {
        if (move.State != ItemState.UnderWay || (await StepLimits.ReadAsync(db, ct)).Of(route.Code, move.To) is not (> 0 and var limit))
        {
            return null;
        }
        var due = (await WorkCalendars.ReadAsync(db, ct)).After(today, limit);
        return due.Ok ? due.Value : null;
    }

    private static Outcome<DateOnly>? OfHold(Hold hold, WorkCalendar calendar) =>
        hold.Kind is HoldKind.Postponement or HoldKind.Referral
            ? calendar.After(
                (hold.Kind == HoldKind.Referral ? hold.Papers.Day : null) ?? BureauTime.Day(hold.OpenedAt),
                DueDates.ReportWithin
            )
            : default(Outcome<DateOnly>?);
}
