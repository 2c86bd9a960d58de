namespace Disclosure.Core.Forms;

/// <summary>
/// What the form for changing published information is filled from (procedure §7); with the boxes of a route and nothing else it is the
/// blank form.
/// </summary>
public sealed record AmendmentRecord
{
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

    /// <summary>The boxes of the steps, in the order of the route.</summary>
    public IReadOnlyList<SigningRow> Steps { get; init; } = [];

    /// <summary>The secrecy review sheet on the back.</summary>
    public SecrecyReviewRecord Review { get; init; } = new();

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}
