using Bunit;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Archive;

namespace Disclosure.Tests.Web.Archive;

public sealed class ArchivePageTests
{
    [Fact]
    public async Task TheYear_IsListedWithItsTermsAndPackages()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "nowhere", c => c.Kind = ItemKind.Yearbook);
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<ArchivePage>();
        Assert.Contains("本年办结 1 件：永久 1 件", Screen.Words(page), StringComparison.Ordinal);
        Assert.Equal($"/archive/items/{id}.zip", page.Find("tbody a[download]").GetAttribute("href"));
        page.Find("a.mud-button-filled[download]").Click();
        Assert.Contains("边打包边下载", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYearWithoutItems_SaysWhatWillStandThere()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "platform.1");
        Assert.Contains("还没有办结的稿件", screen.Render<ArchivePage>().Find(".empty").TextContent, StringComparison.Ordinal);
    }
}
