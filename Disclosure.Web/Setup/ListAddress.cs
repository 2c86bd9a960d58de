using Disclosure.Core.Approval;

namespace Disclosure.Web.Setup;

/// <summary>Every list of the program that can be handed out; its name in an address is the same in small letters.</summary>
public enum ListName
{
    /// <summary>待办文件.</summary>
    Waiting,

    /// <summary>退回我的.</summary>
    Returned,

    /// <summary>草稿.</summary>
    Drafts,

    /// <summary>已办文件.</summary>
    Handled,

    /// <summary>全部稿件.</summary>
    Readable,

    /// <summary>超期稿件.</summary>
    Overdue,

    /// <summary>公开时限预警.</summary>
    Clock,

    /// <summary>暂停事由.</summary>
    Holds,

    /// <summary>搜索结果.</summary>
    Search,

    /// <summary>证据清单 of an item.</summary>
    Evidence,

    /// <summary>停止查阅的文件.</summary>
    Withdrawn,

    /// <summary>待发文件 of the platform.</summary>
    Platform,

    /// <summary>核对发布件.</summary>
    Checks,

    /// <summary>年度政务信息目录, for the public.</summary>
    Annual,

    /// <summary>What was published in a year, as the bureau sees it.</summary>
    Published,

    /// <summary>主动公开基本目录.</summary>
    Standing,

    /// <summary>目录事项公开时限.</summary>
    Due,

    /// <summary>未归入目录事项的发布.</summary>
    Unhung,

    /// <summary>政策解读.</summary>
    Interpretations,

    /// <summary>意见征集.</summary>
    Consultations,

    /// <summary>Opinions that came in for one consultation.</summary>
    Feedback,

    /// <summary>政务舆情.</summary>
    Opinions,

    /// <summary>保密审查台账.</summary>
    Ledger,

    /// <summary>Items behind a figure of it.</summary>
    LedgerItems,

    /// <summary>发布台账.</summary>
    Publications,

    /// <summary>不予公开复核.</summary>
    Withheld,

    /// <summary>流转记录 of an item.</summary>
    Trace,

    /// <summary>年度事项.</summary>
    Duties,

    /// <summary>A table of the annual report.</summary>
    Figures,

    /// <summary>各单位送审件数.</summary>
    ChartUnits,

    /// <summary>各环节用时.</summary>
    ChartSteps,

    /// <summary>退回原因.</summary>
    ChartReturns,

    /// <summary>发布日历.</summary>
    Releases,

    /// <summary>原件台账.</summary>
    Originals,

    /// <summary>归档.</summary>
    Archive,

    /// <summary>人员与职责.</summary>
    People,

    /// <summary>单位.</summary>
    Units,

    /// <summary>专业对口.</summary>
    Subjects,

    /// <summary>委托代签.</summary>
    Delegations,

    /// <summary>审计.</summary>
    Audit,

    /// <summary>提醒.</summary>
    Reminders,
}

/// <summary>How lists stand in an address: the same for the page of a list and for its files.</summary>
internal static class ListAddress
{
    /// <summary>The kinds of files, with the words of the menu.</summary>
    public static readonly IReadOnlyList<(string Format, string Words)> Formats =
    [
        ("xlsx", "电子表格（xlsx）"),
        ("pdf", "可打印文件（PDF）"),
        ("csv", "数据（csv）"),
    ];

    /// <summary>What a list is called in an address.</summary>
    public static string Name(ListName list) => list.ToString().ToLowerInvariant();

    /// <summary>The list that shows a worklist.</summary>
    public static ListName Of(Worklist worklist) => Enum.Parse<ListName>(worklist.ToString());

    /// <summary>Address of a file.</summary>
    /// <param name="narrowed">What the page is narrowed to; empty values are left out.</param>
    public static string File(ListName list, string format, params IEnumerable<(string Name, string? Value)> narrowed)
    {
        var query = string.Join(
            '&',
            narrowed.Where(n => !string.IsNullOrEmpty(n.Value)).Select(n => $"{n.Name}={Uri.EscapeDataString(n.Value!)}")
        );
        return $"/lists/{Name(list)}.{format}{(query.Length > 0 ? $"?{query}" : "")}";
    }

    /// <summary>The order an address names, e.g. -due; null for the worklist's own.</summary>
    public static ItemOrder? Order(string? sort) =>
        Enum.TryParse<ItemColumn>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
            ? new ItemOrder(by, sort!.StartsWith('-'))
            : null;
}
