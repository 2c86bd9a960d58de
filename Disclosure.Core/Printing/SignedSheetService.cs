using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Imaging;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>A scan taken in.</summary>
/// <param name="Id">Key of the scan.</param>
/// <param name="ItemId">The item it belongs to.</param>
/// <param name="Print">Number of the printing.</param>
/// <param name="Match">How it was matched.</param>
public sealed record TakenSheet(int Id, int ItemId, int Print, SheetMatch Match);

/// <summary>
/// Takes in scans and photographs of signed sheets: turned upright, shrunk, matched to their printing by the code on the paper, else by
/// hand.
/// </summary>
public sealed class SignedSheetService(Operations operations, BlobStore blobs, ItemNews news)
{
    /// <summary>Largest scan, MB.</summary>
    public const int LargestMegabytes = 30;

    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 200;

    /// <summary>Why an upload for the item cannot begin; null when it can. Item 0 leaves the item to the code.</summary>
    public static async Task<Problem?> RefusalAsync(DisclosureDb db, int id, long size, Grants by, CancellationToken ct = default)
    {
        if (size > LargestMegabytes * 1024L * 1024)
        {
            return new ScanTooLarge(LargestMegabytes);
        }
        var mine = db.Submissions.Where(ReadingRights.Of(db, by));
        return id == 0
            ? by.All.Any(g => !g.Duty.IsAdministrator())
                ? null
                : new NotFound()
            : await mine.AnyAsync(s => s.Id == id && s.State != ItemState.Stopped, ct)
                ? null
                : new NotFound();
    }

    /// <summary>
    /// Finishes an upload. Where no code can be read it answers <see cref="NoCodeRead"/> and keeps the upload, to be finished again with
    /// the number of the printing.
    /// </summary>
    /// <param name="uploadId">The upload, complete.</param>
    /// <param name="id">The item, or 0.</param>
    /// <param name="print">Number of the printing as read from the paper by the person, or null.</param>
    public async Task<Outcome<TakenSheet>> TakeAsync(
        Guid uploadId,
        int id,
        int? print,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var upload = await blobs.StatusAsync(uploadId, by.StaffId, ct);
        if (!upload.Ok)
        {
            return upload.Problem!;
        }
        if (upload.Value.Size > LargestMegabytes * 1024L * 1024)
        {
            return new ScanTooLarge(LargestMegabytes);
        }
        var content = await blobs.ReadUploadAsync(uploadId, by.StaffId, ct);
        if (!content.Ok)
        {
            return content.Problem!;
        }
        // Decoding takes a second or two of one core; the circuit's thread is not for that.
        var read = await Task.Run(() => SheetReader.Read(content.Value.Bytes, content.Value.Blob.Kind, ct), ct);
        if (!read.Ok)
        {
            return read.Problem!;
        }
        var placed = await PlaceAsync(read.Value.Codes, id, print, by, now, ct);
        if (!placed.Ok)
        {
            return placed.Problem!;
        }
        var taken = await KeepAsync(uploadId, upload.Value.Name, read.Value, placed.Value, by, now, ct);
        if (taken.Ok)
        {
            news.Tell(taken.Value.ItemId);
        }
        return taken;
    }

    /// <summary>Enters which boxes of the scan carry a signature by pen.</summary>
    public Task<Outcome<Done>> MarkAsync(int scanId, IReadOnlyList<string> steps, Actor by, DateTime now, CancellationToken ct = default) =>
        ChangeAsync(
            scanId,
            by,
            now,
            (scan, route, name) =>
            {
                if (scan.Withdrawn.Length > 0 || steps.Any(s => route.Steps.All(r => r.Code != s)))
                {
                    return new NoSuchBox();
                }
                scan.Mark(route.Steps.Select(s => s.Code).Where(steps.Contains), name, now);
                var signed = route.Steps.Where(s => steps.Contains(s.Code)).Select(s => s.Name).ToList();
                return $"核对第{scan.PrintNumber}次打印的签字原件：手签{(signed.Count == 0 ? "无" : string.Join('、', signed))}";
            },
            ct
        );

