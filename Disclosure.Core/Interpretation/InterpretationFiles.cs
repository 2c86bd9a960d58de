using Disclosure.Core.Common;

namespace Disclosure.Core.Interpretation;

/// <summary>The list of policy documents and interpretations to hand out.</summary>
public static class InterpretationFiles
{
    private static readonly ListField<InterpretationRow>[] Fields =
    [
        new("编号", 22, r => r.Number),
        new("政策文件", 44, r => r.Title),
        new("责任科室", 16, r => r.Section),
        new("发布日期", 12, r => r.PublishedOn, ListKind.Day),
        new("解读", 10, r => r.State.Name()),
        new("解读期限", 12, r => r.Due, ListKind.Day),
        new("超期", 6, r => r.Late ? "是" : "否"),
        new("说明", 32, r => r.Words),
    ];

    /// <summary>The list.</summary>
    /// <param name="all">True for every policy document.</param>
    public static Listing List(bool all, IReadOnlyList<InterpretationRow> rows) =>
        Listing.Of(all ? "政策解读（全部政策文件）" : "政策解读（缺少解读或在办）", Fields, rows);
}
