using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>One move of an item as the ledger reads it.</summary>
/// <param name="UnitId">Unit that submits the item.</param>
/// <param name="Tier">Review signed with it, or null.</param>
/// <param name="Yes">The answers as JSON where one of them is 是, otherwise empty.</param>
/// <param name="Ending">The particulars as JSON where a hold was ended or halted, otherwise empty.</param>
/// <param name="FoundWithhold">True for the office's finding 不予公开 that still counts.</param>
public sealed record LedgerMove(
    int ItemId,
    int UnitId,
    string Route,
    string Step,
    string ToStep,
    MoveKind Kind,
    Tier? Tier,
    int Round,
    string Yes,
    string Ending,
    bool FoundWithhold,
    DateTime At
);

/// <summary>A hold opened in the month.</summary>
public sealed record LedgerHold(int ItemId, int UnitId, HoldKind Kind);

/// <summary>One thing counted: which column, for which item and unit; with working days where it is a timed review.</summary>
public sealed record LedgerFact(LedgerColumn Column, int ItemId, int UnitId, int Days = 0);

/// <summary>
/// Counts a month of secrecy reviews (B2, B3) from the moves of the items that were alive in it. Every move starts the clock of the step it
/// leads to, so arrival is the time of the item's move before. Knows no database and no clock.
/// </summary>
public static class SecrecyLedger
{
    private static readonly MoveKind[] Concluding = [MoveKind.Send, MoveKind.Approve, MoveKind.Stop];
    private static readonly MoveKind[] EndingAWait =
    [
        MoveKind.Approve,
        MoveKind.Receive,
        MoveKind.Publish,
        MoveKind.Return,
        MoveKind.Decline,
        MoveKind.Stop,
        MoveKind.Hold,
    ];

    /// <summary>Everything the month counts.</summary>
    /// <param name="moves">Moves up to the month's end of all items alive in it, by item and oldest first.</param>
    /// <param name="holds">Holds opened in the month.</param>
    /// <param name="today">The bureau's day; a month that still runs ends with it.</param>
    public static IReadOnlyList<LedgerFact> Facts(
        IEnumerable<LedgerMove> moves,
        IEnumerable<LedgerHold> holds,
        LedgerMonth month,
        DateOnly today,
        StepClock clock
    )
    {
        var end = month.Over(today) ? month.Next.First : today;
        return
        [
            .. moves.GroupBy(m => m.ItemId).SelectMany(item => OfItem([.. item], month, end, clock)),
            .. holds.Select(h => new LedgerFact(LedgerColumns.Of(h.Kind), h.ItemId, h.UnitId)),
        ];
    }

    private static IEnumerable<LedgerFact> OfItem(IReadOnlyList<LedgerMove> moves, LedgerMonth month, DateOnly end, StepClock clock)
    {
        var mine = moves.Select((m, i) => (Move: m, Before: i > 0 ? moves[i - 1] : null)).Where(m => month.Holds(m.Move.At)).ToList();
        LedgerFact Fact(LedgerColumn column, int days = 0) => new(column, moves[0].ItemId, moves[0].UnitId, days);
        if (mine.Exists(m => m.Move.Tier is not null))
        {
            yield return Fact(LedgerColumn.Items);
        }
        foreach (var (move, before) in mine)
        {
            foreach (var (column, days) in OfMove(move, before, clock))
            {
                yield return Fact(column, days);
            }
            if (move.Kind == MoveKind.Decline && moves.Any(m => m.FoundWithhold))
            {
                yield return Fact(LedgerColumn.Withheld);
            }
        }
        foreach (var criterion in Answered(mine.Select(m => m.Move)))
        {
            yield return Fact(LedgerColumns.Of(criterion));
        }
        if (moves[^1] is var last && WaitsAt(last) is { } step && clock.Late(last.Route, step.Code, last.At, end))
        {
            yield return Fact(LedgerColumn.Waiting);
        }
    }

    private static IEnumerable<(LedgerColumn Column, int Days)> OfMove(LedgerMove move, LedgerMove? before, StepClock clock)
    {
        var reviewed = move.Tier is not null && Concluding.Contains(move.Kind);
        if (reviewed)
        {
            yield return (LedgerColumns.Of(move.Tier!.Value), 0);
        }
        LedgerColumn? result = move.Kind switch
        {
            MoveKind.Return => LedgerColumn.Returns,
            MoveKind.Publish => LedgerColumn.Published,
            MoveKind.Stop => LedgerColumn.Stopped,
            MoveKind.Resume when OutcomeOf(move) == HoldOutcome.Classified => LedgerColumn.Stopped,
            _ => null,
        };
        if (result is { } column)
        {
            yield return (column, 0);
        }
        // The editor's own review has no arrival: the item begins there.
        if (before is null || WaitsAt(before) is not { } step || step.Code != move.Step)
        {
            yield break;
        }
        if (reviewed && clock.Used(before.At, move.At) is { } days)
        {
            yield return (LedgerColumn.Timed, days);
        }
        if (EndingAWait.Contains(move.Kind) && clock.Late(move.Route, step.Code, before.At, BureauTime.Day(move.At)))
        {
            yield return (LedgerColumn.Overdue, 0);
        }
    }

    // A hold and the signature after it are one review: what it answered 是 counts once for step and round.
    private static IEnumerable<string> Answered(IEnumerable<LedgerMove> moves) =>
        moves
            .Where(m => m.Yes.Length > 0)
            .SelectMany(m => Answers.Objections(Answers.FromJson(m.Yes)).Select(code => (m.Step, m.Round, Code: code)))
            .Distinct()
            .Select(a => a.Code);

    /// <summary>
    /// The step at which the item waits for somebody after a move; null while it is with the editor, on hold, or at its end.
    /// </summary>
    private static RouteStep? WaitsAt(LedgerMove move)
    {
        var waits = move.Kind switch
        {
            MoveKind.Send or MoveKind.Approve or MoveKind.Receive or MoveKind.Return or MoveKind.Retract => true,
            MoveKind.Resume => OutcomeOf(move) is HoldOutcome.Cleared or HoldOutcome.Withheld,
            _ => false,
        };
        return waits && move.ToStep != RouteCodes.Editor ? ApprovalRoutes.For(move.Route).Step(move.ToStep) : null;
    }

    private static HoldOutcome? OutcomeOf(LedgerMove move) =>
        move.Ending.Length > 0 ? Signature.ReadParticulars(move.Ending).Outcome : null;
}
