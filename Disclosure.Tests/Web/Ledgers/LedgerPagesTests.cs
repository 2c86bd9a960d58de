using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Ledgers;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Ledgers;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Ledgers;

[Slow]
public sealed class LedgerPagesTests
{
    [Fact]
    public async Task LastMonth_IsOwed_ConfirmedOnThePage_AndFrozen()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        await using var screen = new Screen(given, "office.1");
        var page = Open<LedgersPage>(screen, "/ledgers?month=2026-11");
        Assert.Contains("有 1 个月的台账尚未确认", Screen.Words(page), StringComparison.Ordinal);
        await page.Find("textarea").ChangeAsync("已核对");
        await page.FindAll("button").Single(b => b.TextContent == "确认2026年11月台账").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("确认，数字已封存", Screen.Words(page), StringComparison.Ordinal));
        Assert.DoesNotContain("尚未确认", Screen.Words(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("textarea"));
    }

    [Fact]
    public async Task Figure_OpensItsItems_AndSaysHowManyAreNotTheirs()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        await using var screen = new Screen(given, "office.1");
        var page = Open<LedgersPage>(screen, "/ledgers?month=2026-11&column=Items&block=All");
        Assert.Equal("/ledgers?month=2026-11&column=Items&block=All", page.Find("tr.sum:last-child td.chosen a").GetAttribute("href"));
        Assert.Contains("共 7 件，其中 3 件您无权查看，不列出", Screen.Words(page), StringComparison.Ordinal);
        Assert.Equal(4, page.FindAll("section table tbody tr").Count);
    }

    [Fact]
    public async Task NilMonth_SaysSo_AndTheRunningMonthCannotBeConfirmed()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var page = Open<LedgersPage>(screen, "/ledgers");
        Assert.Contains("本月无送审信息，零报告", Screen.Words(page), StringComparison.Ordinal);
        Assert.Contains("本月尚未结束", Screen.Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.StartsWith("确认", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Head_SeesTheOwnLineAndNoTotalOfTheBureau()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        await using var screen = new Screen(given, "gongye.head");
        var page = Open<LedgersPage>(screen, "/ledgers?month=2026-11");
        Assert.Equal(["工业能源科"], page.FindAll("th.name").Select(h => h.TextContent));
        Assert.DoesNotContain("尚未确认", Screen.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_ShowsOpinionsToReaders_AndNoneToTheAuditor()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<TracePage>(p => p.Add(x => x.Id, id));
        Assert.Contains("送审，已核。", page.Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("table.trace tbody tr").Count);

        await using var audit = new Screen(given, "admin.audit");
        page = audit.Render<TracePage>(p => p.Add(x => x.Id, id));
        Assert.Equal(2, page.FindAll("table.trace tbody tr").Count);
        Assert.DoesNotContain("已核。", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("规模以上工业", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/items/{id}\"", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task YearlyJudgement_AsksForItsReason_AndSaysWhatFreeingMeans()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await GivenLedgers.WithholdAsync(given, id);
        await using var screen = new Screen(given, "office.1");
        var page = Open<Disclosure.Web.Components.Ledgers.WithheldPage>(screen, "/withheld");
        Assert.Contains("1 件待本年复核", Screen.Words(page), StringComparison.Ordinal);
        page.FindAll("button").Single(b => b.TextContent == "复核…").Click();
        page.FindAll("input[type=radio]")[1].Change(true);
        Assert.Contains("须由工业能源科重新投稿", Screen.Words(page), StringComparison.Ordinal);
        await page.FindAll("button").Single(b => b.TextContent == "确认复核").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(new JudgementNeedsReason().Text, page.Find(".problem").TextContent, StringComparison.Ordinal)
        );
        await page.Find("textarea").ChangeAsync("情势已经变化");
        await page.FindAll("button").Single(b => b.TextContent == "确认复核").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("须由报送单位重新投稿送审后公开", Screen.Words(page), StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), b => b.Closest(".export") is null);
    }

    [Fact]
    public async Task WhatWasTypedAboutAMonthOrAJudgement_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await GivenLedgers.WithholdAsync(given, id);
        await using (var first = new Screen(given, "office.1"))
        {
            var ledger = Open<LedgersPage>(first, "/ledgers?month=2026-11");
            await ledger.Find("textarea").ChangeAsync("已核对");
            await ledger.LeaveAsync();
            var list = Open<WithheldPage>(first, "/withheld");
            list.FindAll("button").First(b => b.TextContent == "复核…").Click();
            await list.Find("textarea").ChangeAsync("情势已经变化");
            list.FindAll("input[type=radio]")[1].Change(true);
            await list.LeaveAsync();
        }
        await using var screen = new Screen(given, "office.1");
        var again = Open<WithheldPage>(screen, "/withheld");
        Assert.Equal("情势已经变化", again.Find("textarea").GetAttribute("value"));
        Assert.True(again.FindAll("input[type=radio]")[1].HasAttribute("checked"));
        again.HoldsEveryField();
        await again.FindAll("button").Single(b => b.TextContent == "确认复核").ActAsync();

        var page = Open<LedgersPage>(screen, "/ledgers?month=2026-11");
        Assert.Equal("已核对", page.Find("textarea").GetAttribute("value"));
        await page.FindAll("button").Single(b => b.TextContent == "确认2026年11月台账").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("备注：已核对", Screen.Words(page), StringComparison.Ordinal));
        Assert.Empty(await given.Get<FormDraftService>().LeftAsync("", given.By("office.1"), given.Now));
    }

    [Theory]
    [InlineData("office.1", true, true)]
    [InlineData("deputy", true, true)]
    [InlineData("director", true, true)]
    [InlineData("platform.1", true, false)]
    [InlineData("gongye.head", true, false)]
    [InlineData("karuo.chief", true, false)]
    [InlineData("gongye.editor", false, false)]
    [InlineData("admin.audit", false, false)]
    public async Task Menu_LeadsOnlyWhoMayGo(string who, bool ledger, bool withheld)
    {
        await using var given = await Given.BureauAsync();
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today));
        var paths = Menu.Groups(grants, new WorklistCounts(0, 0, 0, 0, 0), new HoldCounts(0, 0))
            .SelectMany(g => g.Lines)
            .Select(l => l.Path)
            .ToList();
        Assert.Equal((ledger, withheld), (paths.Contains("ledgers"), paths.Contains("withheld")));
    }

    private static IRenderedComponent<T> Open<T>(Screen screen, string address)
        where T : IComponent
    {
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return screen.Render<T>();
    }
}
