using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Scans of the signed page that come in with the receipt (D11); they belong to the item, never to its content.</summary>
public static class SignedPages
{
    /// <summary>What an upload of a scan is kept under until it is finished.</summary>
    public static string UploadPurpose(int id) => $"scan:{id}";

    /// <summary>
    /// Links a scan inside the transaction that finishes its upload; only for whoever the receipt waits for. Answers its key, or the key of
    /// the same scan linked before.
    /// </summary>
    /// <param name="sha256">Hash of the stored content.</param>
    public static async Task<Outcome<int>> LinkAsync(
        DisclosureDb db,
        int id,
        string name,
        long size,
        string sha256,
        string note,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var (_, grants) = await Operation.InsideAsync(db, by, now, ct);
        if (
            await db.Submissions.Where(ReadingRights.WaitingFor(grants)).FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item
            || !ApprovalRoutes.StepOf(item).Receives
        )
        {
            return new NotFound();
        }
        var scans = await db.ItemFiles.Where(f => f.SubmissionId == id && f.Role == FileRole.SignedPageScan).ToListAsync(ct);
        if (scans.FirstOrDefault(f => f.Sha256 == sha256) is { } same)
        {
            return same.Id;
        }
        if (scans.Count >= ContentRules.MostFiles)
        {
            return new TooManyFiles();
        }
        var scan = new ItemFile
        {
            SubmissionId = id,
            Name = name,
            Role = FileRole.SignedPageScan,
            Size = size,
            Sha256 = sha256,
            Note = note,
            Order = scans.Count + 1,
            AddedBy = by.StaffId,
            AddedAt = now,
        };
        db.ItemFiles.Add(scan);
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, BroughtFiles.Scanned, BroughtFiles.Detail("上传签字页扫描件", sha256), now) { SubmissionId = id }
        );
        await db.SaveChangesAsync(ct);
        return scan.Id;
    }
}
