using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>One holder of withdrawn content as the office sees it.</summary>
/// <param name="HolderName">What refers to the content, in words.</param>
/// <param name="ItemId">The item that refers to it, or null for another record.</param>
/// <param name="FileNames">Names under which the holder has it; empty when it does not refer to it any more.</param>
/// <param name="Published">True when the item is published: what stands outside must come down separately.</param>
/// <param name="Source">The item whose stop reached it, in words.</param>
/// <param name="Undecided">Holders of the same content that still wait, this one included.</param>
/// <param name="MayDecide">True when this reader may decide; the person who stopped the other item may not.</param>
public sealed record WithdrawalRow(
    int Id,
    string Sha256,
    string HolderName,
    int? ItemId,
    IReadOnlyList<string> FileNames,
    bool Published,
    string Source,
    string StoppedBy,
    DateTime At,
    WithdrawalDecision? Decision,
    string DecidedBy,
    DateTime? DecidedAt,
    string Words,
    int Undecided,
    bool MayDecide
);

/// <summary>Reads what is withdrawn from reading; for the office.</summary>
public sealed class WithdrawalQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page, what waits first, then newest first; null for everybody but the office.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<(IReadOnlyList<WithdrawalRow> Rows, int Total)?> PageAsync(
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!grants.Has(Duty.DisclosureOffice))
        {
            return null;
        }
        // The stopped item's own row is the stop itself and waits for nobody.
        var all = db.Withdrawals.Where(w => w.Holder != HolderKind.Item || w.HolderKey != w.SourceItemId);
        var (skip, take) = page is { } p ? (p * PageSize, PageSize) : (0, Listing.MostRows);
        var rows = await all.OrderBy(w => w.Decision != null).ThenByDescending(w => w.Id).Skip(skip).Take(take).ToListAsync(ct);
        var waiting = await all.Where(w => w.Decision == null)
            .GroupBy(w => w.Sha256)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var shown = new List<WithdrawalRow>();
        foreach (var row in rows)
        {
            shown.Add(await RowAsync(db, row, waiting.GetValueOrDefault(row.Sha256), grants, ct));
        }
        return (shown, await all.CountAsync(ct));
    }

    /// <summary>What of an item's files is or was withdrawn, newest first; the last word on each file.</summary>
    internal static async Task<IReadOnlyList<WithdrawnFile>> OfItemAsync(
        DisclosureDb db,
        int id,
        IReadOnlyList<ItemFile> files,
        CancellationToken ct
    )
    {
        var rows = ContentAccess.Latest(
            await db
                .Withdrawals.AsNoTracking()
                .Where(w => w.Holder == HolderKind.Item && w.HolderKey == id && w.SourceItemId != id)
                .ToListAsync(ct)
        );
        return
        [
            .. rows.OrderByDescending(w => w.Id)
                .Select(w => new WithdrawnFile(
                    w.Sha256,
                    files.FirstOrDefault(f => f.Sha256 == w.Sha256)?.Name ?? "已移除的文件",
                    w.At,
                    w.Decision,
                    w.DecidedByName,
                    w.Words,
                    w.Decision != WithdrawalDecision.Released
                        && files.Any(f => f.Sha256 == w.Sha256 && f.RevisionId == null && f.Role is FileRole.Body or FileRole.Attachment)
                )),
        ];
    }

    private static async Task<WithdrawalRow> RowAsync(DisclosureDb db, Withdrawal row, int undecided, Grants grants, CancellationToken ct)
    {
        var item = row.Holder == HolderKind.Item ? await db.Submissions.FirstOrDefaultAsync(s => s.Id == row.HolderKey, ct) : null;
        var unit = item is null ? "" : await db.Units.Where(u => u.Id == item.UnitId).Select(u => u.Name).FirstAsync(ct);
        var source = await db.Submissions.Where(s => s.Id == row.SourceItemId).Select(s => s.Number).FirstOrDefaultAsync(ct);
        List<string> names =
            row.Holder == HolderKind.Item
                ? await db
                    .ItemFiles.Where(f => f.SubmissionId == row.HolderKey && f.Sha256 == row.Sha256)
                    .Select(f => f.Name)
                    .Distinct()
                    .ToListAsync(ct)
                : [new Holder(row.Holder, row.HolderKey).Words];
        return new WithdrawalRow(
            row.Id,
            row.Sha256,
            item is null ? new Holder(row.Holder, row.HolderKey).Words : $"{unit}　{item.Number ?? "草稿"}　{item.Title}",
            item?.Id,
            names,
            item?.State == ItemState.Published,
            source ?? $"第 {row.SourceItemId} 号草稿",
            row.StoppedByName,
            row.At,
            row.Decision,
            row.DecidedByName,
            row.DecidedAt,
            row.Words,
            undecided,
            row.Decision is null && WithdrawalService.Office(grants, row) is not null
        );
    }
}
