using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Publication;

/// <summary>What waits for publishing, what was checked and what is published, to hand out.</summary>
public static class PublicationFiles
{
    private static readonly ListField<PublishingRow>[] Desk =
    [
        new("编号", 22, r => r.Item.Number),
        new("标题", 40, r => r.Item.ShownTitle),
        new("报送单位", 14, r => r.Item.Unit),
        new("渠道", 20, r => string.Join('、', r.Allowed.Select(c => c.Name()))),
        new("已收", 16, r => string.Join('、', r.Ticks.Select(t => t.Tick.Name()))),
        new("状态", 10, r => r.Stage.Name()),
        new("计划发布时间", 17, r => r.PlannedAt, ListKind.Moment),
        new("到达时间", 17, r => r.Item.Since, ListKind.Moment),
        new("期限", 12, r => r.Item.Due, ListKind.Day),
    ];
    private static readonly ListField<CheckRow>[] Checks =
    [
        new("编号", 22, r => r.Number),
        new("名称", 44, r => r.Title),
        new("报送单位", 16, r => r.Unit),
        new("渠道", 12, r => r.Channel.Name()),
        new("发布地址", 40, r => r.Place),
        new("发布时间", 17, r => r.At, ListKind.Moment),
        new("核对结果", 10, r => r.Result?.Name()),
        new("核对时间", 17, r => r.CheckedAt, ListKind.Moment),
    ];
    private static readonly ListField<PublishedRow>[] Published =
    [
        new("索引号", 14, r => r.Index),
        new("编号", 22, r => r.Number),
        new("名称", 44, r => r.Title),
        new("报送单位", 16, r => r.Unit),
        new("生成日期", 12, r => r.FormedOn, ListKind.Day),
        new("公开日期", 12, r => BureauTime.Day(r.PublishedAt), ListKind.Day),
        new("渠道", 20, r => string.Join('、', r.Channels.Select(c => c.Channel.Name()))),
        new("责任科室", 16, r => r.Section),
        new("备注", 14, r => string.Join('、', Remarks(r))),
    ];

    /// <summary>What waits for publishing.</summary>
    public static Listing List(IReadOnlyList<PublishingRow> rows, int total) => Listing.Of("待发文件", Desk, rows) with { Total = total };

    /// <summary>Publications by their newest check.</summary>
    public static Listing List(CheckFilter filter, IReadOnlyList<CheckRow> rows) =>
        Listing.Of(
            filter switch
            {
                CheckFilter.Never => "未核对发布件清单",
                CheckFilter.Different => "核对不一致发布件清单",
                _ => "核对一致发布件清单",
            },
            Checks,
            rows
        );

    /// <summary>What was published in a year, as everybody in the bureau may see it.</summary>
    public static Listing List(int year, string text, IReadOnlyList<PublishedRow> rows) =>
        Listing.Of($"{year}年发布清单", Published, rows) with
        {
            Scope = Listing.Searched(text),
        };

    private static IEnumerable<string> Remarks(PublishedRow r)
    {
        if (r.IntranetOnly)
        {
            yield return "仅内网";
        }
        if (r.TakenDownAt is not null)
        {
            yield return "已下线";
        }
        if (r.Amendment is { } does)
        {
            yield return does.Name();
        }
        if (r.AmendedBy is { } later)
        {
            yield return $"已{later.Name()}";
        }
    }
}
