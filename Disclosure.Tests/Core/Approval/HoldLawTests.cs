using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Approval.ReviewStates;

namespace Disclosure.Tests.Core.Approval;

/// <summary>Each line of the law of holds (A10, B4–B6) asked by itself, over the state of an item at a step.</summary>
public sealed class HoldLawTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Scan Paper = new(new string('a', 64), "扫描件.pdf");

    private static IReadOnlyList<Answer> OfRespondents =>
        Given.With(
            Criteria.OtherReasons,
            a => a with { Yes = true, Remark = "附表", Reason = OtherReason.Respondent, Situation = RespondentSituation.Named }
        );

    [Fact]
    public async Task WhatTheAnswersOpen_IsOfferedWhereSomethingIsReviewed_AndNothingIsHeldYet()
    {
        var (section, _) = await AtAsync("section");
        Assert.Equal(
            [(HoldKind.Declassification, Criteria.Marked), (HoldKind.Referral, Criteria.Marked)],
            Offered(section, Given.Declassifiable)
        );
        Assert.Empty(Offered(section, Given.AllNo));
        Assert.Empty(Offered(section with { Step = section.Route.Step("platform") }, Given.Declassifiable));
        Assert.Empty(Offered(Held(section, HoldKind.Referral), Given.Declassifiable));
    }

    [Theory]
    [InlineData(OfficeFinding.Postpone, HoldKind.Postponement)]
    [InlineData(OfficeFinding.Refer, HoldKind.Referral)]
    [InlineData(OfficeFinding.DiscloseInPart, HoldKind.Redaction)]
    [InlineData(OfficeFinding.Disclose, null)]
    [InlineData(OfficeFinding.Withhold, null)]
    [InlineData(null, null)]
    public async Task AFinding_OffersItsHold_AtTheStepThatFinds(OfficeFinding? finding, HoldKind? kind)
    {
        var (office, _) = await AtAsync("office");
        (HoldKind, string)[] expected = kind is { } one ? [(one, "")] : [];
        Assert.Equal(expected, Judge.OfferedHolds(office, Given.AllNo, finding, Today));

        var (deputy, _) = await AtAsync("deputy");
        Assert.Empty(Judge.OfferedHolds(deputy, Given.AllNo, finding, Today));
    }

    [Fact]
    public async Task WhatEndedWellForTheseFiles_IsNotOfferedAgain_ButWhatIsTakenOutMayBeFoundAgain()
    {
        var (section, _) = await AtAsync("section");
        IEnumerable<HoldKind> Again(string covers) =>
            Offered(Cleared(section, HoldKind.Declassification, Criteria.Marked, covers), Given.Declassifiable).Select(o => o.Kind);
        Assert.Equal([HoldKind.Referral], Again(section.FilesDigest));
        Assert.Equal([HoldKind.Declassification, HoldKind.Referral], Again("other"));

        var redaction = (HoldKind.Redaction, Criteria.OtherReasons);
        Assert.Contains(redaction, Offered(section, OfRespondents));
        Assert.Contains(
            redaction,
            Offered(Cleared(section, HoldKind.Redaction, Criteria.OtherReasons, section.FilesDigest), OfRespondents)
        );

        // A processed version is found to be fit for disclosure in part without another processing.
        var (office, _) = await AtAsync("office");
        var processed = Cleared(office, HoldKind.Redaction, "", office.FilesDigest);
        Assert.Empty(Judge.OfferedHolds(processed, Given.AllNo, OfficeFinding.DiscloseInPart, Today));
        Assert.Equal([(HoldKind.Referral, "")], Judge.OfferedHolds(processed, Given.AllNo, OfficeFinding.Refer, Today));
    }

    [Fact]
    public async Task OpeningAHold_AsksForItsKindItsCauseAndItsPapers()
    {
        var (state, hold) = await AtAsync("office", MoveKind.Hold);
        string Said(ReviewState at, Command c) => Assert.Single(Judge.InTheWay(at, c, Today)).Text;

        var declassify = hold with { Answers = Given.Declassifiable, Hold = HoldKind.Declassification, HoldCriterion = Criteria.Marked };
        Assert.Empty(Judge.InTheWay(state, declassify, Today));
        Assert.Equal(new HoldStandsAlready(HoldKind.Referral).Text, Said(Held(state, HoldKind.Referral), declassify));
        Assert.Equal(new QuestionOpen("暂停事由").Text, Said(state, declassify with { Hold = null }));
        Assert.Equal(new HoldNotOffered(HoldKind.Declassification).Text, Said(state, declassify with { HoldCriterion = "" }));

        var postpone = hold with { Finding = OfficeFinding.Postpone, Hold = HoldKind.Postponement };
        Assert.Equal(new HoldIncomplete(HoldKind.Postponement, ["暂缓期间的措施"]).Text, Said(state, postpone));
        Assert.Empty(Judge.InTheWay(state, postpone with { HoldPapers = new() { Measures = "不提供" } }, Today));

        var redact = hold with { Answers = OfRespondents, Hold = HoldKind.Redaction, HoldCriterion = Criteria.OtherReasons };
        Assert.Equal(new HoldIncomplete(HoldKind.Redaction, ["需要处理的内容"]).Text, Said(state, redact));
        Assert.Empty(Judge.InTheWay(state, redact with { HoldPapers = new() { Matters = [RedactedMatter.Respondent] } }, Today));
    }

    [Fact]
    public async Task EndingAHold_AsksForAWayItCanEnd_ItsPapersAndAReason()
    {
        var (state, resume) = await AtAsync("office", MoveKind.Resume);
        var replied = new HoldPapers
        {
            Question = ReferralQuestion.Disclosure,
            Body = "有关主管部门",
            Number = "函〔2026〕1号",
            Day = Today,
            ReplyNumber = "复〔2026〕2号",
            ReplyDay = Today,
            Scan = Paper,
        };
        var referral = Held(state, HoldKind.Referral, replied);
        string Said(ReviewState at, Command c) => Assert.Single(Judge.InTheWay(at, c, Today)).Text;

        var cleared = resume with { Outcome = HoldOutcome.Cleared };
        Assert.Empty(Judge.InTheWay(referral, cleared, Today));
        Assert.Equal(new OutcomeNotHere(HoldKind.Referral).Text, Said(referral, cleared with { Outcome = null }));
        Assert.Equal(new OutcomeNotHere(HoldKind.Referral).Text, Said(referral, cleared with { Outcome = HoldOutcome.Referred }));
        Assert.Equal(new ReasonNeeded(MoveKind.Resume.Name()).Text, Said(referral, cleared with { Text = " " }));
        var unanswered = Held(state, HoldKind.Referral, replied with { Scan = null });
        Assert.Equal(new HoldIncomplete(HoldKind.Referral, ["答复扫描件"]).Text, Said(unanswered, cleared));

        var inPart = resume with { Outcome = HoldOutcome.InPart };
        Assert.Equal(new HoldIncomplete(HoldKind.Redaction, ["需要处理的内容"]).Text, Said(referral, inPart));
        Assert.Empty(Judge.InTheWay(referral, inPart with { HoldPapers = new() { Matters = [RedactedMatter.Other] } }, Today));
    }

    [Fact]
    public async Task OnlyAProcessedVersion_IsSentAgain_AndNeverWhatAReplyForbids()
    {
        var (state, send) = await AtAsync("edit", MoveKind.Send);
        Assert.Empty(Judge.InTheWay(state, send, Today));
        var papers = new HoldPapers
        {
            Matters = [RedactedMatter.Respondent],
            Method = "删去",
            ProcessedBy = "编辑员",
            CheckedBy = "负责人",
        };
        IEnumerable<string> Said(HoldFacts hold) => Judge.InTheWay(state with { Holds = [hold] }, send, Today).Select(p => p.Text);

        Assert.Empty(Said(new(HoldKind.Redaction, "", null, papers, "before", "")));
        Assert.Equal([new StillUnprocessed().Text], Said(new(HoldKind.Redaction, "", null, papers, state.FilesDigest, "")));
        Assert.Equal(
            [new HoldIncomplete(HoldKind.Redaction, ["处理人与核对人须为两人"]).Text],
            Said(new(HoldKind.Redaction, "", null, papers with { CheckedBy = "编辑员" }, "before", ""))
        );
        Assert.Equal([new MayNotBeDisclosed().Text], Said(new(HoldKind.Referral, "", HoldOutcome.Withheld, new(), "", state.FilesDigest)));
    }

    [Fact]
    public async Task ATextOfTwoThousandCharacters_IsTaken_OneMoreIsNot()
    {
        var (state, approve) = await AtAsync("section");
        Assert.Empty(Judge.InTheWay(state, approve with { Text = new string('同', Judge.TextLength) }, Today));
        Assert.Equal(
            [new TextTooLong(Judge.TextLength + 1, Judge.TextLength)],
            Judge.InTheWay(state, approve with { Text = new string('同', Judge.TextLength + 1) }, Today)
        );
    }

    [Fact]
    public async Task OfSeveralThingsInTheWay_TheFirstOfTheLawIsForetold_AndNothingThatIsOnlyToBeFilledIn()
    {
        var (state, publish) = await AtAsync("platform", MoveKind.Publish);
        var early = Held(state with { SignedSteps = new HashSet<string>() }, HoldKind.Referral);
        Assert.IsType<SignatureMissing>(Judge.Foresee(early, publish, Today));
        Assert.IsType<ItemIsHeld>(Judge.Foresee(Held(state, HoldKind.Referral), publish, Today));

        var (section, approve) = await AtAsync("section");
        Assert.Null(Judge.Foresee(section, approve with { Answers = [] }, Today));
    }

    [Fact]
    public async Task WhatWasAnsweredElsewhere_IsExplained_OnlyWhereThoseReviewsGoOnCounting()
    {
        var (state, send) = await AtAsync("edit", MoveKind.Send);
        var earlier = state with
        {
            EarlierAnswers = Given.With(Criteria.Internal, a => a with { Yes = true, Remark = "内部", Approved = true }),
        };
        Assert.Empty(Judge.InTheWay(earlier, send, Today));
        var straight = earlier with { ResumeAt = "office", CarriedTexts = [] };
        Assert.IsType<DifferenceUnexplained>(Assert.Single(Judge.InTheWay(straight, send, Today)));
        var anew = earlier with { ResumeAt = "office", CarriedTexts = [null] };
        Assert.Empty(Judge.InTheWay(anew, send, Today));
    }

    [Theory]
    [InlineData("section", MoveKind.Approve)]
    [InlineData("edit", MoveKind.Send)]
    public async Task EvidenceThatIsNotThereYet_IsWaitedFor(string step, MoveKind kind)
    {
        var (state, command) = await AtAsync(step, kind);
        Assert.Equal([new EvidenceNotReady()], Judge.InTheWay(state with { Evidence = new(false, []) }, command, Today));
        Assert.Empty(Judge.InTheWay(state with { Evidence = new(true, []) }, command, Today));
    }

    [Fact]
    public async Task ReceivingACountysItem_AsksHowWhenAndHowMuchCame()
    {
        var (state, receive) = await AtAsync("receipt", MoveKind.Receive, RouteCodes.County);
        string? Said(Delivery? delivery) => Judge.InTheWay(state, receive with { Delivery = delivery }, Today).SingleOrDefault()?.Text;

        Assert.Null(Said(new(DeliveryWay.System, Today, 1, null)));
        Assert.Null(Said(new(DeliveryWay.Fax, Today, 99999, Paper.Sha256)));
        Assert.Equal("请填写报送方式、收件日期和页数。", Said(null));
        Assert.Equal("请填写收到的页数（正整数）。", Said(new(DeliveryWay.System, Today, 0, null)));
        Assert.Equal("请填写收到的页数（正整数）。", Said(new(DeliveryWay.System, Today, 100000, null)));
        Assert.Equal("收件日期不能晚于今天。", Said(new(DeliveryWay.System, Today.AddDays(1), 1, null)));
        Assert.Equal("传真或亲送的，请上传签字页扫描件。", Said(new(DeliveryWay.Fax, Today, 1, null)));
        Assert.Equal("传真或亲送的，请上传签字页扫描件。", Said(new(DeliveryWay.InPerson, Today, 1, null)));
    }

    private static IReadOnlyList<(HoldKind Kind, string Criterion)> Offered(ReviewState state, IReadOnlyList<Answer> answers) =>
        Judge.OfferedHolds(state, answers, null, Today);

    private static ReviewState Held(ReviewState state, HoldKind kind, HoldPapers? papers = null) =>
        state with
        {
            Holds = [new HoldFacts(kind, "", null, papers ?? new(), "", "")],
        };

    private static ReviewState Cleared(ReviewState state, HoldKind kind, string criterion, string covers) =>
        state with
        {
            Holds = [new HoldFacts(kind, criterion, HoldOutcome.Cleared, new(), "before", covers)],
        };
}
