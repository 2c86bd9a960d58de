using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <content>What each move asks for, once the person may make it.</content>
public static partial class Judge
{
    private static Problem? Needs(CaseFile file, Command c, DateOnly today) => c switch
    {
        { Text.Length: > TextLength } => new TextTooLong(c.Text.Length, TextLength),
        { Kind: MoveKind.Return or MoveKind.Withdraw or MoveKind.Decline or MoveKind.Hold } when string.IsNullOrWhiteSpace(c.Text) => new ReasonNeeded(c.Kind.Name()),
        { Kind: MoveKind.Return } when ReturnTargets(file).All(s => s.Code != c.ReturnTo) => new CannotReturnThere(),
        { Kind: MoveKind.Return, FormatOnly: true } when !file.Step.MayAskFormatOnly || c.ReturnTo != RouteCodes.Editor => new FormatOnlyNotHere(),
        { Kind: MoveKind.Decline, PasswordConfirmed: false } when file.Step.Password => new PasswordNeeded(),
        { Kind: MoveKind.Stop } when !ReviewRules.ClassifiedStill(c.Answers, today) => new NothingToStop(),
        { Kind: MoveKind.Hold } => NeedsToHold(file, c, today),
        { Kind: MoveKind.Resume } => NeedsToResume(file, c),
        { Kind: MoveKind.Send } => NeedsToSend(file, c, today),
        { Kind: MoveKind.Receive } => NeedsToReceive(c, today),
        { Kind: MoveKind.Approve } => NeedsToApprove(file, c, today),
        { Kind: MoveKind.Publish } => NeedsToPublish(file, c, today),
        _ => null,
    };

    private static Problem? NeedsToSend(CaseFile file, Command c, DateOnly today)
    {
        if (file.UploadUnfinished)
        {
            return new UploadStillRunning();
        }
        if (ContentRules.CheckSubject(file.Item.RouteCode, file.Item.SubjectId, file.SubjectClosed) is { } subject)
        {
            return new ContentIncomplete([subject]);
        }
        if (Authorship.Unresolved(file.Content, file.Accounts, file.Item.UnitId) is { } colleague)
        {
            return new ContentIncomplete([colleague]);
        }
        return ContentRules.Check(file.Content, file.DraftFiles, today) is [_, ..] missing
            ? new ContentIncomplete(missing)
            : ReviewRules.InTheWay(c.Answers, file.Cleared, InsteadOfSending, today) ?? NeedsProcessing(file) ?? (Problem?)DiffersOnSending(file, c) ?? NeedsOfEvidence(file, c);
    }

    // Reviews that begin anew have said nothing yet that would have to be explained.
    private static DifferenceUnexplained? DiffersOnSending(CaseFile file, Command c) => file.CarriesOver(c.Answers) ? Differs(file, c) : null;

    private static DeliveryIncomplete? NeedsToReceive(Command c, DateOnly today) => c.Delivery switch
    {
        null => new("请填写报送方式、收件日期和页数。"),
        { Pages: <= 0 or > 99999 } => new("请填写收到的页数（正整数）。"),
        var d when d.Day > today => new("收件日期不能晚于今天。"),
        { Way: DeliveryWay.Fax or DeliveryWay.InPerson, ScanSha256: null } => new("传真或亲送的，请上传签字页扫描件。"),
        _ => null,
    };

    private static Problem? NeedsToApprove(CaseFile file, Command c, DateOnly today)
    {
        var step = file.Step;
        return step switch
        {
            { ConfirmsWithholding: true } when file.WithholdingProposed => new WithholdingToConfirm(),
            { Review: not null } when NeedsOfReview(file, c, today) is { } review => review,
            { AsksCountyChoice: true } when c.CountyChoice is null => new CountyChoiceNeeded(),
            { AsksCountyChoice: true } when c.CountyChoice == CountyChoice.Refused => new RefusalEndsTheItem(),
            { AsksCountyChoice: true } when file.AllowedChannels(c.CountyChoice) is [] && file.Content.Attribute != DisclosureAttribute.Withheld => new NoChannelLeft(),
            { AsksWorth: true } when c.WorthPublishing is null => new QuestionOpen("发布价值：有或无"),
            { AsksWorth: true } when c.RecommendPublishing is null => new QuestionOpen("建议发布或建议不发布"),
            { ConfirmsProvisional: true } when file.Content.DataStatus == DataStatus.Provisional && !c.ProvisionalConfirmed => new ProvisionalNotConfirmed(),
            { Password: true } when !c.PasswordConfirmed => new PasswordNeeded(),
            _ => null,
        };
    }

