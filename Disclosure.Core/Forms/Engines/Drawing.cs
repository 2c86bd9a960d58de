using QRCoder;

namespace Disclosure.Core.Forms.Engines;

/// <summary>What stands on a page, in mm from the upper left corner of the paper.</summary>
internal sealed class DrawnPage(FormPaper paper)
{
    /// <summary>The paper.</summary>
    public FormPaper Paper => paper;

    /// <summary>Texts with their baselines.</summary>
    public List<DrawnText> Texts { get; } = [];

    /// <summary>Lines.</summary>
    public List<DrawnLine> Lines { get; } = [];

    /// <summary>Filled rectangles (modules of the QR code).</summary>
    public List<DrawnRectangle> Rectangles { get; } = [];

    /// <summary>Handwriting.</summary>
    public List<DrawnPicture> Pictures { get; } = [];

    /// <summary>Outlines of glyphs, drawn as vectors and not as text (boxes under a tick).</summary>
    public List<DrawnText> Outlines { get; } = [];

    /// <summary>A straight line of a width in points.</summary>
    public void Line(double x1, double y1, double x2, double y2, double widthPt) => Lines.Add(new(x1, y1, x2, y2, widthPt));

    /// <summary>A rectangle of four lines whose corners meet.</summary>
    public void Frame(double x, double y, double width, double height, double widthPt)
    {
        // Half a line longer at both ends, so that no corner shows a notch.
        var half = widthPt * 25.4 / 72 / 2;
        Line(x - half, y, x + width + half, y, widthPt);
        Line(x - half, y + height, x + width + half, y + height, widthPt);
        Line(x, y, x, y + height, widthPt);
        Line(x + width, y, x + width, y + height, widthPt);
    }

    /// <summary>A QR code of a side in mm with its quiet zone inside; neighbouring modules of a row are one rectangle.</summary>
    public void Qr(string text, double x, double y, double side)
    {
        using var generator = new QRCodeGenerator();
        // Capitals and digits alone are packed closer; anything else is said to be UTF-8.
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: !text.All(char.IsAscii));
        var rows = code.ModuleMatrix;
        var module = side / rows.Count;
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Count; c++)
            {
                var start = c;
                while (c < rows[r].Count && rows[r][c])
                {
                    c++;
                }

                if (c > start)
                {
                    Rectangles.Add(new(x + (start * module), y + (r * module), (c - start) * module, module));
                }
            }
        }
    }
}

/// <summary>A shaped text on its baseline.</summary>
internal readonly record struct DrawnText(ShapedText Text, double X, double Y, double SizePt);

/// <summary>A line.</summary>
internal readonly record struct DrawnLine(double X1, double Y1, double X2, double Y2, double WidthPt);

/// <summary>A filled rectangle.</summary>
internal readonly record struct DrawnRectangle(double X, double Y, double Width, double Height);

/// <summary>A picture in its rectangle.</summary>
internal readonly record struct DrawnPicture(ReadOnlyMemory<byte> Png, double X, double Y, double Width, double Height);
