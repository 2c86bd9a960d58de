namespace Disclosure.Core.Forms;

/// <summary>
/// What the city's release approval form is filled from (D10); with the boxes of a route and nothing else it is the blank form.
/// </summary>
public sealed record ReleaseApprovalRecord
{
    /// <summary>编号, 「昌统发审〔2026〕12号」.</summary>
    public string Number { get; init; } = "";

    /// <summary>填表日期.</summary>
    public DateOnly? FilledOn { get; init; }

    /// <summary>The item.</summary>
    public FormItem Item { get; init; } = FormItem.Empty;

    /// <summary>The boxes of the steps, in the order of the route.</summary>
    public IReadOnlyList<SigningRow> Steps { get; init; } = [];

    /// <summary>The secrecy review sheet on the back.</summary>
    public SecrecyReviewRecord Review { get; init; } = new();

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}
