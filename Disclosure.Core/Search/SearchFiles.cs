using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Search;

/// <summary>Lists of items to hand out, with the same filters and rights as the pages that show them.</summary>
public sealed class SearchFiles(SearchQueries search, InboxQueries inbox, HoldQueries holds)
{
    private static readonly ListField<ItemRow>[] Item =
    [
        new("编号", 22, r => r.Number),
        new("标题", 44, r => r.ShownTitle),
        new("信息类别", 12, r => r.Kind?.Name()),
        new("报送单位", 14, r => r.Unit),
        new("审查科室", 14, r => r.Section),
        new("状态", 10, r => r.State.Name()),
        new("环节", 16, r => r.State == ItemState.UnderWay ? r.StepName : ""),
        new("到达时间", 17, r => r.Since, ListKind.Moment),
        new("环节期限", 12, r => r.Due, ListKind.Day),
        new("轮次", 6, r => r.Round, ListKind.Number),
    ];
    private static readonly ListField<HoldRow>[] Hold =
    [
        new("编号", 22, r => r.Number),
        new("标题", 36, r => r.ShownTitle),
        new("报送单位", 14, r => r.Unit),
        new("事由", 10, r => r.Kind.Name()),
        new("环节", 14, r => r.StepName),
        new("说明", 32, r => r.Reason),
        new("提出人", 10, r => r.OpenedBy),
        new("提出时间", 17, r => r.OpenedAt, ListKind.Moment),
        new("期限", 12, r => r.DueOn, ListKind.Day),
        new("办结时间", 17, r => r.ClosedAt, ListKind.Moment),
        new("结果", 12, r => r.Outcome?.Name()),
    ];
    private static readonly ListField<SearchFound>[] Found =
    [
        new("编号", 22, r => r.Number),
        new("标题", 44, r => r.PlainTitle),
        new("信息类别", 12, r => r.Kind?.Name()),
        new("报送单位", 14, r => r.Unit),
        new("状态", 10, r => r.Down ? "已下线" : r.State.Name()),
        new("更新时间", 17, r => r.At, ListKind.Moment),
        new("命中", 8, r => r.Group.Name()),
        new("命中内容", 44, r => r.PlainSnippet),
    ];

    /// <summary>One worklist.</summary>
    public async Task<Listing> WorklistAsync(
        Worklist worklist,
        string text,
        ItemOrder? order,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var found = await inbox.AllAsync(worklist, text, order, by, now, ct);
        return Listing.Of(Name(worklist), Item, found.Rows) with { Total = found.Total, Scope = Listing.Searched(text) };
    }

    /// <summary>Open or ended holds.</summary>
    public async Task<Listing> HoldsAsync(bool ended, Actor by, DateTime now, CancellationToken ct = default)
    {
        var found = await holds.AllAsync(ended, by, now, ct);
        return Listing.Of(ended ? "暂停事由（已办结）" : "暂停事由（未办结）", Hold, found.Rows) with { Total = found.Total };
    }

    /// <summary>What a search found.</summary>
    public async Task<Outcome<Listing>> SearchAsync(SearchAsked asked, Actor by, DateTime now, CancellationToken ct = default)
    {
        var found = await search.AllAsync(asked, by, now, ct);
        return found.Ok
            ? Listing.Of("搜索结果", Found, found.Value.Rows) with
            {
                Total = found.Value.Total,
                Scope = Listing.Searched(asked.Text),
            }
            : found.Problem!;
    }

    private static string Name(Worklist worklist) =>
        worklist switch
        {
            Worklist.Waiting => "待办文件",
            Worklist.Returned => "退回稿件",
            Worklist.Drafts => "草稿",
            Worklist.Handled => "已办文件",
            Worklist.Platform => "待发文件",
            Worklist.Overdue => "超期稿件",
            Worklist.Clock => "公开时限预警",
            Worklist.Readable => "稿件",
        };
}
