namespace Disclosure.Core.Forms;

/// <summary>What both forms say about the item itself; every property may stay empty (手填).</summary>
public sealed record FormItem
{
    /// <summary>Nothing entered.</summary>
    public static readonly FormItem Empty = new();

    /// <summary>信息标题.</summary>
    public string Title { get; init; } = "";

    /// <summary>申报科室(中心), or the county's office (报送单位).</summary>
    public string Unit { get; init; } = "";

    /// <summary>编辑人员.</summary>
    public string Editor { get; init; } = "";

    /// <summary>Telephone of the editor.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>署名作者, joined by 、.</summary>
    public string Authors { get; init; } = "";

    /// <summary>信息形成日期.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>One of <see cref="FormWording.Kinds"/>, or empty.</summary>
    public string Kind { get; init; } = "";

    /// <summary>案例 or 失信名单 with 法规执法; free text with 其他.</summary>
    public string KindDetail { get; init; } = "";

    /// <summary>One of <see cref="FormWording.Attributes"/>, or empty (C3).</summary>
    public string Attribute { get; init; } = "";

    /// <summary>Ground and legal basis with 不予公开.</summary>
    public string WithholdingGround { get; init; } = "";

    /// <summary>Any of <see cref="FormWording.Channels"/>.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Column of the external site (外网栏目).</summary>
    public string ExternalColumn { get; init; } = "";

    /// <summary>What 其他 among the channels means.</summary>
    public string OtherChannel { get; init; } = "";

    /// <summary>拟发布时间.</summary>
    public DateOnly? IntendedOn { get; init; }

    /// <summary>One of <see cref="FormWording.DataStatuses"/>, or empty (D5).</summary>
    public string DataStatus { get; init; } = "";

    /// <summary>Explanation with 非定案.</summary>
    public string DataStatusNote { get; init; } = "";

    /// <summary>重大稿件; null leaves both boxes open.</summary>
    public bool? Major { get; init; }

    /// <summary>Paper copies (份).</summary>
    public int? PaperCopies { get; init; }

    /// <summary>Pages of one paper copy.</summary>
    public int? PaperPages { get; init; }

    /// <summary>Electronic body files (件).</summary>
    public int? ElectronicFiles { get; init; }

    /// <summary>Attachments (件).</summary>
    public int? Attachments { get; init; }

    /// <summary>备注.</summary>
    public string Remarks { get; init; } = "";
}
