using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Approval.ReviewStates;

namespace Disclosure.Tests.Core.Approval;

/// <summary>Who may make a move and where it leads, each line of the law asked by itself.</summary>
public sealed class MoveLawTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Fact]
    public async Task AnEndedItem_SaysSo_WhateverIsAsked()
    {
        await using var given = await Given.BureauAsync();
        var file = await given.CaseAsync(await given.ItemAsync(RouteCodes.City, "nowhere"));
        foreach (var kind in Enum.GetValues<MoveKind>())
        {
            Assert.Equal(new ItemHasEnded(file.Item.State.Name()), await WhyNotAsync(given, file, kind, "platform.1"));
        }
    }

    [Fact]
    public async Task AHeldItem_IsStoppedByWhoeverMayEndItsHold_AndNothingElseMovesIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(
            await given.HoldAsync(
                id,
                "deputy",
                HoldKind.Referral,
                Criteria.Undecided,
                Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = "待会议审议", PublicComment = false })
            )
        );
        var file = await given.CaseAsync(id);

        Assert.Null(await WhyNotAsync(given, file, MoveKind.Stop, "deputy"));
        Assert.Null(await WhyNotAsync(given, file, MoveKind.Stop, "office.1"));
        Assert.IsType<NotYourStep>(await WhyNotAsync(given, file, MoveKind.Stop, "gongye.head"));
        foreach (var kind in (MoveKind[])[MoveKind.Approve, MoveKind.Return, MoveKind.Decline, MoveKind.Hold, MoveKind.Retract])
        {
            Assert.Equal(new ItemIsHeld(HoldKind.Referral), await WhyNotAsync(given, file, kind, "deputy"));
        }
    }

    [Theory]
    [InlineData("office", "领导小组办公室")]
    [InlineData("deputy", "分管领导或领导小组办公室")]
    public async Task WhoMayNotEndAHold_IsToldWhoMay_EachDutyOnce(string step, string who)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        Given.Must(
            await given.HoldAsync(
                id,
                Given.HolderOf(RouteCodes.City, step),
                HoldKind.Referral,
                Criteria.Undecided,
                Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = "待会议审议", PublicComment = false })
            )
        );
        var file = await given.CaseAsync(id);

        Assert.Equal(new NotYourStep(file.Step.Name, who), await WhyNotAsync(given, file, MoveKind.Resume, "gongye.head"));
    }

    [Theory]
    [InlineData("edit", MoveKind.Approve)]
    [InlineData("edit", MoveKind.Return)]
    [InlineData("edit", MoveKind.Publish)]
    [InlineData("section", MoveKind.Send)]
    [InlineData("section", MoveKind.Receive)]
    [InlineData("section", MoveKind.Publish)]
    [InlineData("section", MoveKind.Resume)]
    [InlineData("platform", MoveKind.Approve)]
    [InlineData("platform", MoveKind.Hold)]
    [InlineData("platform", MoveKind.Withdraw)]
    public async Task AMoveThatTheStepDoesNotHave_IsRefused_WhoeverAsks(string step, MoveKind kind)
    {
        await using var given = await Given.BureauAsync();
        var file = await given.CaseAsync(await given.ItemAsync(RouteCodes.City, step));
        foreach (var who in (string[])[Given.HolderOf(RouteCodes.City, step), "deputy.other"])
        {
            Assert.Equal(
                kind == MoveKind.Resume ? new NothingHeld() : new NotAtThisStep(kind.Name(), file.Step.Name),
                await WhyNotAsync(given, file, kind, who)
            );
        }
    }

    [Fact]
    public async Task OnePerson_SignsOneReview()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(id, "gongye.head-office", MoveKind.Approve));

        Assert.IsType<TwoReviewsByOnePerson>(await WhyNotAsync(given, await given.CaseAsync(id), MoveKind.Approve, "gongye.head-office"));
    }

    // The item waits at the section again on its straight way back to the deputy; the office has signed before.
    [Theory]
    [InlineData(true, false, "deputy")]
    [InlineData(false, false, "office")]
    [InlineData(true, true, "office")]
    public async Task OnTheStraightWayBack_OnlyASignatureThatStillSaysTheSame_ByAnotherHand_IsPassedOver(
        bool same,
        bool ownHand,
        string next
    )
    {
        await using var given = await Given.BureauAsync();
        var signed = await given.CaseAsync(await given.ItemAsync(RouteCodes.City, "deputy"));
        var office = signed.Signatures.Single(s => s.Step == "office");
        var file = await given.CaseAsync(await given.ItemAsync(RouteCodes.City, "section"));
        typeof(Submission).GetProperty(nameof(Submission.ResumeAt))!.SetValue(file.Item, "deputy");
        file = file with
        {
            Signatures =
            [
                .. file.Signatures,
                new Signature
                {
                    SubmissionId = file.Item.Id,
                    RevisionId = file.Revision!.Id,
                    Round = 1,
                    Step = "office",
                    ToStep = "deputy",
                    Kind = MoveKind.Approve,
                    Duty = Duty.DisclosureOffice,
                    StaffId = office.StaffId,
                    StaffName = office.StaffName,
                    Text = "",
                    Tier = office.Tier,
                    AnswersJson = office.AnswersJson,
                    ParticularsJson = office.ParticularsJson,
                    Fingerprint = same ? file.Revision.Fingerprint : office.Fingerprint,
                    At = office.At,
                    Address = "",
                }.Stand(),
            ],
            Contributions = ownHand
                ?
                [
                    .. file.Contributions,
                    new Contribution
                    {
                        SubmissionId = file.Item.Id,
                        StaffId = office.StaffId,
                        Round = 1,
                        At = office.At,
                    },
                ]
                : file.Contributions,
        };
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By("gongye.head").StaffId, given.Today));
        var approve = given.Whole(MoveKind.Approve, "section", file.Item.Version) with { PasswordConfirmed = true };

        Assert.Equal(next, Given.Must(Judge.Decide(file, approve, grants, given.Today)).To);
    }

    [Fact]
    public async Task ProvisionalFigures_AreConfirmedByTheDeputy_AndByNobodyElse()
    {
        foreach (var step in (string[])["section", "office", "deputy"])
        {
            var (state, approve) = await AtAsync(step);
            IEnumerable<Problem> Said(DataStatus status)
            {
                var content = state.Content.Copy();
                content.DataStatus = status;
                return Judge.InTheWay(state with { Content = content }, approve with { ProvisionalConfirmed = false }, Today);
            }

            Assert.Empty(Said(DataStatus.Final));
            Assert.Equal(step == "deputy" ? [new ProvisionalNotConfirmed()] : [], Said(DataStatus.Provisional));
        }
    }

    [Fact]
    public async Task AnAnswerThatDiffersFromAnEarlierOne_IsExplained()
    {
        var (state, approve) = await AtAsync("office");
        var earlier = state with
        {
            EarlierAnswers = Given.With(Criteria.Internal, a => a with { Yes = true, Remark = "内部", Approved = true }),
        };

        Assert.IsType<DifferenceUnexplained>(Assert.Single(Judge.InTheWay(earlier, approve, Today)));
        var explained = approve with { Answers = Given.With(Criteria.Internal, a => a with { Remark = "已经核对，没有标注" }) };
        Assert.Empty(Judge.InTheWay(earlier, explained, Today));
    }

    [Theory]
    [InlineData(OfficeFinding.Postpone, HoldKind.Postponement)]
    [InlineData(OfficeFinding.Refer, HoldKind.Referral)]
    public async Task AFindingThatHolds_IsNoApproval(OfficeFinding finding, HoldKind kind)
    {
        var (state, approve) = await AtAsync("office");

        Assert.Equal([new HoldNeeded(kind, "")], Judge.InTheWay(state, approve with { Finding = finding }, Today));
    }

    [Fact]
    public async Task Publishing_AsksForTheText_ThePapersAndTheArchive()
    {
        var (state, publish) = await AtAsync("platform", MoveKind.Publish);
        publish = publish with { PublishedOn = state.AllowedChannels(null) };
        Assert.Empty(Judge.InTheWay(state, publish, Today));

        Assert.Equal([new FingerprintBroken()], Judge.InTheWay(state, publish with { FingerprintHolds = false }, Today));
        Assert.Equal([new ReceiptsIncomplete()], Judge.InTheWay(state, publish with { ReceiptsComplete = false }, Today));
        Assert.Equal([new ArchiveNotMatched()], Judge.InTheWay(state, publish with { MatchesArchive = false }, Today));
        Assert.Equal(
            [new SignatureMissing(state.Route.Steps[0].Name)],
            Judge.InTheWay(state with { SignedSteps = new HashSet<string>() }, publish, Today)
        );
    }

    private static async Task<Problem?> WhyNotAsync(Given given, CaseFile file, MoveKind kind, string who) =>
        Judge.May(file, kind, await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today))).Problem;
}
