using Bunit;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Publication;

namespace Disclosure.Tests.Web.Publication;

public sealed class CheckPageTests
{
    [Fact]
    public async Task PastedText_IsCheckedOnThePage_AndTheResultStandsBesideTheChannel()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, null, null, "增加值41.86亿元\n增长9.5%");
        await given.WalkAsync(id, "nowhere");
        await using var screen = new Screen(given, "platform.1", Disclosure.Web.Setup.Policies.Platform);
        Assert.Contains("未核对", Screen.Words(screen.Render<ChecksPage>()), StringComparison.Ordinal);

        var page = screen.Render<CheckPage>(p => p.Add(c => c.ItemId, id));
        page.Find("textarea").Change("增加值41.68亿元\n增长9.5%");
        await page.FindAll("button").Single(b => b.TextContent == "核对粘贴的文字").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(("41.86", "41.68"), (page.Find("del").TextContent, page.Find("ins").TextContent)));
        Assert.Contains(CheckResult.Different.Name(), page.Find(".check-kept summary").TextContent, StringComparison.Ordinal);

        await page.FindAll("button").Single(b => b.TextContent == "核对粘贴的文字").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(new NoTextPasted().Text, page.Find(".problem").TextContent, StringComparison.Ordinal));

        var view = (await given.Get<Disclosure.Core.Approval.ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;
        await using var editor = new Screen(given, "gongye.editor");
        var words = Screen.Words(editor.Render<ItemChannels>(p => p.Add(c => c.Item, view).Add(c => c.By, given.By("gongye.editor"))));
        Assert.Contains("已核对 不一致", words, StringComparison.Ordinal);
        Assert.Contains("未核对", words, StringComparison.Ordinal);
    }
}
