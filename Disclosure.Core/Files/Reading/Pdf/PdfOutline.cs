using UglyToad.PdfPig.Core;

namespace Disclosure.Core.Files.Reading;

/// <summary>The outline that a page is drawing, as far as it may become the coloured ground of a cell.</summary>
internal sealed class PdfOutline
{
    private const double Near = 0.5;
    private double left;
    private double bottom;
    private double right;
    private double top;
    private int points;
    private bool isBent;

    /// <summary>Its box when it is nothing but a rectangle; else null.</summary>
    public Box? Box =>
        points is >= 4 and <= 6 && !isBent && right - left > Near && top - bottom > Near ? new Box(left, bottom, right, top) : null;

    /// <summary>A corner.</summary>
    public void Add(PdfPoint point)
    {
        (left, bottom, right, top) =
            points++ == 0
                ? (point.X, point.Y, point.X, point.Y)
                : (Math.Min(left, point.X), Math.Min(bottom, point.Y), Math.Max(right, point.X), Math.Max(top, point.Y));
    }

    /// <summary>It is no rectangle.</summary>
    public void Bend() => isBent = true;

    /// <summary>The next begins.</summary>
    public void Clear() => (points, isBent) = (0, false);
}

/// <summary>Why text of a PDF is not seen.</summary>
internal static class PdfHiding
{
    /// <summary>Render modes 3 and 7.</summary>
    public const string NotDrawn = "不显示的文字";

    /// <summary>Beyond the part of the page that is shown.</summary>
    public const string Outside = "页面之外的文字";

    /// <summary>Under 1.5 points.</summary>
    public const string Tiny = "极小的文字";

    /// <summary>White, and nothing dark painted below it.</summary>
    public const string White = "白色文字";

    /// <summary>Fully transparent.</summary>
    public const string Transparent = "透明文字";

    /// <summary>In a layer that is off.</summary>
    public const string Layer = "关闭的图层";

    /// <summary>A note that is marked as hidden.</summary>
    public const string Note = "隐藏的批注";
}
