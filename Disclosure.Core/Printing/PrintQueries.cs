using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>Parts of the ledger of originals (原件台账).</summary>
public enum OriginalsFilter
{
    /// <summary>在外: counts, and is not back.</summary>
    Out,

    /// <summary>作废待收: void, and not written off.</summary>
    VoidOut,

    /// <summary>已收回: counts, is back, waits for its box.</summary>
    Received,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>已注销.</summary>
    WrittenOff,
}

/// <summary>A scan of a signed sheet as a list shows it.</summary>
/// <param name="Steps">Codes of the steps signed by pen.</param>
/// <param name="Withdrawn">Why it counts no longer, or empty.</param>
/// <param name="MayChange">True when this reader may mark or withdraw it.</param>
public sealed record ScanRow(
    int Id,
    int FileId,
    string Name,
    string Note,
    SheetMatch Match,
    string By,
    DateTime At,
    IReadOnlyList<string> Steps,
    bool Looked,
    string Withdrawn,
    bool MayChange
);

/// <summary>A printing as a list shows it.</summary>
/// <param name="ItemNumber">Number of the item.</param>
/// <param name="IsVoid">True once the item changed.</param>
/// <param name="MayPut">Where this reader may enter that the paper is.</param>
public sealed record PrintRow(
    int ItemId,
    string ItemNumber,
    string Title,
    int Number,
    string Fingerprint,
    string By,
    DateTime At,
    bool IsVoid,
    OriginalPlace Place,
    DateTime? PlacedAt,
    string PlacedBy,
    string Box,
    string Note,
    IReadOnlyList<ScanRow> Scans,
    IReadOnlyList<OriginalPlace> MayPut
)
{
    /// <summary>Which paper.</summary>
    public PrintKey Key => new(ItemId, Number);
}

/// <summary>One page of the ledger, and how many there are in each part.</summary>
public sealed record PrintPage(IReadOnlyList<PrintRow> Rows, IReadOnlyDictionary<OriginalsFilter, int> Totals);

