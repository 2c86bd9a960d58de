using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.PublicOpinion;
using Disclosure.Tests.Core.PublicOpinion;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.PublicOpinion;
using Disclosure.Web.Setup;

namespace Disclosure.Tests.Web.PublicOpinion;

[Slow]
public sealed class OpinionPagesTests
{
    [Fact]
    public async Task Entry_SaysUntilWhenEachLimitRuns_AndRegisters()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<OpinionEntryPage>();
        await page.Find("[data-draft=Pasted]").ChangeAsync("入户调查被指扰民\nhttps://www.douyin.com/video/1");
        Assert.Equal(("入户调查被指扰民", "抖音"), (page.Find("#title").GetAttribute("value"), page.Find("#source").GetAttribute("value")));
        page.FindAll("input[name=level]")[0].Change(true);
        Assert.Contains(
            "11-02 14:00 前发布权威信息（5 小时），11-03 09:00 前举行新闻发布会（24 小时）",
            Screen.Words(page),
            StringComparison.Ordinal
        );
        await page.Find("form [type=submit]").ActAsync();
        Assert.Contains("请选择负责回应的科室", page.Find(".problem").TextContent, StringComparison.Ordinal);
        await page.Find("#section-id").ChangeAsync(await given.UnitIdAsync("gongye"));
        await page.Find("form [type=submit]").ActAsync();
        Assert.Equal(
            1,
            (await given.Get<OpinionQueries>().PageAsync(OpinionFilter.Open, "入户", 0, given.By("office.1"), given.Now)).Total
        );
    }

    [Fact]
    public async Task Board_ReadsItselfAnew_AndColoursOnlyWhatIsDueOrOver()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.OpinionAsync();
        await using var screen = new Screen(given, "director");
        var page = screen.Render<OpinionBoardPage>();
        Assert.Equal(("5:00", ""), (page.Find(".left").TextContent, page.Find("li").ClassName));
        Assert.Contains("等待 工业能源科 编辑人员 起草回应稿件", Screen.Words(page), StringComparison.Ordinal);
        given.Wait(TimeSpan.FromHours(4.5));
        page.WaitForAssertion(() => Assert.Equal(("0:30", "last"), (page.Find(".left").TextContent, page.Find("li").ClassName)));
        given.Wait(TimeSpan.FromHours(2));
        page.WaitForAssertion(() => Assert.Equal(("1:30", "over"), (page.Find(".left").TextContent, page.Find("li").ClassName)));
        Assert.Contains("超时 1 件", Screen.Words(page), StringComparison.Ordinal);
        Given.Must(
            await given.Get<OpinionService>().CloseAsync(id, OpinionResult.Answered, "完", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        given.Wait(TimeSpan.FromSeconds(20));
        page.WaitForAssertion(() => Assert.Contains("目前没有在办的舆情", Screen.Words(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case_OffersEachPersonTheirOwnActs_AndSaysWhatTheyLeadTo()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.OpinionAsync();
        await using var director = new Screen(given, "director");
        Assert.Equal(
            ["记录进展或批注…"],
            director.Render<OpinionCasePage>(p => p.Add(x => x.Id, id)).FindAll("aside button").Select(b => b.TextContent)
        );
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<OpinionCasePage>(p => p.Add(x => x.Id, id));
        await page.FindAll("aside button").Single(b => b.TextContent == "办结…").ClickAsync(new());
        Assert.Contains("“发布权威信息”尚未完成，办结后按未完成记录", Screen.Words(page), StringComparison.Ordinal);
        await page.Find("aside textarea").ChangeAsync("误传，已平息");
        await page.FindAll("aside button").Single(b => b.TextContent == "确认办结").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("已办结：已回应", Screen.Words(page), StringComparison.Ordinal));
        Assert.Contains("未完成", Screen.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasTypedAboutACase_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await Given.BureauAsync();
        await using (var first = new Screen(given, "office.1"))
        {
            var left = first.Render<OpinionEntryPage>();
            await left.Find("#title").ChangeAsync("入户调查被指扰民");
            await left.Find("#section-id").ChangeAsync($"{await given.UnitIdAsync("gongye")}");
            await left.LeaveAsync();
        }
        await using var screen = new Screen(given, "office.1");
        var entry = screen.Render<OpinionEntryPage>();
        Assert.Equal("入户调查被指扰民", entry.Find("#title").GetAttribute("value"));
        entry.HoldsEveryField();
        await entry.Find("#summary").ChangeAsync("居民来电。");
        await entry.Find("#source").ChangeAsync("来电");
        await entry.Find("form [type=submit]").ActAsync();
        var cases = await given.Get<OpinionQueries>().PageAsync(OpinionFilter.Open, "入户", 0, given.By("office.1"), given.Now);

        var id = Assert.Single(cases.Rows).Id;
        var page = screen.Render<OpinionCasePage>(p => p.Add(x => x.Id, id));
        await page.FindAll("aside button").Single(b => b.TextContent == "调整责任科室…").ClickAsync(new());
        await page.Find("aside select").ChangeAsync($"{await given.UnitIdAsync("nongmu")}");
        await page.Find("aside textarea").ChangeAsync("涉及农牧业调查");
        await page.LeaveAsync();
        page = screen.Render<OpinionCasePage>(p => p.Add(x => x.Id, id));
        Assert.Equal("涉及农牧业调查", page.Find("aside textarea").GetAttribute("value"));
        await page.FindAll("aside button").Single(b => b.TextContent == "确认调整责任科室").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("责任科室 农牧", Screen.Words(page), StringComparison.Ordinal));
        Assert.Empty(await given.Get<FormDraftService>().LeftAsync("opinions/", given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task TheClock_IsShownToWhoeverHoldsTheReply()
    {
        await using var given = await Given.BureauAsync();
        var reply = await given.ReplyAsync(await given.OpinionAsync());
        await given.WalkAsync(reply, "section");
        await using var screen = new Screen(given, "gongye.head");
        var desk = screen.Render<HomePage>();
        Assert.Contains("政务舆情在办 1 件", Screen.Words(desk), StringComparison.Ordinal);
        Assert.StartsWith("紧急还剩 4 小时", desk.Find("tbody tr .urgent").TextContent, StringComparison.Ordinal);
        var item = screen.Render<Disclosure.Web.Components.Approval.ItemPage>(p => p.Add(x => x.Id, reply));
        Assert.StartsWith("紧急还剩", item.Find(".item-head .urgent").TextContent, StringComparison.Ordinal);
        given.Wait(TimeSpan.FromHours(5));
        desk.WaitForAssertion(() => Assert.StartsWith("紧急超时", desk.Find("tbody tr .urgent").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("office.1", 1, true)]
    [InlineData("director", 1, true)]
    [InlineData("nongmu.editor", 0, false)]
    public async Task Menu_CountsTheCasesOfTheReader(string who, int count, bool late)
    {
        await using var given = await Given.BureauAsync();
        await given.OpinionAsync();
        given.Wait(TimeSpan.FromHours(6));
        var heard = await given.Get<OpinionQueries>().CountAsync(given.By(who), given.Now);
        var grants = await given.ReadAsync(db => Disclosure.Core.Bureau.DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today));
        var line = Menu.Groups(grants, new WorklistCounts(0, 0, 0, 0, 0), new HoldCounts(0, 0), heard)
            .SelectMany(g => g.Lines)
            .Single(l => l.Path == "opinions");
        Assert.Equal(("政务舆情", count, late), (line.Word, line.Count, line.Late));
    }
}
