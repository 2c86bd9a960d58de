using Disclosure.Core.Review;

namespace Disclosure.Core.Ledgers;

/// <summary>What the monthly ledger counts.</summary>
public enum LedgerColumn
{
    /// <summary>Distinct items with a review signature of the month.</summary>
    Items,

    /// <summary>自审 signed.</summary>
    Self,

    /// <summary>送审 signed.</summary>
    Second,

    /// <summary>终审 signed.</summary>
    Final,

    /// <summary>是 to B3-1.</summary>
    Marked,

    /// <summary>是 to B3-2.</summary>
    Sensitive,

    /// <summary>是 to B3-3.</summary>
    Internal,

    /// <summary>是 to B3-4.</summary>
    Undecided,

    /// <summary>是 to B3-5.</summary>
    OtherReasons,

    /// <summary>退回.</summary>
    Returns,

    /// <summary>待解密 opened.</summary>
    Declassification,

    /// <summary>暂缓公开 opened.</summary>
    Postponement,

    /// <summary>报请确定 opened.</summary>
    Referral,

    /// <summary>区分处理 opened.</summary>
    Redaction,

    /// <summary>涉密中止.</summary>
    Stopped,

    /// <summary>不予公开: found by the office, confirmed by a leader.</summary>
    Withheld,

    /// <summary>发布.</summary>
    Published,

    /// <summary>Reviews whose working days are known, arrival to signature.</summary>
    Timed,

    /// <summary>Signatures later than the step's limit.</summary>
    Overdue,

    /// <summary>Items still waiting past their limit when the month ended.</summary>
    Waiting,
}

/// <summary>A column with the words it carries.</summary>
/// <param name="Group">Heading over several columns, or empty.</param>
/// <param name="Short">Name within its group.</param>
/// <param name="Name">Whole name.</param>
public sealed record LedgerHeading(LedgerColumn Column, string Group, string Short, string Name);

/// <summary>The columns in the order of screen, sheet and workbook.</summary>
public static class LedgerColumns
{
    /// <summary>All that are counts.</summary>
    public static readonly IReadOnlyList<LedgerHeading> All =
    [
        new(LedgerColumn.Items, "", "件数", "审查件数"),
        new(LedgerColumn.Self, "三审（次）", "自审", "自审次数"),
        new(LedgerColumn.Second, "三审（次）", "送审", "送审次数"),
        new(LedgerColumn.Final, "三审（次）", "终审", "终审次数"),
        new(LedgerColumn.Marked, "答“是”（次）", Criteria.Marked, $"{Criteria.Marked} 密级标志答“是”"),
        new(LedgerColumn.Sensitive, "答“是”（次）", Criteria.Sensitive, $"{Criteria.Sensitive} 敏感信息答“是”"),
        new(LedgerColumn.Internal, "答“是”（次）", Criteria.Internal, $"{Criteria.Internal} 内部警示答“是”"),
        new(LedgerColumn.Undecided, "答“是”（次）", Criteria.Undecided, $"{Criteria.Undecided} 未决事项答“是”"),
        new(LedgerColumn.OtherReasons, "答“是”（次）", Criteria.OtherReasons, $"{Criteria.OtherReasons} 其他情形答“是”"),
        new(LedgerColumn.Returns, "", "退回", "退回次数"),
        new(LedgerColumn.Declassification, "暂停（起）", "待解密", "待解密"),
        new(LedgerColumn.Postponement, "暂停（起）", "暂缓", "暂缓公开"),
        new(LedgerColumn.Referral, "暂停（起）", "报请", "报请确定"),
        new(LedgerColumn.Redaction, "暂停（起）", "区分", "区分处理"),
        new(LedgerColumn.Stopped, "结果（件）", "中止", "涉密中止"),
        new(LedgerColumn.Withheld, "结果（件）", "不予", "不予公开"),
        new(LedgerColumn.Published, "结果（件）", "发布", "发布"),
        new(LedgerColumn.Overdue, "超期", "签署", "超期签署"),
        new(LedgerColumn.Waiting, "超期", "未办", "月末超期未办"),
    ];

    /// <summary>The column of a criterion.</summary>
    public static LedgerColumn Of(string criterion) =>
        criterion switch
        {
            Criteria.Marked => LedgerColumn.Marked,
            Criteria.Sensitive => LedgerColumn.Sensitive,
            Criteria.Internal => LedgerColumn.Internal,
            Criteria.Undecided => LedgerColumn.Undecided,
            _ => LedgerColumn.OtherReasons,
        };

    /// <summary>The column of a tier.</summary>
    public static LedgerColumn Of(Tier tier) =>
        tier switch
        {
            Tier.Self => LedgerColumn.Self,
            Tier.Second => LedgerColumn.Second,
            _ => LedgerColumn.Final,
        };

    /// <summary>The column of a hold.</summary>
    public static LedgerColumn Of(HoldKind kind) =>
        kind switch
        {
            HoldKind.Declassification => LedgerColumn.Declassification,
            HoldKind.Postponement => LedgerColumn.Postponement,
            HoldKind.Referral => LedgerColumn.Referral,
            _ => LedgerColumn.Redaction,
        };

    /// <summary>Whole name of a column.</summary>
    public static string Name(this LedgerColumn column) => All.FirstOrDefault(h => h.Column == column)?.Name ?? "计时的审查";
}
