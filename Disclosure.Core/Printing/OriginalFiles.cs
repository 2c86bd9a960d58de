using Disclosure.Core.Approval;
using Disclosure.Core.Common;

namespace Disclosure.Core.Printing;

/// <summary>A part of the ledger of originals, to hand out.</summary>
public static class OriginalFiles
{
    private static readonly ListField<PrintRow>[] Fields =
    [
        new("编号", 22, r => r.ItemNumber),
        new("标题", 40, r => r.Title),
        new("打印次数", 7, r => r.Number, ListKind.Number),
        new("打印人", 10, r => r.By),
        new("打印时间", 17, r => r.At, ListKind.Moment),
        new("有效", 8, r => r.IsVoid ? "已作废" : "有效"),
        new("原件", 10, r => r.Place.Name()),
        new("盒号", 12, r => r.Box),
        new("原因", 16, r => r.Note),
        new("登记人", 10, r => r.PlacedBy),
        new("登记时间", 17, r => r.PlacedAt, ListKind.Moment),
        new("扫描件", 7, r => r.Scans.Count(s => s.Withdrawn.Length == 0), ListKind.Number),
    ];

    /// <summary>The list.</summary>
    public static Listing List(OriginalsFilter filter, string text, PrintPage page) =>
        Listing.Of($"原件台账（{filter.Name()}）", Fields, page.Rows) with
        {
            Total = page.Totals[filter],
            Scope = Listing.Searched(text),
        };
}
