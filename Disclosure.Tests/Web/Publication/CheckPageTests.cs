using Bunit;
using Disclosure.Core.Bureau;
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
        await page.Find("textarea").ChangeAsync("增加值41.68亿元\n增长9.5%");
        await page.FindAll("button").Single(b => b.TextContent == "核对粘贴的文字").ActAsync();
        page.WaitForAssertion(() => Assert.Equal(("41.86", "41.68"), (page.Find("del").TextContent, page.Find("ins").TextContent)));
        Assert.Contains(CheckResult.Different.Name(), page.Find(".check-kept summary").TextContent, StringComparison.Ordinal);

        await page.FindAll("button").Single(b => b.TextContent == "核对粘贴的文字").ActAsync();
        page.WaitForAssertion(() => Assert.Contains(new NoTextPasted().Text, page.Find(".problem").TextContent, StringComparison.Ordinal));
        Assert.Equal(
            [$"https://tjj.example.cn/Intranet/{id}", $"/platform/checks/{id}?channel=Intranet#check", $"/items/{id}"],
            page.FindAll(".different-advice a").Select(a => a.GetAttribute("href"))
        );

        var view = (await given.Get<Disclosure.Core.Approval.ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;
        await using var editor = new Screen(given, "gongye.editor");
        var words = Screen.Words(editor.Render<ItemChannels>(p => p.Add(c => c.Item, view).Add(c => c.By, given.By("gongye.editor"))));
        Assert.Contains("已核对 不一致", words, StringComparison.Ordinal);
        Assert.Contains("未核对", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageCopiedWithItsFrame_ReadsTheSame_AndTheFrameIsShown()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, null, null, "增加值41.86亿元\n增长9.5%");
        await given.WalkAsync(id, "nowhere");
        await using var screen = new Screen(given, "platform.1", Disclosure.Web.Setup.Policies.Platform);
        var page = screen.Render<CheckPage>(p => p.Add(c => c.ItemId, id));
        async Task PasteAsync(string heading)
        {
            await page.Find("textarea").ChangeAsync($"首页　政务公开\n{heading}\n增加值41.86亿元\n增长9.5%\n网站地图　联系我们");
            await page.FindAll("button").Single(b => b.TextContent == "核对粘贴的文字").ActAsync();
        }

        // Whoever copies the whole page copies its heading.
        await PasteAsync("昌都市规模以下工业运行情况");
        page.WaitForAssertion(() => Assert.Equal("标题", page.Find(".differences td .soft").TextContent));
        Assert.Equal(("上", "下"), (page.Find("del").TextContent, page.Find("ins").TextContent));
        Assert.Single(page.FindAll(".different-advice"));

        await PasteAsync("昌都市规模以上工业运行情况");
        page.WaitForAssertion(() =>
            Assert.Contains(CheckResult.SameInPage.Name(), page.Find(".check-kept summary").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(["首页　政务公开", "网站地图　联系我们"], page.FindAll(".check-kept[open] .around pre").Select(a => a.TextContent));
        Assert.Empty(page.FindAll(".different-advice"));
    }

    [Fact]
    public async Task WhatWasPasted_StandsThereAgain_UntilItIsChecked()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, null, null, "增加值41.86亿元\n增长9.5%");
        await given.WalkAsync(id, "nowhere");
        await using (var first = new Screen(given, "platform.1", Disclosure.Web.Setup.Policies.Platform))
        {
            var left = first.Render<CheckPage>(p => p.Add(c => c.ItemId, id));
            await left.Find("textarea").ChangeAsync("增加值41.86亿元");
            await left.LeaveAsync();
        }
        await using var screen = new Screen(given, "platform.1", Disclosure.Web.Setup.Policies.Platform);
        var page = screen.Render<CheckPage>(p => p.Add(c => c.ItemId, id));
        Assert.Equal("增加值41.86亿元", page.Find("textarea").GetAttribute("value"));
        await page.FindAll("button").Single(b => b.TextContent == "核对粘贴的文字").ActAsync();
        page.WaitForAssertion(() => Assert.Equal("", page.Find("textarea").GetAttribute("value")));
        var kept = await given.Get<FormDraftService>().FindAsync($"items/{id}/check", given.By("platform.1"), given.Now);
        Assert.Null(kept);
    }
}
