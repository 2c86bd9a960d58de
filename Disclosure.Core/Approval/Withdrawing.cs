using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>
/// Keeps an erasure from reaching other people's records: bytes that nothing else refers to are destroyed, all others are withdrawn from
/// reading (ADR 0021).
/// </summary>
internal static class Withdrawing
{
    /// <summary>Action of a holder losing sight of its content.</summary>
    public const string Withdrawn = "file.withdraw";

    /// <summary>Action of a holder giving its content up for good.</summary>
    public const string Destroyed = "file.destroy";

    /// <summary>
    /// Takes contents of an item out of the store, or out of reading where others refer to them; answers those destroyed. Inside the
    /// caller's transaction.
    /// </summary>
    /// <param name="item">The item that was stopped or referred.</param>
    /// <param name="shas">Its contents.</param>
    /// <param name="reason">Kept with the hash.</param>
    public static async Task<IReadOnlyList<string>> TakeAsync(
        DisclosureDb db,
        Submission item,
        IReadOnlyCollection<string> shas,
        string reason,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        await GiveUpAsync(db, item, shas, reason, by, now, ct);
        var others = await OthersAsync(db, shas, Holder.Item(item.Id), ct);
        var destroyed = shas.Where(sha => !others.Exists(o => o.Sha256 == sha)).ToList();
        await BlobStore.EraseAsync(db, destroyed, reason, now);
        await SettleAsync(db, item, destroyed, reason, by, now, ct);
        var waiting = ContentAccess
            .Latest(await db.Withdrawals.AsNoTracking().Where(w => shas.Contains(w.Sha256)).ToListAsync(ct))
            .Where(w => w.Decision is null)
            .Select(w => (w.Sha256, new Holder(w.Holder, w.HolderKey)))
            .ToHashSet();
        foreach (var (sha, holder) in others.Where(o => !waiting.Contains(o)))
        {
            db.Withdrawals.Add(Row(sha, holder, item.Id, reason, by, now));
            await AuditTrail.AppendAsync(db, FactOf(sha, holder, item, by, now));
            if (holder.Kind == HolderKind.Item)
            {
                await SearchIndex.ForgetAsync(db, holder.Key, ct);
            }
        }
        var given = await db
            .Withdrawals.Where(w => w.Holder == HolderKind.Item && w.HolderKey == item.Id && w.Decision == WithdrawalDecision.Destroyed)
            .Select(w => w.Sha256)
            .ToListAsync(ct);
        foreach (var sha in others.Select(o => o.Sha256).Distinct().Except(given))
        {
            // The stopped item itself has lost it for good, whatever the office finds about the others.
            var own = Row(sha, Holder.Item(item.Id), item.Id, reason, by, now);
            own.Decide(WithdrawalDecision.Destroyed, by.StaffId, by.Name, reason, now);
            db.Withdrawals.Add(own);
        }
        await db.SaveChangesAsync(ct);
        return destroyed;
    }

    /// <summary>
    /// Destroys content once no holder is left that has not given it up; true when it was destroyed now. Inside the caller's transaction.
    /// </summary>
    public static async Task<bool> DestroyWhenGivenUpAsync(DisclosureDb db, string sha, string reason, DateTime now, CancellationToken ct)
    {
        if (
            (await OthersAsync(db, [sha], null, ct)).Count > 0
            || ContentAccess
                .Latest(await db.Withdrawals.AsNoTracking().Where(w => w.Sha256 == sha).ToListAsync(ct))
                .Exists(w => w.Decision != WithdrawalDecision.Destroyed)
        )
        {
            return false;
        }
        return await BlobStore.EraseAsync(db, [sha], reason, now) > 0;
    }

    // What of the item waited for the office because of yet another item is settled by its own stop.
    private static async Task GiveUpAsync(
        DisclosureDb db,
        Submission item,
        IReadOnlyCollection<string> shas,
        string reason,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        foreach (
            var row in await db
                .Withdrawals.Where(w =>
                    shas.Contains(w.Sha256) && w.Holder == HolderKind.Item && w.HolderKey == item.Id && w.Decision == null
                )
                .ToListAsync(ct)
        )
        {
            row.Decide(WithdrawalDecision.Destroyed, by.StaffId, by.Name, reason, now);
            await AuditTrail.AppendAsync(
                db,
                new AuditFact(
                    by,
                    Destroyed,
                    $"清除本稿件停止查阅的文件，校验码 {Fingerprint.Short(row.Sha256)}：本稿件自身清除涉密内容",
                    now
                )
                {
                    SubmissionId = item.Id,
                }
            );
        }
        await db.SaveChangesAsync(ct);
    }

    // Who once had the bytes and does not refer to them any more is not asked about what is gone.
    private static async Task SettleAsync(
        DisclosureDb db,
        Submission item,
        IReadOnlyCollection<string> destroyed,
        string reason,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        foreach (var row in await db.Withdrawals.Where(w => destroyed.Contains(w.Sha256) && w.Decision == null).ToListAsync(ct))
        {
            var holder = new Holder(row.Holder, row.HolderKey);
            row.Decide(WithdrawalDecision.Destroyed, by.StaffId, by.Name, reason, now);
            var detail =
                $"清除{holder.Words}停止查阅的文件，校验码 {Fingerprint.Short(row.Sha256)}："
                + $"{item.Number ?? $"第 {item.Id} 号草稿"}清除涉密内容后，库中已无此内容";
            await AuditTrail.AppendAsync(
                db,
                new AuditFact(by, Destroyed, detail, now) { SubmissionId = holder.Kind == HolderKind.Item ? holder.Key : null }
            );
            if (holder.Kind == HolderKind.Item)
            {
                await Erasure.ForgetOneAsync(db, holder.Key, row.Sha256, ct);
            }
        }
        await db.SaveChangesAsync(ct);
    }

    private static async Task<List<(string Sha256, Holder Holder)>> OthersAsync(
        DisclosureDb db,
        IReadOnlyCollection<string> shas,
        Holder? but,
        CancellationToken ct
    )
    {
        var given = ContentAccess
            .Latest(await db.Withdrawals.AsNoTracking().Where(w => shas.Contains(w.Sha256)).ToListAsync(ct))
            .Where(w => w.Decision == WithdrawalDecision.Destroyed)
            .Select(w => (w.Sha256, new Holder(w.Holder, w.HolderKey)))
            .ToHashSet();
        return [.. (await ContentHolders.OfAsync(db, shas, ct)).Where(h => h.Holder != but && !given.Contains(h))];
    }

    private static Withdrawal Row(string sha, Holder holder, int source, string reason, Actor by, DateTime now) =>
        new()
        {
            Sha256 = sha,
            Holder = holder.Kind,
            HolderKey = holder.Key,
            SourceItemId = source,
            Reason = reason,
            StoppedBy = by.StaffId,
            StoppedByName = by.Name,
            At = now,
        };

    private static AuditFact FactOf(string sha, Holder holder, Submission source, Actor by, DateTime now) =>
        new(
            by,
            Withdrawn,
            $"{holder.Words}的文件停止查阅，校验码 {Fingerprint.Short(sha)}："
                + $"{source.Number ?? $"第 {source.Id} 号草稿"}清除涉密内容时发现存有相同文件",
            now
        )
        {
            SubmissionId = holder.Kind == HolderKind.Item ? holder.Key : null,
        };
}
