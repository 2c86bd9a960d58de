using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Only the office decides about withdrawn files.</summary>
public sealed record WithdrawalsAreTheOffices() : Problem("停止查阅的文件由公开办确认。");

/// <summary>Somebody decided before.</summary>
public sealed record WithdrawalDecided() : Problem("这个文件已经由他人确认，请刷新后查看。");

/// <summary>One person's word must not reach other people's records.</summary>
public sealed record AnotherMustDecide() : Problem("原稿件是您中止的，这里要由公开办的另一人确认。");

/// <summary>Giving content back to reading needs its reason.</summary>
public sealed record ReleaseNeedsReason() : Problem("恢复查阅请写明认定不涉密的理由。");

/// <summary>What is erased cannot be given back.</summary>
public sealed record ErasedIsNotReleased() : Problem("文件内容此前已经清除，不能恢复查阅，请改为确认清除。");

/// <summary>The office decides, holder by holder, about content withdrawn from reading: destroyed, or given back (ADR 0021).</summary>
public sealed class WithdrawalService(Operations operations, BlobStore blobs, Leftovers leftovers, ItemNews news)
{
    /// <summary>
    /// Decides about one holder; the bytes go when the last one has given them up. Answers true when they were destroyed now.
    /// </summary>
    /// <param name="id">The withdrawal.</param>
    /// <param name="words">The reason; needed for a release.</param>
    /// <param name="commandId">Chosen by the page; the same id again is answered as the first time.</param>
    public async Task<Outcome<bool>> DecideAsync(
        int id,
        WithdrawalDecision decision,
        string words,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        int? item = null;
        var outcome = await operations.WriteAsync<bool>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var row = await db.Withdrawals.FirstOrDefaultAsync(w => w.Id == id, ct);
                if (Refusal(grants, row, decision, words) is { } refusal)
                {
                    return refusal;
                }
                var erasedBefore = await db.Blobs.AnyAsync(b => b.Sha256 == row!.Sha256 && b.ErasedAt != null, ct);
                if (erasedBefore && decision == WithdrawalDecision.Released)
                {
                    return new ErasedIsNotReleased();
                }
                item = row!.Holder == HolderKind.Item ? row.HolderKey : null;
                row.Decide(decision, by.StaffId, grants.Name, words.Trim(), now);
                await db.SaveChangesAsync(ct);
                var destroyed =
                    decision == WithdrawalDecision.Destroyed ? await DestroyAsync(db, row, now, ct) : await ReleaseAsync(db, row, ct);
                var became =
                    destroyed ? "各处均已确认，文件内容已从库中删除"
                    : erasedBefore ? "文件内容此前已从库中删除"
                    : "尚有其他记录存有相同文件，文件内容仍停止查阅";
                await AuditTrail.AppendAsync(db, FactOf(row, became, Office(grants, row)!, by, now));
                return destroyed;
            },
            commandId,
            ct
        );
        if (outcome.Ok)
        {
            if (decision == WithdrawalDecision.Destroyed)
            {
                await blobs.CheckpointAsync(ct);
                await leftovers.ClearAsync(ct);
            }
            if (item is { } changed)
            {
                news.Tell(changed);
            }
        }
        return outcome;
    }

    /// <summary>
    /// The grant under which a person of the office may decide; null for whoever stopped the other item, and for their deputy.
    /// </summary>
    internal static Grant? Office(Grants by, Withdrawal row) =>
        row.StoppedBy == by.StaffId
            ? null
            : by
                .All.Where(g => g.Duty == Duty.DisclosureOffice && g.ActingForId != row.StoppedBy)
                .OrderBy(g => g.ActingForId is not null)
                .FirstOrDefault();

    private static Problem? Refusal(Grants by, Withdrawal? row, WithdrawalDecision decision, string words) =>
        row switch
        {
            _ when !by.Has(Duty.DisclosureOffice) => new WithdrawalsAreTheOffices(),
            null => new NotFound(),
            { Decision: not null } => new WithdrawalDecided(),
            _ when Office(by, row) is null => new AnotherMustDecide(),
            _ when decision == WithdrawalDecision.Released && string.IsNullOrWhiteSpace(words) => new ReleaseNeedsReason(),
            _ when words.Length > Judge.TextLength => new TextTooLong(words.Length, Judge.TextLength),
            _ => null,
        };

    private static async Task<bool> DestroyAsync(DisclosureDb db, Withdrawal row, DateTime now, CancellationToken ct)
    {
        if (row.Holder == HolderKind.Item)
        {
            await Erasure.ForgetOneAsync(db, row.HolderKey, row.Sha256, ct);
        }
        if (!await Withdrawing.DestroyWhenGivenUpAsync(db, row.Sha256, row.Reason, now, ct))
        {
            return false;
        }
        await EvidenceErasure.EraseBytesAsync(db, row.Sha256, ct);
        return true;
    }

    private static async Task<bool> ReleaseAsync(DisclosureDb db, Withdrawal row, CancellationToken ct)
    {
        // What was made of it while nobody could read it says only that it could not be read.
        await db.Examinations.Where(e => e.Sha256 == row.Sha256 && e.At >= row.At).ExecuteDeleteAsync(ct);
        if (row.Holder == HolderKind.Item)
        {
            await db.ItemExaminations.Where(e => e.SubmissionId == row.HolderKey && e.At >= row.At).ExecuteDeleteAsync(ct);
            await SearchIndex.ForgetAsync(db, row.HolderKey, ct);
        }
        return false;
    }

    private static AuditFact FactOf(Withdrawal row, string became, Grant under, Actor by, DateTime now)
    {
        var what = $"{new Holder(row.Holder, row.HolderKey).Words}的文件，校验码 {Fingerprint.Short(row.Sha256)}";
        var (action, detail) =
            row.Decision == WithdrawalDecision.Destroyed
                ? (Withdrawing.Destroyed, $"确认清除{what}；{became}")
                : ("file.release", $"恢复查阅{what}，理由：{row.Words}");
        return new AuditFact(by, action, detail, now)
        {
            Duty = under.Duty.Name(),
            ActingFor = under.ActingForName ?? "",
            SubmissionId = row.Holder == HolderKind.Item ? row.HolderKey : null,
        };
    }
}
