using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>Only the head of the platform takes what is to be published out of the intranet.</summary>
public sealed record OnlyThePlatform() : Problem("发布件只能由发布平台负责人打包。");

/// <summary>The item has not come to the platform.</summary>
public sealed record NotYetAtThePlatform() : Problem("稿件还没有审签到发布平台，不能打包发布件。");

/// <summary>A package that may be taken: judged, written down in the chain, not yet written.</summary>
/// <param name="Name">File name.</param>
public sealed record PreparedPackage(string Name)
{
    internal CaseFile File { get; init; } = null!;

    internal IReadOnlyList<ItemFile> Files { get; init; } = [];

    internal string Unit { get; init; } = "";

    internal string Section { get; init; } = "";

    internal DateTime At { get; init; }
}

/// <summary>发布件: what goes over to the outer network on a disc, complete and to be verified there.</summary>
public sealed class PublishingPackage(Operations operations, StoredContent content, BlobStore blobs)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Judges and writes down that the package is taken; nothing leaves when it cannot be written down.</summary>
    public async Task<Outcome<PreparedPackage>> PrepareAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        // Every byte is hashed again before the gate and bound to the revision judged inside it.
        await using var before = await operations.ReadAsync(by, now, ct);
        if (await RefusalAsync(before, id, ct) is { } refusal)
        {
            return refusal;
        }
        var verified = await content.VerifyAsync(id, ct);
        return await operations.WriteAsync<PreparedPackage>(
            by,
            now,
            async op =>
            {
                var gate = op.Db;
                if (await RefusalAsync(op, id, ct) is { } late)
                {
                    return late;
                }
                var file = (await CaseFile.LoadAsync(gate, id, ct))!;
                if (verified is null || verified != file.Item.RevisionId)
                {
                    return new FingerprintBroken();
                }
                await AuditTrail.AppendAsync(
                    gate,
                    new AuditFact(by, "publish.package", "打包发布件", now)
                    {
                        SubmissionId = id,
                        Duty = Duty.PlatformHead.Name(),
                        Fingerprint = file.Revision!.Fingerprint,
                    }
                );
                return new PreparedPackage($"发布件_{PackageWriter.Safe(file.Item.Number ?? $"{id}")}.zip")
                {
                    File = file,
                    Files = await gate
                        .ItemFiles.AsNoTracking()
                        .Where(f => f.RevisionId == file.Item.RevisionId)
                        .OrderBy(f => f.Order)
                        .ToListAsync(ct),
                    Unit = await gate.Units.Where(u => u.Id == file.Item.UnitId).Select(u => u.Name).FirstAsync(ct),
                    Section = await gate.Units.Where(u => u.Id == file.Item.SectionId).Select(u => u.Name).FirstAsync(ct),
                    At = now,
                };
            },
            null,
            ct
        );
    }

    /// <summary>Writes a prepared package.</summary>
    /// <param name="output">Written forward only, left open.</param>
    public async Task WriteAsync(PreparedPackage package, Stream output, CancellationToken ct = default)
    {
        await using var writer = await PackageWriter.BeginAsync(output, package.At, ct);
        var (links, body) = (new List<(ItemFile File, string Path)>(), (FileText?)null);
        foreach (var file in package.Files)
        {
            await using var bytes = Opened(await blobs.OpenReadAsync(file.Sha256, Holder.Item(file.SubmissionId), ct));
            links.Add(
                (
                    file,
                    await writer.AddAsync($"{(file.Role == FileRole.Body ? "正文" : "附件")}/{PackageWriter.Safe(file.Name)}", bytes, ct)
                )
            );
        }
        if (package.Files.FirstOrDefault(f => f.Role == FileRole.Body) is { } main)
        {
            await using var bytes = Opened(await blobs.OpenReadAsync(main.Sha256, Holder.Item(main.SubmissionId), ct));
            body = await FileReading.ReadAsync(main.Name, bytes, null, ct) is { Ok: true, Value: { Truncated: false } text } ? text : null;
        }
        var words = package.File.Content;
        await writer.AddAsync(
            "index.html",
            PageText.Page(words.Title, Facts(package), body, [.. links.Select(l => (l.File.Name, l.Path))]),
            ct
        );
        await writer.AddAsync("metadata.json", JsonSerializer.Serialize(Metadata(package, links), Json), ct);
        await writer.AddAsync("读我.txt", ReadMe(package), ct);
        await writer.FinishAsync(ct);
    }

    private static async Task<Problem?> RefusalAsync(Operation op, int id, CancellationToken ct)
    {
        var grants = op.Grants;
        var by = op.By;
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return new NotFound();
        }
        var review = file.ReviewFor(by.StaffId);
        return file switch
        {
            _ when !grants.Has(Duty.PlatformHead) => new OnlyThePlatform(),
            { Item.State: not ItemState.Published, Item.AtPlatform: false } => new NotYetAtThePlatform(),
            _ when review.MissingSignature is { } step => new SignatureMissing(step.Name),
            _ when review.WithheldByReply || review.WithholdingProposed => new MayNotBeDisclosed(),
            _ when review.ClosedFile is { } name => new FileIsWithdrawn(name),
            _ when file.AllowedChannels.Count == 0 => new NoChannelLeft(),
            _ => null,
        };
    }

    private static List<(string, string)> Facts(PreparedPackage p) =>
        [
            ("索引号", p.File.Item.CatalogueIndex ?? ""),
            ("编号", p.File.Item.Number ?? ""),
            ("信息类别", p.File.Content.Kind?.Name() ?? ""),
            ("生成日期", p.File.Content.FormedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            ("责任科室", p.Section),
            ("内容概述", p.File.Content.Summary),
        ];

    private static object Metadata(PreparedPackage p, IReadOnlyList<(ItemFile File, string Path)> files)
    {
        var (item, words) = (p.File.Item, p.File.Content);
        return new
        {
            number = item.Number,
            title = words.Title,
            summary = words.Summary,
            kind = words.Kind?.Name(),
            category = words.A8Category is >= 1 and <= 11 and var c ? $"{c}. {SubmissionWords.A8Categories[c - 1]}" : null,
            channels = p.File.AllowedChannels.Select(x => x.Name()),
            websiteColumn = words.WebsiteColumn,
            unit = p.Unit,
            section = p.Section,
            index = item.CatalogueIndex,
            formedOn = words.FormedOn,
            packedAt = BureauTime.Show(p.At),
            fingerprint = p.File.Revision!.Fingerprint,
            files = files.Select(f => new
            {
                path = f.Path,
                name = f.File.Name,
                role = f.File.Role == FileRole.Body ? "正文" : "附件",
                size = f.File.Size,
                sha256 = f.File.Sha256,
            }),
            // Posts, not persons: the package leaves the intranet.
            signatures = p.File.Standing.Select(s => new
            {
                step = p.File.Route.Step(s.Step).Name,
                post = s.Duty.Name(),
                at = BureauTime.Show(s.At),
                fingerprint = s.Fingerprint,
            }),
        };
    }

    private static string ReadMe(PreparedPackage p) =>
        $"""
            发布件：{p.File.Content.Title}
            编号：{p.File.Item.Number}　打包时间：{BureauTime.Show(p.At)}
            批准的发布渠道：{string.Join("、", p.File.AllowedChannels.Select(c => c.Name()))}
            校验码（全文）：{p.File.Revision!.Fingerprint}

            目录
              正文、附件：已批准的原文件，字节与审签时相同。
              index.html：可以直接用于网页的标题、正文和附件链接，不含脚本。
              metadata.json：编号、标题、类别、渠道、签署环节等。
              manifest.txt：每个文件的 SHA-256 校验值、字节数和路径。
              SHA256SUMS：供校验程序使用的清单。

            怎样核对
              在解压后的目录里执行 sha256sum -c SHA256SUMS，每一行都应显示 OK。
              Windows：certutil -hashfile 文件名 SHA256，与 manifest.txt 中的值比较。
              有任何一个不一致，请不要发布，回到内网重新打包。
              发布后，请在内网系统“核对发布件”中登记核对结果。

            """.ReplaceLineEndings("\r\n");

    // The bytes were there a moment ago when they were verified.
    private static Stream Opened(Outcome<Stream> bytes) => bytes.Ok ? bytes.Value : throw new IOException(bytes.Problem!.Text);
}
