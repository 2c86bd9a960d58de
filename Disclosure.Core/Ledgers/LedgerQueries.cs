using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>That a month was confirmed, by whom and when.</summary>
/// <param name="Intact">True while the frozen figures agree with their hash.</param>
public sealed record ConfirmationView(string By, string ActingFor, DateTime At, string Remark, string Sha256, bool Intact);

/// <summary>A month's ledger as one reader sees it.</summary>
/// <param name="Ledger">The figures, frozen where the month was confirmed; only lines of the reader's units where they do not see
/// all.</param>
/// <param name="SeesAll">True for those who see every line.</param>
/// <param name="Over">True once the month is over.</param>
/// <param name="Confirmed">The confirmation, or null.</param>
/// <param name="Differences">What today's count gives otherwise than was confirmed.</param>
/// <param name="Owed">Months that are over and not confirmed, oldest first; for those who see all.</param>
/// <param name="MayConfirm">True when this reader may confirm it now.</param>
/// <param name="Sha256">Hash of today's figures; goes back with the confirmation.</param>
public sealed record LedgerView(
    MonthLedger Ledger,
    bool SeesAll,
    bool Over,
    ConfirmationView? Confirmed,
    IReadOnlyList<LedgerDifference> Differences,
    IReadOnlyList<LedgerMonth> Owed,
    bool MayConfirm,
    string Sha256
)
{
    /// <summary>The month.</summary>
    public LedgerMonth Month => Ledger.Month;

    /// <summary>A figure in words: the line it stands in and its column.</summary>
    public string Figure(LedgerColumn column, int? unitId, LedgerBlock block) =>
        $"{(unitId is { } unit ? Ledger.Lines.FirstOrDefault(l => l.UnitId == unit)?.Name : block.Name())} · {column.Name()}";
}

/// <summary>An item behind a figure.</summary>
/// <param name="Times">How often it is counted there.</param>
public sealed record LedgerItem(int Id, string? Number, string Title, string Unit, ItemState State, int Times)
{
    /// <summary>Title, or what stands for one that is still empty.</summary>
    public string ShownTitle => Title.Length > 0 ? Title : "（未填标题）";
}

/// <summary>One page of the items behind a figure.</summary>
/// <param name="Total">How many of them the reader may read.</param>
/// <param name="Hidden">How many more there are.</param>
public sealed record LedgerItemPage(IReadOnlyList<LedgerItem> Rows, int Total, int Hidden);

/// <summary>Which lines a figure adds up.</summary>
public enum LedgerBlock
{
    /// <summary>All.</summary>
    All,

    /// <summary>The city bureau's.</summary>
    City,

    /// <summary>The counties'.</summary>
    Counties,
}

/// <summary>Words for the lines that are sums.</summary>
public static class LedgerBlockWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this LedgerBlock block) =>
        block switch
        {
            LedgerBlock.All => "合计",
            LedgerBlock.City => "市局科室（中心）",
            LedgerBlock.Counties => "县（区）统计局",
        };
}

/// <summary>Reads the monthly secrecy-review ledger; null for whoever has no line to see.</summary>
public sealed class LedgerQueries(Operations operations, IDbContextFactory<DisclosureDb> contexts, FormPrinter printer)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>The ledger of a month that has begun; null for a coming one as well.</summary>
    public async Task<LedgerView?> MonthAsync(LedgerMonth month, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!LedgerRights.MaySee(grants) || month.First > today)
        {
            return null;
        }
        var units = LedgerRights.Units(grants);
        var (present, _) = await LedgerReading.MonthAsync(db, month, today, ct);
        var report = await db.MonthlyReports.AsNoTracking().FirstOrDefaultAsync(r => r.Year == month.Year && r.Month == month.Month, ct);
        var frozen = report is null ? null : MonthLedger.FromJson(report.FiguresJson);
        var office = grants.Has(Duty.DisclosureOffice);
        return new LedgerView(
            (frozen ?? present).For(units),
            units is null,
            month.Over(today),
            report is null
                ? null
                : new ConfirmationView(
                    report.ConfirmedByName,
                    report.ActingForName,
                    report.ConfirmedAt,
                    report.Remark,
                    report.Sha256,
                    MonthLedger.HashOf(report.FiguresJson) == report.Sha256
                ),
            frozen?.For(units).DifferencesTo(present.For(units)) ?? [],
            units is null ? await OwedAsync(db, today, ct) : [],
            office && report is null && month.Over(today),
            MonthLedger.HashOf(present.ToJson())
        );
    }

    /// <summary>The items behind a figure as counted today: those the reader may read, and how many more.</summary>
    /// <param name="unitId">The line, or null for the sum of <paramref name="block"/>.</param>
    /// <param name="page">From 0; null for all.</param>
    public async Task<LedgerItemPage?> ItemsAsync(
        LedgerMonth month,
        LedgerColumn column,
        int? unitId,
        LedgerBlock block,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!LedgerRights.MaySee(grants) || month.First > today)
        {
            return null;
        }
        var (ledger, facts) = await LedgerReading.MonthAsync(db, month, today, ct);
        var lines = ledger
            .For(LedgerRights.Units(grants))
            .Lines.Where(l =>
                unitId is { } unit ? l.UnitId == unit : block == LedgerBlock.All || l.County == (block == LedgerBlock.Counties)
            )
            .Select(l => l.UnitId)
            .ToHashSet();
        var times = facts
            .Where(f => f.Column == column && lines.Contains(f.UnitId))
            .GroupBy(f => f.ItemId)
            .ToDictionary(g => g.Key, g => g.Count());
        var ids = times.Keys.ToList();
        var units = db.Units;
        var items = op.Items.AsNoTracking().Where(s => ids.Contains(s.Id));
        var total = await items.CountAsync(ct);
        var (skip, take) = page is { } p ? (p * PageSize, PageSize) : (0, Listing.MostRows);
        var rows = await items
            .OrderBy(s => s.FirstSentAt)
            .ThenBy(s => s.Id)
            .Skip(skip)
            .Take(take)
            .Select(s => new LedgerItem(s.Id, s.Number, s.Title, units.First(u => u.Id == s.UnitId).ShortName, s.State, 0))
            .ToListAsync(ct);
        return new LedgerItemPage([.. rows.Select(r => r with { Times = times[r.Id] })], total, ids.Count - total);
    }

    /// <summary>The ledger as the printed sheet; <see cref="NotFound"/> for whoever has no line to see.</summary>
    public async Task<Outcome<byte[]>> PdfAsync(LedgerMonth month, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await MonthAsync(month, by, now, ct) is not { } view)
        {
            return new NotFound();
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        return printer.Pdf(SecrecyLedgerForm.Sheet(LedgerFiles.Record(view, (await BureauProfile.ReadAsync(db, ct)).Name)));
    }

    // Owed from the month in which the store began to be used; one without any review is a report too.
    private static async Task<IReadOnlyList<LedgerMonth>> OwedAsync(DisclosureDb db, DateOnly today, CancellationToken ct)
    {
        if (await db.Audit.OrderBy(e => e.Seq).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(ct) is not { } began)
        {
            return [];
        }
        var confirmed = (await db.MonthlyReports.Select(r => new { r.Year, r.Month }).ToListAsync(ct))
            .Select(r => new LedgerMonth(r.Year, r.Month))
            .ToHashSet();
        var owed = new List<LedgerMonth>();
        for (var month = LedgerMonth.Of(BureauTime.Day(began)); month.Over(today); month = month.Next)
        {
            if (!confirmed.Contains(month))
            {
                owed.Add(month);
            }
        }
        return owed;
    }
}
