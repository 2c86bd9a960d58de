using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>The items behind a figure of the monthly ledger, to hand out.</summary>
public static class LedgerItemFiles
{
    private static readonly ListField<LedgerItem>[] Fields =
    [
        new("编号", 22, r => r.Number),
        new("标题", 50, r => r.ShownTitle),
        new("报送单位", 16, r => r.Unit),
        new("状态", 10, r => r.State.Name()),
        new("计数", 8, r => r.Times, ListKind.Number),
    ];

    /// <summary>The list.</summary>
    /// <param name="figure">Which figure, in words.</param>
    public static Listing List(LedgerMonth month, string figure, LedgerItemPage page) =>
        Listing.Of($"{month.Name}台账明细", Fields, page.Rows) with
        {
            Scope = figure,
            Total = page.Total,
            Notes = page.Hidden > 0 ? [$"另有 {page.Hidden} 件无权查看，不列出。"] : [],
        };
}
