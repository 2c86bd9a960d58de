namespace Disclosure.Core.PublicOpinion;

/// <summary>What can happen to a case.</summary>
public enum OpinionAct
{
    /// <summary>登记.</summary>
    Registered,

    /// <summary>调整等级.</summary>
    LevelChanged,

    /// <summary>调整责任科室.</summary>
    SectionChanged,

    /// <summary>批注: a word from whoever follows it.</summary>
    Noted,

    /// <summary>进展: what those who answer for it have done.</summary>
    Progressed,

    /// <summary>关联回应稿件.</summary>
    ReplyLinked,

    /// <summary>取消关联稿件.</summary>
    ReplyUnlinked,

    /// <summary>时限完成.</summary>
    Met,

    /// <summary>撤销完成登记.</summary>
    MetWithdrawn,

    /// <summary>办结.</summary>
    Closed,

    /// <summary>重新办理.</summary>
    Reopened,
}

/// <summary>One row of a case's history: who did what when. Rows are added and never changed.</summary>
public sealed class OpinionEvent
{
    /// <summary>Key; rises with time.</summary>
    public int Id { get; private set; }

    /// <summary>The case.</summary>
    public required int CaseId { get; init; }

    /// <summary>What happened.</summary>
    public required OpinionAct Act { get; init; }

    /// <summary>What was said or changed, in words.</summary>
    public required string Text { get; init; }

    /// <summary>UTC of the entry.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>The clock, for a limit met or taken back.</summary>
    public OpinionClock? Clock { get; init; }

    /// <summary>UTC at which the limit was met.</summary>
    public DateTime? MetAt { get; init; }

    /// <summary>The item concerned.</summary>
    public int? SubmissionId { get; init; }
}

/// <summary>An ordinary item that answers a case. An item answers one case only.</summary>
public sealed class OpinionReply
{
    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The case.</summary>
    public required int CaseId { get; init; }

    /// <summary>UTC of linking.</summary>
    public required DateTime LinkedAt { get; init; }
}
