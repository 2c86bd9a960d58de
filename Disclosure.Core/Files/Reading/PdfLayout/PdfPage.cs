namespace Disclosure.Core.Files.Reading;

/// <summary>A letter on a page, in points from the bottom left corner of what is shown of it.</summary>
/// <param name="Value">One or more characters; a blank for white space.</param>
/// <param name="X">Where its baseline begins.</param>
/// <param name="Y">Where its baseline begins.</param>
/// <param name="Width">Length of its baseline.</param>
/// <param name="Size">Height of the type.</param>
/// <param name="Angle">Direction of reading, whole degrees; 0 is from left to right, 270 from top to bottom.</param>
/// <param name="Box">Box it fills.</param>
internal sealed record PdfLetter(string Value, double X, double Y, double Width, double Size, int Angle, Box Box)
{
    /// <summary>Why nobody sees it; null when it is seen.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>True when its font does not tell which character it is.</summary>
    public bool IsGarbage { get; init; }
}

/// <summary>What stands on a page, before it is set in lines.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
internal sealed record PdfPage(double Width, double Height)
{
    /// <summary>Letters in the order in which they are written.</summary>
    public required IReadOnlyList<PdfLetter> Letters { get; init; }

    /// <summary>Boxes of pictures.</summary>
    public required IReadOnlyList<Box> Pictures { get; init; }

    /// <summary>How many lines and shapes are drawn.</summary>
    public int Shapes { get; init; }

    /// <summary>True when the page holds more than is read of one page.</summary>
    public bool IsCut { get; init; }

    /// <summary>Share of the page that its largest picture covers.</summary>
    public double Pictured => Pictures.Count == 0 || Width * Height <= 0 ? 0 : Pictures.Max(Shown) / (Width * Height);

    private double Shown(Box b) =>
        Math.Max(0, Math.Min(b.Right, Width) - Math.Max(b.Left, 0)) * Math.Max(0, Math.Min(b.Top, Height) - Math.Max(b.Bottom, 0));
}
