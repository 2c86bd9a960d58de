using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;

namespace Disclosure.Tests.Web.Approval;

public sealed class HomePageTests
{
    [Theory]
    [InlineData("karuo.editor", "暂无待办。退回的稿件和需要您确认的事项会出现在这里。", true)]
    [InlineData("karuo.chief", "暂无待办。本局报送、等您审查签字的稿件会出现在这里。", false)]
    [InlineData("gongye.head", "暂无待办。本科室报送的稿件和签收后的县区稿件，等您审查签字时会出现在这里。", false)]
    [InlineData("gongye.editor-head", "暂无待办。本科室报送的稿件和签收后的县区稿件，等您审查签字时会出现在这里。", true)]
    [InlineData("office.1", "暂无待办。科室审查通过、等待保密复核的稿件会出现在这里。", false)]
    [InlineData("deputy", "暂无待办。保密审查通过、等您审签的稿件会出现在这里。", false)]
    [InlineData("delegate", "暂无待办。保密审查通过、等您审签的稿件会出现在这里。", false)]
    [InlineData("platform.1", "暂无待办。批准发布的稿件会出现在这里，并同时列在发布台。", false)]
    [InlineData("admin.audit", "暂无待办。您的职责不经办稿件。", false)]
    public async Task AnEmptyWorklist_SaysWhatComesHere_ForThePostThatReadsIt(string who, string words, bool begins)
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, who);
        var page = screen.Render<HomePage>();

        Assert.Equal(words, page.Find("section.pile .empty p").TextContent);
        Assert.Equal(begins, page.FindAll(".empty a[href='/submit']").Count == 1);
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
