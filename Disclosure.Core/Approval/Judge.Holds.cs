using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <content>Holds: what opens one, what ends it, and where the item goes on (A10, B4–B6).</content>
public static partial class Judge
{
    /// <summary>
    /// Holds that the answers and the office's finding let open, the most usual first, each with the criterion it answers to (empty for the
    /// finding). What has ended well for the files that are here is not opened again.
    /// </summary>
    /// <param name="state">The state of the review; from a page, with what stands there.</param>
    /// <param name="answers">Answers of the tier, as ticked so far.</param>
    /// <param name="finding">The office's finding, or null.</param>
    /// <param name="today">The bureau's day.</param>
    public static IReadOnlyList<(HoldKind Kind, string Criterion)> OfferedHolds(
        ReviewState state,
        IReadOnlyList<Answer> answers,
        OfficeFinding? finding,
        DateOnly today
    )
    {
        if (state.Step.Review is null || state.OpenHold is not null || ReviewRules.ClassifiedStill(answers, today))
        {
            return [];
        }
        HoldKind? found = !state.Step.AsksFinding
            ? null
            : finding switch
            {
                OfficeFinding.Postpone => HoldKind.Postponement,
                OfficeFinding.Refer => HoldKind.Referral,
                OfficeFinding.DiscloseInPart => HoldKind.Redaction,
                _ => null,
            };
        var cleared = state.Cleared;
        // What a processed version still contains is taken out again; what the office finds, it may find again.
        return
        [
            .. new[] { (Kind: found ?? default, Criterion: "") }.Where(_ =>
                found is not null && !(found == HoldKind.Redaction && state.Processed)
            ),
            .. ReviewRules.Opens(answers, today).Where(o => o.Kind == HoldKind.Redaction || !cleared.Contains(o)),
        ];
    }

    private static Problem? NeedsToHold(ReviewState state, Command c, DateOnly today) =>
        c switch
        {
            _ when state.OpenHold is { } open => new HoldStandsAlready(open.Kind),
            { Hold: null } => new QuestionOpen("暂停事由"),
            _ when ReviewRules.ClassifiedStill(c.Answers, today) => new MustStop(),
            _ when !OfferedHolds(state, c.Answers, c.Finding, today).Contains((c.Hold.Value, c.HoldCriterion)) => new HoldNotOffered(
                c.Hold.Value
            ),
            { Hold: HoldKind.Postponement } when string.IsNullOrWhiteSpace(c.HoldPapers.Measures) => new HoldIncomplete(
                HoldKind.Postponement,
                ["暂缓期间的措施"]
            ),
            { Hold: HoldKind.Redaction, HoldPapers.Matters: [] } => new HoldIncomplete(HoldKind.Redaction, ["需要处理的内容"]),
            _ => null,
        };

    private static Problem? NeedsToResume(ReviewState state, Command c)
    {
        var hold = state.OpenHold!;
        if (c.Outcome is not { } outcome || !HoldRules.Outcomes(hold.Kind).Contains(outcome))
        {
            return new OutcomeNotHere(hold.Kind);
        }
        return HoldRules.Missing(hold.Kind, hold.Papers, outcome) is [_, ..] missing ? new HoldIncomplete(hold.Kind, missing)
            : outcome == HoldOutcome.InPart && c.HoldPapers.Matters.Count == 0 ? new HoldIncomplete(HoldKind.Redaction, ["需要处理的内容"])
            : string.IsNullOrWhiteSpace(c.Text) ? new ReasonNeeded(MoveKind.Resume.Name())
            : null;
    }

    // B5: only the processed version enters again, and somebody answers for the processing and for its check.
    private static IEnumerable<Problem> NeedsProcessing(ReviewState state)
    {
        if (state.WithheldByReply)
        {
            yield return new MayNotBeDisclosed();
        }
        if (state.OpenHold is not { } hold)
        {
            yield break;
        }
        if (HoldRules.Missing(hold.Kind, hold.Papers, HoldOutcome.Cleared) is [_, ..] missing)
        {
            yield return new HoldIncomplete(hold.Kind, missing);
        }
        if (hold.OpenedOver == state.FilesDigest)
        {
            yield return new StillUnprocessed();
        }
    }

    private static Move Resumed(CaseFile file, Command c, Grant under)
    {
        var here = file.Item.Step;
        return c.Outcome switch
        {
            HoldOutcome.Classified => new Move(c.Kind, here, here, ItemState.Stopped, under),
            HoldOutcome.Referred => new Move(c.Kind, here, here, ItemState.Held, under),
            HoldOutcome.InPart => new Move(c.Kind, here, RouteCodes.Editor, WithEditor(file), under),
            _ => new Move(c.Kind, here, here, here == RouteCodes.Editor ? WithEditor(file) : ItemState.UnderWay, under),
        };
    }

    private static ItemState WithEditor(CaseFile file) => file.Item.Number is null ? ItemState.Draft : ItemState.Returned;
}
