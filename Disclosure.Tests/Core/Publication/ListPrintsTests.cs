using Disclosure.Core.Approval;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Publication;

public sealed class ListPrintsTests
{
    [Fact]
    public async Task ReturnNotice_SaysWhatWasReturnedByWhomAndWhy()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { Text = "第三部分数据与季报不一致。" }));
        var (item, view) = (
            await given.SubmissionAsync(id),
            (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!
        );

        var text = FormPrinting.Poppler(
            Given.Must(await given.Get<ListPrints>().ReturnAsync(id, given.By("gongye.editor"), given.Now)).Pdf
        );
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
        var text = FormPrinting.Poppler(
            Given.Must(await given.Get<ListPrints>().ReturnAsync(id, given.By("gongye.editor"), given.Now)).Pdf
        );
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
