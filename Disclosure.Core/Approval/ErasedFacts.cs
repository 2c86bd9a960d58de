using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>
/// Holds every erasure of content against the entry of the chain that ordered it: a stop, a secret part, or the office's confirmation.
/// </summary>
internal sealed class ErasedFacts : IVerifiesFacts
{
    /// <inheritdoc/>
    public string What => "已清除的文件";

    /// <inheritdoc/>
    public async Task<CheckedFacts> VerifyAsync(DisclosureDb db, Action<string> fault, CancellationToken ct)
    {
        var erased = await db
            .Blobs.AsNoTracking()
            .Where(b => b.ErasedAt != null)
            .OrderBy(b => b.ErasedAt)
            .ThenBy(b => b.Sha256)
            .Select(b => new { b.Sha256, At = b.ErasedAt!.Value })
            .ToListAsync(ct);
        var moves = (await ErasingMoves.OfAsync(db, ct)).ToLookup(e => e.At, e => e.SubmissionId);
        var confirmed = (await db.Audit.AsNoTracking().Where(e => e.Action == Withdrawing.Destroyed).ToListAsync(ct)).ToLookup(
            e => e.At,
            e => e.Detail
        );
        foreach (var content in erased)
        {
            if (
                !confirmed[content.At].Any(d => d.Contains(Fingerprint.Short(content.Sha256), StringComparison.Ordinal))
                && !await HadAsync(db, [.. moves[content.At].OfType<int>()], content.Sha256, ct)
            )
            {
                // A restore repeats what was erased since the backup, and nothing in the store tells that it did.
                fault(
                    $"文件 {StoredFiles.Short(content.Sha256)} 登记为 {BureauTime.Show(content.At)} 清除，审计链没有这次清除的记录："
                        + $"内容被人删去或登记被改动；库如由更早的备份恢复，请与留存的原库核对。"
                );
            }
        }
        return new CheckedFacts(What, erased.Count, How: "已与审计链核对");
    }

    // Rows of files may have gone with the secret part; what was uploaded to the item stands in the chain.
    private static async Task<bool> HadAsync(DisclosureDb db, IReadOnlyCollection<int> items, string sha256, CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return false;
        }
        return await db.ItemFiles.AnyAsync(f => items.Contains(f.SubmissionId) && f.Sha256 == sha256, ct)
            || await db.Withdrawals.AnyAsync(w => items.Contains(w.SourceItemId) && w.Sha256 == sha256, ct)
            || await BroughtFiles.EverAsync(db, items, sha256, ct);
    }
}
