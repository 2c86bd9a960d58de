using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Archive;

/// <summary>An item that has not ended is not archived.</summary>
public sealed record NotEndedYet() : Problem("稿件还没有办结，办结后才能归档。");

/// <summary>Nothing ended in the year.</summary>
public sealed record NothingEnded(int Year) : Problem($"{Year} 年没有办结的稿件，没有可以归档的内容。");

/// <summary>A package that may be taken: rights asked, written down in the chain, not yet written.</summary>
/// <param name="Name">File name.</param>
public sealed record ArchiveOrder(string Name)
{
    internal IReadOnlyList<ArchiveRow> Rows { get; init; } = [];

    internal bool IsYear { get; init; }

    internal Actor By { get; init; } = null!;

    internal DateTime At { get; init; }
}

/// <summary>
/// 归档包: the form with its review sheet and the record of its way, files, signed scans, flow.json and hashes; of one item or of a year.
/// </summary>
public sealed class ArchivePackages(WriteGate store, ArchiveQueries archive, ItemArchive items)
{
    private static readonly string[] Head =
    [
        "序号",
        "文件夹",
        "编号",
        "标题",
        "报送单位",
        "信息类别",
        "办理结果",
        "办结日期",
        "索引号",
        "保管期限",
        "内容",
    ];

    /// <summary>Orders the package of one item.</summary>
    public async Task<Outcome<ArchiveOrder>> OfItemAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        var found = await archive.FindAsync(id, by, now, ct);
        return found.Ok
            ? await NotedAsync(
                new ArchiveOrder($"归档_{PackageWriter.Safe(found.Value.Number)}.zip")
                {
                    Rows = [found.Value],
                    By = by,
                    At = now,
                },
                "archive.item",
                "下载归档包",
                id,
                ct
            )
            : found.Problem!;
    }

    /// <summary>Orders the package of a year.</summary>
    public async Task<Outcome<ArchiveOrder>> OfYearAsync(int year, Actor by, DateTime now, CancellationToken ct = default) =>
        await archive.PageAsync(year, "", null, null, by, now, ct) switch
        {
            null => new NotFound(),
            { Rows: [] } => new NothingEnded(year),
            { Rows: var rows } => await NotedAsync(
                new ArchiveOrder($"归档_{year}年.zip")
                {
                    Rows = rows,
                    IsYear = true,
                    By = by,
                    At = now,
                },
                "archive.year",
                $"下载 {year} 年归档包，{rows.Count} 件",
                null,
                ct
            ),
        };

    /// <summary>Writes an ordered package, item after item.</summary>
    /// <param name="output">Written forward only, left open.</param>
    public async Task WriteAsync(ArchiveOrder order, Stream output, CancellationToken ct = default)
    {
        await using var writer = await PackageWriter.BeginAsync(output, order.At, ct);
        var lines = new List<IReadOnlyList<string>> { Head };
        for (var i = 0; i < order.Rows.Count; i++)
        {
            var row = order.Rows[i];
            var folder = order.IsYear ? $"{(i + 1).ToString("0000", CultureInfo.InvariantCulture)}_{PackageWriter.Safe(row.Number)}/" : "";
            await items.WriteAsync(row, folder, writer, order.By, order.At, ct);
            lines.Add(Line(i + 1, folder, row));
        }
        if (order.IsYear)
        {
            await writer.AddAsync("index.csv", Csv.File(lines), ct);
        }
        await writer.FinishAsync(ct);
    }

    private static string[] Line(int number, string folder, ArchiveRow r) =>
        [
            number.ToString(CultureInfo.InvariantCulture),
            folder.TrimEnd('/'),
            r.Number,
            r.Title,
            r.Unit,
            r.Kind?.Name() ?? "",
            r.State.Name(),
            BureauTime.Day(r.EndedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            r.Index,
            r.Retention.Name(),
            r.Erased ? "内容已清除，仅存办理记录" : "完整",
        ];

    // Written down before the first byte leaves; when it cannot be written, nothing leaves.
    private Task<Outcome<ArchiveOrder>> NotedAsync(ArchiveOrder order, string action, string detail, int? item, CancellationToken ct) =>
        store.WriteAsync<ArchiveOrder>(
            async db =>
            {
                await AuditTrail.AppendAsync(db, new AuditFact(order.By, action, detail, order.At) { SubmissionId = item });
                return order;
            },
            null,
            ct
        );
}

