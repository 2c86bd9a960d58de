namespace Disclosure.Core.Forms;

/// <summary>What the city's release approval form is filled from (D10); all defaults give the blank form.</summary>
public sealed record ReleaseApprovalRecord
{
    /// <summary>The blank form (手填用).</summary>
    public static readonly ReleaseApprovalRecord Blank = new();

    /// <summary>编号, 「昌统发审〔2026〕12号」.</summary>
    public string Number { get; init; } = "";

    /// <summary>填表日期.</summary>
    public DateOnly? FilledOn { get; init; }

    /// <summary>The item.</summary>
    public FormItem Item { get; init; } = FormItem.Empty;

    /// <summary>编辑人员初审(自查)意见.</summary>
    public SignatureBox Editor { get; init; } = SignatureBox.Empty;

    /// <summary>科室(中心)负责人复审意见.</summary>
    public SignatureBox Section { get; init; } = SignatureBox.Empty;

    /// <summary>领导小组办公室保密复核.</summary>
    public OfficeBox Office { get; init; } = OfficeBox.Empty;

    /// <summary>分管领导审核意见.</summary>
    public SignatureBox Deputy { get; init; } = SignatureBox.Empty;

    /// <summary>主要领导意见, only for 重大稿件.</summary>
    public SignatureBox Director { get; init; } = SignatureBox.Empty;

    /// <summary>发布平台负责人.</summary>
    public PlatformBox Platform { get; init; } = PlatformBox.Empty;

    /// <summary>The secrecy review sheet on the back.</summary>
    public SecrecyReviewRecord Review { get; init; } = SecrecyReviewRecord.Empty;

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}
