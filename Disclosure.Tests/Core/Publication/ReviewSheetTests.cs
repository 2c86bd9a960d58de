using Disclosure.Core.Approval;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Publication;

public sealed class ReviewSheetTests
{
    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task TheReviewSheet_SaysWhatWasFilledIn_AndByWhom(string route)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, "section");
        var scan = await given.PaperAsync(id, "gongye.head");
        var approved = Given.With(
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
        Assert.True((await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = approved })).Ok);
        Assert.True((await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Answers = approved })).Ok);
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;

        var texts = FormRecords
            .SheetOf(item.Record, [], PrintMark.None, BoxWays.InSystem)
            .Pages.SelectMany(p => p.Texts())
            .Select(t => t.Text);
        Assert.Contains("科室负责人、办公室：已经批准，昌都市人民政府办公室，昌政办发〔2026〕12号 2026-10-08；第二部分引用专项资料", texts);
    }
}
