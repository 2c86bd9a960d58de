using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>What the matters of the standing catalogue owe, and what hangs on none of them, to hand out.</summary>
public static class DueFiles
{
    private static readonly ListField<StandingDueRow>[] Fields =
    [
        new("事项", 30, r => r.Matter),
        new("责任科室", 16, r => r.Section),
        new("公开时限", 24, r => r.Limit),
        new("最近公开", 12, r => r.LastPublished, ListKind.Day),
        new("最近公开的标题", 36, r => r.LastTitle),
        new("下次应公开", 12, r => r.NextDue, ListKind.Day),
        new("超期", 6, r => r.Overdue ? "是" : ""),
        new("未按期次数", 8, r => r.Missed, ListKind.Number),
        new("说明", 24, r => r.Note),
    ];
    private static readonly ListField<UnhungRow>[] Loose =
    [
        new("编号", 22, r => r.Number),
        new("标题", 44, r => r.Title),
        new("责任科室", 16, r => r.Section),
        new("公开日期", 12, r => r.PublishedOn, ListKind.Day),
        new("投稿时写", 30, r => r.Words),
    ];

    /// <summary>What is owed.</summary>
    public static Listing List(IReadOnlyList<StandingDueRow> rows) => Listing.Of("目录事项公开时限", Fields, rows);

    /// <summary>What hangs on no matter.</summary>
    public static Listing List(IReadOnlyList<UnhungRow> rows, int total) =>
        Listing.Of("未归入目录事项的发布", Loose, rows) with
        {
            Total = total,
        };
}
