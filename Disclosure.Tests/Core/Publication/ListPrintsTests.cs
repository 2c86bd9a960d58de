using Disclosure.Core.Approval;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Publication;

public sealed class ListPrintsTests
{
    [Fact]
    public async Task AnnualCatalogue_ListsTheYearByDayOfPublication()
    {
        await using var given = await Given.BureauAsync();
        var first = await given.ItemAsync(RouteCodes.City, "nowhere", c => (c.Title, c.Summary) = ("先公开的信息", "先公开的概述"));
        await given.ItemAsync(RouteCodes.City, "nowhere", c => c.Title = "后公开的信息");
        await given.ItemAsync(RouteCodes.City, "platform", c => c.Title = "尚未公开的信息");

        var drawn = Given.Must(await given.Get<ListPrints>().AnnualAsync(2026, given.By("karuo.editor"), given.Now));
        var text = FormPrinting.Poppler(drawn.Pdf);
        Assert.Equal("2026年政务信息目录.pdf", drawn.Name);
        Assert.Contains((await given.SubmissionAsync(first)).CatalogueIndex!, text, StringComparison.Ordinal);
        Assert.Contains("先公开的概述", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("先公开的信息", StringComparison.Ordinal) < text.IndexOf("后公开的信息", StringComparison.Ordinal));
        Assert.Contains("合计2条", text, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未公开", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task YearWithoutPublications_SaysSo()
    {
        await using var given = await Given.BureauAsync();
        var drawn = Given.Must(await given.Get<ListPrints>().AnnualAsync(2025, given.By("karuo.editor"), given.Now));
        Assert.Contains("本年度没有公开的信息。", FormPrinting.Poppler(drawn.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReturnNotice_SaysWhatWasReturnedByWhomAndWhy()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { Text = "第三部分数据与季报不一致。" }));
        var (item, view) = (await given.SubmissionAsync(id), (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!);

        var text = FormPrinting.Poppler(Given.Must(await given.Get<ListPrints>().ReturnAsync(id, given.By("gongye.editor"), given.Now)).Pdf);
        Assert.Contains(item.Number!, text, StringComparison.Ordinal);
        Assert.Contains(FormPrinting.Solid(item.Title), text, StringComparison.Ordinal);
        Assert.Contains("第三部分数据与季报不一致。", text, StringComparison.Ordinal);
        Assert.Contains("√需修改内容", text, StringComparison.Ordinal);
        Assert.Contains("第1轮", text, StringComparison.Ordinal);
        Assert.Contains($"签名：{view.Signatures[^1].Name}", text, StringComparison.Ordinal);
        Assert.Contains("修改后三审重新进行", text, StringComparison.Ordinal);
        Assert.Contains("修改时限未规定", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReturnForFormatOnly_SaysWhereTheItemComesBackTo()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { FormatOnly = true }));
        var text = FormPrinting.Poppler(Given.Must(await given.Get<ListPrints>().ReturnAsync(id, given.By("gongye.editor"), given.Now)).Pdf);
        Assert.Contains("√仅需修改格式", text, StringComparison.Ordinal);
        Assert.Contains("只需修改格式，送审后", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemThatIsOnItsWay_HasNoNotice()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Assert.IsType<NothingReturned>((await given.Get<ListPrints>().ReturnAsync(id, given.By("gongye.editor"), given.Now)).Problem);
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.IsType<NothingReturned>((await given.Get<ListPrints>().ReturnAsync(id, given.By("gongye.head"), given.Now)).Problem);
    }
}
