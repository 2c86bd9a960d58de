using Bunit;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Catalogue;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Catalogue;

public sealed class AnnualPageTests
{
    [Fact]
    public async Task Page_SaysHowManyStayInside_AndOffersTheFiles()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "nowhere");
        await given.ItemAsync(RouteCodes.City, "nowhere", c => (c.Channels, c.WebsiteColumn) = ([Channel.Intranet], ""));
        await using var screen = new Screen(given, "nobody");
        var page = screen.Render<AnnualPage>();
        Assert.Contains("另有 1 条仅在内网发布", Screen.Words(page), StringComparison.Ordinal);
        Assert.Contains("索引号缺少第一段", Screen.Words(page), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("table.annual tbody tr").Count);
        Assert.Equal("/catalogue/annual/2026.html", page.Find(".files a").GetAttribute("href"));
        var menus = page.FindComponents<ExportMenu>().Select(m => m.Instance);
        Assert.Equal(["/lists/published.pdf?year=2026", "/lists/annual.pdf?year=2026"], menus.Select(m => m.Address("pdf")));
        Assert.DoesNotContain("登记目录公布", Screen.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_RecordsWhereTheCatalogueStands()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "nowhere");
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<AnnualPage>();
        await page.FindAll("button").Single(b => b.TextContent == "登记目录公布…").ClickAsync(new());
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("请填写目录所在的网址", page.Find(".problem").TextContent, StringComparison.Ordinal));
        await page.Find("input[type=url]").ChangeAsync("https://tjj.example.cn/ml.html");
        await page.LeaveAsync();
        page = screen.Render<AnnualPage>();
        Assert.Equal("https://tjj.example.cn/ml.html", page.Find("input[type=url]").GetAttribute("value"));
        page.HoldsEveryField();
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("已登记，公布时目录共 1 条", Screen.Words(page), StringComparison.Ordinal));
        Assert.Equal("https://tjj.example.cn/ml.html", page.Find(".notices td.address").TextContent);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2027)]
    [InlineData(0)]
    public async Task YearThatIsNone_IsNotFound(int year)
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var navigation = screen.Services.GetRequiredService<NavigationManager>();
        var missing = false;
        navigation.OnNotFound += (_, _) => missing = true;
        navigation.NavigateTo($"/catalogue/annual?year={year}");
        Assert.Empty(screen.Render<AnnualPage>().FindAll("table"));
        Assert.True(missing);
    }
}
