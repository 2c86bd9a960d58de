using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Obligations;

/// <summary>The release calendar to hand out.</summary>
public static class ReleaseFiles
{
    private static readonly ListField<ReleaseRow>[] Fields =
    [
        new("计划日期", 12, r => r.Day, ListKind.Day),
        new("标题", 44, r => r.Title),
        new("类别", 12, r => r.Kind.Name()),
        new("科室", 18, r => r.Unit),
        new("状态", 10, r => r.State.Name()),
        new("最近调整", 36, Moved),
    ];

    /// <summary>The list.</summary>
    /// <param name="span">The year or the month, in words.</param>
    public static Listing List(string span, ReleasePage page) =>
        Listing.Of($"{span}发布日历", Fields, page.Rows) with
        {
            Total = page.Total,
        };

    private static string Moved(ReleaseRow r) =>
        r.Changes.FirstOrDefault(c => c.FromDay is not null) is { } moved
            ? $"{Listing.Shown(moved.FromDay)} → {Listing.Shown(moved.Day)}：{moved.Reason}"
            : "";
}
