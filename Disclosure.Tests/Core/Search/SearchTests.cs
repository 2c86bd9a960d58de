using Disclosure.Core.Approval;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Search;

[Slow]
public sealed class SearchTests
{
    private const string Title = "昌都市2026年上半年规模以上工业经济运行情况简析";

    [Theory]
    [InlineData("工", SearchGroup.Title)]
    [InlineData("工业", SearchGroup.Title)]
    [InlineData("规模以上", SearchGroup.Title)]
    [InlineData("上半年规模以上工业经", SearchGroup.Title)]
    [InlineData("２０２６年上半年", SearchGroup.Title)]
    [InlineData("工业，经济", SearchGroup.Title)]
    [InlineData("简析 昌都", SearchGroup.Title)]
    [InlineData("gmysgy", SearchGroup.Title)]
    [InlineData("CDS2026", SearchGroup.Title)]
    [InlineData("增长五点二", SearchGroup.Summary)]
    [InlineData("GDP", SearchGroup.Summary)]
    [InlineData("gdp", SearchGroup.Summary)]
    [InlineData("仇小梅", SearchGroup.People)]
    [InlineData("仇", SearchGroup.People)]
    [InlineData("qxm", SearchGroup.People)]
    [InlineData("已核", SearchGroup.Opinion)]
    [InlineData("铜矿", SearchGroup.Body)]
    [InlineData("铜", SearchGroup.Body)]
    [InlineData("5.27%", SearchGroup.Body)]
    [InlineData("附件表", SearchGroup.Body)]
    [InlineData("工业 铜矿 已核", SearchGroup.Title)]
    [InlineData("昌统发审〔2026〕1号", SearchGroup.Number)]
    [InlineData("2026 1", SearchGroup.Number)]
    [InlineData("昌统发审2026-1", SearchGroup.Number)]
    [InlineData("2026-00001", SearchGroup.Number)]
    [InlineData("ཆབ་མདོ", SearchGroup.Summary)]
    public async Task Item_IsFound_ByWhateverIsTyped(string typed, SearchGroup where)
    {
        await using var given = await Given.BureauAsync();
        var id = await RichAsync(given);
        var found = Assert.Single((await given.FoundAsync("office.1", typed)).Rows);
        Assert.Equal((id, where, true), (found.Id, found.Group, found.MayOpen));
        Assert.Contains((IEnumerable<SnippetPart>)[.. found.Title, .. found.Snippet], p => p.Hit);
    }

    [Theory]
    [InlineData("工贸")]
    [InlineData("业工")]
    [InlineData("农")]
    [InlineData("工业 农业")]
    [InlineData("2026 777")]
    [InlineData("zzz")]
    public async Task WhatIsNotThere_IsNotFound(string typed)
    {
        await using var given = await Given.BureauAsync();
        await RichAsync(given);
        Assert.Equal(0, (await given.FoundAsync("office.1", typed)).Total);
    }

    [Fact]
    public async Task Hit_IsMarked_AndShownInItsSurroundings()
    {
        await using var given = await Given.BureauAsync();
        await RichAsync(given);
        var body = (await given.FoundAsync("office.1", "铜矿")).Rows[0];
        Assert.Equal("铜矿", Assert.Single(body.Snippet, p => p.Hit).Text);
        Assert.Contains("其中铜矿采选", body.PlainSnippet, StringComparison.Ordinal);
        var title = (await given.FoundAsync("office.1", "gmysgy")).Rows[0];
        Assert.Equal(("规模以上工业", Title), (Assert.Single(title.Title, p => p.Hit).Text, title.PlainTitle));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("，。！《》")]
    [InlineData("\"*^()")]
    public async Task MarksAlone_GetOneSentence(string typed)
    {
        await using var given = await Given.BureauAsync();
        Assert.IsType<NothingToSearch>(await given.RefusedAsync(typed));
    }

    [Fact]
    public async Task TooMuch_GetsOneSentence()
    {
        await using var given = await Given.BureauAsync();
        Assert.IsType<SearchTooLong>(await given.RefusedAsync(new string('工', 51)));
        Assert.IsType<TooManyWords>(await given.RefusedAsync("一 二 三 四 五 六"));
        Assert.Null(await given.RefusedAsync(new string('工', 50)));
        Assert.Null(await given.RefusedAsync("\" OR words:* NEAR( -"));
    }

