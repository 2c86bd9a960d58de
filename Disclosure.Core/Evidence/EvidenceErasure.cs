using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>
/// Takes away what was found in contents that had to go (B3-1, B5): excerpts and remarks are content; who judged which rule how stays.
/// </summary>
internal static class EvidenceErasure
{
    /// <summary>What stands where words were.</summary>
    public const string Gone = "（已清除）";

    /// <summary>Erases inside the caller's transaction.</summary>
    /// <param name="hashes">Contents whose bytes are erased.</param>
    public static async Task EraseAsync(DisclosureDb db, int itemId, IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await db.ItemExaminations.Where(e => e.SubmissionId == itemId).ExecuteDeleteAsync(ct);
        await db
            .FindingJudgements.Where(j => j.SubmissionId == itemId && j.Remark != "")
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Remark, Gone), ct);
        foreach (var sha in hashes)
        {
            await EraseBytesAsync(db, sha, ct);
        }
    }

    /// <summary>Erases what was drawn from bytes that are gone, whoever once had them, inside the caller's transaction.</summary>
    public static async Task EraseBytesAsync(DisclosureDb db, string sha256, CancellationToken ct)
    {
        await db.Examinations.Where(e => e.Sha256 == sha256).ExecuteDeleteAsync(ct);
        await EarlierVersions.EraseFoundAsync(db, sha256, ct);
        // An item that once had the file and does not refer to it any more may have quoted it.
        var mark = EvidenceFact.FileMark(sha256);
        await db
            .FindingJudgements.Where(j => j.Key.StartsWith(mark) && j.Remark != "")
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Remark, Gone), ct);
    }

    /// <summary>Erases what one item says of one content, inside the caller's transaction.</summary>
    public static async Task EraseOneAsync(DisclosureDb db, int itemId, string sha256, CancellationToken ct)
    {
        var mark = EvidenceFact.FileMark(sha256);
        // Findings over several files may quote any of them.
        await db.ItemExaminations.Where(e => e.SubmissionId == itemId).ExecuteDeleteAsync(ct);
        await db
            .FindingJudgements.Where(j => j.SubmissionId == itemId && j.Key.StartsWith(mark) && j.Remark != "")
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Remark, Gone), ct);
    }
}
