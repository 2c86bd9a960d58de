using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Archive;

/// <summary>What ended in a year, to hand out.</summary>
public static class ArchiveFiles
{
    private static readonly ListField<ArchiveRow>[] Fields =
    [
        new("编号", 22, r => r.Number),
        new("标题", 44, r => r.Title),
        new("报送单位", 16, r => r.Unit),
        new("索引号", 14, r => r.Index),
        new("类别", 12, r => r.Kind?.Name()),
        new("结果", 10, r => r.State.Name()),
        new("办结日期", 12, r => BureauTime.Day(r.EndedAt), ListKind.Day),
        new("保管期限", 8, r => r.Retention.Name()),
        new("文件（KB）", 10, r => (r.Bytes + 1023) / 1024, ListKind.Number),
        new("备注", 14, r => r.Erased ? "内容已清除" : ""),
    ];

    /// <summary>The list.</summary>
    public static Listing List(int year, Retention? retention, string text, ArchiveList list) =>
        Listing.Of($"{year}年归档清单{(retention is { } kept ? $"（{kept.Name()}）" : "")}", Fields, list.Rows) with
        {
            Total = list.Total,
            Scope = Listing.Searched(text),
        };
}
