using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>What the judge allows: where the item goes and under which grant.</summary>
/// <param name="Kind">The move.</param>
/// <param name="From">Step it leaves.</param>
/// <param name="To">Step it reaches; the same as From when it ends there.</param>
/// <param name="State">State it takes.</param>
/// <param name="Under">The grant acted under.</param>
public sealed record Move(MoveKind Kind, string From, string To, ItemState State, Grant Under);

/// <summary>
/// Decides every change of state: one function, asked by the page for its buttons and by the service for its writes.
/// The order of the lines is the law: who was first, what has ended, whose step it is, whose work it is, what is still open.
/// </summary>
public static partial class Judge
{
    /// <summary>What is left to do when an answer of the editor stands in the way of sending.</summary>
    public const string InsteadOfSending = "不能送审，请先处理或撤下有关内容";

    /// <summary>Longest opinion or reason, characters.</summary>
    public const int TextLength = 2000;

    /// <summary>Answers the move, or the first thing that stands in its way.</summary>
    /// <param name="file">The item with everything that decides.</param>
    /// <param name="c">The decision.</param>
    /// <param name="by">What the person may act under, read just now.</param>
    /// <param name="today">The bureau's day.</param>
    public static Outcome<Move> Decide(CaseFile file, Command c, Grants by, DateOnly today)
    {
        var may = May(file, c.Kind, by, c.Step, c.Version);
        if (!may.Ok)
        {
            return may.Problem!;
        }
        var state = file.ReviewFor(by.StaffId);
        return InTheWay(state, c, today).FirstOrDefault() is { } problem ? problem : MoveOf(file, state, c, may.Value);
    }

    /// <summary>The first half, for buttons: may this person make this move now, whatever it says? Answers the grant.</summary>
    public static Outcome<Grant> May(CaseFile file, MoveKind kind, Grants by) => May(file, kind, by, file.Item.Step, file.Item.Version);

    /// <summary>Steps a return may name, in order.</summary>
    public static IReadOnlyList<RouteStep> ReturnTargets(ReviewState state) =>
        [.. state.Route.ReturnsFrom(state.Step.Code).Where(s => !s.MajorOnly || state.DirectorRequired)];

    /// <summary>
    /// The step that sending leads to: straight back to whoever asked for the format where nothing reviewed has changed, past the steps
    /// whose signature goes on counting.
    /// </summary>
    /// <param name="answers">The editor's answers as they are sent.</param>
    /// <param name="major">True when this sending marks the item as major.</param>
    public static RouteStep NextOnSending(ReviewState state, IReadOnlyList<Answer> answers, bool major)
    {
        var director = major || state.DirectorNeeded || answers.Any(a => a.RestsOnException);
        return state.CarriesOver(answers) ? StraightBack(state, director) : After(state.Route, state.Step.Code, null, director);
    }

    /// <summary>The step that a return for format comes back to when nothing that is reviewed has changed.</summary>
    /// <param name="director">True when the director must sign.</param>
    public static RouteStep StraightBack(ReviewState state, bool director) =>
        After(state.Route, state.Step.Code, state.ResumeAt, director, state.CountingSteps.Contains);

    // On the straight way back only steps whose signature still counts are passed over.
    private static RouteStep AfterSigning(CaseFile file, bool director)
    {
        var counting = file.Standing.Where(g => file.StillSays(g) && !file.InOwnHands(g, null)).Select(g => g.Step).ToHashSet();
        return After(file.Route, file.Item.Step, file.Item.ResumeAt, director, counting.Contains);
    }

    /// <summary>The step after a given one, as the page announces it.</summary>
    /// <param name="stillCounts">Whether a step's earlier signature still counts; null when nothing is known of signatures.</param>
    public static RouteStep After(Route route, string step, string? resumeAt, bool director, Predicate<string>? stillCounts = null)
    {
        var resume = resumeAt is null ? 0 : route.PlaceOf(resumeAt);
        return route
            .Steps.Skip(route.PlaceOf(step) + 1)
            .First(s =>
                (!s.MajorOnly || director) && (s.AlwaysSigns || route.PlaceOf(s.Code) >= resume || stillCounts?.Invoke(s.Code) == false)
            );
    }

