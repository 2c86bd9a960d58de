using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;

namespace Disclosure.Tests.Web.Approval;

public sealed class HomePageTests
{
    [Fact]
    public async Task AnEmptyDesk_SaysWhatComesHere()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.head");
        Assert.Contains("暂无待办。县区报来的稿件签收后会出现在这里。", screen.Render<HomePage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsOverdue_LiesOnTop_AndIsMarked()
    {
        await using var given = await Given.BureauAsync();
        var late = await given.ItemAsync(RouteCodes.City, "section");
        given.Wait(TimeSpan.FromDays(7));
        var fresh = await given.ItemAsync(RouteCodes.City, "section");
        await using var screen = new Screen(given, "gongye.head");
        var page = screen.Render<HomePage>();

        Assert.Equal([$"/items/{late}", $"/items/{fresh}"], page.FindAll("a.row-link").Select(a => a.GetAttribute("href")!));
        Assert.Equal("late", page.FindAll("tbody tr")[0].ClassName);
        Assert.Contains("超期 1", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCameBack_LeadsToTheFormForMending()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Assert.True((await given.DoAsync(id, "gongye.head", MoveKind.Return)).Ok);
        await using var screen = new Screen(given, "gongye.editor");
        Assert.Equal($"/items/{id}/edit", screen.Render<HomePage>().Find("[aria-labelledby=returned] a.row-link").GetAttribute("href"));
    }

    [Fact]
    public async Task ANewItem_AppearsWithoutAnybodyReloading()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.head");
        var page = screen.Render<HomePage>();
        Assert.Empty(page.FindAll("a.row-link"));

        var id = await given.DraftAsync(RouteCodes.City);
        await given.WalkAsync(id, "section");
        given.Wait(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal($"/items/{id}", page.Find("a.row-link").GetAttribute("href")));
    }

    [Fact]
    public async Task AList_IsSortedByTheColumnInItsAddress()
    {
        await using var given = await Given.BureauAsync();
        var b = await given.ItemAsync(RouteCodes.City, "section", c => c.Title = "乙");
        var a = await given.ItemAsync(RouteCodes.City, "section", c => c.Title = "丙");
        await using var screen = new Screen(given, "gongye.head");
        var down = screen.Render<WorklistTable>(p => p.Add(x => x.Worklist, Worklist.Waiting).Add(x => x.Sort, "-number"));

        Assert.Equal([$"/items/{a}", $"/items/{b}"], down.FindAll("a.row-link").Select(l => l.GetAttribute("href")!));
        Assert.Equal("descending", down.Find("th[aria-sort]").GetAttribute("aria-sort"));
    }
}
