using System.Linq.Expressions;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>
/// Who may read an item: the submitting unit always, every later step from the moment the item first reached it, whoever once signed it,
/// and whoever stands in the byline while the text is still to be confirmed. One expression serves lists, pages, files and commands, so
/// that no way of reading is wider than another.
/// </summary>
public static class ReadingRights
{
    /// <summary>True for the items these grants open; for use inside a query.</summary>
    public static Expression<Func<Submission, bool>> Of(DisclosureDb db, Grants by)
    {
        var me = by.StaffId;
        var dutiless = !by.All.Any(g => !g.Duty.IsAdministrator());
        Expression<Func<Submission, bool>> own = s =>
            (s.State == ItemState.Draft || s.State == ItemState.Returned) && s.DraftAuthors.Contains(me);
        if (dutiless)
        {
            return own;
        }
        var signatures = db.Signatures;
        Expression<Func<Submission, bool>> readable = s => signatures.Any(g => g.SubmissionId == s.Id && g.StaffId == me);
        foreach (var route in ApprovalRoutes.All)
        {
            foreach (var (step, place) in route.Steps.Select((s, i) => (s, i)))
            {
                foreach (var duty in step.Duties.Where(by.Has))
                {
                    readable = Or(readable, StepReaders(route.Code, step.Seat, place, by.UnitsOf(duty)));
                }
            }
        }
        return Or(readable, own);
    }

    /// <summary>True for the items that wait for these grants right now.</summary>
    public static Expression<Func<Submission, bool>> WaitingFor(Grants by) => AtStepsOf(by, ItemState.UnderWay);

    /// <summary>
    /// True for the items on hold that these grants may handle: whoever the step is, and the office once the item has reached it.
    /// </summary>
    public static Expression<Func<Submission, bool>> HeldFor(Grants by)
    {
        var held = AtStepsOf(by, ItemState.Held);
        if (!by.Has(Duty.DisclosureOffice))
        {
            return held;
        }
        foreach (var route in ApprovalRoutes.All)
        {
            var (code, place) = (route.Code, route.FirstPlaceOf(Duty.DisclosureOffice));
            held = Or(held, s => s.State == ItemState.Held && s.RouteCode == code && s.Furthest >= place);
        }
        return held;
    }

    private static Expression<Func<Submission, bool>> AtStepsOf(Grants by, ItemState state)
    {
        Expression<Func<Submission, bool>> found = _ => false;
        foreach (var route in ApprovalRoutes.All)
        {
            foreach (var step in route.Steps)
            {
                foreach (var duty in step.Duties.Where(by.Has))
                {
                    var (code, at, units) = (route.Code, step.Code, by.UnitsOf(duty));
                    Expression<Func<Submission, bool>> here = step.Seat switch
                    {
                        Seat.OwnUnit => s => s.State == state && s.RouteCode == code && s.Step == at && units.Contains(s.UnitId),
                        Seat.Section => s => s.State == state && s.RouteCode == code && s.Step == at && units.Contains(s.SectionId),
                        _ => s => s.State == state && s.RouteCode == code && s.Step == at,
                    };
                    found = Or(found, here);
                }
            }
        }
        return found;
    }

    private static Expression<Func<Submission, bool>> StepReaders(string route, Seat seat, int place, IReadOnlyList<int> units) =>
        seat switch
        {
            Seat.OwnUnit => s => s.RouteCode == route && units.Contains(s.UnitId),
            Seat.Section => s => s.RouteCode == route && s.Furthest >= place && units.Contains(s.SectionId),
            _ => s => s.RouteCode == route && s.Furthest >= place,
        };

    private static Expression<Func<Submission, bool>> Or(Expression<Func<Submission, bool>> a, Expression<Func<Submission, bool>> b)
    {
        var item = a.Parameters[0];
        var second = new ParameterReplacement(b.Parameters[0], item).Visit(b.Body);
        return Expression.Lambda<Func<Submission, bool>>(Expression.OrElse(a.Body, second), item);
    }
}
