using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Search;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.Search;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Search;

public sealed class SearchPageTests
{
    private const string Script = "./Components/Search/SearchPage.razor.js";

    [Fact]
    public async Task Found_StandsUnderWhereItWasFound_WithTheWordsMarked()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section", c => c.Summary = "另有青稞");
        await given.DraftAsync(RouteCodes.City, c => c.Title = "青稞产量");
        await using var screen = await OpenAsync(given, "gongye.editor", "/search?text=%E9%9D%92%E7%A8%9E");
        var page = screen.Render<SearchPage>();
        page.WaitForAssertion(() => Assert.Equal(["标题 1 件", "摘要 1 件"], page.FindAll("tr.group").Select(g => g.TextContent)));
        Assert.Equal("青稞产量", page.Find("td.name a").TextContent.Trim());
        Assert.All(page.FindAll("mark"), m => Assert.Equal("青稞", m.TextContent));
        Assert.Contains($"/items/{id}", page.FindAll("td.name a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["全部 2", "标题 1", "摘要 1"], page.FindAll("nav.tabs a").Select(a => a.TextContent));
        Assert.Equal("/lists/search.xlsx?text=%E9%9D%92%E7%A8%9E", page.FindComponent<ExportMenu>().Instance.Address("xlsx"));
    }

    [Fact]
    public async Task EmptyField_SaysWhatCanBeTyped_AndMarksAloneGetASentence()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = await OpenAsync(given, "gongye.editor", "/search");
        var page = screen.Render<SearchPage>();
        Assert.Contains("拼音首字母", Screen.Words(page), StringComparison.Ordinal);
        page.Find("#find").Change("，。");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("请输入至少一个汉字、字母或数字", page.Find(".problem").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Published_IsShownToEverybody_WithoutALinkToWhatTheyMayNotOpen()
    {
        await using var given = await Given.BureauAsync();
        await given.PublishedAsync(RouteCodes.County, c => c.Title = "青稞产量");
        await using var screen = await OpenAsync(given, "jiangda.editor", "/search?text=%E9%9D%92%E7%A8%9E");
        var page = screen.Render<SearchPage>();
        page.WaitForAssertion(() => Assert.Equal("/catalogue", page.Find("td.name a").GetAttribute("href")));
        Assert.DoesNotContain("/items/", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiltersUsedLast_AreTakenAgain_UntilTheyAreCleared()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City, c => c.Title = "青稞产量");
        await using var screen = await OpenAsync(given, "gongye.editor", "/search?text=%E9%9D%92%E7%A8%9E");
        var script = screen.JSInterop.SetupModule(Script);
        script.Mode = JSRuntimeMode.Loose;
        script.Setup<string?>("start").SetResult("state=Published");
        var page = screen.Render<SearchPage>();
        var address = screen.Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.EndsWith("text=%E9%9D%92%E7%A8%9E&state=Published", address.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的稿件，可以清除筛选再试", Screen.Words(page), StringComparison.Ordinal));
        await page.FindAll("button").First(b => b.TextContent.Trim() == "清除筛选").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("青稞产量", page.Find("td.name a").TextContent.Trim()));
        Assert.Equal("", script.Invocations["remember"][^1].Arguments[0]);
    }

    [Fact]
    public async Task Pile_CanBeTakenAlong_AsItIsFiltered()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City);
        await using var screen = new Screen(given, "gongye.editor");
        var page = screen.Render<WorklistTable>(p =>
            p.Add(x => x.Worklist, Worklist.Readable).Add(x => x.Empty, "无").Add(x => x.Text, "工业").Add(x => x.Sort, "-due")
        );
        Assert.Equal("/lists/readable.xlsx?text=%E5%B7%A5%E4%B8%9A&sort=-due", page.FindComponent<ExportMenu>().Instance.Address("xlsx"));
    }

    private static async Task<Screen> OpenAsync(Given given, string who, string address)
    {
        await given.Get<SearchService>().CatchUpAsync();
        var screen = new Screen(given, who);
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return screen;
    }
}
