using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Web.Review;

public sealed class ReviewTabTests
{
    [Fact]
    public async Task ReviewersWhoDiffer_StandSideBySide_WithTheReasonAndThePaper()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var scan = await given.PaperAsync(id, "gongye.head");
        var answers = Given.With(
            Criteria.Sensitive,
            a =>
                a with
                {
                    Yes = true,
                    Remark = "第二部分引用专项资料",
                    Approved = true,
                    Approval = new("昌都市人民政府办公室", "昌政办发〔2026〕12号", new DateOnly(2026, 10, 8), scan),
                }
        );
        Assert.True((await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = answers })).Ok);
        await using var screen = new ReviewScreen(given, id, "office.1");
        screen.Open("三审对照");

        Assert.Equal(
            ["审查项", "编辑自审", "科室自审", "分管领导终审", "办公室送审"],
            screen.Page.FindAll(".matrix thead th").Select(h => ReviewScreen.Words(h).Split(' ')[0])
        );
        Assert.Contains(given.By("gongye.head").Name, screen.Page.FindAll(".matrix thead th")[2].TextContent, StringComparison.Ordinal);
        var row = screen.Page.Find(".matrix tr.differs");
        Assert.Equal("2", row.GetAttribute("data-row"));
        Assert.Contains("不一致", row.TextContent, StringComparison.Ordinal);
        var said = row.QuerySelectorAll("td")[1];
        Assert.Contains("已经批准，昌都市人民政府办公室，昌政办发〔2026〕12号 2026-10-08", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("理由：第二部分引用专项资料", said.TextContent, StringComparison.Ordinal);
        var paper = await given.ReadAsync(db => db.ItemFiles.Where(f => f.Sha256 == scan.Sha256).Select(f => f.Id).SingleAsync());
        Assert.Equal($"/files/{paper}", said.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task TheReadersOwnAnswers_StandInTheLastColumnBeforeTheyAreSigned()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "office"), "office.1");
        screen.Open("三审对照");
        Assert.Empty(screen.Page.FindAll(".matrix tr.differs"));

        screen.Say(4, yes: true);
        var own = screen.Page.Find(".matrix tr[data-row='4'] td:last-child");
        Assert.Equal("办公室送审", own.GetAttribute("data-label"));
        Assert.Contains("您，未签署", own.TextContent, StringComparison.Ordinal);
        Assert.Equal("4", screen.Page.Find(".matrix tr.differs").GetAttribute("data-row"));
    }

    [Fact]
    public async Task AReaderWhoIsNotAsked_SeesTheFourReviewersOnly()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "platform"), "gongye.editor");
        screen.Open("三审对照");

        Assert.Equal(5, screen.Page.FindAll(".matrix thead th").Count);
        Assert.DoesNotContain("未签署", screen.Page.Find(".matrix").TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.Page.FindAll(".earlier-round"));
    }

    [Fact]
    public async Task RoundsThatAReturnSetAside_CanStillBeOpened()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.True((await given.DoAsync(id, "office.1", MoveKind.Return, c => c with { ReturnTo = "edit" })).Ok);
        await given.WalkAsync(id, "office");
        await using var screen = new ReviewScreen(given, id, "office.1");
        screen.Open("三审对照");

        var earlier = screen.Page.Find(".earlier-round");
        Assert.Equal("第 1 轮（已失效）", earlier.QuerySelector("summary")!.TextContent);
        Assert.Equal(
            ["编辑自审", "科室自审"],
            earlier.QuerySelectorAll("thead th").Skip(1).Select(h => ReviewScreen.Words(h).Split(' ')[0])
        );
        Assert.Equal(2, screen.Page.FindAll(".matrix").Count);
    }

    [Fact]
    public async Task Papers_StandAmongTheFiles_UnderTheirOwnHeading()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var before = new ReviewScreen(given, id, "gongye.head");
        before.Open("附件 1");
        Assert.DoesNotContain("审查材料", before.Shown.TextContent, StringComparison.Ordinal);

        await given.PaperAsync(id, "gongye.head", "制发单位同意函");
        await using var screen = new ReviewScreen(given, id, "gongye.head");
        screen.Open("附件 1");
        Assert.Equal("审查材料", screen.Shown.QuerySelector("h2")!.TextContent);
        Assert.Equal("制发单位同意函.png", screen.Shown.QuerySelectorAll("table.papers")[1].QuerySelector("a")!.TextContent);
    }
}