    /// <summary>Takes a scan out of account that was uploaded by mistake; the scan itself stays.</summary>
    public Task<Outcome<Done>> WithdrawAsync(int scanId, string reason, Actor by, DateTime now, CancellationToken ct = default) =>
        ChangeAsync(
            scanId,
            by,
            now,
            (scan, _, _) =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return new ScanWithdrawalNeedsReason();
                }
                if (reason.Trim().Length > ReasonLength)
                {
                    return new PaperTextTooLong(reason.Trim().Length, ReasonLength);
                }
                scan.Withdraw(reason.Trim());
                return $"撤销第{scan.PrintNumber}次打印的扫描件：{reason.Trim()}";
            },
            ct
        );

    /// <summary>Which printing the paper is: by its code, which must be one that was registered; else by the person's word.</summary>
    private async Task<Outcome<(PrintKey Print, SheetMatch Match)>> PlaceAsync(
        IReadOnlyList<string> codes,
        int id,
        int? print,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var mine = op.Items;
        if (codes.Select(PaperCode.Read).FirstOrDefault(c => c is not null) is { } code)
        {
            var named = await mine.FirstOrDefaultAsync(s => s.Id == code.ItemId, ct);
            if (named is null || (id != 0 && named.Id != id))
            {
                return new SheetOfAnotherItem(named?.Number ?? "");
            }
            return await db.FormPrints.AnyAsync(
                p => p.SubmissionId == code.ItemId && p.Number == code.Print && p.Fingerprint == code.Fingerprint,
                ct
            )
                ? (new PrintKey(code.ItemId, code.Print), SheetMatch.Code)
                : new SheetNotRegistered();
        }
        if (id == 0 || print is null)
        {
            return new NoCodeRead();
        }
        return await mine.AnyAsync(s => s.Id == id, ct) && await db.FormPrints.AnyAsync(p => p.SubmissionId == id && p.Number == print, ct)
            ? (new PrintKey(id, print.Value), SheetMatch.Hand)
            : new NoSuchPrint();
    }

    private Task<Outcome<TakenSheet>> KeepAsync(
        Guid uploadId,
        string name,
        ReadSheet read,
        (PrintKey Print, SheetMatch Match) placed,
        Actor by,
        DateTime now,
        CancellationToken ct
    ) =>
        operations.WriteAsync<TakenSheet>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var (id, print) = placed.Print;
                var grants = op.Grants;
                if (!await op.Items.AnyAsync(s => s.Id == id && s.State != ItemState.Stopped, ct))
                {
                    return new NotFound();
                }
                var kept = await BlobStore.KeepAsync(db, read.Bytes, read.Kind, now);
                if (!kept.Ok)
                {
                    return kept.Problem!;
                }
                var files = db.ItemFiles.Where(f => f.SubmissionId == id && f.Role == FileRole.SignedSheet);
                if (
                    await db.SignedSheets.FirstOrDefaultAsync(
                        s =>
                            s.SubmissionId == id
                            && s.PrintNumber == print
                            && s.Withdrawn == ""
                            && files.Any(f => f.Id == s.FileId && f.Sha256 == kept.Value.Sha256),
                        ct
                    ) is
                    { } before
                )
                {
                    return new SheetScannedBefore(before.StaffName);
                }
                if (await files.CountAsync(ct) is var count && count >= ContentRules.MostFiles)
                {
                    return new TooManyFiles();
                }
                var file = new ItemFile
                {
                    SubmissionId = id,
                    Name = Path.ChangeExtension(name, kept.Value.Kind),
                    Role = FileRole.SignedSheet,
                    Size = kept.Value.Size,
                    Sha256 = kept.Value.Sha256,
                    Note = read.Note,
                    Order = count + 1,
                    AddedBy = by.StaffId,
                    AddedAt = now,
                };
                db.ItemFiles.Add(file);
                await db.SaveChangesAsync(ct);
                var scan = new SignedSheet
                {
                    SubmissionId = id,
                    PrintNumber = print,
                    FileId = file.Id,
                    Match = placed.Match,
                    StaffId = by.StaffId,
                    StaffName = grants.Name,
                    At = now,
                };
                db.SignedSheets.Add(scan);
                var how = placed.Match == SheetMatch.Code ? "按二维码对应" : "由上传人对应";
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(
                        by,
                        BroughtFiles.Sheet,
                        BroughtFiles.Detail($"上传第{print}次打印的签字原件扫描件（{how}）", kept.Value.Sha256),
                        now
                    )
                    {
                        SubmissionId = id,
                    }
                );
                await BlobStore.DropUploadAsync(db, uploadId);
                await db.SaveChangesAsync(ct);
                return new TakenSheet(scan.Id, id, print, placed.Match);
            },
            uploadId,
            ct
        );

    private async Task<Outcome<Done>> ChangeAsync(
        int scanId,
        Actor by,
        DateTime now,
        Func<SignedSheet, Route, string, Outcome<string>> change,
        CancellationToken ct
    )
    {
        var item = 0;
        var outcome = await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var mine = op.Items;
                if (
                    await db.SignedSheets.FirstOrDefaultAsync(s => s.Id == scanId, ct) is not { } scan
                    || await mine.FirstOrDefaultAsync(s => s.Id == scan.SubmissionId, ct) is not { } of
                )
                {
                    return new NotFound();
                }
                if (scan.StaffId != by.StaffId && !OriginalRules.Keeps(grants))
                {
                    return new NotYourScan();
                }
                var said = change(scan, ApprovalRoutes.For(of.RouteCode), grants.Name);
                if (!said.Ok)
                {
                    return said.Problem!;
                }
                await AuditTrail.AppendAsync(db, new AuditFact(by, "form.scan", said.Value, now) { SubmissionId = of.Id });
                item = of.Id;
                return Done.It;
            },
            null,
            ct
        );
        if (outcome.Ok)
        {
            news.Tell(item);
        }
        return outcome;
    }
}
