using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>A rectangle of the grid with what stands in it; lengths in mm from the left and upper edge of its row.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Content">Paragraphs, at least one.</param>
internal sealed record DocxBlock(double Left, double Top, double Right, double Bottom, IReadOnlyList<OpenXmlElement> Content)
{
    /// <summary>Height of the text as set in print, mm; 0 where the row's height is fixed.</summary>
    public double TextMm { get; init; }

    /// <summary>Where the content stands.</summary>
    public TableVerticalAlignmentValues Align { get; init; } = TableVerticalAlignmentValues.Center;

    /// <summary>Edges without a line.</summary>
    public Edges Open { get; init; }

    /// <summary>Edges with the outer line although other rows lie beyond them.</summary>
    public Edges Outer { get; init; }
}

/// <summary>Edges of a rectangle.</summary>
[Flags]
internal enum Edges
{
    /// <summary>No edge.</summary>
    None = 0,

    /// <summary>The upper one.</summary>
    Top = 1,

    /// <summary>The left one.</summary>
    Left = 2,

    /// <summary>The lower one.</summary>
    Bottom = 4,

    /// <summary>The right one.</summary>
    Right = 8,

    /// <summary>All four.</summary>
    All = 15,
}

/// <summary>A row of the form as rectangles; where these end at different heights it becomes several rows of the table.</summary>
/// <param name="HeightMm">Height, mm.</param>
/// <param name="Blocks">Rectangles that together cover the row.</param>
internal sealed record DocxRow(double HeightMm, IReadOnlyList<DocxBlock> Blocks)
{
    /// <summary>Exactly this high, or at least.</summary>
    public bool Exact { get; init; } = true;

    /// <summary>Never the last of a page.</summary>
    public bool WithNext { get; init; }

    /// <summary>Repeated at the head of every page the table takes.</summary>
    public bool Head { get; init; }
}
