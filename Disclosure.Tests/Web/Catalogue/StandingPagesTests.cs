using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Catalogue;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Catalogue;
using Disclosure.Web.Components.Ledgers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Catalogue;

public sealed class StandingPagesTests
{
    [Fact]
    public async Task Office_BeginsPastesMendsUndoesAndEnforces_OnThePage()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<StandingEditPage>();
        async Task Press(string word) => await page.FindAll("button").First(b => b.TextContent == word).ClickAsync(new());
        async Task Send(string word) => await page.FindAll("button").First(b => b.TextContent == word).ActAsync();
        await Press("开始修订");
        await Press("从表格粘贴…");
        await page.Find("#paste").ChangeAsync(GivenCatalogue.Pasted);
        await Send("加入修订稿");
        Assert.Equal(2, page.FindAll("table.draft td.name").Count);
        await Press("修改");
        await page.Find("#matter").ChangeAsync("");
        await Send("存入修订稿");
        Assert.Contains("请填写事项（二级）", page.Find(".problem").TextContent, StringComparison.Ordinal);
        await page.Find("#matter").ChangeAsync("工业月报");
        await Send("存入修订稿");
        Assert.Contains("“工业月报”已存入修订稿", Screen.Words(page), StringComparison.Ordinal);
        await Press("撤销");
        Assert.Contains("工业生产情况", page.Find("table.draft td.name").TextContent, StringComparison.Ordinal);
        await Send("施行");
        Assert.Contains("请写明修订理由", Screen.Words(page), StringComparison.Ordinal);
        await page.Find(".enforce textarea").ChangeAsync("首次编制");
        await Send("施行");
        Assert.Contains("新版本已存档", Screen.Words(page), StringComparison.Ordinal);

        await using var reader = new Screen(given, "nobody");
        Assert.Contains("第 1 版，2026-11-02 起施行", Screen.Words(reader.Render<StandingPage>()), StringComparison.Ordinal);
        Assert.Contains("首次编制", Screen.Words(reader.Render<StandingHistoryPage>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasTypedAboutTheDraft_StandsThereAgain_UntilItIsSentOrTheDraftGivenUp()
    {
        await using var given = await Given.BureauAsync();
        await using (var first = new Screen(given, "office.1"))
        {
            var begun = first.Render<StandingEditPage>();
            await begun.FindAll("button").Single(b => b.TextContent == "开始修订").ClickAsync(new());
            await begun.Find(".enforce textarea").ChangeAsync("首次编制");
            await begun.FindAll("button").Single(b => b.TextContent == "从表格粘贴…").ClickAsync(new());
            await begun.Find("#paste").ChangeAsync(GivenCatalogue.Pasted);
            await begun.FindAll("button").Single(b => b.TextContent == "新增事项").ClickAsync(new());
            await begun.Find("#matter").ChangeAsync("工业月报");
            await begun.Find("#period").ChangeAsync("Month");
            await begun.LeaveAsync();
        }
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<StandingEditPage>();
        Assert.Equal("首次编制", page.Find(".enforce textarea").GetAttribute("value"));
        Assert.Equal("工业月报", page.Find("#matter").GetAttribute("value"));
        page.HoldsEveryField();
        await page.FindAll("button").Single(b => b.TextContent == "加入修订稿").ActAsync();
        Assert.Equal(2, page.FindAll("table.draft td.name").Count);
        Assert.Empty(page.FindAll("#paste"));

        await page.FindAll("button").Single(b => b.TextContent == "放弃修订稿").ClickAsync(new());
        await page.Find(".confirm button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("修订稿已放弃", Screen.Words(page), StringComparison.Ordinal));
        Assert.Empty(await given.Get<FormDraftService>().LeftAsync("", given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task History_ComparesTwoVersions_AndUnknownOnesAreNotFound()
    {
        await using var given = await Given.BureauAsync();
        await GivenCatalogue.EnforceAsync(given);
        await GivenCatalogue.EnforceAsync(given, "统计数据\t工业生产情况\t增加值和增速\t统计法\t每月，月后15日内\t工业能源科");
        await using var screen = new Screen(given, "nobody");
        Assert.Equal(
            ["公开内容", "增加值", "增加值和增速"],
            screen.Render<StandingHistoryPage>().FindAll(".change tbody td").Select(c => c.TextContent)
        );
        var navigation = screen.Services.GetRequiredService<NavigationManager>();
        var missing = false;
        navigation.OnNotFound += (_, _) => missing = true;
        navigation.NavigateTo("/catalogue/standing?version=9");
        screen.Render<StandingPage>();
        Assert.True(missing);
        missing = false;
        navigation.NavigateTo("/catalogue/standing/history?from=1&to=9");
        screen.Render<StandingHistoryPage>();
        Assert.True(missing);
    }

    [Fact]
    public async Task DuePage_LetsTheOfficeHangUpWhatIsLoose()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "nowhere");
        await GivenCatalogue.EnforceAsync(given);
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<DuePage>();
        Assert.Contains("未归入目录事项的发布（1 件）", Screen.Words(page), StringComparison.Ordinal);
        await page.Find(".unhung select").ChangeAsync(new() { Value = $"{await GivenCatalogue.MatterAsync(given, "工业生产情况")}" });
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".unhung")));
        Assert.Contains("昌都市规模以上工业运行情况", Screen.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicationLedger_ShowsEveryChannel()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "nowhere");
        await using var screen = new Screen(given, "platform.1");
        var page = screen.Render<PublicationLedgerPage>();
        Assert.Equal(2, page.FindAll("table tbody tr").Count);
        Assert.Contains($"https://tjj.example.cn/Website/{id}", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 件，共发布 2 次", Screen.Words(page), StringComparison.Ordinal);
    }
}
