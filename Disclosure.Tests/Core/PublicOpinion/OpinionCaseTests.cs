using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.PublicOpinion;

public sealed class OpinionCaseTests
{
    [Fact]
    public async Task Number_CountsWithoutZeros_AndTheSameClickTwiceIsOneCase()
    {
        await using var given = await Given.BureauAsync();
        var (entry, command) = (await given.EntryAsync(), Guid.NewGuid());
        var service = given.Get<OpinionService>();
        var first = Given.Must(await service.RegisterAsync(entry, command, given.By("office.1"), given.Now));
        Assert.Equal(first, Given.Must(await service.RegisterAsync(entry, command, given.By("office.1"), given.Now)));
        var second = await given.OpinionAsync();
        Assert.Equal(
            ["舆情〔2026〕1号", "舆情〔2026〕2号"],
            await given.ReadAsync(db =>
                db.OpinionCases.Where(c => c.Id == first || c.Id == second).OrderBy(c => c.Id).Select(c => c.Number).ToListAsync()
            )
        );
        Assert.Equal(2, await given.ReadAsync(db => db.Audit.CountAsync(e => e.Action == "opinion.registered")));
    }

    [Fact]
    public async Task ARefusedEntry_GivesNoNumberAway()
    {
        await using var given = await Given.BureauAsync();
        var entry = await given.EntryAsync();
        Assert.IsType<OpinionNotYet>((await given.RegisterAsync("office.1", entry with { RaisedAt = given.Now.AddMinutes(1) })).Problem);
        Assert.IsType<OpinionTooOld>((await given.RegisterAsync("office.1", entry with { RaisedAt = given.Now.AddYears(-2) })).Problem);
        Assert.Equal("Title", (await given.RegisterAsync("office.1", entry with { Title = " " })).Problem!.Field);
        Assert.IsType<OpinionLinkWrong>((await given.RegisterAsync("office.1", entry with { Link = "javascript:alert(1)" })).Problem);
        Assert.IsType<NoAnsweringUnit>(
            (await given.RegisterAsync("office.1", entry with { SectionId = await given.UnitIdAsync("juling") })).Problem
        );
        Assert.Equal("舆情〔2026〕1号", (await given.SeenAsync(await given.OpinionAsync()))!.Row.Number);
    }

    [Theory]
    [InlineData("office.1", "gongye", null)]
    [InlineData("gongye.editor", "gongye", null)]
    [InlineData("gongye.head", "gongye", null)]
    [InlineData("karuo.chief", "540302", null)]
    [InlineData("gongye.editor", "nongmu", typeof(NotYourUnitsOpinion))]
    [InlineData("deputy", "gongye", typeof(OfficeDecidesOnOpinion))]
    [InlineData("platform.1", "gongye", typeof(OfficeDecidesOnOpinion))]
    [InlineData("nobody", "gongye", typeof(NotFound))]
    [InlineData("admin.security", "gongye", typeof(NotFound))]
    public async Task OnlyTheOffice_AndTheUnitItself_Register(string who, string unit, Type? refusal)
    {
        await using var given = await Given.BureauAsync();
        Assert.Equal(refusal, (await given.RegisterAsync(who, await given.EntryAsync(unit: unit))).Problem?.GetType());
    }

    [Theory]
    [InlineData("office.1", true)]
    [InlineData("director", true)]
    [InlineData("deputy", true)]
    [InlineData("delegate", true)]
    [InlineData("platform.1", true)]
    [InlineData("gongye.editor", true)]
    [InlineData("gongye.head", true)]
    [InlineData("deputy.other", false)]
    [InlineData("nongmu.editor", false)]
    [InlineData("karuo.editor", false)]
    [InlineData("karuo.chief", false)]
    [InlineData("nobody", false)]
    [InlineData("former", false)]
    [InlineData("admin.system", false)]
    [InlineData("admin.audit", false)]
    public async Task WhoseCaseItIsNot_FindsNone(string who, bool sees)
    {
        await using var given = await Given.BureauAsync();
        var (id, queries) = (await given.OpinionAsync(), given.Get<OpinionQueries>());
        Assert.Equal(sees, await given.SeenAsync(id, who) is not null);
        Assert.Equal(sees, await queries.MayReadAsync(id, given.By(who), given.Now));
        Assert.Equal(sees ? 1 : 0, (await queries.PageAsync(OpinionFilter.All, "", 0, given.By(who), given.Now)).Total);
        Assert.Equal(
            sees,
            ListBook
                .Table(OpinionFiles.List(await queries.PageAsync(OpinionFilter.All, "", null, given.By(who), given.Now), "", given.Now))
                .Contains("用电", StringComparison.Ordinal)
        );
        Assert.Equal(sees, (await given.Get<OpinionService>().NoteAsync(id, "关注", Guid.NewGuid(), given.By(who), given.Now)).Ok);
    }

