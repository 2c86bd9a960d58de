using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>Takes away what was found in contents that had to go (B3-1, B5): excerpts and remarks are content; who judged which rule how stays.</summary>
internal static class EvidenceErasure
{
    /// <summary>What stands where words were.</summary>
    public const string Gone = "（已清除）";

    /// <summary>Erases inside the caller's transaction.</summary>
    /// <param name="hashes">Contents that are erased, whoever holds them.</param>
    public static async Task EraseAsync(DisclosureDb db, int itemId, IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await db.Examinations.Where(e => hashes.Contains(e.Sha256)).ExecuteDeleteAsync(ct);
        var files = db.ItemFiles;
        await db.ItemExaminations.Where(e => e.SubmissionId == itemId || files.Any(f => f.SubmissionId == e.SubmissionId && hashes.Contains(f.Sha256))).ExecuteDeleteAsync(ct);
        // Another item may have held the same file, and somebody there may have quoted it.
        var marks = hashes.Select(EvidenceFact.FileMark).ToList();
        await db.FindingJudgements.Where(j => (j.SubmissionId == itemId || marks.Contains(j.Key.Substring(0, EvidenceFact.FileMarkLength))) && j.Remark != "")
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Remark, Gone), ct);
    }
}
