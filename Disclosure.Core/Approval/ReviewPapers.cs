using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>
/// Scans the secrecy review rests on: approvals, consents, notices, declassifications, replies (B3, B4, B6, B7). They belong to the item,
/// never to its content.
/// </summary>
public static class ReviewPapers
{
    /// <summary>Most papers an item may carry.</summary>
    public const int Most = 60;

    /// <summary>Kinds a paper may have.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["pdf", "jpg", "png"];

    /// <summary>What an upload of a paper is kept under until it is finished.</summary>
    public static string UploadPurpose(int id) => $"paper:{id}";

    /// <summary>
    /// True when the person may bring a paper now: whoever the item waits for, its editors while it is with them, and whoever handles its
    /// hold.
    /// </summary>
    public static async Task<bool> MayBringAsync(DisclosureDb db, int id, Grants by, CancellationToken ct = default)
    {
        var readable = db.Submissions.Where(ReadingRights.Of(db, by)).Where(s => s.Id == id);
        var editing = by.UnitsOf(Duty.Editor);
        return await readable.Where(ReadingRights.WaitingFor(by)).AnyAsync(ct)
            || await readable.Where(ReadingRights.HeldFor(by)).AnyAsync(ct)
            || await readable.AnyAsync(
                s => (s.State == ItemState.Draft || s.State == ItemState.Returned) && editing.Contains(s.UnitId),
                ct
            );
    }

    /// <summary>
    /// Links a paper inside the transaction that finishes its upload; answers its key, or the key of the same paper linked before.
    /// </summary>
    /// <param name="blob">The stored content.</param>
    public static async Task<Outcome<int>> LinkAsync(
        DisclosureDb db,
        int id,
        string name,
        StoredBlob blob,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var (_, grants) = await Operation.InsideAsync(db, by, now, ct);
        if (!await MayBringAsync(db, id, grants, ct))
        {
            return new NotFound();
        }
        if (!Kinds.Contains(blob.Kind))
        {
            return new PaperKindWrong();
        }
        var papers = await db.ItemFiles.Where(f => f.SubmissionId == id && f.Role == FileRole.ReviewPaper).ToListAsync(ct);
        if (papers.FirstOrDefault(f => f.Sha256 == blob.Sha256) is { } same)
        {
            return same.Id;
        }
        if (papers.Count >= Most)
        {
            return new TooManyPapers();
        }
        var paper = new ItemFile
        {
            SubmissionId = id,
            Name = name,
            Role = FileRole.ReviewPaper,
            Size = blob.Size,
            Sha256 = blob.Sha256,
            Note = blob.Note ?? "",
            Order = papers.Count + 1,
            AddedBy = by.StaffId,
            AddedAt = now,
        };
        db.ItemFiles.Add(paper);
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, BroughtFiles.Paper, BroughtFiles.Detail("上传审查材料", blob.Sha256), now) { SubmissionId = id }
        );
        await db.SaveChangesAsync(ct);
        return paper.Id;
    }
}
