using Bunit;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Submissions;

[Slow]
public sealed class CatalogueFieldTests
{
    private const string Field = "#field-CatalogueEntry";

    [Fact]
    public async Task Matter_IsTypedWhileNoneIsInForce_AndChosenOnceThereIs()
    {
        await using var bench = await FormBench.OpenAsync();
        var id = await bench.FilledAsync("gongye.bianji");
        Assert.Equal("INPUT", bench.Edit(id, "gongye.bianji").Find(Field).TagName);
        var row = StandingRow.Blank with
        {
            EntryId = 7,
            Group = "统计数据",
            Matter = "工业生产情况",
            SectionId = 1,
            Section = "工业能源科",
        };
        await bench.Store.GivenAsync(db =>
        {
            db.StandingVersions.Add(
                new StandingVersion
                {
                    Number = 1,
                    EffectiveOn = BureauTime.Day(bench.Now),
                    Reason = "理由",
                    RowsJson = StandingRows.ToJson([row]),
                    StaffId = 1,
                    StaffName = "甲",
                    At = bench.Now,
                }
            );
            return Task.CompletedTask;
        });
        await bench.SaveAsync(id, "gongye.bianji", c => c.CatalogueEntry = "以前写的");
        var form = bench.Edit(id, "gongye.bianji");
        Assert.Equal("以前写的（不在现行目录中，请重新选择）", form.Find($"{Field} option").TextContent);
        form.Find(Field).Change("7");
        await form.InvokeAsync(() => form.Instance.DisposeAsync().AsTask());
        var saved = bench.Item(id);
        Assert.Equal((7, "统计数据 / 工业生产情况"), (saved.CatalogueEntryId, saved.Draft.CatalogueEntry));
    }
}
