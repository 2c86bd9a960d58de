using Bunit;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using MudBlazor;

namespace Disclosure.Tests.Web.Shared;

public sealed class ExportMenuTests
{
    [Fact]
    public async Task Menu_OffersThreeFiles_OfWhatThePageIsNarrowedTo()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var popovers = screen.Render<MudPopoverProvider>();
        var menu = screen.Render<ExportMenu>(p =>
            p.Add(x => x.List, ListName.Opinions).Add(x => x.Narrowed, [("show", "late"), ("text", "物价 & 菜"), ("page", "")])
        );
        Assert.Equal("导出", menu.Find("button").TextContent.Trim());
        menu.Find("button").Click();
        const string narrowed = "?show=late&text=%E7%89%A9%E4%BB%B7%20%26%20%E8%8F%9C";
        popovers.WaitForAssertion(() =>
            Assert.Equal(
                [
                    ("电子表格（xlsx）", $"/lists/opinions.xlsx{narrowed}", true),
                    ("可打印文件（PDF）", $"/lists/opinions.pdf{narrowed}", false),
                    ("数据（csv）", $"/lists/opinions.csv{narrowed}", true),
                ],
                popovers.FindAll("a").Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!, a.HasAttribute("download")))
            )
        );
    }
}