    private static Outcome<Grant> May(CaseFile file, MoveKind kind, Grants by, string step, int version)
    {
        var item = file.Item;
        return kind switch
        {
            // Before the end: who decided on an older state hears who was first, also when that ended it.
            _ when item.Step != step || item.Version != version => MovedOn(file),
            _ when item.Ended => new ItemHasEnded(item.State.Name()),
            MoveKind.Resume => MayResume(file, by),
            MoveKind.Stop when item.State == ItemState.Held => MayResume(file, by),
            _ when item.State == ItemState.Held && kind != MoveKind.Withdraw => new ItemIsHeld(file.OpenHold!.Kind),
            MoveKind.Retract => MayRetract(file, by),
            MoveKind.Withdraw => MayWithdraw(file, by),
            _ when !Exists(file, kind) => new NotAtThisStep(kind.Name(), file.Step.Name),
            _ => Holder(file, by) is { } grant
                ? MayAct(file, kind, by, grant)
                : new NotYourStep(file.Step.Name, string.Join("或", file.Step.Duties.Select(d => d.Name()))),
        };
    }

    private static Outcome<Grant> MayAct(CaseFile file, MoveKind kind, Grants by, Grant grant) =>
        kind switch
        {
            // Stopping a classified item must never wait for another person, nor must halting it.
            MoveKind.Send or MoveKind.Stop or MoveKind.Hold => grant,
            _ when file.ContributedBy(by.StaffId) || (grant.ActingForId is { } principal && file.ContributedBy(principal)) => new OwnWork(),
            MoveKind.Approve when file.Step.Review is { } tier && SignedAnother(file, by, grant, tier) => new TwoReviewsByOnePerson(),
            // Each level is answered for by another person, delegated or not; ending the item is that level's word as well.
            MoveKind.Approve or MoveKind.Decline when file.SignedElsewhere(by.StaffId, grant.ActingForId) is { } other =>
                new TwoLevelsByOnePerson(file.Route.Step(other.Step).Name),
            _ => grant,
        };

    private static bool Exists(CaseFile file, MoveKind kind) =>
        kind switch
        {
            MoveKind.Send => file.Item.Editable,
            MoveKind.Stop or MoveKind.Hold => file.Step.Review is not null,
            _ when file.Item.State != ItemState.UnderWay => false,
            MoveKind.Receive => file.Step.Receives,
            MoveKind.Publish => file.Step.Publishes,
            MoveKind.Decline => file.Step.MayDecline,
            MoveKind.Return => !file.Step.Drafts,
            MoveKind.Approve => file.Step.Onward == MoveKind.Approve,
            _ => false,
        };

    // Whoever the step waits for, and the office once the item has reached it and it may read it: referrals go out from there.
    private static Outcome<Grant> MayResume(CaseFile file, Grants by) =>
        file switch
        {
            { Item.State: not ItemState.Held } => new NothingHeld(),
            _ when Holder(file, by) is { } holder => holder,
            _ when HasReachedTheOffice(file) && by.Find(Duty.DisclosureOffice, null) is { } office => office,
            _ => new NotYourStep(file.Step.Name, string.Join("或", Enders(file).Select(d => d.Name()))),
        };

    /// <summary>True when the disclosure office may read the item, and so end its hold.</summary>
    internal static bool HasReachedTheOffice(CaseFile file) => file.Item.Furthest >= file.Route.FirstPlaceOf(Duty.DisclosureOffice);

    private static IEnumerable<Duty> Enders(CaseFile file) =>
        HasReachedTheOffice(file) ? file.Step.Duties.Append(Duty.DisclosureOffice).Distinct() : file.Step.Duties;

    private static Grant? Holder(CaseFile file, Grants by)
    {
        int? unit = file.Step.Seat switch
        {
            Seat.OwnUnit => file.Item.UnitId,
            Seat.Section => file.Item.SectionId,
            _ => null,
        };
        return file.Step.Duties.Select(d => by.Find(d, unit)).FirstOrDefault(g => g is not null);
    }

