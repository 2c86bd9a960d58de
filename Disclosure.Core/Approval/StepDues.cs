using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Last days of the steps, from the calendar and the limits in force when an item arrives.</summary>
public sealed class StepDues(WriteGate store)
{
    /// <summary>Gives their last day to the items that arrived while the calendar lacked the year; answers how many. A day that stands is never moved.</summary>
    public Task<Outcome<int>> FillAsync(Actor by, DateTime now, CancellationToken ct = default) =>
        store.ByAsync<int>(Duty.SystemAdmin, by, now, null, async db =>
        {
            var (calendar, limits) = (await WorkCalendars.ReadAsync(db, ct), await StepLimits.ReadAsync(db, ct));
            var filled = 0;
            foreach (var item in await db.Submissions.Where(s => s.State == ItemState.UnderWay && s.StepDue == null).ToListAsync(ct))
            {
                if (limits.Of(item.RouteCode, item.Step) is > 0 and var limit && calendar.After(BureauTime.Day(item.StepSince), limit) is { Ok: true, Value: var due })
                {
                    item.FillDue(due);
                    filled++;
                }
            }
            if (filled > 0)
            {
                await AuditTrail.AppendAsync(db, new AuditFact(by, "limit.fill", $"录入工作日历后，补算 {filled} 件稿件的环节期限", now) { Duty = Duty.SystemAdmin.Name() });
            }
            return filled;
        }, ct);

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
}
