using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>The four holds (A10, B4–B6): what opens them, what they ask, and where the item goes on.</summary>
[Slow]
public sealed class HoldTests
{
    private static readonly IReadOnlyList<Answer> Undecided = Given.With(
        Criteria.Undecided,
        a => a with { Yes = true, Remark = "待会议审议", PublicComment = false }
    );
    private static readonly IReadOnlyList<Answer> Respondent = Given.With(
        Criteria.OtherReasons,
        a =>
            a with
            {
                Yes = true,
                Remark = "附表 2 只有一家企业",
                Reason = OtherReason.Respondent,
                Situation = RespondentSituation.ByAggregate,
            }
    );

    [Theory]
    [InlineData("edit")]
    [InlineData("section")]
    [InlineData("office")]
    [InlineData("deputy")]
    public async Task AnExpiredMarking_WaitsForItsDeclassification_AndGoesOnAtTheSameStep(string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        var who = Given.HolderOf(RouteCodes.City, step);
        var forward = Given.ForwardFrom(step);
        IReadOnlyList<Answer> expired = [.. Given.Declassifiable.Select(a => a with { Remark = "见封面" })];
        Assert.Equal(
            HoldKind.Declassification,
            Assert.IsType<HoldNeeded>((await given.DoAsync(id, who, forward, c => c with { Answers = expired })).Problem).Kind
        );

        Given.Must(await given.HoldAsync(id, who, HoldKind.Declassification, Criteria.Marked, expired));
        Assert.Equal((ItemState.Held, step), ((await given.SubmissionAsync(id)).State, (await given.SubmissionAsync(id)).Step));
        Assert.False((await given.DoAsync(id, who, forward)).Ok);
        Assert.Contains("解密文号", Assert.IsType<HoldIncomplete>((await given.ResumeAsync(id, who, HoldOutcome.Cleared)).Problem).Missing);

        var scan = await given.PaperAsync(id, who, "解密决定");
        Given.Must(await given.EnterAsync(id, who, _ => Given.Declassified(scan)));
        Given.Must(await given.ResumeAsync(id, who, HoldOutcome.Cleared));
        Assert.Equal(step, (await given.SubmissionAsync(id)).Step);
        Given.Must(await given.DoAsync(id, who, forward, c => c with { Answers = expired }));
        await given.WalkExplainingAsync(id);
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task WhatWasTypedBeforeAHold_IsThereAgainAfterIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(
            await given.Get<TypingService>().SaveAsync(id, "section", 1, """{"Opinion":"已核"}""", given.By("gongye.head"), given.Now)
        );
        Given.Must(
            await given.HoldAsync(
                id,
                "gongye.head",
                HoldKind.Postponement,
                Criteria.Undecided,
                Undecided,
                new() { Measures = "不对外提供" }
            )
        );
        Given.Must(await given.ResumeAsync(id, "gongye.head", HoldOutcome.Cleared));
        Assert.Equal(
            """{"Opinion":"已核"}""",
            (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.head"), given.Now))!.TypedJson
        );
    }

    [Fact]
    public async Task AClearance_CountsForItsFilesAndNoOthers()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        Given.Must(await given.HoldAsync(id, "gongye.editor", HoldKind.Declassification, Criteria.Marked, Given.Declassifiable));
        var scan = await given.PaperAsync(id, "gongye.editor", "解密决定");
        Given.Must(await given.EnterAsync(id, "gongye.editor", _ => Given.Declassified(scan)));
        Given.Must(await given.ResumeAsync(id, "gongye.editor", HoldOutcome.Cleared));
        Assert.Equal(ItemState.Draft, (await given.SubmissionAsync(id)).State);

        await given.UploadAsync(id, "另一份附件.txt", "另一份标有密级的附件", "gongye.editor");
        Assert.IsType<HoldNeeded>(
            (await given.DoAsync(id, "gongye.editor", MoveKind.Send, c => c with { Answers = Given.Declassifiable })).Problem
        );
    }

