using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>The moves an item can make.</summary>
public enum MoveKind
{
    /// <summary>送审.</summary>
    Send,

    /// <summary>同意.</summary>
    Approve,

    /// <summary>签收.</summary>
    Receive,

    /// <summary>退回.</summary>
    Return,

    /// <summary>取回.</summary>
    Retract,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>不予发布.</summary>
    Decline,

    /// <summary>涉密中止.</summary>
    Stop,

    /// <summary>发布.</summary>
    Publish,

    /// <summary>暂停.</summary>
    Hold,

    /// <summary>恢复办理.</summary>
    Resume,
}

/// <summary>The office's finding after its review.</summary>
public enum OfficeFinding
{
    /// <summary>应予公开.</summary>
    Disclose,

    /// <summary>部分公开.</summary>
    DiscloseInPart,

    /// <summary>暂缓.</summary>
    Postpone,

    /// <summary>不予公开.</summary>
    Withhold,

    /// <summary>报请确定.</summary>
    Refer,
}

/// <summary>How a county's item came in (D11).</summary>
public enum DeliveryWay
{
    /// <summary>系统.</summary>
    System,

    /// <summary>亲送.</summary>
    InPerson,

    /// <summary>传真.</summary>
    Fax,
}

/// <summary>Receipt of a county's item: way, day, pages, and the scan of the signed page where it came on paper.</summary>
public sealed record Delivery(DeliveryWay Way, DateOnly Day, int Pages, string? ScanSha256);

/// <summary>What one person decided about one item, as seen at one version.</summary>
/// <param name="Kind">The move.</param>
/// <param name="Id">Chosen once by the page; the same click twice is one effect.</param>
/// <param name="Step">Step the person saw.</param>
/// <param name="Version">Version the person saw.</param>
public sealed record Command(MoveKind Kind, Guid Id, string Step, int Version)
{
    /// <summary>Opinion on approving, or the reason of any other move.</summary>
    public string Text { get; init; } = "";

    /// <summary>Answers of the tier that lies on the step.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>True once the password was checked again for this command.</summary>
    public bool PasswordConfirmed { get; init; }

    /// <summary>Step to return to.</summary>
    public string ReturnTo { get; init; } = RouteCodes.Editor;

    /// <summary>True when only the format is to be mended and it comes straight back.</summary>
    public bool FormatOnly { get; init; }

    /// <summary>The county chief's choice.</summary>
    public CountyChoice? CountyChoice { get; init; }

    /// <summary>The section's 发布价值 for a county item.</summary>
    public bool? WorthPublishing { get; init; }

    /// <summary>The section's 建议发布 for a county item.</summary>
    public bool? RecommendPublishing { get; init; }

    /// <summary>The office's finding.</summary>
    public OfficeFinding? Finding { get; init; }

    /// <summary>Basis of the finding.</summary>
    public string FindingBasis { get; init; } = "";

    /// <summary>Ground of 不予公开 (A9).</summary>
    public WithholdingGround? Ground { get; init; }

    /// <summary>The hold to open.</summary>
    public HoldKind? Hold { get; init; }

    /// <summary>Criterion the hold answers to; empty when it comes from the finding.</summary>
    public string HoldCriterion { get; init; } = "";

    /// <summary>What is entered on opening a hold.</summary>
    public HoldPapers HoldPapers { get; init; } = new();

    /// <summary>How the open hold ends.</summary>
    public HoldOutcome? Outcome { get; init; }

    /// <summary>True when this person marks the item as major.</summary>
    public bool Major { get; init; }

    /// <summary>True when the deputy confirms publication of figures that are not final (D5).</summary>
    public bool ProvisionalConfirmed { get; init; }

    /// <summary>The receipt.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>The three ticks, read from what the platform has received.</summary>
    public bool ReceiptsComplete { get; init; }

    /// <summary>与存档资料一致.</summary>
    public bool MatchesArchive { get; init; }

    /// <summary>Channels published on with this command.</summary>
    public IReadOnlyList<Channel> PublishedOn { get; init; } = [];

    /// <summary>
    /// What stands in the way of publishing that the item alone does not tell: its hour, its pair, what it amends; null when nothing does.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Common.Problem? InTheWay { get; init; }

    /// <summary>True once stored bytes and content were hashed again and agree with the fingerprint signed.</summary>
    public bool FingerprintHolds { get; init; }
}

/// <summary>Chinese names of moves and choices.</summary>
public static class CommandWords
{
    /// <summary>As on the button.</summary>
    public static string Name(this MoveKind kind) =>
        kind switch
        {
            MoveKind.Send => "送审",
            MoveKind.Approve => "同意",
            MoveKind.Receive => "签收",
            MoveKind.Return => "退回",
            MoveKind.Retract => "取回",
            MoveKind.Withdraw => "撤回",
            MoveKind.Decline => "不予发布",
            MoveKind.Stop => "涉密中止",
            MoveKind.Hold => "暂停",
            MoveKind.Resume => "恢复办理",
            MoveKind.Publish => "发布",
        };

    /// <summary>As on the form.</summary>
    public static string Name(this OfficeFinding finding) =>
        finding switch
        {
            OfficeFinding.Disclose => "应予公开",
            OfficeFinding.DiscloseInPart => "部分公开",
            OfficeFinding.Postpone => "暂缓",
            OfficeFinding.Withhold => "不予公开",
            OfficeFinding.Refer => "报请确定",
        };

    /// <summary>As on the form.</summary>
    public static string Name(this DeliveryWay way) =>
        way switch
        {
            DeliveryWay.System => "系统",
            DeliveryWay.InPerson => "亲送",
            DeliveryWay.Fax => "传真",
        };

    /// <summary>As on the form.</summary>
    public static string Name(this CountyChoice choice) =>
        choice switch
        {
            CountyChoice.Website => "同意在外网发布",
            CountyChoice.IntranetOnly => "仅限内网发布",
            CountyChoice.Refused => "不同意发布",
        };
}
