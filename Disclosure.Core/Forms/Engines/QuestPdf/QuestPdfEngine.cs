#pragma warning disable CS0618 // What later versions call obsolete is all that 2022.12 has.
using QuestPDF;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// Draws a sheet as PDF with QuestPDF: every text, line and box is a layer at its place. Only what both 2022.12 and today's versions have
/// is called. Safe for many requests at once.
/// </summary>
internal sealed class QuestPdfEngine(FontStack fonts) : IDisposable
{
    private const double PointsPerMm = 72 / 25.4;

    static QuestPdfEngine()
    {
        QuestPdfLicence.Declare();
        // Later versions ignore the limit; 2022.12 would refuse a list of more than 250 pages.
        Settings.DocumentLayoutExceptionThreshold = int.MaxValue;
    }

    /// <summary>The sheet as PDF bytes; the same sheet always gives the same bytes.</summary>
    public byte[] Draw(FormSheet sheet)
    {
        var pages = new PagePainter(fonts).Draw(sheet);
        var written = new DocumentFonts();
        foreach (var text in pages.SelectMany(p => p.Texts))
        {
            written.Note(text.Text);
        }

        var pdf = Document
            .Create(document =>
            {
                foreach (var page in pages)
                {
                    document.Page(p =>
                    {
                        p.Size((float)page.Paper.WidthMm, (float)page.Paper.HeightMm, Unit.Millimetre);
                        p.Content().Layers(layers => Draw(page, written, layers));
                    });
                }
            })
            .WithMetadata(Metadata(sheet))
            .GeneratePdf();
        Blank(pdf, "/CreationDate ("u8);
        Blank(pdf, "/ModDate ("u8);
        return pdf;
    }

    /// <summary>Nothing: what was registered with QuestPDF belongs to the process.</summary>
    public void Dispose() { }

    private static DocumentMetadata Metadata(FormSheet sheet) =>
        new()
        {
            Title = $"{sheet.Name} {sheet.Number}".TrimEnd(),
            Producer = "Disclosure",
            // A reprint must be the same byte for byte. QuestPDF cannot leave the days out, so they are blanked afterwards.
            CreationDate = default,
            ModifiedDate = default,
            // Later versions ignore it; at its default of 72, 2022.12 rounds the paper to whole points.
            RasterDpi = 300,
        };

    /// <summary>Writes spaces over an entry of the document's description; nothing in the file moves.</summary>
    private static void Blank(byte[] pdf, ReadOnlySpan<byte> entry)
    {
        if (pdf.AsSpan().IndexOf(entry) is >= 0 and var start)
        {
            pdf.AsSpan(start, pdf.AsSpan(start).IndexOf((byte)')') + 1).Fill((byte)' ');
        }
    }

    private static void Draw(DrawnPage page, DocumentFonts fonts, LayersDescriptor layers)
    {
        layers.PrimaryLayer().Extend();
        foreach (var rectangle in page.Rectangles.Concat(page.Lines.Select(Bar)).Concat(page.Outlines.SelectMany(Box)))
        {
            At(layers, rectangle.X, rectangle.Y).Width(Points(rectangle.Width)).Height(Points(rectangle.Height)).Background(Colors.Black);
        }

        foreach (var picture in page.Pictures)
        {
            At(layers, picture.X, picture.Y).Width(Points(picture.Width)).Image(picture.Png.ToArray());
        }

        foreach (var text in page.Texts)
        {
            foreach (var (family, words, x) in fonts.Stretches(text.Text))
            {
                var em = text.SizePt / PointsPerMm;
                At(layers, text.X + (x * em), text.Y - (TrueTypeWriter.Ascent * em))
                    .Text(words)
                    .FontFamily(family)
                    .FontSize((float)text.SizePt)
                    .LineHeight(1)
                    .DirectionFromLeftToRight();
            }
        }
    }

    /// <summary>A line as the rectangle it covers.</summary>
    private static DrawnRectangle Bar(DrawnLine line)
    {
        var width = line.WidthPt / PointsPerMm;
        return (line.X1 == line.X2, line.Y1 == line.Y2) switch
        {
            (_, true) => new(Math.Min(line.X1, line.X2), line.Y1 - (width / 2), Math.Abs(line.X2 - line.X1), width),
            (true, _) => new(line.X1 - (width / 2), Math.Min(line.Y1, line.Y2), width, Math.Abs(line.Y2 - line.Y1)),
            _ => throw new NotSupportedException("A form has only upright and level lines."),
        };
    }

    /// <summary>
    /// The four sides of a box, as wide as the glyph draws them; QuestPDF draws no outlines that 2022.12 and today's versions both know.
    /// </summary>
    private static IEnumerable<DrawnRectangle> Box(DrawnText outline)
    {
        var sides = outline
            .Text.Face.Contours(outline.Text.Glyphs[0].Id)
            .Select(c => (Left: c.Min(p => p.X), Bottom: c.Min(p => p.Y), Right: c.Max(p => p.X), Top: c.Max(p => p.Y)))
            .OrderByDescending(b => b.Right - b.Left)
            .ToList();
        var unit = outline.SizePt / outline.Text.Face.UnitsPerEm / PointsPerMm;
        // A box drawn in one stroke has no inner edge of its own.
        var thin = outline.Text.Face.UnitsPerEm / 20;
        var outer = sides[0];
        var inner =
            sides.Count > 1
                ? sides[^1]
                : (
                    Left: (short)(outer.Left + thin),
                    Bottom: (short)(outer.Bottom + thin),
                    Right: (short)(outer.Right - thin),
                    Top: (short)(outer.Top - thin)
                );
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
