using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>One signature of an item, as it counts for who answers for it (B8).</summary>
/// <param name="Carried">「沿用第1轮」 where it was given in an earlier round and still counts; otherwise empty.</param>
/// <param name="Opinion">Opinion or reason; empty for a reader who sees no content.</param>
public sealed record TraceSignature(
    MoveKind Kind,
    string StepName,
    string ToStepName,
    Tier? Tier,
    Duty Duty,
    string Name,
    string ActingFor,
    DateTime At,
    string Address,
    int Round,
    bool Standing,
    string Carried,
    string Fingerprint,
    string Opinion
)
{
    /// <summary>True when it was given less than 24 hours after the signer's reset password came into use.</summary>
    public bool AfterReset { get; init; }

    /// <summary>Whether the signer had opened the text, and when last; empty where they wrote it. It tells no content.</summary>
    public string Reading { get; init; } = "";

    /// <summary>What stands beside the effect, or empty.</summary>
    public string Mark => AfterReset ? PasswordReset.Mark : "";

    /// <summary>「仍有效」 or why it does not count.</summary>
    public string Effect =>
        Kind is not (MoveKind.Send or MoveKind.Approve or MoveKind.Receive or MoveKind.Publish) ? "办理记录"
        : !Standing ? "已失效"
        : Carried.Length > 0 ? $"有效（{Carried}）"
        : "有效";

    /// <summary>Step left and, where it differs, step reached.</summary>
    public string Way => ToStepName == StepName ? StepName : $"{StepName} → {ToStepName}";

    /// <summary>Name, with whom it was signed for.</summary>
    public string Who => ActingFor.Length > 0 ? $"{Name}（代{ActingFor}）" : Name;
}

/// <summary>A printing of the form.</summary>
public sealed record TracePrint(int Number, string Name, DateTime At, string Fingerprint);

/// <summary>A hold of the item.</summary>
/// <param name="Reason">Why; empty for a reader who sees no content.</param>
public sealed record TraceHold(
    HoldKind Kind,
    string StepName,
    string OpenedBy,
    DateTime OpenedAt,
    string ClosedBy,
    DateTime? ClosedAt,
    HoldOutcome? Outcome,
    string Reason
);

/// <summary>Something else the chain knows of the item: a file taken away, the form or the record taken away.</summary>
public sealed record TraceRead(DateTime At, string Name, string Address, string Detail);

/// <summary>Who signed, printed, halted and took away what of one item; without its content for the audit administrator.</summary>
/// <param name="Title">Title; empty for a reader who sees no content.</param>
/// <param name="WithContent">False for the audit administrator.</param>
public sealed record ItemTrace(
    int Id,
    string? Number,
    string Title,
    string Unit,
    string Section,
    string RouteName,
    ItemState State,
    bool WithContent,
    IReadOnlyList<TraceSignature> Signatures,
    IReadOnlyList<TracePrint> Prints,
    IReadOnlyList<TraceHold> Holds,
    IReadOnlyList<TraceRead> Reads
)
{
    /// <summary>Number, or what stands for one that was never given.</summary>
    public string ShownNumber => Number ?? $"未编号（稿件序号 {Id}）";

    /// <summary>「2026-11-23 14:32:05」 in the bureau's time.</summary>
    public static string Second(DateTime utc) =>
        BureauTime.Local(utc).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
