using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <content>What stands in the way of each move, once the person may make it. The service refuses with the first; a page says the first
/// that is not merely still to be filled in.</content>
public static partial class Judge
{
    /// <summary>What is left to do when an answer stands in the way of agreeing.</summary>
    public const string InsteadOfAgreeing = "只能退回或暂停";

    /// <summary>Everything that stands in the way of a move, in the order of the law.</summary>
    /// <param name="state">The state of the review; from a page, with what stands there.</param>
    /// <param name="c">The decision, as far as it is filled in.</param>
    /// <param name="today">The bureau's day.</param>
    public static IEnumerable<Problem> InTheWay(ReviewState state, Command c, DateOnly today)
    {
        if (c.Kind is MoveKind.Send or MoveKind.Approve or MoveKind.Receive or MoveKind.Publish && state.ClosedFile is { } closed)
        {
            yield return new FileIsWithdrawn(closed);
        }
        if (c.Text.Length > TextLength)
        {
            yield return new TextTooLong(c.Text.Length, TextLength);
        }
        var asked = c.Kind switch
        {
            MoveKind.Send => NeedsToSend(state, c, today),
            MoveKind.Approve => NeedsToApprove(state, c, today),
            MoveKind.Publish => NeedsToPublish(state, c, today),
            _ => [NeedsTo(state, c, today)],
        };
        foreach (var problem in asked.OfType<Problem>())
        {
            yield return problem;
        }
    }

    /// <summary>What keeps the move from being made however the rest is filled in, or null.</summary>
    /// <param name="state">The state of the review as the page has it.</param>
    /// <param name="c">The decision, as far as it is filled in.</param>
    /// <param name="today">The bureau's day.</param>
    public static Problem? Foresee(ReviewState state, Command c, DateOnly today) =>
        InTheWay(state, c, today).FirstOrDefault(p => !p.ToFill);

    private static Problem? NeedsTo(ReviewState state, Command c, DateOnly today) =>
        c switch
        {
            { Kind: MoveKind.Return or MoveKind.Withdraw or MoveKind.Decline or MoveKind.Hold } when string.IsNullOrWhiteSpace(c.Text) =>
                new ReasonNeeded(c.Kind.Name()),
            { Kind: MoveKind.Return } when ReturnTargets(state).All(s => s.Code != c.ReturnTo) => new CannotReturnThere(),
            { Kind: MoveKind.Return, FormatOnly: true } when !state.Step.MayAskFormatOnly || c.ReturnTo != RouteCodes.Editor =>
                new FormatOnlyNotHere(),
            { Kind: MoveKind.Decline, PasswordConfirmed: false } when state.Step.Password => new PasswordNeeded(),
            { Kind: MoveKind.Stop } when !ReviewRules.ClassifiedStill(c.Answers, today) => new NothingToStop(),
            { Kind: MoveKind.Hold } => NeedsToHold(state, c, today),
            { Kind: MoveKind.Resume } => NeedsToResume(state, c),
            { Kind: MoveKind.Receive } => NeedsToReceive(c, today),
            _ => null,
        };

    private static IEnumerable<Problem?> NeedsToSend(ReviewState state, Command c, DateOnly today)
    {
        if (state.UploadUnfinished)
        {
            yield return new UploadStillRunning();
        }
        if (ContentRules.CheckSubject(state.Route.Code, state.SubjectId, state.SubjectClosed) is { } subject)
        {
            yield return new ContentIncomplete([subject]);
        }
        if (Authorship.Unresolved(state.Content, state.Accounts, state.UnitId) is { } colleague)
        {
            yield return new ContentIncomplete([colleague]);
        }
        if (ContentRules.Check(state.Content, [.. state.Files.Select(f => (f.Role, f.Sha256))], today) is [_, ..] missing)
        {
            yield return new ContentIncomplete(missing);
        }
        yield return ReviewRules.InTheWay(c.Answers, state.Cleared, InsteadOfSending, today);
        foreach (var problem in NeedsProcessing(state))
        {
            yield return problem;
        }
        // Reviews that begin anew have said nothing yet that would have to be explained.
        yield return state.CarriesOver(c.Answers) ? Differs(state, c) : null;
        yield return NeedsOfEvidence(state, c);
    }

    private static DeliveryIncomplete? NeedsToReceive(Command c, DateOnly today) =>
        c.Delivery switch
        {
            null => new("请填写报送方式、收件日期和页数。"),
            { Pages: <= 0 or > 99999 } => new("请填写收到的页数（正整数）。"),
            var d when d.Day > today => new("收件日期不能晚于今天。"),
            { Way: DeliveryWay.Fax or DeliveryWay.InPerson, ScanSha256: null } => new("传真或亲送的，请上传签字页扫描件。"),
            _ => null,
        };