    [Fact]
    public async Task TheUnitThatRegistered_StillSeesItsCase_OnceAnotherAnswers()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.OpinionAsync(who: "gongye.editor");
        Given.Must(
            await given
                .Get<OpinionService>()
                .ChangeSectionAsync(id, await given.UnitIdAsync("nongmu"), "属农牧业数据", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        Assert.NotNull(await given.SeenAsync(id, "nongmu.editor"));
        var seen = (await given.SeenAsync(id, "gongye.head"))!;
        Assert.False(seen.Acts.Meet);
        Assert.Equal("工业能源科 → 农牧业科：属农牧业数据", seen.History[^1].Text);
    }

    [Fact]
    public async Task ALevel_BringsItsClocks_AllFromTheMomentItArose_AndNothingIsOverwritten()
    {
        await using var given = await Given.BureauAsync();
        var (raised, id, service) = (given.Now, await given.OpinionAsync(OpinionLevel.Ordinary), given.Get<OpinionService>());
        Assert.Equal(
            [(OpinionClock.Response, raised.AddHours(48))],
            (await given.SeenAsync(id))!.Row.Clocks.Select(c => (c.Clock, c.Limit.Due))
        );
        given.Wait(TimeSpan.FromHours(6));
        Assert.IsType<OpinionUnchanged>(
            (await service.ChangeLevelAsync(id, OpinionLevel.Ordinary, "无", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
        Assert.IsType<OfficeDecidesOnOpinion>(
            (await service.ChangeLevelAsync(id, OpinionLevel.Gravest, "升级", Guid.NewGuid(), given.By("gongye.head"), given.Now)).Problem
        );
        Given.Must(
            await service.ChangeLevelAsync(id, OpinionLevel.Gravest, "出现群体性事件", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        var row = (await given.SeenAsync(id))!.Row;
        Assert.Equal([raised.AddHours(5), raised.AddHours(24)], row.Clocks.Select(c => c.Limit.Due));
        Assert.Equal("发布权威信息 超时 1 小时 0 分", row.Words(given.Now));
        Assert.Equal(["一般，来源：微博", "一般 → 特别重大：出现群体性事件"], (await given.SeenAsync(id))!.History.Select(h => h.Text));
    }

    [Fact]
    public async Task WhatWasEnteredByHand_IsTakenBackByHand_AndBothRowsStay()
    {
        await using var given = await Given.BureauAsync();
        var (raised, id, service) = (given.Now, await given.OpinionAsync(), given.Get<OpinionService>());
        given.Wait(TimeSpan.FromHours(3));
        Task<Outcome<Done>> Meet(string who, DateTime at) =>
            service.MeetAsync(id, OpinionClock.Information, at, "市政府门户网站转发", Guid.NewGuid(), given.By(who), given.Now);
        Assert.IsType<MetBeforeRaised>((await Meet("gongye.head", raised.AddMinutes(-1))).Problem);
        Assert.IsType<OpinionNotYet>((await Meet("gongye.head", given.Now.AddMinutes(1))).Problem);
        Assert.IsType<AnsweringUnitDecides>((await Meet("director", given.Now)).Problem);
        Given.Must(await Meet("gongye.head", raised.AddHours(2)));
        Assert.IsType<ClockIsMet>((await Meet("office.1", given.Now)).Problem);
        Assert.True((await given.SeenAsync(id))!.Row.Clocks[0].ByHand);
        Given.Must(
            await service.WithdrawMetAsync(id, OpinionClock.Information, "转发的是旧稿", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        var seen = (await given.SeenAsync(id))!;
        Assert.Equal(OpinionClock.Information, seen.Row.Next!.Clock);
        Assert.Equal(["登记", "时限完成", "撤销完成登记"], seen.History.Select(h => h.Act));
        Assert.IsType<NothingToWithdraw>(
            (await service.WithdrawMetAsync(id, OpinionClock.Information, "再撤", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task AClosedCase_TakesNothingMore_UntilTheOfficeOpensItAgain()
    {
        await using var given = await Given.BureauAsync();
        var (id, service) = (await given.OpinionAsync(), given.Get<OpinionService>());
        Assert.IsType<OfficeDecidesOnOpinion>(
            (await service.CloseAsync(id, OpinionResult.Subsided, "已平息", Guid.NewGuid(), given.By("gongye.head"), given.Now)).Problem
        );
        Assert.IsType<OpinionFieldMissing>(
            (await service.CloseAsync(id, OpinionResult.Subsided, "", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
        Given.Must(await service.CloseAsync(id, OpinionResult.Subsided, "属误传，已平息", Guid.NewGuid(), given.By("office.1"), given.Now));
        Assert.IsType<OpinionIsClosed>((await service.NoteAsync(id, "补充", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem);
        Assert.IsType<OpinionIsClosed>(
            (await given.Get<OpinionReplyService>().BeginAsync(id, Guid.NewGuid(), given.By("gongye.editor"), given.Now)).Problem
        );
        given.Wait(TimeSpan.FromHours(10));
        Assert.Equal(0, (await given.Get<OpinionQueries>().CountAsync(given.By("office.1"), given.Now)).Late);
        Given.Must(await service.ReopenAsync(id, "又有新的转发", Guid.NewGuid(), given.By("office.1"), given.Now));
        Assert.Equal(new OpinionCounts(1, 1), await given.Get<OpinionQueries>().CountAsync(given.By("office.1"), given.Now));
        Assert.IsType<OpinionIsOpen>((await service.ReopenAsync(id, "再开", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem);
    }

    [Fact]
    public async Task List_HasOpenCasesByTimeLeft_ThenClosedOnes_AcrossPages()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<OpinionService>();
        var closed = await given.OpinionAsync();
        Given.Must(await service.CloseAsync(closed, OpinionResult.Answered, "完", Guid.NewGuid(), given.By("office.1"), given.Now));
        for (var i = 0; i < OpinionQueries.PageSize - 1; i++)
        {
            await given.OpinionAsync(OpinionLevel.Ordinary);
        }
        given.Wait(TimeSpan.FromHours(1));
        var urgent = await given.OpinionAsync(OpinionLevel.Gravest);
        var queries = given.Get<OpinionQueries>();
        var first = await queries.PageAsync(OpinionFilter.All, "", 0, given.By("director"), given.Now);
        Assert.Equal((urgent, OpinionQueries.PageSize, OpinionQueries.PageSize + 1), (first.Rows[0].Id, first.Rows.Count, first.Total));
        Assert.Equal(closed, Assert.Single((await queries.PageAsync(OpinionFilter.All, "", 1, given.By("director"), given.Now)).Rows).Id);
        Assert.Equal(
            closed,
            Assert.Single((await queries.PageAsync(OpinionFilter.Closed, "用电", 0, given.By("director"), given.Now)).Rows).Id
        );
        Assert.Empty((await queries.PageAsync(OpinionFilter.All, "没有这样的词", 0, given.By("director"), given.Now)).Rows);
    }

    [Theory]
    [InlineData(
        "网传某县数据造假\nhttps://m.weibo.cn/status/5091\n转发三千次",
        "网传某县数据造假",
        "微博",
        "https://m.weibo.cn/status/5091"
    )]
    [InlineData(
        "https://mp.weixin.qq.com/s/abc\n物价数据引发讨论，阅读十万",
        "物价数据引发讨论，阅读十万",
        "微信公众号",
        "https://mp.weixin.qq.com/s/abc"
    )]
    [InlineData("来电反映入户调查扰民", "来电反映入户调查扰民", "", "")]
    [InlineData("", "", "", "")]
    public void APastedMessage_FillsTheForm(string text, string title, string source, string link)
    {
        var read = PastedOpinion.Read(text);
        Assert.Equal((title, source, link), (read.Title, read.Source, read.Link));
    }
}