    [Fact]
    public async Task AnUndecidedMatter_IsPostponedForTenWorkingDays_ReferredAndGoesOnAfterTheReply()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "section");
        Assert.IsType<HoldIncomplete>(
            (await given.HoldAsync(id, "gongye.head", HoldKind.Postponement, Criteria.Undecided, Undecided)).Problem
        );
        Given.Must(
            await given.HoldAsync(
                id,
                "gongye.head",
                HoldKind.Postponement,
                Criteria.Undecided,
                Undecided,
                new() { Measures = "不对外提供" }
            )
        );
        // Monday 2 November 2026 and ten working days: Monday the 16th.
        Assert.Equal(new DateOnly(2026, 11, 16), (await given.OpenHoldAsync(id)).DueOn);

        Given.Must(await given.ResumeAsync(id, "office.1", HoldOutcome.Referred));
        var referral = await given.OpenHoldAsync(id);
        Assert.Equal((HoldKind.Referral, Criteria.Undecided, "section"), (referral.Kind, referral.Criterion, referral.Step));
        Assert.IsType<HoldIncomplete>((await given.ResumeAsync(id, "office.1", HoldOutcome.Cleared)).Problem);
        Given.Must(
            await given.EnterAsync(
                id,
                "office.1",
                p =>
                    p with
                    {
                        Question = ReferralQuestion.Disclosure,
                        Body = "有关主管部门",
                        Number = "昌统函〔2026〕8号",
                        Day = new DateOnly(2026, 11, 4),
                    }
            )
        );
        // The days run anew from the letter of Wednesday the 4th: Wednesday the 18th.
        Assert.Equal(new DateOnly(2026, 11, 18), (await given.OpenHoldAsync(id)).DueOn);

        var scan = await given.PaperAsync(id, "office.1", "答复");
        Given.Must(await given.EnterAsync(id, "office.1", _ => Given.Answered(scan)));
        Given.Must(await given.ResumeAsync(id, "office.1", HoldOutcome.Cleared));
        Assert.Equal((ItemState.UnderWay, "section"), ((await given.SubmissionAsync(id)).State, (await given.SubmissionAsync(id)).Step));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = Undecided }));
        await given.WalkExplainingAsync(id);
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task AReplyThatForbids_LeavesTheOfficeOnlyTheWithholding_WhichTheDeputyConfirms()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await ReferAndAnswerAsync(given, id, "gongye.head", HoldOutcome.Withheld);
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = Undecided }));
        Assert.IsType<MayNotBeDisclosed>(
            (
                await given.DoAsync(
                    id,
                    "office.1",
                    MoveKind.Approve,
                    c => c with { Answers = [.. Given.AllNo.Select(a => a with { Remark = "已核" })] }
                )
            ).Problem
        );

        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve, Withhold));
        Assert.Equal("deputy", (await given.SubmissionAsync(id)).Step);
        Assert.IsType<WithholdingToConfirm>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Decline));
        Assert.Equal(ItemState.Declined, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task AReplyThatItIsASecret_ErasesEverything()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "后来确定为国家秘密的内容甲");
        await given.WalkAsync(id, "office");
        await ReferAndAnswerAsync(given, id, "office.1", HoldOutcome.Classified);
        Assert.Equal(ItemState.Stopped, (await given.SubmissionAsync(id)).State);
        Assert.False(await given.StoreHoldsAsync("后来确定为国家秘密的内容甲"));
        Assert.False(await given.StoreHoldsAsync("有关主管部门"));
    }

    [Fact]
    public async Task ARespondent_IsNeverLetThrough_OnlyAProcessedVersionIs_AndAllThreeReviewsBeginAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Assert.Equal(
            HoldKind.Redaction,
            Assert
                .IsType<HoldNeeded>((await given.DoAsync(id, "deputy", MoveKind.Approve, c => c with { Answers = Respondent })).Problem)
                .Kind
        );
        Given.Must(
            await given.HoldAsync(
                id,
                "deputy",
                HoldKind.Redaction,
                Criteria.OtherReasons,
                Respondent,
                new() { Matters = [RedactedMatter.Respondent] }
            )
        );

        var item = await given.SubmissionAsync(id);
        Assert.Equal((ItemState.Returned, "edit", 2), (item.State, item.Step, item.Round));
        Assert.DoesNotContain(await given.SignaturesAsync(id), s => s.Standing);
        Assert.IsType<HoldIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        Given.Must(await given.EnterAsync(id, "gongye.editor", Given.Processed));
        Assert.IsType<StillUnprocessed>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);

        await given.ReplaceBodyAsync(id, "gongye.editor", "只含汇总数的版本");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
        // What the processed version still contains is asked anew, and the ended hold does not cover it.
        Assert.IsType<HoldNeeded>((await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = Respondent })).Problem);
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Finding = OfficeFinding.DiscloseInPart }));
        await given.WalkAsync(id, "never");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
        Assert.Equal(
            3,
            (await given.SignaturesAsync(id))
                .Where(s => s is { Standing: true, Tier: not null, Round: 2 })
                .Select(s => s.Tier)
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public async Task ASecretPart_IsErasedFromTheStoreBeforeTheProcessedVersionComes()
    {
        const string Secret = "部分涉密的原文丙丁戊";
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Summary = Secret + "概述", body: Secret);
        await given.WalkAsync(id, "office");
        Given.Must(
            await given.HoldAsync(
                id,
                "office.1",
                HoldKind.Redaction,
                "",
                Given.AllNo,
                new() { Matters = [RedactedMatter.StateSecret] },
                OfficeFinding.DiscloseInPart
            )
        );
        Assert.False(await given.StoreHoldsAsync(Secret));

        Given.Must(await given.EnterAsync(id, "gongye.editor", Given.Processed));
        await given.UploadAsync(id, "处理后的版本.txt", "不含涉密内容的版本", "gongye.editor");
        await given.EditAsync(id, "gongye.editor", Given.Complete);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Finding = OfficeFinding.DiscloseInPart }));
        await given.WalkAsync(id, "never");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
        Assert.Equal("昌统发审〔2026〕1号", (await given.SubmissionAsync(id)).Number);
    }

    [Fact]
    public async Task AReplyThatAllowsAPart_SaysWhichPartGoes_AndNobodyTakesThatBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await given.HoldAsync(id, "office.1", HoldKind.Referral, Criteria.Undecided, Undecided));
        var scan = await given.PaperAsync(id, "office.1", "答复");
        Given.Must(await given.EnterAsync(id, "office.1", _ => Given.Answered(scan)));
        Assert.Equal(
            HoldKind.Redaction,
            Assert.IsType<HoldIncomplete>((await given.ResumeAsync(id, "office.1", HoldOutcome.InPart)).Problem).Kind
        );
        Given.Must(
            await given.DoAsync(
                id,
                "office.1",
                MoveKind.Resume,
                c =>
                    c with
                    {
                        Outcome = HoldOutcome.InPart,
                        HoldPapers = new() { Matters = [RedactedMatter.Privacy] },
                    }
            )
        );
        Given.Must(await given.EnterAsync(id, "gongye.editor", p => p with { Matters = [RedactedMatter.StateSecret] }));
        Assert.Equal([RedactedMatter.Privacy], (await given.OpenHoldAsync(id)).Papers.Matters);
        Assert.Equal(ItemState.Returned, (await given.SubmissionAsync(id)).State);
    }

    [Theory]
    [InlineData(HoldKind.Declassification, "B3-2")]
    [InlineData(HoldKind.Postponement, "B3-2")]
    [InlineData(HoldKind.Referral, "")]
    [InlineData(HoldKind.Redaction, "B3-5")]
    public async Task AHold_NeedsTheAnswerOrTheFindingItRestsOn(HoldKind kind, string criterion)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.IsType<HoldNotOffered>(
            (
                await given.HoldAsync(
                    id,
                    "office.1",
                    kind,
                    criterion,
                    Given.AllNo,
                    new() { Measures = "一", Matters = [RedactedMatter.Other] },
                    OfficeFinding.Disclose
                )
            ).Problem
        );
    }

    [Fact]
    public async Task AHeldItem_MovesForNobody_ButMayBeWithdrawn()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(
            await given.HoldAsync(
                id,
                "gongye.head",
                HoldKind.Postponement,
                Criteria.Undecided,
                Undecided,
                new() { Measures = "不对外提供" }
            )
        );
        foreach (var kind in Enum.GetValues<MoveKind>().Except([MoveKind.Withdraw, MoveKind.Resume, MoveKind.Stop]))
        {
            foreach (var who in (string[])["gongye.editor", "gongye.head", "office.1", "deputy", "director", "platform.1"])
            {
                Assert.False((await given.DoAsync(id, who, kind)).Ok, $"{who} {kind}");
            }
        }
        Assert.False((await given.ResumeAsync(id, "deputy", HoldOutcome.Cleared)).Ok);
        Assert.False((await given.ResumeAsync(id, "gongye.editor", HoldOutcome.Cleared)).Ok);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Withdraw));
        Assert.Equal(HoldOutcome.Lapsed, (await given.HoldsAsync(id)).Single().Outcome);
    }

    [Fact]
    public async Task TheOffice_SeesWhatASectionHasHalted_AndTheNextLeaderDoesNot()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "section");
        Given.Must(
            await given.HoldAsync(
                id,
                "gongye.head",
                HoldKind.Postponement,
                Criteria.Undecided,
                Undecided,
                new() { Measures = "不对外提供" }
            )
        );
        Assert.Equal(id, (await given.Get<HoldQueries>().PageAsync(false, 0, given.By("office.1"), given.Now)).Rows.Single().SubmissionId);
        Assert.Empty((await given.Get<HoldQueries>().PageAsync(false, 0, given.By("deputy"), given.Now)).Rows);
        given.WaitUntil(new DateTime(2026, 11, 17, 9, 0, 0));
        Assert.Equal(1, (await given.Get<HoldQueries>().PageAsync(false, 0, given.By("office.1"), given.Now)).Overdue);
        var seen = await given.Get<HoldQueries>().FindAsync((await given.OpenHoldAsync(id)).Id, given.By("karuo.editor"), given.Now);
        Assert.True(seen is { Hold: { MayHandle: false, MayEnd: false, DaysLeft: -1 }, History.Count: 1 });
    }

    [Fact]
    public async Task PapersOfTwoWindows_DoNotOverwriteEachOther_AndRemindersKeepTheirHour()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(
            await given.HoldAsync(
                id,
                "gongye.head",
                HoldKind.Postponement,
                Criteria.Undecided,
                Undecided,
                new() { Measures = "不对外提供" }
            )
        );
        var (hold, holds) = (await given.OpenHoldAsync(id), given.Get<HoldService>());
        Given.Must(await holds.SaveAsync(hold.Id, hold.Papers with { Measures = "甲" }, hold.Version, given.By("office.1"), given.Now));
        Assert.IsType<HoldChanged>(
            (await holds.SaveAsync(hold.Id, hold.Papers with { Measures = "乙" }, hold.Version, given.By("gongye.head"), given.Now)).Problem
        );
        Given.Must(await holds.RemindAsync(hold.Id, given.By("office.1"), given.Now));
        Assert.IsType<RemindedJustNow>((await holds.RemindAsync(hold.Id, given.By("office.2"), given.Now.AddMinutes(59))).Problem);
        Given.Must(await holds.RemindAsync(hold.Id, given.By("office.2"), given.Now.AddHours(1)));
        Assert.Equal(hold.Version + 3, (await given.OpenHoldAsync(id)).Version);
        Assert.Equal(
            ["hold.papers", "hold.remind", "hold.remind"],
            await given.ReadAsync(db =>
                db.Set<Disclosure.Core.Audit.AuditEntry>()
                    .Where(e => e.Action.StartsWith("hold."))
                    .OrderBy(e => e.Seq)
                    .Select(e => e.Action)
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task AScanOfAnotherItem_IsNoPaperOfThisOne()
    {
        await using var given = await Given.BureauAsync();
        var other = await given.ItemAsync(RouteCodes.City, "section");
        var foreign = await given.PaperAsync(other, "gongye.head", "别的稿件的批准件");
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var approved = Given.With(
            Criteria.Sensitive,
            a =>
                a with
                {
                    Yes = true,
                    Remark = "第三段",
                    Approved = true,
                    Approval = new("市委办", "昌办〔2026〕3号", given.Today, foreign),
                }
        );
        Assert.IsType<PaperMissing>((await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = approved })).Problem);
        Given.Must(await given.HoldAsync(id, "gongye.head", HoldKind.Declassification, Criteria.Marked, Given.Declassifiable));
        Assert.IsType<PaperMissing>((await given.EnterAsync(id, "gongye.head", _ => Given.Declassified(foreign))).Problem);
    }

    private static Command Withhold(Command c) =>
        c with
        {
            Answers = Undecided,
            Finding = OfficeFinding.Withhold,
            Ground = WithholdingGround.UnderDeliberation,
            FindingBasis = "条例第十六条",
        };

    private static async Task ReferAndAnswerAsync(Given given, int id, string who, HoldOutcome outcome)
    {
        Given.Must(await given.HoldAsync(id, who, HoldKind.Referral, Criteria.Undecided, Undecided));
        var scan = await given.PaperAsync(id, "office.1", "答复");
        Given.Must(await given.EnterAsync(id, "office.1", _ => Given.Answered(scan)));
        Given.Must(await given.ResumeAsync(id, "office.1", outcome));
    }
}