    // Withholding needs no clearance: what stands in the way is why it is withheld. But a classified item stops, and nothing stays unanswered.
    // What a reply forbids passes the section only to reach the office, which can find nothing but 不予公开.
    private static Problem? NeedsOfReview(CaseFile file, Command c, DateOnly today)
    {
        var before = file.Route.PlaceOf(file.Step.Code) < file.Route.PlaceOf(file.Route.Finding.Code);
        var withholds = before ? file.WithheldByReply : file.Step.AsksFinding && c.Finding == OfficeFinding.Withhold;
        var review = ReviewRules.InTheWay(c.Answers, file.Cleared, InsteadOfAgreeing, today);
        return review switch
        {
            not null when !withholds || review is MustStop or ChecklistIncomplete => review,
            _ when Differs(file, c) is { } differs => differs,
            _ when file.Step.AsksFinding => NeedsOfFinding(file, c) ?? (withholds ? null : NeedsOfEvidence(file, c)),
            _ when file.WithheldByReply && !before => new MayNotBeDisclosed(),
            _ => withholds ? null : NeedsOfEvidence(file, c),
        };
    }

    // Evidence never decides: it only has to be looked at by the step that signs, and a word on it has to agree with the answer.
    private static Problem? NeedsOfEvidence(CaseFile file, Command c)
    {
        var (evidence, item) = (file.Evidence, file.Item);
        if (!evidence.IsReady)
        {
            return new EvidenceNotReady();
        }
        return EvidenceRules.InTheWay([.. evidence.Facts.Select(f => (f.Finding.Severity, f.Beside, evidence.WordOf(f.Key, item.Step, item.Round)?.Holds))], c.Answers);
    }

    private static DifferenceUnexplained? Differs(CaseFile file, Command c) =>
        Answers.UnexplainedDifferences(c.Answers, file.EarlierAnswers) is [_, ..] differing ? new(differing) : null;

    private static Problem? NeedsOfFinding(CaseFile file, Command c) => c.Finding switch
    {
        null => new QuestionOpen("审查结论"),
        OfficeFinding.Withhold when c.Ground is null => new QuestionOpen("不予公开的理由"),
        OfficeFinding.Withhold when c.Ground == WithholdingGround.StateSecret => new StateSecretIsNoGround(),
        OfficeFinding.Withhold => string.IsNullOrWhiteSpace(c.FindingBasis) ? new QuestionOpen("结论依据") : null,
        _ when file.Content.Attribute == DisclosureAttribute.Withheld => new AttributeSaysWithhold(),
        _ when file.WithheldByReply => new MayNotBeDisclosed(),
        OfficeFinding.Postpone => new HoldNeeded(HoldKind.Postponement, ""),
        OfficeFinding.Refer => new HoldNeeded(HoldKind.Referral, ""),
        OfficeFinding.DiscloseInPart when !file.Holds.Any(h => h.Kind == HoldKind.Redaction && h.Covers == file.FilesDigest) => new HoldNeeded(HoldKind.Redaction, ""),
        _ => null,
    };

    private static Problem? NeedsToPublish(CaseFile file, Command c, DateOnly today)
    {
        var allowed = file.AllowedChannels(file.Item.CountyChoice);
        return c switch
        {
            _ when MissingSignature(file) is { } step => new SignatureMissing(step.Name),
            // The moves before have seen to these; a leak is worth asking twice.
            _ when file.OpenHold is { } hold => new ItemIsHeld(hold.Kind),
            _ when file.WithheldByReply || file.WithholdingProposed => new MayNotBeDisclosed(),
            _ when StandingReviews(file).Select(s => ReviewRules.InTheWay(s.Answers, file.Cleared, "不得发布", today)).FirstOrDefault(p => p is not null) is { } open => open,
            { InTheWay: { } problem } => problem,
            { FingerprintHolds: false } => new FingerprintBroken(),
            { DeskComplete: false } => new DeskIncomplete(),
            { MatchesArchive: false } => new ArchiveNotMatched(),
            _ when allowed is [] => new NoChannelLeft(),
            { PublishedOn: [] } => new NoChannelPublished(),
            _ when c.PublishedOn.Except(allowed).ToList() is [var other, ..] => new ChannelNotAllowed(other.Name()),
            _ => null,
        };
    }

    private static IEnumerable<Signature> StandingReviews(CaseFile file) => file.Standing.Where(s => s.Tier is not null);
}
