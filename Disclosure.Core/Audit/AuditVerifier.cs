using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>How many facts of a kind were checked.</summary>
/// <param name="What">Name of the kind, in Chinese.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Bytes">Bytes of content read; 0 where there are none.</param>
/// <param name="How">What was done with each, in Chinese.</param>
public sealed record CheckedFacts(string What, long Rows, long Bytes = 0, string How = "已逐个重新计算");

/// <summary>What the verifier found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="HeadHash">Hash of the newest entry.</param>
/// <param name="Faults">Chinese sentences, one a fault, at most 20; empty when everything is whole.</param>
public sealed record AuditReport(long Entries, string HeadHash, IReadOnlyList<string> Faults)
{
    /// <summary>UTC of the newest entry, or null while there is none.</summary>
    public DateTime? LastAt { get; init; }

    /// <summary>Anchors that were compared.</summary>
    public int Anchors { get; init; }

    /// <summary>The newest anchor, or null when there is nothing outside to compare with.</summary>
    public AnchoredHead? NewestAnchor { get; init; }

    /// <summary>What else was checked.</summary>
    public IReadOnlyList<CheckedFacts> Facts { get; init; } = [];

    /// <summary>True when nothing is wrong.</summary>
    public bool Whole => Faults.Count == 0;

    /// <summary>What was checked and what it proves, one Chinese sentence a line; the same on the page and on the command line.</summary>
    public IReadOnlyList<string> Reach() =>
        [
            LastAt is { } last ? $"审计链 {Entries} 条，最后一条记于 {BureauTime.Show(last)}，链首 {HeadHash}。" : "审计链还没有记录。",
            .. Facts.Select(f => f.Bytes > 0 ? $"{f.What} {f.Rows} 个，共 {f.Bytes} 字节，{f.How}。" : $"{f.What} {f.Rows} 个，{f.How}。"),
            NewestAnchor is { } newest
                ? $"外部锚点 {Anchors} 个已核对，最近一个记于 {BureauTime.Show(newest.At)}（第 {newest.Seq} 条）；"
                    + $"其后的 {Unanchored} 条没有锚点可以核对。"
                : "没有外部锚点可以核对：链尾是否被截去、全链是否被重写，无从得知。",
            "各环节审查的是否、审查结论和选择、意见的文字、审查说明、暂停事由、发布记录、职责、委托、停查确认、密码重置和人员没有写入散列，"
                + "不在核对之列。",
            "库和锚点一同被换回旧的，只有存放在别处的锚点副本能够证明。",
        ];

    /// <summary>Entries behind the newest anchor, for which nothing outside the store speaks.</summary>
    public long Unanchored => Math.Max(0, Entries - (NewestAnchor?.Seq ?? 0));
}

/// <summary>Recomputes one kind of fact that the chain or a hash speaks for; each module brings its own.</summary>
public interface IVerifiesFacts
{
    /// <summary>Name of the kind, in Chinese.</summary>
    string What { get; }

    /// <summary>
    /// True for what takes minutes to read: a snapshot of that age would keep the write-ahead log from being emptied. Such a kind asks once
    /// more before it tells a fault.
    /// </summary>
    bool OutsideSnapshot => false;

    /// <summary>Reads them all; tells every fault it finds as one Chinese sentence.</summary>
    Task<CheckedFacts> VerifyAsync(DisclosureDb db, Action<string> fault, CancellationToken ct);
}

/// <summary>
/// Walks the chain from its first entry, holds it against the anchors kept outside the store, and has the facts recomputed that hashes
/// speak for; reads only.
/// </summary>
public sealed class AuditVerifier(IDbContextFactory<DisclosureDb> contexts, AuditAnchor anchor, IEnumerable<IVerifiesFacts> facts)
{
    private const int MostFaults = 20;
    private const int Told = 5_000;

    /// <summary>Checks every link, its position, every anchored head and every fact.</summary>
    public Task<AuditReport> VerifyAsync(CancellationToken ct = default) => VerifyAsync(null, ct);

    /// <summary>As above, telling every few thousand entries how many were read.</summary>
    public async Task<AuditReport> VerifyAsync(IProgress<long>? read, CancellationToken ct = default)
    {
        var heads = await anchor.ReadAsync(ct);
        List<string> faults =
        [
            .. (await anchor.UnreadableLinesAsync(ct)).Take(MostFaults).Select(n => $"外部锚点文件第 {n} 行无法识别，文件曾被改动。"),
        ];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var done = new Dictionary<IVerifiesFacts, CheckedFacts>();
        async Task CheckAsync(bool outside)
        {
            foreach (var kind in facts.Where(f => f.OutsideSnapshot == outside))
            {
                await ReadAsync(kind.What, faults, async () => done[kind] = await kind.VerifyAsync(db, fault => Add(faults, fault), ct));
            }
        }

        AuditReport chain;
        // One moment for the chain and what it speaks for: people sign meanwhile, and neither waits for the other.
        await using (await StoreMoment.BeginAsync(db, ct))
        {
            chain = await ChainAsync(db, heads, faults, read, ct);
            await CheckAsync(outside: false);
        }
        await CheckAsync(outside: true);
        return chain with
        {
            Faults = faults,
            Anchors = heads.Count,
            NewestAnchor = heads.MaxBy(a => a.Seq),
            Facts = [.. facts.Where(done.ContainsKey).Select(f => done[f])],
        };
    }

    private static async Task<AuditReport> ChainAsync(
        DisclosureDb db,
        IReadOnlyList<AnchoredHead> heads,
        List<string> faults,
        IProgress<long>? read,
        CancellationToken ct
    )
    {
        var anchored = heads.ToLookup(a => a.Seq, a => a.Hash);
        var previous = AuditTrail.Genesis;
        long expected = 0;
        DateTime? last = null;
        var readable = await ReadAsync(
            "审计链",
            faults,
            async () =>
            {
                await foreach (var e in db.Audit.AsNoTracking().OrderBy(x => x.Seq).AsAsyncEnumerable().WithCancellation(ct))
                {
                    expected++;
                    if (expected % Told == 0)
                    {
                        read?.Report(expected);
                    }
                    faults.AddRange(FaultsOf(e, expected, previous, anchored[e.Seq]).Take(MostFaults - faults.Count));
                    (expected, previous, last) = (e.Seq, e.Hash, e.At);
                }
            }
        );
        if (readable && anchored.Count > 0 && anchored.Max(a => a.Key) is var newest && newest > expected)
        {
            Add(faults, $"外部锚点记到第 {newest} 条，库中只有 {expected} 条：尾部被截去。");
        }
        return new AuditReport(expected, previous, faults) { LastAt = last };
    }

    // A value that no version of the program writes ends the reading of its kind and of nothing else; a disk that fails is no change.
    private static async Task<bool> ReadAsync(string what, List<string> faults, Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException && SqliteErrors.Refusal(e) is null)
        {
            Add(faults, $"{what}无法读出，曾被改动。");
            return false;
        }
    }

    private static void Add(List<string> faults, string fault)
    {
        if (faults.Count < MostFaults)
        {
            faults.Add(fault);
        }
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
        // The hash is made with the name of the one way there is, so an entry that names another was changed after it was written.
        if (e.Algorithm != AuditTrail.Algorithm)
        {
            yield return $"第 {e.Seq} 条所记的散列算法不是“{AuditTrail.Algorithm}”，曾被改动。";
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
