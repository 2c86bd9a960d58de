using Disclosure.Core.Audit;
using Disclosure.Core.Evidence;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Makes the fingerprint of every revision again from what is stored of it.</summary>
internal sealed class RevisionFacts : IVerifiesFacts
{
    /// <inheritdoc/>
    public string What => "稿件版本";

    /// <inheritdoc/>
    public async Task<CheckedFacts> VerifyAsync(DisclosureDb db, Action<string> fault, CancellationToken ct)
    {
        long rows = 0;
        var erasures = (await ErasingMoves.OfAsync(db, ct)).ToLookup(e => e.SubmissionId);
        var held = (await db.ItemFiles.AsNoTracking().Where(f => f.RevisionId != null).ToListAsync(ct)).ToLookup(f => f.RevisionId!.Value);
        var stored = await db
            .Blobs.AsNoTracking()
            .Select(b => new { b.Sha256, Erased = b.ErasedAt != null })
            .ToDictionaryAsync(b => b.Sha256, b => b.Erased, ct);
        var given = await GivenUpAsync(db, ct);
        await foreach (var revision in db.Revisions.AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows++;
            // Signed pages and papers hang on a revision too; they come after it and are no part of what it sends in.
            var files = held[revision.Id].Where(f => f.Role is FileRole.Body or FileRole.Attachment).ToList();
            if (files.FirstOrDefault(f => !stored.ContainsKey(f.Sha256)) is { } lost)
            {
                fault($"稿件 {revision.SubmissionId} 版本 {revision.Number} 的文件 {StoredFiles.Short(lost.Sha256)} 不在库中。");
            }
            if (
                Fingerprint.Of(revision.ContentJson, files, revision.AnswersJson) != revision.Fingerprint
                && !(
                    files.TrueForAll(f =>
                        f.Name == EvidenceErasure.Gone && (stored.GetValueOrDefault(f.Sha256) || given.Contains((f.SubmissionId, f.Sha256)))
                    ) && IsWhatAnErasureLeaves(revision, [.. erasures[revision.SubmissionId].Where(e => e.At >= revision.SentAt)])
                )
            )
            {
                fault($"稿件 {revision.SubmissionId} 版本 {revision.Number} 的内容与其校验码不符，曾被改动。");
            }
            else if (!revision.ColumnsAgree)
            {
                fault($"稿件 {revision.SubmissionId} 版本 {revision.Number} 的公开属性或渠道与台账所依据的登记不一致，曾被改动。");
            }
        }
        return new CheckedFacts(What, rows);
    }

    // An erasure reaches every revision that the item had by then, with or without files.
    private static bool IsWhatAnErasureLeaves(Revision revision, List<AuditEntry> erasures) =>
        erasures.Count > 0
        && Erasure.Silent(revision.AnswersJson) == revision.AnswersJson
        && revision.Content is var left
        && (erasures.Exists(ErasingMoves.TakesAll) ? left.ToJson() == Submission.Emptied.ToJson() : left is { Summary: "", Remarks: "" });

    // Bytes that others still hold are there, and this item has lost them all the same.
    private static async Task<HashSet<(int Item, string Sha256)>> GivenUpAsync(DisclosureDb db, CancellationToken ct) =>
        [
            .. ContentAccess
                .Latest(await db.Withdrawals.AsNoTracking().Where(w => w.Holder == HolderKind.Item).ToListAsync(ct))
                .Where(w => w.Decision == WithdrawalDecision.Destroyed)
                .Select(w => (w.HolderKey, w.Sha256)),
        ];
}