    [Fact]
    public async Task Draft_IsFoundByItsNewWords_AndNoLongerByTheOld()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Title = "牦牛存栏");
        Assert.Equal([id], await given.KeysAsync("gongye.editor", "牦牛"));
        await given.EditAsync(id, "gongye.editor", c => c.Title = "青稞播种");
        Assert.Empty(await given.KeysAsync("gongye.editor", "牦牛"));
        Assert.Equal([id], await given.KeysAsync("gongye.editor", "青稞"));
    }

    [Fact]
    public async Task ReturnedItem_IsFoundByWhatItSaysNow()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section", c => c.Title = "牦牛存栏");
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        await given.EditAsync(id, "gongye.editor", c => c.Title = "青稞播种");
        Assert.Empty(await given.KeysAsync("gongye.head", "牦牛"));
        await given.WalkAsync(id, "section");
        Assert.Equal([id], await given.KeysAsync("gongye.head", "青稞"));
    }

    [Fact]
    public async Task DiscardedDraft_LeavesNoWord()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Title = "牦牛存栏");
        Assert.Equal([id], await given.KeysAsync("gongye.editor", "牦牛"));
        Given.Must(await given.Get<DraftService>().DiscardAsync(id, given.By("gongye.editor"), given.Now));
        Assert.Equal(0, await RowsAsync(given));
    }

    [Fact]
    public async Task Results_ArePagedByHundreds_NearestFirst()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => (c.Title, c.Summary) = ("藏东青稞", "无"));
        await given.CopyItemAsync(id, 104);
        var one = await given.DraftAsync(RouteCodes.City, c => (c.Title, c.Summary) = ("别的", "藏东青稞"));
        var pages = new List<int>();
        for (var page = 0; page < 6; page++)
        {
            pages.AddRange((await given.FoundAsync("gongye.editor", "青稞", page: page)).Rows.Select(r => r.Id));
        }
        var first = await given.FoundAsync("gongye.editor", "青稞");
        Assert.Equal((106, 105, 1), (first.Total, first.Groups[SearchGroup.Title], first.Groups[SearchGroup.Summary]));
        Assert.Equal(106, pages.Distinct().Count());
        Assert.Equal(one, pages[^1]);
        Assert.Equal(one, (await given.FoundAsync("gongye.editor", "青稞", a => a with { Newest = true })).Rows[0].Id);
        Assert.Equal(
            [one],
            (await given.FoundAsync("gongye.editor", "青稞", a => a with { Group = SearchGroup.Summary })).Rows.Select(r => r.Id)
        );
    }

    [Fact]
    public async Task Filters_Narrow()
    {
        await using var given = await Given.BureauAsync();
        var draft = await given.DraftAsync(RouteCodes.City);
        var sent = await given.ItemAsync(RouteCodes.County, "section", c => c.Kind = ItemKind.Analysis);
        var unit = await given.UnitIdAsync("540302");
        Assert.Equal([draft, sent], await given.KeysAsync("gongye.editor", "工业"));
        async Task<int[]> With(Func<SearchAsked, SearchAsked> how) =>
            [.. (await given.FoundAsync("gongye.editor", "工业", how)).Rows.Select(r => r.Id)];
        Assert.Equal([draft], await With(a => a with { State = ItemState.Draft }));
        Assert.Equal([sent], await With(a => a with { Kind = ItemKind.Analysis }));
        Assert.Equal([sent], await With(a => a with { UnitId = unit }));
        Assert.Equal(2, (await With(a => a with { Year = 2026 })).Length);
        Assert.Empty(await With(a => a with { Year = 2025 }));
    }

    [Fact]
    public async Task Index_SurvivesARestart_AndCatchesUpWithWhatItMissed()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Title = "牦牛存栏");
        Assert.Equal([id], await given.KeysAsync("gongye.editor", "牦牛"));
        await using var after = await given.CopyAsync();
        Assert.Equal(0, await after.Get<SearchService>().CatchUpAsync());
        Assert.Equal([id], await after.KeysAsync("gongye.editor", "牦牛"));
        await after.EditAsync(id, "gongye.editor", c => c.Title = "青稞播种");
        Assert.Equal(1, await after.Get<SearchService>().CatchUpDraftsAsync());
        Assert.Equal(0, await after.Get<SearchService>().UpdateAsync(id));
        Assert.Equal([id], await after.KeysAsync("gongye.editor", "青稞"));
    }

    [Fact]
    public async Task StoreWithoutAnIndex_FindsNothing_UntilItIsBuilt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Title = "牦牛存栏");
        await given.TamperAsync(SearchIndex.Drop);
        Assert.Equal(
            SearchResults.None,
            (await given.Get<SearchQueries>().PageAsync(new SearchAsked("牦牛"), 0, given.By("gongye.editor"), given.Now)).Value
        );
        Assert.Equal([id], await given.KeysAsync("gongye.editor", "牦牛"));
    }

    [Fact]
    public async Task File_OfWhatWasFound_HoldsNoFormula()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City, c => c.Title = "=HYPERLINK(\"青稞\")");
        await given.Get<SearchService>().CatchUpAsync();
        var file = Given.Must(await given.Get<SearchFiles>().SearchAsync(new SearchAsked("青稞"), given.By("gongye.editor"), given.Now));
        Assert.Contains("\"'=HYPERLINK(", ListBook.Table(file), StringComparison.Ordinal);
        using var book = new MemoryStream(ListWorkbook.File(file));
        Assert.Contains(
            (await FileReading.ReadAsync("a.xlsx", book)).Value.Parts[0].Lines,
            l => l.Text.Contains("'=HYPERLINK(", StringComparison.Ordinal)
        );
        Assert.Single(
            Given.Must(await given.Get<SearchFiles>().SearchAsync(new SearchAsked("青稞"), given.By("gongye.editor"), given.Now)).Rows
        );
        Assert.Single((await given.Get<SearchFiles>().WorklistAsync(Worklist.Drafts, "", null, given.By("gongye.editor"), given.Now)).Rows);
    }

    [Theory]
    [InlineData("表.xlsx")]
    [InlineData("文.docx")]
    public async Task OfficeFile_IsFoundByItsText(string name)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Title = "甲");
        var bytes = name.EndsWith("xlsx", StringComparison.Ordinal)
            ? Workbook.File(
                new WorkbookSheet(
                    "表",
                    ["指标"],
                    [
                        ["青稞播种面积"],
                    ]
                )
            )
            : given.Get<FormPrinter>().Docx(FormLibrary.All[0].Sample with { }).Value;
        Given.Must(await given.UploadBytesAsync(id, name, bytes, "gongye.editor"));
        Assert.Equal([id], await given.KeysAsync("gongye.editor", name.EndsWith("xlsx", StringComparison.Ordinal) ? "青稞播种" : "审批表"));
    }

    private static async Task<int> RichAsync(Given given)
    {
        var id = await given.DraftAsync(
            RouteCodes.City,
            c =>
            {
                (c.Title, c.Summary) = (Title, "全市ＧＤＰ增长五点二，ཆབ་མདོ་གྲོང་ཁྱེར།");
                c.Bylines.Add(new Byline { Name = "仇小梅" });
                Given.Complete(c);
                (c.Title, c.Summary) = (Title, "全市ＧＤＰ增长五点二，ཆབ་མདོ་གྲོང་ཁྱེར།");
            },
            body: "全市规上企业增加值增长5.27%，其中铜矿采选业拉动明显。"
        );
        await given.UploadAsync(id, "附件表.csv", "指标,数值\n增加值,12\n", "gongye.editor");
        await given.WalkAsync(id, "none");
        return id;
    }

    internal static Task<int> RowsAsync(Given given) =>
        given.ReadAsync(async db =>
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
                Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.SqlQuery<int>(
                    db.Database,
                    $"SELECT count(*) AS Value FROM SearchTexts"
                )
            )
        );
}
