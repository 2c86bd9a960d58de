using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Publication;

/// <summary>发布内容与存档一致 (D3): what stands on a channel is held against what was approved.</summary>
[Slow]
public sealed class ConsistencyTests
{
    private static readonly byte[] Report = OfficeFiles.Docx(
        "一、工业",
        "增加值41.86亿元，增长9.5%。",
        new[] { "行业", "产值" },
        new[] { "采矿业", "52340" },
        new[] { "水泥", "18760" },
        "注：初步核算。"
    );
    private static readonly byte[] Table = OfficeFiles.Xlsx(["行业", "产值"], ["采矿业", 52340], ["水泥", 18760]);

    [Fact]
    public async Task TheSameBytes_AreTheSame_AndTheCheckStaysWithThePublication()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        var key = Given.Must(await UploadAsync(given, id, report, "下载.docx", Report));
        var check = Assert.Single(await given.Get<ConsistencyQueries>().OfItemAsync(id, given.By("gongye.editor"), given.Now));
        Assert.Equal(
            (key, CheckResult.SameFile, Channel.Website, "报告.docx", "下载.docx", 0),
            (check.Id, check.Result, check.Channel, check.FileName, check.FoundName, check.Total)
        );
        var entry = await given.ReadAsync(db => db.Audit.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal(("publish.check", id), (entry.Action, entry.SubmissionId));
    }