/// <summary>Writes what is archived of one item.</summary>
public sealed class ItemArchive(Operations operations, PublicationQueries publications, ConsistencyQueries checks, ArchivePapers papers)
{
    internal async Task WriteAsync(ArchiveRow row, string folder, PackageWriter writer, Actor by, DateTime now, CancellationToken ct)
    {
        // A year takes minutes: whoever lost the right meanwhile gets no further.
        await using var op = await operations.ReadAsync(by, now, ct);
        var file = await op.CaseAsync(row.Id, ct) ?? throw new IOException("The item is no longer this reader's.");
        var (item, revisions) = (await op.RecordAsync(file, null, ct), await RevisionRow.OfItemAsync(op.Db, row.Id, ct));
        var (_, channels) = await publications.OfItemAsync(row.Id, by, now, ct);
        await writer.AddAsync(
            $"{folder}flow.json",
            FlowJson.Json(item, file.Holds, revisions, channels, await checks.OfItemAsync(row.Id, by, now, ct)),
            ct
        );
        if (!row.Erased)
        {
            await papers.WriteFormAsync(item, folder, writer, by, now, ct);
            await papers.WriteFilesAsync(item, folder, writer, ct);
        }
    }
}

/// <summary>The papers of one item: its form as it stands, its files, its scans.</summary>
public sealed class ArchivePapers(IDbContextFactory<DisclosureDb> contexts, BlobStore blobs, ItemSheets sheets, FormPrinter printer)
{
    private static string Folder(FileRole role) =>
        role switch
        {
            FileRole.Body => "正文",
            FileRole.Attachment => "附件",
            FileRole.SignedPageScan => "签字页",
            FileRole.SignedSheet => "签字原件",
            FileRole.ReviewPaper => "审查材料",
        };

    internal async Task WriteFormAsync(CaseRecord item, string folder, PackageWriter writer, Actor by, DateTime now, CancellationToken ct)
    {
        var sheet = await sheets.OfAsync(
            item,
            new PrintChoice { WithFlow = true, WithFiles = true },
            new PrintMark(0, "", "归档"),
            by,
            now,
            ct
        );
        var pdf = printer.Pdf(sheet);
        await (
            pdf.Ok
                ? writer.AddAsync($"{folder}{PackageWriter.Safe(sheet.Name)}.pdf", pdf.Value, ct)
                : writer.AddAsync($"{folder}{PackageWriter.Safe(sheet.Name)}_未能生成.txt", pdf.Problem!.Text, ct)
        );
    }

    internal async Task WriteFilesAsync(CaseRecord item, string folder, PackageWriter writer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var revision = await db.Submissions.Where(s => s.Id == item.Id).Select(s => s.RevisionId).FirstAsync(ct);
        var files = await db.ItemFiles.AsNoTracking().Where(f => f.SubmissionId == item.Id).OrderBy(f => f.Order).ToListAsync(ct);
        foreach (
            var file in files.Where(f => f.Role is FileRole.Body or FileRole.Attachment ? f.RevisionId == revision : f.RevisionId is null)
        )
        {
            var at = $"{folder}{Folder(file.Role)}/{PackageWriter.Safe(file.Name)}";
            var bytes = await blobs.OpenReadAsync(file.Sha256, Holder.Item(file.SubmissionId), ct);
            if (!bytes.Ok)
            {
                await writer.AddAsync($"{at}.说明.txt", bytes.Problem!.Text, ct);
                continue;
            }
            await using var content = bytes.Value;
            await writer.AddAsync(at, content, ct);
        }
    }
}
