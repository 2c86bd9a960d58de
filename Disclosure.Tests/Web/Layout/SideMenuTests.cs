using Bunit;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Layout;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Layout;

/// <summary>The side menu in groups, for the post that reads it.</summary>
public sealed class SideMenuTests
{
    [Fact]
    public async Task Groups_HoldWhatThePostOpens_InTheOrderOfAWorkingDay()
    {
        await using var given = await Given.BureauAsync();
        Assert.Equal(
            [
                "我的工作：工作台 投稿 待办文件 已办文件",
                "公开发布：公开目录 政策解读 意见征集 政务舆情 发布日历",
                "监督台账：暂停事由 年度事项 原件台账",
                "规则与工具：验真 空白表单 日历与时限 流程图 审查规则 检查规则 制度对照",
            ],
            await GroupsAsync(given, "karuo.editor")
        );
        Assert.Contains("系统管理：单位 人员与职责 打印设置", await GroupsAsync(given, "admin.system"));
        Assert.Contains("公开发布：发布台 核对发布件 公开目录 政策解读 意见征集 政务舆情 发布日历", await GroupsAsync(given, "platform.1"));
        Assert.Contains("监督台账：审计", await GroupsAsync(given, "admin.audit"));
    }

    [Fact]
    public async Task AGroupWithOneLine_IsThatLine()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = ScreenOf(given, "admin.audit");
        var menu = await MenuAsync(screen);

        Assert.Equal(["公开发布", "规则与工具"], menu.FindAll(".mud-nav-group > button").Select(b => b.TextContent.Trim()));
        Assert.NotNull(menu.Find("a[href='/audit']"));
    }

    [Fact]
    public async Task WhatIsOpened_StandsOpenTheNextTime_ForThisPersonAlone()
    {
        await using var given = await Given.BureauAsync();
        await using (var screen = ScreenOf(given, "karuo.editor"))
        {
            var menu = await MenuAsync(screen);
            Assert.Equal(["我的工作"], Open(menu));
            menu.FindAll(".mud-nav-group > button").Single(b => b.TextContent.Contains("监督台账", StringComparison.Ordinal)).Click();
            menu.WaitForAssertion(() => Assert.Equal(["我的工作", "监督台账"], Open(menu)));
            menu.FindAll(".mud-nav-group > button").Single(b => b.TextContent.Contains("我的工作", StringComparison.Ordinal)).Click();
        }

        await using var again = ScreenOf(given, "karuo.editor");
        again.Services.GetRequiredService<NavigationManager>().NavigateTo("/search");
        Assert.Equal(["监督台账"], Open(await MenuAsync(again)));
        await using var other = ScreenOf(given, "karuo.editor2");
        Assert.Equal(["我的工作"], Open(await MenuAsync(other)));
    }

    [Fact]
    public async Task TheGroupOfThePage_StandsOpen_WhateverWasChosen()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = ScreenOf(given, "karuo.editor");
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo("/catalogue/annual?year=2026");

        Assert.Contains("公开发布", Open(await MenuAsync(screen)));
    }

    [Fact]
    public async Task WhatAPersonCloses_StaysClosed_WhenTheCountsAreReadAnew()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = ScreenOf(given, "karuo.editor");
        var menu = await MenuAsync(screen);
        menu.Find(".mud-nav-group > button").Click();
        Assert.Empty(Open(menu));

        var counted = await screen.Services.GetRequiredService<Menu>().ReadAsync();
        menu.Render(p => p.Add(m => m.Frame, counted));

        Assert.Empty(Open(menu));
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo("/inbox");
        menu.Render(p => p.Add(m => m.Frame, counted));
        Assert.Equal(["我的工作"], Open(menu));
    }

    [Fact]
    public async Task AClosedGroup_SaysWhatWaitsInIt()
    {
        var view = new FrameView(
            "某人",
            "某科",
            [
                new("work", "我的工作", [new("", "工作台"), new("inbox", "待办文件", 3)]),
                new("ledgers", "监督台账", [new("holds", "暂停事由", 2, true), new("ledgers", "台账", 1)]),
            ],
            0
        );
        await using var given = await Given.BureauAsync();
        await using var screen = ScreenOf(given, "karuo.editor");
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo("/search");
        await screen.Services.GetRequiredService<Menu>().RememberAsync([]);
        var menu = screen.Render<SideMenu>(p => p.Add(m => m.Frame, view));

        var buttons = menu.FindAll(".mud-nav-group > button");
        Assert.Equal(["3", "3"], buttons.Select(b => b.QuerySelector(".waits")!.GetAttribute("data-waits")));
        Assert.Equal(["waits", "waits late"], buttons.Select(b => b.QuerySelector("span")!.ClassName));
        Assert.EndsWith("我的工作，3 件", buttons[0].GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.EndsWith("监督台账，3 件，有超期", buttons[1].GetAttribute("aria-label"), StringComparison.Ordinal);
        buttons[0].Click();
        Assert.Null(menu.Find(".mud-nav-group > button .waits").GetAttribute("data-waits"));
    }

    private static List<string> Open(IRenderedComponent<SideMenu> menu) =>
        [.. menu.FindAll(".mud-nav-group > button[aria-expanded=true]").Select(b => b.QuerySelector("span")!.TextContent)];

    private static async Task<IReadOnlyList<string>> GroupsAsync(Given given, string who)
    {
        await using var screen = ScreenOf(given, who);
        return
        [
            .. (await screen.Services.GetRequiredService<Menu>().ReadAsync()).Groups.Select(g =>
                $"{g.Word}：{string.Join(' ', g.Lines.Select(l => l.Word))}"
            ),
        ];
    }

    private static Screen ScreenOf(Given given, string who)
    {
        var screen = new Screen(given, who);
        screen.Services.AddScoped<Menu>();
        return screen;
    }

    private static async Task<IRenderedComponent<SideMenu>> MenuAsync(Screen screen)
    {
        var frame = await screen.Services.GetRequiredService<Menu>().ReadAsync();
        return screen.Render<SideMenu>(p => p.Add(m => m.Frame, frame));
    }
}
