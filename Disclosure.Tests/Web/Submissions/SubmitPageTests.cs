using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Submissions;

namespace Disclosure.Tests.Web.Submissions;

public sealed class SubmitPageTests : IAsyncLifetime
{
    private FormBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await FormBench.OpenAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void Desk_WithoutDrafts_SaysWhatComesHere() =>
        Assert.Contains("还没有草稿", bench.Submit("gongye.bianji").Find(".empty").TextContent);

    [Fact]
    public void NewItem_OpensTheFormOfTheOwnUnit_AndIsInNoStoreYet()
    {
        var desk = bench.Submit("karuo.bianji");

        desk.Find("button.act").Click();

        desk.WaitForAssertion(() => Assert.EndsWith($"/submit/new/{bench.UnitOf("karuo.bianji")}", bench.Address));
        using var db = bench.Store.Look();
        Assert.Empty(db.Set<Submission>());
    }

    [Fact]
    public async Task EarlierItem_IsOfferedOnceItWasSent_AndLeadsToItsCopy()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var desk = bench.Submit("gongye.bianji");
        Button(desk, "button", "从以前的稿件新建").Click();
        desk.WaitForAssertion(() => Assert.Contains("没有找到送审过的稿件", desk.Find(".earlier-items").TextContent));

        await bench.MoveAsync(id, "gongye.bianji", c => c);
        desk.Find(".earlier-items form").Submit();

        desk.WaitForAssertion(() =>
            Assert.Equal($"submit/new/{bench.UnitOf("gongye.bianji")}/from/{id}", desk.Find(".earlier-items .acts a").GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Template_IsCalledOtherwiseAndDeletedAfterTheQuestion()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var (templates, by) = (bench.Store.Get<DraftTemplateService>(), bench.By("gongye.bianji"));
        Assert.True((await templates.SaveAsync("月报", bench.Item(id).Draft, null, id, by, bench.Now)).Ok);
        var desk = bench.Submit("gongye.bianji");

        Button(desk, ".templates button", "改名").Click();
        desk.Find(".templates input").Change("工业月报");
        desk.Find(".templates form").Submit();
        desk.WaitForAssertion(() => Assert.Contains("工业月报", desk.Find(".templates td").TextContent));
        Button(desk, ".templates button", "删除").Click();
        Assert.Single(await templates.AllAsync(by, bench.Now));
        Button(desk, "dialog button", "删除").Act();

        desk.WaitForAssertion(() => Assert.Empty(desk.FindAll(".templates")));
        Assert.NotNull(bench.Item(id));
    }

    [Fact]
    public async Task Draft_IsDeletedOnlyAfterTheQuestion()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var desk = bench.Submit("gongye.bianji");

        Button(desk, ".drafts button", "删除").Click();
        Assert.Contains("三季度经济运行分析", desk.Find("dialog").TextContent);
        Assert.NotNull(bench.Item(id));
        Button(desk, "dialog button", "删除").Act();

        desk.WaitForAssertion(() => Assert.Contains("还没有草稿", desk.Find(".empty").TextContent));
    }

    [Fact]
    public async Task ReturnedItem_StandsApartAndCannotBeDeleted()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        await bench.MoveAsync(id, "gongye.bianji", c => c);
        await bench.MoveAsync(id, "gongye.fuze", c => c with { Kind = MoveKind.Return, Text = "请补充来源。" });
        var desk = bench.Submit("gongye.bianji");

        Assert.Contains("退回我的", desk.Find(".drafts h2").TextContent);
        Assert.DoesNotContain(desk.FindAll(".drafts button"), b => b.Closest(".export") is null);
    }

    [Fact]
    public async Task Comparison_MarksWhatDiffersAndCanHideTheRest()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        await bench.MoveAsync(id, "gongye.bianji", c => c);
        await bench.MoveAsync(id, "gongye.fuze", c => c with { Kind = MoveKind.Return, Text = "请改标题并附表。" });
        await bench.SaveAsync(id, "gongye.bianji", c => c.Title = "三季度工业经济运行分析");
        await bench.UploadAsync(id, "附表.csv", "gongye.bianji");
        await bench.MoveAsync(id, "gongye.bianji", c => c);

        var comparison = bench.Compare(id, "gongye.bianji");
        Assert.Equal(["信息标题", "文件 新增"], comparison.FindAll("tr.differs th").Select(t => t.TextContent.Trim()));
        Assert.True(comparison.FindAll("tbody tr").Count > 2);
        comparison.Find(".compare-bar input[type=checkbox]").Change(true);

        Assert.Equal(2, comparison.FindAll("tbody tr").Count);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<SubmitPage> desk, string where, string words) =>
        desk.FindAll(where).First(b => b.TextContent.Trim() == words);
}
