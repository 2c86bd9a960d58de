using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>One publication on one channel.</summary>
/// <param name="Place">Address, ISBN and printing, or where it hangs.</param>
/// <param name="At">UTC of publication there.</param>
/// <param name="By">Who entered it.</param>
public sealed record PublicationEntry(
    int Id,
    DateTime At,
    Channel Channel,
    string Place,
    string Index,
    string Number,
    string Title,
    string Unit,
    string Section,
    string By,
    DateTime EnteredAt,
    bool MayOpen
);

/// <summary>One page of the publication ledger.</summary>
/// <param name="Items">Distinct items among all rows, not only the page's.</param>
public sealed record PublicationLedgerView(PublicationPeriod Period, IReadOnlyList<PublicationEntry> Rows, int Total, int Items);

/// <summary>A year, or a month of it, in the bureau's time.</summary>
/// <param name="Month">From 1; null for the whole year.</param>
public readonly record struct PublicationPeriod(int Year, int? Month)
{
    /// <summary>UTC of its beginning.</summary>
    public DateTime FromUtc => BureauTime.ToUtc(new DateTime(Year, Month ?? 1, 1));

    /// <summary>UTC of its end, which belongs to the next.</summary>
    public DateTime UntilUtc => BureauTime.ToUtc(Month is { } m ? new DateTime(Year, m, 1).AddMonths(1) : new DateTime(Year + 1, 1, 1));

    /// <summary>「2026年11月」.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year}年{(Month is { } m ? $"{m}月" : "")}");

    /// <summary>Reads 「2026」 or 「2026-11」; null for anything else.</summary>
    public static PublicationPeriod? Read(string? text) =>
        LedgerMonth.Read(text) is { } month ? new PublicationPeriod(month.Year, month.Month)
        : text is { Length: 4 }
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 2000 and < 9000
            ? new PublicationPeriod(year, null)
        : null;

    /// <summary>「2026」 or 「2026-11」, as in addresses.</summary>
    public override string ToString() => Month is { } m ? new LedgerMonth(Year, m).ToString() : Year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reads the publication ledger (发布台账): for the office, the platform and the leaders.</summary>
public sealed class PublicationLedgerQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>One page, newest first; null for everybody else and for a period that has not begun.</summary>
    /// <param name="page">From 0; null for the whole period.</param>
    public async Task<PublicationLedgerView?> PageAsync(
        PublicationPeriod period,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!LedgerRights.MaySeeAll(grants) || period.FromUtc > now)
        {
            return null;
        }
        var (from, until, units, readable) = (
            period.FromUtc,
            period.UntilUtc,
            db.Units,
            db.Submissions.Where(Approval.ReadingRights.Of(db, grants))
        );
        var entries = db
            .Publications.AsNoTracking()
            .Where(p => p.At >= from && p.At < until)
            .Join(db.Submissions.Where(s => s.State == ItemState.Published), p => p.SubmissionId, s => s.Id, (p, s) => new { p, s });
        var (total, items) = (await entries.CountAsync(ct), await entries.Select(e => e.s.Id).Distinct().CountAsync(ct));
        var ordered = entries.OrderByDescending(e => e.p.At).ThenByDescending(e => e.p.Id).AsQueryable();
        if (page is { } n)
        {
            ordered = ordered.Skip(n * PageSize).Take(PageSize);
        }
        var rows = await ordered
            .Select(e => new PublicationEntry(
                e.s.Id,
                e.p.At,
                e.p.Channel,
                e.p.Place,
                e.s.CatalogueIndex ?? "",
                e.s.Number ?? "",
                e.s.Title,
                units.First(u => u.Id == e.s.UnitId).Name,
                units.First(u => u.Id == e.s.SectionId).Name,
                e.p.StaffName,
                e.p.EnteredAt,
                readable.Any(r => r.Id == e.s.Id)
            ))
            .ToListAsync(ct);
        return new PublicationLedgerView(period, rows, total, items);
    }
}

/// <summary>The publication ledger to hand out.</summary>
public static class PublicationLedgerFiles
{
    private static readonly ListField<PublicationEntry>[] Fields =
    [
        new("发布时间", 17, r => r.At, ListKind.Moment),
        new("渠道", 12, r => r.Channel.Name()),
        new("地址、书号或地点", 36, r => r.Place),
        new("索引号", 14, r => r.Index),
        new("编号", 22, r => r.Number),
        new("名称", 40, r => r.Title),
        new("报送单位", 16, r => r.Unit),
        new("责任科室", 16, r => r.Section),
        new("登记人", 10, r => r.By),
        new("登记时间", 17, r => r.EnteredAt, ListKind.Moment),
    ];

    /// <summary>The list, oldest first, as a book is kept.</summary>
    public static Listing List(PublicationLedgerView view) =>
        Listing.Of($"{view.Period.Name}发布台账", Fields, view.Rows.Reverse()) with
        {
            Notes = [string.Create(CultureInfo.InvariantCulture, $"{view.Items} 件，共发布 {view.Total} 次。")],
        };
}
