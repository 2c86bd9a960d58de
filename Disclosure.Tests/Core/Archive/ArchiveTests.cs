using System.Text.Json;
using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Archive;

/// <summary>归档: what is kept of an item and of a year, complete and verifiable.</summary>
[Slow]
public sealed class ArchiveTests
{
    [Fact]
    public async Task AnItemsPackage_HoldsFormFilesScansAndItsWholeWay()
    {
        await using var given = await Given.BureauAsync();
        var report = OfficeFiles.Docx("全文");
        var id = await given.ItemWithAsync(RouteCodes.City, "platform", ("报告.docx", report));
        await given.PrintAsync(id);
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Publish));
        var zip = await ItemAsync(given, id, "office.1");
        Assert.Equal(report, zip.Entries["附件/报告.docx"]);
        Assert.True(zip.Entries.Single(e => e.Key.EndsWith(".pdf", StringComparison.Ordinal)).Value.AsSpan().StartsWith("%PDF-"u8));

        var flow = JsonDocument.Parse(zip.Text("flow.json")).RootElement;
        Assert.Equal(
            (await given.SignaturesAsync(id)).Select(s => s.StaffName),
            flow.GetProperty("signatures").EnumerateArray().Select(s => s.GetProperty("name").GetString()!)
        );
        Assert.Equal(
            ["内网", "外网"],
            flow.GetProperty("publications")
                .EnumerateArray()
                .Select(p => p.GetProperty("channel").GetString()!)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("10年", flow.GetProperty("retention").GetString());
        var entry = await given.ReadAsync(db => db.Audit.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal(("archive.item", id), (entry.Action, entry.SubmissionId));
    }

    [Fact]
    public async Task AYearsPackage_HoldsAFolderForEachItem_AndOfErasedOnesTheRecordAlone()
    {
        await using var given = await Given.BureauAsync();
        var communique = await given.ItemAsync(RouteCodes.City, "nowhere", c => c.Kind = ItemKind.Communique);
        var stopped = await given.ItemAsync(RouteCodes.City, "office", c => c.Title = "不该留下的标题");
        Given.Must(await given.DoAsync(stopped, "office.1", MoveKind.Stop));
        await given.ItemAsync(RouteCodes.City, "office");
        using var made = new MemoryStream();
        var packages = given.Get<ArchivePackages>();
        await packages.WriteAsync(Given.Must(await packages.OfYearAsync(given.Today.Year, given.By("office.1"), given.Now)), made);
        var zip = new OpenedZip(made.ToArray());
        var folders = zip
            .Entries.Keys.Where(k => k.Contains('/', StringComparison.Ordinal))
            .Select(k => k.Split('/')[0])
            .Distinct()
            .Order()
            .ToList();
        Assert.Equal(2, folders.Count);
        Assert.Contains(zip.Entries.Keys, k => k.StartsWith($"{folders[0]}/正文/", StringComparison.Ordinal));
        Assert.Equal([$"{folders[1]}/flow.json"], zip.Entries.Keys.Where(k => k.StartsWith(folders[1], StringComparison.Ordinal)));
        var index = await OfficeFiles.TextAsync("index.csv", zip.Entries["index.csv"]);
        Assert.Equal(3, index.Split('\n').Length);
        Assert.Contains((await given.SubmissionAsync(communique)).Number!, index, StringComparison.Ordinal);
        Assert.Contains("永久\t完整", index, StringComparison.Ordinal);
        Assert.Contains("内容已清除，仅存办理记录", index, StringComparison.Ordinal);
        Assert.All(zip.Entries.Keys, k => Assert.DoesNotContain("不该留下的标题", zip.Text(k), StringComparison.Ordinal));
        Assert.Equal(1, await given.ReadAsync(db => db.Audit.CountAsync(e => e.Action == "archive.year")));
    }

    [Fact]
    public async Task TheList_IsOfTheYearInWhichItemsEnded_BySearchAndTerm()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "nowhere", c => c.Kind = ItemKind.Yearbook);
        await given.ItemAsync(RouteCodes.County, "nowhere", c => c.Title = "卡若区人口");
        await given.ItemAsync(RouteCodes.City, "deputy");
        var page = (await PageAsync(given, given.Today.Year, "", null))!;
        Assert.Equal((2, 2, 1), (page.Total, page.OfYear, page.Permanent));
        Assert.True(page.Bytes > 0);
        Assert.Equal(
            Retention.Permanent,
            Assert.Single((await PageAsync(given, given.Today.Year, "", Retention.Permanent))!.Rows).Retention
        );
        Assert.Equal("卡若区人口", Assert.Single((await PageAsync(given, given.Today.Year, "", Retention.TenYears))!.Rows).Title);
        Assert.Equal("卡若区人口", Assert.Single((await PageAsync(given, given.Today.Year, "人口", null))!.Rows).Title);
        Assert.Empty((await PageAsync(given, given.Today.Year - 1, "", null))!.Rows);
        Assert.IsType<NothingEnded>(
            (await given.Get<ArchivePackages>().OfYearAsync(given.Today.Year - 1, given.By("office.1"), given.Now)).Problem
        );
    }

    [Theory]
    [InlineData("office.1", true)]
    [InlineData("platform.1", true)]
    [InlineData("gongye.editor", false)]
    [InlineData("deputy", false)]
    [InlineData("admin.audit", false)]
    public async Task TheArchive_IsKeptByTheOfficeAndThePlatform(string who, bool keeps)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "nowhere");
        var packages = given.Get<ArchivePackages>();
        Assert.Equal(
            keeps,
            await given.Get<ArchiveQueries>().PageAsync(given.Today.Year, "", null, 0, given.By(who), given.Now) is not null
        );
        Assert.Equal(keeps, (await packages.OfItemAsync(id, given.By(who), given.Now)).Problem is not NotFound);
        Assert.Equal(keeps, (await packages.OfYearAsync(given.Today.Year, given.By(who), given.Now)).Problem is not NotFound);
    }

    [Fact]
    public async Task WhatHasNotEnded_IsNotArchived()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Assert.IsType<NotEndedYet>((await given.Get<ArchivePackages>().OfItemAsync(id, given.By("office.1"), given.Now)).Problem);
    }

    private static Task<ArchiveList?> PageAsync(Given given, int year, string text, Retention? retention) =>
        given.Get<ArchiveQueries>().PageAsync(year, text, retention, 0, given.By("office.1"), given.Now);

    private static async Task<OpenedZip> ItemAsync(Given given, int id, string who)
    {
        using var made = new MemoryStream();
        var packages = given.Get<ArchivePackages>();
        await packages.WriteAsync(Given.Must(await packages.OfItemAsync(id, given.By(who), given.Now)), made);
        return new OpenedZip(made.ToArray());
    }
}