    [Fact]
    public async Task ASavedCopyWithTheSameWords_IsTheSameText()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        var copy = OfficeFiles.Docx(
            [
                "一、工业",
                "增加值 41.86 亿元,增长9.5%。",
                new[] { "行业", "产值" },
                new[] { "采矿业", "５２３４０" },
                new[] { "水泥", "18760" },
                "注：初步核算。",
            ],
            "页眉"
        );
        Given.Must(await UploadAsync(given, id, report, "报告.docx", copy));
        Assert.Equal(CheckResult.SameText, (await LastAsync(given, id)).Result);
    }

    [Fact]
    public async Task APageCopiedFromTheBrowser_IsTheSameText()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, table) = await PublishedAsync(given);
        Given.Must(
            await PasteAsync(
                given,
                id,
                report,
                "昌都市规模以上工业运行情况\r\n\r\n　　一、工业\r\n• 增加值 41.86 亿元，\r\n增长９.5％。"
                    + "\r\n行业\t产值\r\n采矿业\t52340\r\n水泥\t18760\r\n注：初步核算。\r\n"
            )
        );
        Assert.Equal(CheckResult.SameText, (await LastAsync(given, id)).Result);
        Given.Must(await PasteAsync(given, id, table, "行业\t产值\n采矿业\t52340\n水泥\t18760"));
        Assert.Equal(CheckResult.SameText, (await LastAsync(given, id)).Result);
    }

    [Theory]
    [InlineData("52340", "52430", DifferenceKind.Changed, "52340", "52430")]
    [InlineData("采矿业\t52340\n", "", DifferenceKind.Missing, "采矿业\t52340", "")]
    [InlineData("水泥", "食品\t5\n水泥", DifferenceKind.Added, "", "食品\t5")]
    public async Task WhatThePageSaysOtherwise_IsFound(string was, string became, DifferenceKind kind, string old, string @new)
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        Given.Must(
            await PasteAsync(
                given,
                id,
                report,
                "一、工业\n增加值41.86亿元，增长9.5%。\n行业\t产值\n采矿业\t52340\n水泥\t18760\n注：初步核算。".Replace(
                    was,
                    became,
                    StringComparison.Ordinal
                )
            )
        );
        var check = await LastAsync(given, id);
        Assert.Equal(CheckResult.Different, check.Result);
        Assert.Equal((kind, old, @new), (check.Differences.Single().Kind, check.Differences.Single().Old, check.Differences.Single().New));
    }

    [Fact]
    public async Task APageCopiedWithItsFrame_IsTheSameText_AndTheFrameIsKept()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        const string Text = "一、工业\n增加值41.86亿元，增长9.5%。\n行业\t产值\n采矿业\t52340\n水泥\t18760\n注：初步核算。";
        const string Title = "昌都市规模以上工业运行情况";
        Given.Must(await PasteAsync(given, id, report, $"首页 > 政务公开\n{Title}\n{Text}\n版权所有"));
        var check = await LastAsync(given, id);
        Assert.Equal((CheckResult.SameInPage, 0), (check.Result, check.Total));
        Assert.Equal([$"首页 > 政务公开\n{Title}", "版权所有"], check.Around.Select(a => a.New));
        Assert.Empty(check.InText);
        var same = await given.Get<ConsistencyQueries>().PageAsync(CheckFilter.Same, 0, given.By("platform.1"), given.Now);
        Assert.Equal(1, same.Total);

        // A file is no page: what stands before or after its text is a difference.
        Given.Must(await UploadAsync(given, id, report, "报告.txt", System.Text.Encoding.UTF8.GetBytes($"{Text}\n内部资料")));
        Assert.Equal(CheckResult.Different, (await LastAsync(given, id)).Result);
    }

    [Fact]
    public async Task AnAttachmentInAnothersPlace_IsFound()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        Given.Must(await UploadAsync(given, id, report, "报告.xlsx", Table));
        var check = await LastAsync(given, id);
        Assert.Equal(CheckResult.Different, check.Result);
        Assert.Contains("是已批准的“附表.xlsx”，不是“报告.docx”", check.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCheckIsKept_AndTheNewestCounts()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        var queries = given.Get<ConsistencyQueries>();
        var by = given.By("platform.1");
        Assert.Equal(2, (await queries.PageAsync(CheckFilter.Never, 0, by, given.Now)).Total);
        Given.Must(await PasteAsync(given, id, report, "别的文字"));
        Given.Must(await UploadAsync(given, id, report, "a.docx", Report));
        Assert.Equal(2, (await queries.OfItemAsync(id, by, given.Now)).Count);
        Assert.Equal([Channel.Intranet], (await queries.PageAsync(CheckFilter.Never, 0, by, given.Now)).Rows.Select(r => r.Channel));
        Assert.Equal(0, (await queries.PageAsync(CheckFilter.Different, 0, by, given.Now)).Total);
        Assert.Equal([Channel.Website], (await queries.PageAsync(CheckFilter.Same, 0, by, given.Now)).Rows.Select(r => r.Channel));
        Assert.True(await given.StoreHoldsAsync("别的文字"));
        var never = PublicationFiles.List(CheckFilter.Never, (await queries.PageAsync(CheckFilter.Never, null, by, given.Now)).Rows);
        var book = await OfficeFiles.TextAsync("a.xlsx", ListWorkbook.File(never));
        Assert.Contains("内网", book, StringComparison.Ordinal);
        Assert.DoesNotContain("外网", book, StringComparison.Ordinal);
        Assert.Contains("内网", await OfficeFiles.TextAsync("a.csv", Csv.File(never)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheHeadOfThePlatform_Checks_AndOnlyWhatIsPublished()
    {
        await using var given = await Given.BureauAsync();
        var (id, report, _) = await PublishedAsync(given);
        var early = await given.ItemAsync(RouteCodes.City, "platform");
        var checks = given.Get<ConsistencyService>();
        Assert.IsType<NotFound>(
            (
                await checks.PastedAsync(
                    new CheckTarget(id, Channel.Website, report),
                    "一",
                    Guid.NewGuid(),
                    given.By("office.1"),
                    given.Now
                )
            ).Problem
        );
        Assert.IsType<NotFound>(
            (
                await checks.PastedAsync(
                    new CheckTarget(early, Channel.Website, report),
                    "一",
                    Guid.NewGuid(),
                    given.By("platform.1"),
                    given.Now
                )
            ).Problem
        );
        Assert.IsType<NotPublishedThere>(
            (
                await checks.PastedAsync(new CheckTarget(id, Channel.Book, report), "一", Guid.NewGuid(), given.By("platform.1"), given.Now)
            ).Problem
        );
        Assert.IsType<NoSuchApprovedFile>(
            (
                await checks.PastedAsync(
                    new CheckTarget(id, Channel.Website, 99_999),
                    "一",
                    Guid.NewGuid(),
                    given.By("platform.1"),
                    given.Now
                )
            ).Problem
        );
        Assert.IsType<NoTextPasted>((await PasteAsync(given, id, report, " ")).Problem);
        Assert.Empty(await given.Get<ConsistencyQueries>().OfItemAsync(id, given.By("jiangda.editor"), given.Now));
    }

    [Fact]
    public async Task AFileThatCannotBeRead_IsCheckedByItsBytesAlone()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemWithAsync(RouteCodes.City, "nowhere", ("图.png", Files.Formats.SampleFiles.Png));
        var picture = await given.ApprovedFileAsync(id, "图.png");
        Assert.IsType<ApprovedTextUnreadable>((await PasteAsync(given, id, picture, "一")).Problem);
        Given.Must(await UploadAsync(given, id, picture, "图.png", Files.Formats.SampleFiles.Png));
        Assert.Equal(CheckResult.SameFile, (await LastAsync(given, id)).Result);
        Given.Must(await UploadAsync(given, id, picture, "图.jpg", Files.Formats.SampleFiles.Jpeg));
        Assert.Equal(CheckResult.Different, (await LastAsync(given, id)).Result);
    }

    private static async Task<(int Id, int Report, int Table)> PublishedAsync(Given given)
    {
        var id = await given.ItemWithAsync(RouteCodes.City, "nowhere", ("报告.docx", Report), ("附表.xlsx", Table));
        return (id, await given.ApprovedFileAsync(id, "报告.docx"), await given.ApprovedFileAsync(id, "附表.xlsx"));
    }

    private static Task<Outcome<int>> PasteAsync(Given given, int id, int file, string text) =>
        given
            .Get<ConsistencyService>()
            .PastedAsync(new CheckTarget(id, Channel.Website, file), text, Guid.NewGuid(), given.By("platform.1"), given.Now);

    private static async Task<Outcome<int>> UploadAsync(Given given, int id, int file, string name, byte[] bytes) =>
        await given
            .Get<ConsistencyService>()
            .UploadedAsync(
                new CheckTarget(id, Channel.Website, file),
                await given.FoundAsync(id, name, bytes),
                given.By("platform.1"),
                given.Now
            );

    private static async Task<CheckView> LastAsync(Given given, int id) =>
        (await given.Get<ConsistencyQueries>().OfItemAsync(id, given.By("office.1"), given.Now))[0];
}
