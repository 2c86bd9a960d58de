namespace Disclosure.Core.Forms;

/// <summary>What the county review form is filled from (D11); all defaults give the blank form.</summary>
public sealed record CountyReviewRecord
{
    /// <summary>The blank form (手填用).</summary>
    public static readonly CountyReviewRecord Blank = new();

    /// <summary>编号, 「昌统县审〔2026〕卡若3号」.</summary>
    public string Number { get; init; } = "";

    /// <summary>收件日期.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The item; <see cref="FormItem.Unit"/> is the county's office.</summary>
    public FormItem Item { get; init; } = FormItem.Empty;

    /// <summary>Code of the county, six digits.</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>市局对口专业科室.</summary>
    public string MatchingSection { get; init; } = "";

    /// <summary>Any of <see cref="FormWording.Deliveries"/>.</summary>
    public IReadOnlyList<string> Deliveries { get; init; } = [];

    /// <summary>编辑人员自查; its five answers are those of <see cref="SecrecyReviewRecord.Editor"/>.</summary>
    public SignatureBox Editor { get; init; } = SignatureBox.Empty;

    /// <summary>One of <see cref="FormWording.ChiefChoices"/>, or empty.</summary>
    public string ChiefChoice { get; init; } = "";

    /// <summary>县(区)统计局局长.</summary>
    public SignatureBox Chief { get; init; } = SignatureBox.Empty;

    /// <summary>发布价值 有/无; null leaves both boxes open.</summary>
    public bool? WorthPublishing { get; init; }

    /// <summary>建议发布/建议不发布; null leaves both boxes open.</summary>
    public bool? Advised { get; init; }

    /// <summary>专业科室复审.</summary>
    public SignatureBox Section { get; init; } = SignatureBox.Empty;

    /// <summary>办公室保密复核.</summary>
    public OfficeBox Office { get; init; } = OfficeBox.Empty;

    /// <summary>确定发布/不予发布; null leaves both boxes open.</summary>
    public bool? Decided { get; init; }

    /// <summary>分管领导.</summary>
    public SignatureBox Deputy { get; init; } = SignatureBox.Empty;

    /// <summary>主要领导, only for 重大稿件.</summary>
    public SignatureBox Director { get; init; } = SignatureBox.Empty;

    /// <summary>发布平台负责人.</summary>
    public PlatformBox Platform { get; init; } = PlatformBox.Empty;

    /// <summary>The secrecy review sheet on the second page.</summary>
    public SecrecyReviewRecord Review { get; init; } = SecrecyReviewRecord.Empty;

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}
