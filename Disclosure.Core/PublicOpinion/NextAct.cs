using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.PublicOpinion;

/// <summary>Who owes the next act of a case, and which.</summary>
/// <param name="Who">Unit and duty.</param>
/// <param name="Act">What is to be done.</param>
public sealed record NextAct(string Who, string Act)
{
    /// <summary>Nothing is owed.</summary>
    public static readonly NextAct None = new("", "");

    /// <summary>Duties with the unit they must reach (null for the bureau), for finding the people.</summary>
    internal IReadOnlyList<(Duty Duty, int? Unit)> Seats { get; init; } = [];

    internal static NextAct Of(OpinionFacts facts)
    {
        var (c, unit) = (facts.Case, facts.Units[facts.Case.SectionId]);
        return facts switch
        {
            { Case.ClosedAt: not null } => None,
            { UnderWay: { } reply } => OfReply(facts, reply),
            { Next: null } => new(Duty.DisclosureOffice.Name(), "办结登记") { Seats = [(Duty.DisclosureOffice, null)] },
            { Next.Clock: OpinionClock.PressConference } => new(unit, "举行新闻发布会")
            {
                Seats = [(Duty.SectionHead, c.SectionId), (Duty.CountyChief, c.SectionId), (Duty.DisclosureOffice, null)],
            },
            _ => new($"{unit} {Duty.Editor.Name()}", "起草回应稿件") { Seats = [(Duty.Editor, c.SectionId)] },
        };
    }

    private static NextAct OfReply(OpinionFacts facts, ReplyFacts reply)
    {
        if (reply.State is ItemState.Draft or ItemState.Returned)
        {
            return new(
                $"{facts.Units[reply.UnitId]} {Duty.Editor.Name()}",
                reply.State == ItemState.Draft ? "写完并送审回应稿件" : "修改退回的回应稿件"
            )
            {
                Seats = [(Duty.Editor, reply.UnitId)],
            };
        }
        var step = ApprovalRoutes.For(reply.Route).Step(reply.Step);
        int? seat = step.Seat switch
        {
            Seat.OwnUnit => reply.UnitId,
            Seat.Section => reply.SectionId,
            _ => null,
        };
        var who = string.Join("或", step.Duties.Select(d => d.Name()));
        var named = seat is { } unit ? $"{facts.Units[unit]} {who}" : who;
        return reply.State == ItemState.Held
            ? new($"{named}、{Duty.DisclosureOffice.Name()}", "办结暂停事由")
            {
                Seats = [.. step.Duties.Select(d => (d, seat)), (Duty.DisclosureOffice, null)],
            }
            : new(named, Deed(step)) { Seats = [.. step.Duties.Select(d => (d, seat))] };
    }

    private static string Deed(RouteStep step) =>
        step switch
        {
            { Receives: true } => "签收回应稿件",
            { Publishes: true } => "发布回应稿件",
            { Password: true } => "审核签字",
            _ => "审查回应稿件",
        };
}