/// <summary>Reads printings and where their paper is; everybody sees those of the items they may read.</summary>
public sealed class PrintQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>The printings of one item, newest first; empty for whoever may not read it.</summary>
    public async Task<IReadOnlyList<PrintRow>> OfItemAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        return await RowsAsync(
            db,
            All(db, grants).Where(p => p.Print.SubmissionId == id).OrderByDescending(p => p.Print.Number),
            grants,
            ct
        );
    }

    /// <summary>Key of the readable item with this number as typed; null when there is none.</summary>
    public async Task<int?> FindItemAsync(string number, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var wanted = PaperCode.Number(number);
        return await op.Items.Where(s => s.Number == wanted).Select(s => (int?)s.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>One page of a part of the ledger: what is out longest first, everything else newest first.</summary>
    /// <param name="text">Part of number, title or box; empty for all.</param>
    /// <param name="page">From 0; null for all, up to <see cref="Listing.MostRows"/>.</param>
    public async Task<PrintPage> PageAsync(
        OriginalsFilter filter,
        string text,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var all = All(db, grants);
        if (text.Trim() is { Length: > 0 } part)
        {
            all = all.Where(p => p.Item.Number!.Contains(part) || p.Item.Title.Contains(part) || p.Print.Box.Contains(part));
        }
        var totals = new Dictionary<OriginalsFilter, int>();
        foreach (var each in Enum.GetValues<OriginalsFilter>())
        {
            totals[each] = await In(all, each).CountAsync(ct);
        }
        var ordered =
            filter == OriginalsFilter.Out
                ? In(all, filter).OrderBy(p => p.Print.At).ThenBy(p => p.Print.SubmissionId)
                : In(all, filter).OrderByDescending(p => p.Print.PlacedAt ?? p.Print.At).ThenByDescending(p => p.Print.SubmissionId);
        var some = page is { } n ? ordered.Skip(n * PageSize).Take(PageSize) : ordered.Take(Listing.MostRows);
        return new PrintPage(await RowsAsync(db, some, grants, ct), totals);
    }

    private static IQueryable<Printed> In(IQueryable<Printed> all, OriginalsFilter filter) =>
        filter switch
        {
            OriginalsFilter.Out => all.Where(p => !p.IsVoid && p.Print.Place == OriginalPlace.Out),
            OriginalsFilter.VoidOut => all.Where(p =>
                p.IsVoid && (p.Print.Place == OriginalPlace.Out || p.Print.Place == OriginalPlace.Received)
            ),
            OriginalsFilter.Received => all.Where(p => !p.IsVoid && p.Print.Place == OriginalPlace.Received),
            OriginalsFilter.Archived => all.Where(p => p.Print.Place == OriginalPlace.Archived),
            _ => all.Where(p => p.Print.Place == OriginalPlace.WrittenOff),
        };

    // The same as FormPrint.IsVoid, said to the store.
    private static IQueryable<Printed> All(DisclosureDb db, Grants grants)
    {
        var (prints, revisions) = (db.FormPrints.AsNoTracking(), db.Revisions);
        return db
            .Submissions.AsNoTracking()
            .Where(ReadingRights.Of(db, grants))
            .Join(
                prints,
                s => s.Id,
                p => p.SubmissionId,
                (s, p) =>
                    new Printed
                    {
                        Item = s,
                        Print = p,
                        IsVoid =
                            s.State == ItemState.Draft
                            || s.State == ItemState.Returned
                            || s.State == ItemState.Withdrawn
                            || s.State == ItemState.Stopped
                            || !revisions.Any(r => r.Id == s.RevisionId && r.Fingerprint == p.Fingerprint),
                    }
            );
    }

    private static async Task<IReadOnlyList<PrintRow>> RowsAsync(
        DisclosureDb db,
        IQueryable<Printed> printed,
        Grants grants,
        CancellationToken ct
    )
    {
        var found = await printed.ToListAsync(ct);
        var items = found.Select(p => p.Item.Id).Distinct().ToList();
        var scans = (
            await db
                .SignedSheets.AsNoTracking()
                .Where(s => items.Contains(s.SubmissionId))
                .OrderBy(s => s.Id)
                .Join(
                    db.ItemFiles,
                    s => s.FileId,
                    f => f.Id,
                    (s, f) =>
                        new
                        {
                            Scan = s,
                            f.Name,
                            f.Note,
                        }
                )
                .ToListAsync(ct)
        ).ToLookup(
            s => (s.Scan.SubmissionId, s.Scan.PrintNumber),
            s => new ScanRow(
                s.Scan.Id,
                s.Scan.FileId,
                s.Name,
                s.Note,
                s.Scan.Match,
                s.Scan.StaffName,
                s.Scan.At,
                s.Scan.SignedSteps,
                s.Scan.MarkedAt is not null,
                s.Scan.Withdrawn,
                s.Scan.Withdrawn.Length == 0 && (s.Scan.StaffId == grants.StaffId || OriginalRules.Keeps(grants))
            )
        );
        return
        [
            .. found.Select(p => new PrintRow(
                p.Item.Id,
                p.Item.Number ?? "",
                p.Item.Title,
                p.Print.Number,
                p.Print.Fingerprint,
                p.Print.StaffName,
                p.Print.At,
                p.IsVoid,
                p.Print.Place,
                p.Print.PlacedAt,
                p.Print.PlacedByName,
                p.Print.Box,
                p.Print.PlaceNote,
                [.. scans[(p.Item.Id, p.Print.Number)]],
                [
                    .. Enum.GetValues<OriginalPlace>()
                        .Where(to =>
                            to != p.Print.Place
                            && OriginalRules.Refusal(p.Print, p.IsVoid, new OriginalEntry(to, "盒", "因"), grants) is null
                        ),
                ]
            )),
        ];
    }

    private sealed class Printed
    {
        public required Submission Item { get; init; }

        public required FormPrint Print { get; init; }

        public required bool IsVoid { get; init; }
    }
}

/// <summary>Words of the ledger of originals.</summary>
public static class OriginalsWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this OriginalsFilter filter) =>
        filter switch
        {
            OriginalsFilter.Out => "在外",
            OriginalsFilter.VoidOut => "作废待收",
            OriginalsFilter.Received => "已收回",
            OriginalsFilter.Archived => "已归档",
            OriginalsFilter.WrittenOff => "已注销",
        };
}
