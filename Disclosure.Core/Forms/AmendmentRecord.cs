namespace Disclosure.Core.Forms;

/// <summary>What the form for changing published information is filled from (procedure §7); all defaults give the blank form.</summary>
public sealed record AmendmentRecord
{
    /// <summary>The blank form (手填用).</summary>
    public static readonly AmendmentRecord Blank = new();

    /// <summary>编号 of the change.</summary>
    public string Number { get; init; } = "";

    /// <summary>填表日期.</summary>
    public DateOnly? FilledOn { get; init; }

    /// <summary>The changing item.</summary>
    public FormItem Item { get; init; } = FormItem.Empty;

    /// <summary>One of <see cref="FormWording.Amendments"/>, or empty.</summary>
    public string Kind { get; init; } = "";

    /// <summary>One of <see cref="FormWording.TakeDownGrounds"/> with 下线, or empty.</summary>
    public string Ground { get; init; } = "";

    /// <summary>Title of the published information.</summary>
    public string OriginalTitle { get; init; } = "";

    /// <summary>Its number.</summary>
    public string OriginalNumber { get; init; } = "";

    /// <summary>Its index number.</summary>
    public string OriginalIndex { get; init; } = "";

    /// <summary>Day it was published.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>原表述与现表述.</summary>
    public string Changes { get; init; } = "";

    /// <summary>Basis of a revision.</summary>
    public string Basis { get; init; } = "";

    /// <summary>编辑人员.</summary>
    public SignatureBox Editor { get; init; } = SignatureBox.Empty;

    /// <summary>县(区)统计局局长, for a county's information.</summary>
    public SignatureBox Chief { get; init; } = SignatureBox.Empty;

    /// <summary>科室(中心)负责人.</summary>
    public SignatureBox Section { get; init; } = SignatureBox.Empty;

    /// <summary>领导小组办公室保密复核.</summary>
    public OfficeBox Office { get; init; } = OfficeBox.Empty;

    /// <summary>分管领导.</summary>
    public SignatureBox Deputy { get; init; } = SignatureBox.Empty;

    /// <summary>主要领导, only for 重大稿件.</summary>
    public SignatureBox Director { get; init; } = SignatureBox.Empty;

    /// <summary>发布平台负责人.</summary>
    public PlatformBox Platform { get; init; } = PlatformBox.Empty;

    /// <summary>The secrecy review sheet on the back.</summary>
    public SecrecyReviewRecord Review { get; init; } = SecrecyReviewRecord.Empty;

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}
