using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.Obligations;

namespace Disclosure.Tests.Web.Obligations;

public sealed class ObligationPagesTests
{
    [Fact]
    public async Task TheOffice_EntersAHearingOnThePage_AndOthersOnlyReadThatItWasHeld()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<DutiesPage>();
        Assert.Equal(12, page.FindAll(".year-strip li").Count);
        page.Find("button[aria-label='登记2026年主要领导听取政务公开工作汇报']").Click();
        await page.Find("#reporter").ChangeAsync("公开办负责人");
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("请填写会议纪要。", Screen.Words(page), StringComparison.Ordinal));
        await page.Find("#minutes").ChangeAsync("听取了全年汇报。");
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("已完成", page.Find("#hearing").TextContent, StringComparison.Ordinal));

        await using var other = new Screen(given, "nongmu.head");
        var read = other.Render<DutiesPage>();
        Assert.Contains("汇报人：公开办负责人", Screen.Words(read), StringComparison.Ordinal);
        Assert.DoesNotContain("听取了全年汇报", read.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(read.FindAll("button"), b => b.Closest(".export") is null);
    }

    [Fact]
    public async Task TheWeek_StandsBelowWhatWaits_ForTheOfficeAndTheLeadersOnly()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "office");
        given.WaitUntil(new DateTime(2026, 11, 9, 9, 0, 0));
        await using var office = new Screen(given, "office.1");
        var desk = office.Render<HomePage>();
        Assert.Equal(["waiting", "office-week"], desk.FindAll("section.pile h2[id]").Select(h => h.Id!).Take(2));
        Assert.Contains("环节超期 · 办公室复核", desk.Find(".office-week").TextContent, StringComparison.Ordinal);
        await using var leader = new Screen(given, "director");
        Assert.Single(leader.Render<HomePage>().FindAll(".office-week"));
        await using var head = new Screen(given, "gongye.head");
        Assert.Empty(head.Render<HomePage>().FindAll(".office-week"));
    }

    [Fact]
    public async Task TooFewOfficers_AreWarnedOf_OnTheDeskOfOfficeAndSecurityAndOnThePage()
    {
        await using var given = await Given.BureauAsync();
        await given.TamperAsync(
            "UPDATE Staff SET Active = 0 WHERE SignInName LIKE 'office.%' AND SignInName <> 'office.1' OR SignInName = 'gongye.head-office'"
        );
        foreach (var who in (string[])["office.1", "admin.security"])
        {
            await using var screen = new Screen(given, who);
            Assert.Contains("在岗的领导小组办公室人员只有 1 名", Screen.Words(screen.Render<HomePage>()), StringComparison.Ordinal);
        }
        await using var reader = new Screen(given, "karuo.chief");
        Assert.Contains("在岗的领导小组办公室人员只有 1 名", Screen.Words(reader.Render<DutiesPage>()), StringComparison.Ordinal);
        Assert.DoesNotContain("在岗的领导小组办公室人员", Screen.Words(reader.Render<HomePage>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHead_PlansAReleaseAndConfirmsIt_AndOthersThenSeeItInTheMonth()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.head");
        var page = screen.Render<ReleasesPage>();
        page.FindAll("button").Single(b => b.TextContent == "计划发布…").Click();
        await page.Find("#r-title").ChangeAsync("规模以上工业运行情况");
        await page.Find("#r-day").ChangeAsync("2026-11-20");
        await page.FindAll("button").Single(b => b.TextContent == "列入日历").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("暂定", page.Find("table.papers").TextContent, StringComparison.Ordinal));
        await using var other = new Screen(given, "karuo.editor");
        Assert.Empty(other.Render<ReleasesPage>().FindAll(".month-grid a"));
        await page.FindAll("button").Single(b => b.TextContent == "确定").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已确定", page.Find("table.papers").TextContent, StringComparison.Ordinal));
        var seen = other.Render<ReleasesPage>();
        Assert.Equal("规模以上工业运行情况", seen.Find(".month-grid a").TextContent);
        Assert.DoesNotContain(seen.FindAll("button"), b => b.Closest(".export") is null);
    }

    [Fact]
    public async Task WhatWasTypedAboutADutyOrAPlannedRelease_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await Given.BureauAsync();
        await using (var first = new Screen(given, "office.1"))
        {
            var duties = first.Render<DutiesPage>();
            duties.Find("button[aria-label='登记2026年主要领导听取政务公开工作汇报']").Click();
            await duties.Find("#reporter").ChangeAsync("公开办负责人");
            await duties.LeaveAsync();
            var releases = first.Render<ReleasesPage>();
            releases.FindAll("button").Single(b => b.TextContent == "计划发布…").Click();
            await releases.Find("#r-title").ChangeAsync("规模以上工业运行情况");
            await releases.Find("#r-unit").ChangeAsync($"{await given.UnitIdAsync("nongmu")}");
            await releases.LeaveAsync();
        }
        await using var screen = new Screen(given, "office.1");
        var again = screen.Render<DutiesPage>();
        Assert.Equal("公开办负责人", again.Find("#reporter").GetAttribute("value"));
        again.HoldsEveryField();
        await again.FindAll("button").Single(b => b.TextContent == "取消").ClickAsync(new());

        var calendar = screen.Render<ReleasesPage>();
        Assert.Equal("规模以上工业运行情况", calendar.Find("#r-title").GetAttribute("value"));
        await calendar.FindAll("button").Single(b => b.TextContent == "列入日历").ActAsync();
        Assert.Contains("农牧", calendar.Find("table.papers").TextContent, StringComparison.Ordinal);
        await calendar.FindAll("button").Single(b => b.TextContent == "调整日期…").ClickAsync(new());
        await calendar.Find("[id^=reason]").ChangeAsync("等待复核");
        await calendar.LeaveAsync();
        Assert.Equal("等待复核", screen.Render<ReleasesPage>().Find("[id^=reason]").GetAttribute("value"));
        Assert.Equal(["releases/1/Move"], await given.Get<FormDraftService>().LeftAsync("", given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task TheAnnualReport_ShowsItsTablesAndTheParagraphToCopy()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "");
        await using var screen = new Screen(given, "director");
        var page = screen.Render<AnnualReportPage>(p => p.Add(x => x.Year, 2026));
        Assert.Equal(8, page.FindAll(".figures section").Count);
        Assert.Contains("发布政务信息1件", page.Find("textarea[readonly]").GetAttribute("value")!, StringComparison.Ordinal);
        Assert.Contains("本年没有记录", Screen.Words(page), StringComparison.Ordinal);
    }
}
