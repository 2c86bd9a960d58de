namespace Disclosure.Core.Forms;

/// <summary>What the county review form is filled from (D11); with the boxes of a route and nothing else it is the blank form.</summary>
public sealed record CountyReviewRecord
{
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

    /// <summary>The boxes of the steps, in the order of the route.</summary>
    public IReadOnlyList<SigningRow> Steps { get; init; } = [];

    /// <summary>The secrecy review sheet on the second page.</summary>
    public SecrecyReviewRecord Review { get; init; } = new();

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}
