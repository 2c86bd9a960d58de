using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Obligations;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Obligations;

public sealed class ObligationTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private static readonly DutyDraft Hearing = new(Today, "") { Reporter = "公开办负责人", Minutes = "会议听取了汇报。" };

    [Fact]
    public void Yearly_AreTheFive_WithTheirDays()
    {
        Assert.Equal(
            [
                "2025年政务信息目录 2026-01-31",
                "2025年政府信息公开工作年度报告 2026-01-31",
                "2025年统计公报 2026-06-30",
                "2025年统计年鉴 2026-12-31",
                "2026年主要领导听取政务公开工作汇报 2026-12-31",
            ],
            DueDates.Yearly.Select(d => $"{d.NameIn(2026)} {d.DueIn(2026):yyyy-MM-dd}")
        );
        Assert.All(
            DueDates.Yearly,
            d => Assert.True(d.Article.StartsWith("条例", StringComparison.Ordinal) || Articles.Find(d.Article).Length > 0, d.Article)
        );
    }

    [Theory]
    [InlineData("2026-05-01", null, DutyState.Ahead)]
    [InlineData("2026-10-31", null, DutyState.Ahead)]
    [InlineData("2026-11-01", null, DutyState.Near)]
    [InlineData("2026-12-31", null, DutyState.Near)]
    [InlineData("2027-01-01", null, DutyState.Late)]
    [InlineData("2027-01-01", "2026-12-31", DutyState.Done)]
    [InlineData("2027-02-01", "2027-01-03", DutyState.DoneLate)]
    public void State_FollowsTheDay(string today, string? done, DutyState expected)
    {
        var found = new DutyCase(
            YearlyDuty.Find("yearbook")!,
            2026,
            done is null ? null : new DutyPublication(1, "", "", DateOnly.Parse(done, System.Globalization.CultureInfo.InvariantCulture)),
            []
        );
        Assert.Equal(
            expected,
            found.StateOn(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 1, 1))
        );
    }

    [Fact]
    public async Task WhatWasDueBeforeTheProgramCameIntoUse_IsHeldAgainstNobody_AndMayBeEntered()
    {
        await using var given = await Given.BureauAsync();
        Assert.Equal(DutyState.BeforeUse, (await given.DutyAsync("communique", 2026)).State);
        await given.DoneAsync("communique", 2026, new DutyDraft(new DateOnly(2026, 5, 20), "https://tjj.example.cn/gb/2025"));
        Assert.Equal(DutyState.Done, (await given.DutyAsync("communique", 2026)).State);
    }

    [Fact]
    public async Task ACommunique_MeetsItsDuty_OnceItStandsOutsideTheIntranet()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(
            RouteCodes.City,
            "",
            c => (c.Kind, c.Channels, c.WebsiteColumn) = (ItemKind.Yearbook, [Channel.Intranet], "")
        );
        await given.ItemAsync(RouteCodes.City, "", c => c.Kind = ItemKind.Communique);
        var underWay = await given.ItemAsync(RouteCodes.City, "office", c => c.Kind = ItemKind.Yearbook);
        var communique = await given.DutyAsync("communique", 2026);
        Assert.Equal((DutyState.DoneLate, true), (communique.State, communique.Published is not null));
        var yearbook = await given.DutyAsync("yearbook", 2026);
        Assert.Equal((DutyState.Near, "在办 1 件，尚未对外发布"), (yearbook.State, yearbook.Left));
        // Somebody who may not read the item is not told that it is under way.
        Assert.Equal("送审并对外发布", (await given.DutyAsync("yearbook", 2026, "nongmu.head")).Left);
        await given.WalkAsync(underWay, "");
        Assert.Equal(DutyState.Done, (await given.DutyAsync("yearbook", 2026)).State);
    }

    [Fact]
    public async Task AnEntry_IsNeverOverwritten_CorrectedWithAReason_AndTakenBack()
    {
        await using var given = await Given.BureauAsync();
        await given.DoneAsync("hearing", 2026, Hearing);
        Assert.IsType<CorrectionNeedsReason>((await given.EnterAsync("hearing", 2026, Hearing)).Problem);
        await given.DoneAsync("hearing", 2026, Hearing with { Reporter = "公开办副主任", Reason = "汇报人写错" });
        var row = await given.DutyAsync("hearing", 2026);
        Assert.Equal(
            [("公开办副主任", true, "汇报人写错"), ("公开办负责人", false, "")],
            row.Entries.Select(e => (e.Reporter, e.Counts, e.Reason))
        );
        Assert.Equal("补传纪要扫描件", row.Left);

        Given.Must(
            await given.Get<ObligationService>().TakeBackAsync("hearing", 2026, "会议改期", Guid.NewGuid(), given.By("office.2"), given.Now)
        );
        row = await given.DutyAsync("hearing", 2026);
        Assert.Equal((DutyState.Near, 3), (row.State, row.Entries.Count));
        Assert.IsType<NothingToTakeBack>(
            (
                await given.Get<ObligationService>().TakeBackAsync("hearing", 2026, "再来", Guid.NewGuid(), given.By("office.2"), given.Now)
            ).Problem
        );
        Assert.Equal(
            [
                "登记完成：2026年主要领导听取政务公开工作汇报，2026-11-02",
                "更正登记：2026年主要领导听取政务公开工作汇报，2026-11-02，原因：汇报人写错",
                "撤销登记：2026年主要领导听取政务公开工作汇报，2026-11-02，原因：会议改期",
            ],
            await given.ReadAsync(db =>
                db.Set<AuditEntry>().Where(e => e.Action.StartsWith("duty.")).OrderBy(e => e.Seq).Select(e => e.Detail).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task AnEntry_IsRefused_ByEveryRuleItRestsOn()
    {
        await using var given = await Given.BureauAsync();
        var done = new DutyDraft(Today, "https://tjj.example.cn");
        Assert.IsType<DutiesAreTheOffices>((await given.EnterAsync("report", 2026, done, "gongye.head")).Problem);
        Assert.IsType<NotFound>((await given.EnterAsync("report", 2026, done, "admin.security")).Problem);
        Assert.IsType<NotFound>((await given.EnterAsync("nothing", 2026, done)).Problem);
        Assert.IsType<DoneOnWrong>((await given.EnterAsync("report", 2026, done with { DoneOn = Today.AddDays(1) })).Problem);
        Assert.IsType<DoneOnWrong>((await given.EnterAsync("report", 2027, done)).Problem);
        Assert.Equal("Place", (await given.EnterAsync("report", 2026, done with { Place = " " })).Problem!.Field);
        Assert.Equal("Reporter", (await given.EnterAsync("hearing", 2026, Hearing with { Reporter = "" })).Problem!.Field);
        Assert.Equal("Minutes", (await given.EnterAsync("hearing", 2026, Hearing with { Minutes = "" })).Problem!.Field);
        Assert.Equal(
            "Minutes",
            (await given.EnterAsync("hearing", 2026, Hearing with { Minutes = new string('字', 5001) })).Problem!.Field
        );
        // Neither somebody else's file nor one that was brought for something else.
        Assert.IsType<DutyFileMissing>(
            (await given.EnterAsync("hearing", 2026, Hearing with { FileSha256 = await given.FileAsync("office.2") })).Problem
        );
        Assert.IsType<DutyFileMissing>(
            (
                await given.EnterAsync(
                    "hearing",
                    2026,
                    Hearing with
                    {
                        FileSha256 = await given.FileAsync("office.1", DraftService.UploadPurpose(1)),
                    }
                )
            ).Problem
        );
        Assert.IsType<OwnerUnknown>(
            (
                await given
                    .Get<ObligationService>()
                    .AssignAsync(
                        "report",
                        Duty.SectionHead,
                        await given.UnitIdAsync("540302"),
                        Guid.NewGuid(),
                        given.By("office.1"),
                        given.Now
                    )
            ).Problem
        );
        Assert.IsType<OwnerUnknown>(
            (
                await given
                    .Get<ObligationService>()
                    .AssignAsync("report", Duty.Editor, null, Guid.NewGuid(), given.By("office.1"), given.Now)
            ).Problem
        );
    }

    [Fact]
    public async Task MinutesAndTheirScan_AreTheOfficesAndTheLeadersToSee()
    {
        await using var given = await Given.BureauAsync();
        await given.DoneAsync("hearing", 2026, Hearing with { FileSha256 = await given.FileAsync("office.1"), FileName = "纪要.txt" });
        foreach (
            var (who, sees) in new[]
            {
                ("office.2", true),
                ("director", true),
                ("deputy", true),
                ("gongye.head", false),
                ("karuo.editor", false),
            }
        )
        {
            var entry = (await given.DutyAsync("hearing", 2026, who)).Entries[0];
            Assert.Equal((sees, sees, "公开办负责人"), (entry.Minutes.Length > 0, entry.HasFile, entry.Reporter));
            Assert.Equal(sees, await given.Get<ObligationQueries>().AttachedAsync(entry.Id, given.By(who), given.Now) is not null);
        }
        Assert.Null(await given.Get<ObligationQueries>().YearAsync(2026, given.By("admin.security"), given.Now));
    }

    [Fact]
    public async Task WhoeverAnswersForADuty_IsReminded_AndTheHearingReachesTheLeaders()
    {
        await using var given = await Given.BureauAsync();
        Given.Must(
            await given
                .Get<ObligationService>()
                .AssignAsync(
                    "yearbook",
                    Duty.SectionHead,
                    await given.UnitIdAsync("nongmu"),
                    Guid.NewGuid(),
                    given.By("office.1"),
                    given.Now
                )
        );
        var due = await given.ReadAsync(db => new DutyReminders().DueAsync(db, given.Now));
        IEnumerable<string> Reached(string key) =>
            Given.Everybody.Where(p => due.Single(d => d.Key == key).StaffIds.Contains(given.By(p).StaffId));
        Assert.Equal(
            ["nongmu.editor", "nongmu.head"],
            Reached("duty/yearbook/2026/60").Where(p => !p.Contains("office", StringComparison.Ordinal))
        );
        // The deputy in charge of the office's own section, and not the other.
        Assert.Contains("director", Reached("duty/hearing/2026/60"));
        Assert.Contains("deputy", Reached("duty/hearing/2026/60"));
        Assert.DoesNotContain("deputy.other", Reached("duty/hearing/2026/60"));
        Assert.DoesNotContain("closed", Reached("duty/hearing/2026/60"));
        Assert.Equal("农牧业科", (await given.DutyAsync("yearbook", 2026)).Owner.Name);
    }

    [Fact]
    public async Task FewerThanTwoOfficers_AreCounted_WithoutClosedOrFreshAccounts()
    {
        await using var given = await Given.BureauAsync();
        Assert.False((await given.YearAsync(2026)).Officers.TooFew);
        await given.TamperAsync(
            "UPDATE Staff SET Active = 0 WHERE SignInName LIKE 'office.%' AND SignInName <> 'office.1' OR SignInName = 'gongye.head-office'"
        );
        var officers = (await given.YearAsync(2026)).Officers;
        Assert.Equal((1, true, "在岗的领导小组办公室人员只有 1 名，应不少于 2 名。"), (officers.Count, officers.TooFew, officers.Text));
    }

    [Fact]
    public async Task TheYear_GoesOut_AsTableAndText()
    {
        await using var given = await Given.BureauAsync();
        await given.DoneAsync("report", 2026, new DutyDraft(Today, "=https://tjj.example.cn"));
        var csv = ListBook.Table(
            DutyFiles.List((await given.Get<ObligationQueries>().YearAsync(2026, given.By("karuo.chief"), given.Now))!)
        );
        Assert.Contains(
            "\"2025年政府信息公开工作年度报告\",\"条例§50\",\"2026-01-31\",\"逾期完成\",\"领导小组办公室\",\"2026-11-02\",\""
                + "'=https://tjj.example.cn\"",
            csv,
            StringComparison.Ordinal
        );
        Assert.Null(await given.Get<ObligationQueries>().YearAsync(2026, given.By("admin.audit"), given.Now));
    }
}
