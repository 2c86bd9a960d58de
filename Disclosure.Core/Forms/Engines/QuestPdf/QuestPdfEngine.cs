using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Writes pages as PDF with QuestPDF: every text, line and box is a layer at its place. Only what both 2022.12 and today's versions have is called. Safe for many requests at once.</summary>
internal sealed class QuestPdfEngine : IPdfEngine
{
    private const double PointsPerMm = 72 / 25.4;

    /// <inheritdoc/>
    public byte[] Write(string title, IReadOnlyList<DrawnPage> pages)
    {
        var fonts = new DocumentFonts();
        foreach (var text in pages.SelectMany(p => p.Texts))
        {
            fonts.Note(text.Text);
        }

        return Document.Create(document =>
        {
            foreach (var page in pages)
            {
                document.Page(p =>
                {
                    p.Size((float)PagePainter.PaperWidthMm, (float)PagePainter.PaperHeightMm, Unit.Millimetre);
                    p.Content().Layers(layers => Draw(page, fonts, layers));
                });
            }
        }).WithMetadata(Metadata(title)).GeneratePdf();
    }

    /// <summary>Nothing: what was registered with QuestPDF belongs to the process.</summary>
    public void Dispose()
    {
    }

    private static DocumentMetadata Metadata(string title) => new()
    {
        Title = title,
        Producer = "Disclosure",
        // No time of printing: a reprint must be the same byte for byte.
        CreationDate = default,
        ModifiedDate = default,
    };

    private static void Draw(DrawnPage page, DocumentFonts fonts, LayersDescriptor layers)
    {
        layers.PrimaryLayer().Extend();
        foreach (var rectangle in page.Rectangles.Concat(page.Lines.Select(Bar)).Concat(page.Outlines.SelectMany(Box)))
        {
            At(layers, rectangle.X, rectangle.Y)
                .Width(Points(rectangle.Width)).Height(Points(rectangle.Height)).Background(Colors.Black);
        }

        foreach (var text in page.Texts)
        {
            foreach (var (family, words, x) in fonts.Stretches(text.Text))
            {
                var em = text.SizePt / PointsPerMm;
                At(layers, text.X + (x * em), text.Y - (TrueTypeWriter.Ascent * em))
                    .Text(words).FontFamily(family).FontSize((float)text.SizePt).LineHeight(1).DirectionFromLeftToRight();
            }
        }
    }

    /// <summary>A line as the rectangle it covers.</summary>
    private static DrawnRectangle Bar(DrawnLine line)
    {
        var width = line.WidthPt / PointsPerMm;
        return (line.X1 == line.X2, line.Y1 == line.Y2) switch
        {
            (_, true) => new(line.X1, line.Y1 - (width / 2), line.X2 - line.X1, width),
            (true, _) => new(line.X1 - (width / 2), line.Y1, width, line.Y2 - line.Y1),
            _ => throw new NotSupportedException("A form has only upright and level lines."),
        };
    }

    /// <summary>The four sides of a box, as wide as the glyph draws them; QuestPDF draws no outlines that 2022.12 and today's versions both know.</summary>
    private static IEnumerable<DrawnRectangle> Box(DrawnText outline)
    {
        var sides = outline.Text.Face.Contours(outline.Text.Glyphs[0].Id)
            .Select(c => (Left: c.Min(p => p.X), Bottom: c.Min(p => p.Y), Right: c.Max(p => p.X), Top: c.Max(p => p.Y)))
            .OrderByDescending(b => b.Right - b.Left).ToList();
        var unit = outline.SizePt / outline.Text.Face.UnitsPerEm / PointsPerMm;
        var (outer, inner) = (sides[0], sides[^1]);
        return
        [
            Side(outer.Left, outer.Bottom, outer.Right, inner.Bottom),
            Side(outer.Left, inner.Top, outer.Right, outer.Top),
            Side(outer.Left, inner.Bottom, inner.Left, inner.Top),
            Side(inner.Right, inner.Bottom, outer.Right, inner.Top),
        ];

        DrawnRectangle Side(int left, int bottom, int right, int top) =>
            new(outline.X + (left * unit), outline.Y - (top * unit), (right - left) * unit, (top - bottom) * unit);
    }

    private static IContainer At(LayersDescriptor layers, double x, double y) => layers.Layer().TranslateX(Points(x)).TranslateY(Points(y));

    private static float Points(double mm) => (float)(mm * PointsPerMm);
}
