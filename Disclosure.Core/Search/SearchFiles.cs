using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Search;

/// <summary>A list as it is handed out: a head and rows of texts.</summary>
/// <param name="Name">Name of the file without extension.</param>
public sealed record ListFile(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>As csv; no cell is ever a formula.</summary>
    public byte[] Csv() => Files.Formats.Csv.File(Rows.Prepend(Head));

    /// <summary>As xlsx; no cell is ever a formula.</summary>
    public byte[] Xlsx() => Workbook.File(new WorkbookSheet("清单", Head, [.. Rows.Select(r => (IReadOnlyList<object?>)[.. r])]));
}

/// <summary>Lists as files, with the same filters and rights as the pages that show them.</summary>
public sealed class SearchFiles(SearchQueries search, InboxQueries inbox, HoldQueries holds)
{
    private static readonly string[] ItemHead =
    [
        "编号",
        "标题",
        "信息类别",
        "报送单位",
        "审查科室",
        "状态",
        "环节",
        "到达时间",
        "环节期限",
        "轮次",
    ];
    private static readonly string[] HoldHead =
    [
        "编号",
        "标题",
        "报送单位",
        "事由",
        "环节",
        "说明",
        "提出人",
        "提出时间",
        "期限",
        "办结时间",
        "结果",
    ];
    private static readonly string[] FoundHead = ["编号", "标题", "信息类别", "报送单位", "状态", "更新时间", "命中", "命中内容"];

    /// <summary>One worklist.</summary>
    public async Task<ListFile> WorklistAsync(
        Worklist worklist,
        string text,
        ItemOrder? order,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var rows = (await inbox.AllAsync(worklist, text, order, by, now, ct)).Rows;
        return new ListFile(Dated(Name(worklist), now), ItemHead, [.. rows.Select(Cells)]);
    }

    /// <summary>Open or ended holds.</summary>
    public async Task<ListFile> HoldsAsync(bool ended, Actor by, DateTime now, CancellationToken ct = default)
    {
        var rows = (await holds.AllAsync(ended, by, now, ct)).Rows;
        return new ListFile(Dated(ended ? "暂停事由（已办结）" : "暂停事由（未办结）", now), HoldHead, [.. rows.Select(Cells)]);
    }

    /// <summary>What a search found.</summary>
    public async Task<Outcome<ListFile>> SearchAsync(SearchAsked asked, Actor by, DateTime now, CancellationToken ct = default)
    {
        var found = await search.AllAsync(asked, by, now, ct);
        return found.Ok ? new ListFile(Dated("搜索结果", now), FoundHead, [.. found.Value.Rows.Select(Cells)]) : found.Problem!;
    }

    private static string[] Cells(ItemRow r) =>
        [
            r.Number ?? "",
            r.ShownTitle,
            r.Kind?.Name() ?? "",
            r.Unit,
            r.Section,
            r.State.Name(),
            r.State == ItemState.UnderWay ? r.StepName : "",
            BureauTime.Show(r.Since),
            Day(r.Due),
            r.Round.ToString(CultureInfo.InvariantCulture),
        ];

    private static string[] Cells(HoldRow r) =>
        [
            r.Number ?? "",
            r.ShownTitle,
            r.Unit,
            r.Kind.Name(),
            r.StepName,
            r.Reason,
            r.OpenedBy,
            BureauTime.Show(r.OpenedAt),
            Day(r.DueOn),
            r.ClosedAt is { } at ? BureauTime.Show(at) : "",
            r.Outcome?.Name() ?? "",
        ];

    private static string[] Cells(SearchFound f) =>
        [
            f.Number,
            f.PlainTitle,
            f.Kind?.Name() ?? "",
            f.Unit,
            f.Down ? "已下线" : f.State.Name(),
            BureauTime.Show(f.At),
            f.Group.Name(),
            f.PlainSnippet,
        ];

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
            _ => "稿件",
        };

    private static string Dated(string name, DateTime now) => $"{name}{BureauTime.Day(now):yyyyMMdd}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
