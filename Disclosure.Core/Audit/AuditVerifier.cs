using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>What the verifier found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="HeadHash">Hash of the newest entry.</param>
/// <param name="Faults">Chinese sentences, one a fault, at most 20; empty when the chain is whole.</param>
public sealed record AuditReport(long Entries, string HeadHash, IReadOnlyList<string> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Whole => Faults.Count == 0;
}

/// <summary>Walks the chain from its first entry and holds it against the anchors kept outside the store; reads only.</summary>
public sealed class AuditVerifier(IDbContextFactory<DisclosureDb> contexts, AuditAnchor anchor)
{
    private const int MostFaults = 20;
    private const int Told = 5_000;

    /// <summary>Checks every link, its position, and every anchored head.</summary>
    public Task<AuditReport> VerifyAsync(CancellationToken ct = default) => VerifyAsync(null, ct);

    /// <summary>As above, telling every few thousand entries how many were read.</summary>
    public async Task<AuditReport> VerifyAsync(IProgress<long>? read, CancellationToken ct = default)
    {
        var anchored = (await anchor.ReadAsync(ct)).ToLookup(a => a.Seq, a => a.Hash);
        List<string> faults = [.. (await anchor.UnreadableLinesAsync(ct)).Take(MostFaults).Select(n => $"外部锚点文件第 {n} 行无法识别，文件曾被改动。")];
        var previous = AuditTrail.Genesis;
        long expected = 0;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await foreach (var e in db.Audit.AsNoTracking().OrderBy(x => x.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            expected++;
            if (expected % Told == 0)
            {
                read?.Report(expected);
            }
            faults.AddRange(FaultsOf(e, expected, previous, anchored[e.Seq]).Take(MostFaults - faults.Count));
            expected = e.Seq;
            previous = e.Hash;
        }
        if (anchored.Count > 0 && anchored.Max(a => a.Key) is var newest && newest > expected && faults.Count < MostFaults)
        {
            faults.Add($"外部锚点记到第 {newest} 条，库中只有 {expected} 条：尾部被截去。");
        }
        return new AuditReport(expected, previous, faults);
    }

    private static IEnumerable<string> FaultsOf(AuditEntry e, long expected, string previous, IEnumerable<string> anchors)
    {
        if (e.Seq != expected)
        {
            yield return $"第 {expected} 条缺失，下一条是第 {e.Seq} 条。";
        }
        if (e.PreviousHash != previous)
        {
            yield return $"第 {e.Seq} 条与前一条的散列不相接。";
        }
        if (AuditTrail.HashOf(e) != e.Hash)
        {
            yield return $"第 {e.Seq} 条的内容与其散列不符，曾被改动。";
        }
        if (anchors.Any(a => a != e.Hash))
        {
            yield return $"第 {e.Seq} 条与外部锚点不符，链条曾被重写。";
        }
    }
}