    private static IEnumerable<Problem?> NeedsToApprove(ReviewState state, Command c, DateOnly today)
    {
        var step = state.Step;
        if (step.ConfirmsWithholding && state.WithholdingProposed)
        {
            yield return new WithholdingToConfirm();
        }
        if (step.Review is not null)
        {
            foreach (var problem in NeedsOfReview(state, c, today))
            {
                yield return problem;
            }
        }
        if (step.AsksCountyChoice)
        {
            yield return NeedsOfCounty(state, c.CountyChoice);
        }
        if (step.AsksWorth)
        {
            yield return c.WorthPublishing is null ? new QuestionOpen("发布价值：有或无")
            : c.RecommendPublishing is null ? new QuestionOpen("建议发布或建议不发布")
            : null;
        }
        if (step.ConfirmsProvisional && state.Content.DataStatus == DataStatus.Provisional && !c.ProvisionalConfirmed)
        {
            yield return new ProvisionalNotConfirmed();
        }
        yield return step.Password && !c.PasswordConfirmed ? new PasswordNeeded() : null;
    }

    private static Problem? NeedsOfCounty(ReviewState state, CountyChoice? choice) =>
        choice switch
        {
            null => new CountyChoiceNeeded(),
            CountyChoice.Refused => new RefusalEndsTheItem(),
            _ when state.AllowedChannels(choice) is [] && state.Content.Attribute != DisclosureAttribute.Withheld => new NoChannelLeft(),
            _ => null,
        };

    // Withholding needs no clearance: what stands in the way is why it is withheld. But a classified item stops, and nothing stays
    // unanswered. What a reply forbids passes the section only to reach the office, which can find nothing but 不予公开.
    private static IEnumerable<Problem?> NeedsOfReview(ReviewState state, Command c, DateOnly today)
    {
        var withholds = state.BeforeFinding ? state.WithheldByReply : state.Step.AsksFinding && c.Finding == OfficeFinding.Withhold;
        var review = ReviewRules.InTheWay(c.Answers, state.Cleared, InsteadOfAgreeing, today);
        yield return review is MustStop or ChecklistIncomplete || !withholds ? review : null;
        yield return Differs(state, c);
        if (state.Step.AsksFinding)
        {
            yield return NeedsOfFinding(state, c);
        }
        else if (state.WithheldByReply && !state.BeforeFinding)
        {
            yield return new MayNotBeDisclosed();
        }
        // An answer that is still open contradicts nothing.
        yield return withholds || review is ChecklistIncomplete ? null : NeedsOfEvidence(state, c);
    }

    // Evidence never decides: it only has to be looked at by the step that signs, and a word on it has to agree with the answer.
    private static Problem? NeedsOfEvidence(ReviewState state, Command c) =>
        state.Evidence switch
        {
            null => null,
            { IsReady: false } => new EvidenceNotReady(),
            var evidence => EvidenceRules.InTheWay(evidence.Facts, c.Answers),
        };

    private static DifferenceUnexplained? Differs(ReviewState state, Command c) =>
        Answers.UnexplainedDifferences(c.Answers, state.EarlierAnswers) is [_, ..] differing ? new(differing) : null;

    private static Problem? NeedsOfFinding(ReviewState state, Command c) =>
        c.Finding switch
        {
            null => new QuestionOpen("审查结论"),
            OfficeFinding.Withhold when c.Ground is null => new QuestionOpen("不予公开的理由"),
            OfficeFinding.Withhold when c.Ground == WithholdingGround.StateSecret => new StateSecretIsNoGround(),
            OfficeFinding.Withhold => string.IsNullOrWhiteSpace(c.FindingBasis) ? new QuestionOpen("结论依据") : null,
            _ when state.Content.Attribute == DisclosureAttribute.Withheld => new AttributeSaysWithhold(),
            _ when state.WithheldByReply => new MayNotBeDisclosed(),
            OfficeFinding.Postpone => new HoldNeeded(HoldKind.Postponement, ""),
            OfficeFinding.Refer => new HoldNeeded(HoldKind.Referral, ""),
            OfficeFinding.DiscloseInPart when !state.Processed => new HoldNeeded(HoldKind.Redaction, ""),
            _ => null,
        };

    private static IEnumerable<Problem?> NeedsToPublish(ReviewState state, Command c, DateOnly today)
    {
        yield return state.MissingSignature is { } step ? new SignatureMissing(step.Name) : null;
        // The moves before have seen to these; a leak is worth asking twice.
        yield return state.OpenHold is { } hold ? new ItemIsHeld(hold.Kind) : null;
        yield return state.WithheldByReply || state.WithholdingProposed ? new MayNotBeDisclosed() : null;
        yield return state
            .StandingReviews.Select(r => ReviewRules.InTheWay(r, state.Cleared, "不得发布", today))
            .FirstOrDefault(p => p is not null);
        yield return c.InTheWay;
        yield return c.FingerprintHolds ? null : new FingerprintBroken();
        yield return c.ReceiptsComplete ? null : new ReceiptsIncomplete();
        yield return c.MatchesArchive ? null : new ArchiveNotMatched();
        var allowed = state.AllowedChannels(state.CountyChoice);
        yield return allowed is [] ? new NoChannelLeft()
        : c.PublishedOn is [] ? new NoChannelPublished()
        : c.PublishedOn.Except(allowed).ToList() is [var other, ..] ? new ChannelNotAllowed(other.Name())
        : null;
    }
}