    private static bool SignedAnother(CaseFile file, Grants by, Grant grant, Tier tier) =>
        file.ReviewedElsewhere(by.StaffId, tier) || (grant.ActingForId is { } principal && file.ReviewedElsewhere(principal, tier));

    private static StepHasMovedOn MovedOn(CaseFile file) =>
        new(file.Last?.StaffName ?? "其他人", file.Last?.Kind.Name() ?? "修改", file.Item.Ended ? file.Item.State.Name() : file.Step.Name);

    private static Outcome<Grant> MayRetract(CaseFile file, Grants by)
    {
        if (
            file.Item.State != ItemState.UnderWay
            || file.Last is not { Standing: true, Kind: MoveKind.Send or MoveKind.Approve or MoveKind.Receive } last
        )
        {
            return new NotAtThisStep(MoveKind.Retract.Name(), file.Step.Name);
        }
        if (last.StaffId != by.StaffId)
        {
            return new NotTheLastSigner();
        }
        if (file.Item.OpenedAt is not null)
        {
            return new TooLateToRetract(file.Step.Name);
        }
        // The duty may have been taken away since; then the item stays where it is. Who signed for somebody takes back for the same one.
        return by.All.FirstOrDefault(g => g.Duty == last.Duty && g.ActingForId == last.ActingForId) is { } grant
            ? grant
            : new NotTheLastSigner();
    }

    private static Outcome<Grant> MayWithdraw(CaseFile file, Grants by)
    {
        if (file.Step.Publishes)
        {
            return new NotAtThisStep(MoveKind.Withdraw.Name(), file.Step.Name);
        }
        if (file.Content.Amendment is { Ground: TakeDownGround.Secrecy })
        {
            return new EmergencyMustBeSigned();
        }
        ReadOnlySpan<Duty> duties = [Duty.Editor, Duty.SectionHead, Duty.CountyChief];
        foreach (var duty in duties)
        {
            if (by.Find(duty, file.Item.UnitId) is { } grant)
            {
                return grant;
            }
        }
        return new NotYourUnitsItem();
    }

    private static Move MoveOf(CaseFile file, ReviewState state, Command c, Grant under)
    {
        var here = file.Item.Step;
        return c.Kind switch
        {
            MoveKind.Return => new Move(
                c.Kind,
                here,
                c.ReturnTo,
                c.ReturnTo == RouteCodes.Editor ? ItemState.Returned : ItemState.UnderWay,
                under
            ),
            MoveKind.Retract => new Move(
                c.Kind,
                here,
                file.Last!.Step,
                file.Last.Step == RouteCodes.Editor ? ItemState.Returned : ItemState.UnderWay,
                under
            ),
            MoveKind.Withdraw => new Move(c.Kind, here, here, ItemState.Withdrawn, under),
            MoveKind.Decline => new Move(c.Kind, here, here, ItemState.Declined, under),
            MoveKind.Stop => new Move(c.Kind, here, here, ItemState.Stopped, under),
            MoveKind.Publish => new Move(c.Kind, here, here, ItemState.Published, under),
            MoveKind.Hold when c.Hold == HoldKind.Redaction => new Move(c.Kind, here, RouteCodes.Editor, WithEditor(file), under),
            MoveKind.Hold => new Move(c.Kind, here, here, ItemState.Held, under),
            MoveKind.Resume => Resumed(file, c, under),
            MoveKind.Send => new Move(c.Kind, here, NextOnSending(state, c.Answers, c.Major).Code, ItemState.UnderWay, under),
            _ => new Move(c.Kind, here, AfterSigning(file, Director(state, c)).Code, ItemState.UnderWay, under),
        };
    }

    /// <summary>True when the director must sign once this decision is made.</summary>
    internal static bool Director(ReviewState state, Command c) =>
        c.Major || state.DirectorNeeded || c.Answers.Any(a => a.RestsOnException);
}
