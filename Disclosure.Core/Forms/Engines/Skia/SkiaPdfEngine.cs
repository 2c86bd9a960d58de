using System.Text;
using SkiaSharp;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Draws a sheet as PDF with SkiaSharp, shaped and subset by HarfBuzz. Safe for many requests at once.</summary>
internal sealed class SkiaPdfEngine(FontStack fonts) : IDisposable
{
    private const float PointsPerMm = 72 / 25.4f;

    private readonly SubsetCache subsets = new();

    /// <summary>The sheet as PDF bytes; the same sheet always gives the same bytes.</summary>
    public byte[] Draw(FormSheet sheet)
    {
        var pages = new PagePainter(fonts).Draw(sheet);
        var use = new GlyphUse(subsets);
        foreach (var text in pages.SelectMany(p => p.Texts.Concat(p.Outlines)))
        {
            use.Note(text.Text);
        }

        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(sheet)))
        {
            foreach (var page in pages)
            {
                Draw(page, use, document.BeginPage(Points(page.Paper.WidthMm), Points(page.Paper.HeightMm)));
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => subsets.Dispose();

    private static SKDocumentPdfMetadata Metadata(FormSheet sheet) =>
        new()
        {
            Title = $"{sheet.Name} {sheet.Number}".TrimEnd(),
            Producer = "Disclosure",
            RasterDpi = 300,
            // Not PDF/A: Skia would write a random identifier, and a reprint could no longer be compared byte for byte.
            EncodingQuality = 101,
        };

    private static void Draw(DrawnPage page, GlyphUse use, SKCanvas canvas)
    {
        using var fill = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var rectangle in page.Rectangles)
        {
            canvas.DrawRect(Points(rectangle.X), Points(rectangle.Y), Points(rectangle.Width), Points(rectangle.Height), fill);
        }

        using var stroke = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Stroke };
        foreach (var line in page.Lines)
        {
            stroke.StrokeWidth = (float)line.WidthPt;
            canvas.DrawLine(Points(line.X1), Points(line.Y1), Points(line.X2), Points(line.Y2), stroke);
        }

        foreach (var picture in page.Pictures)
        {
            using var image = SKImage.FromEncodedData(picture.Png.Span);
            canvas.DrawImage(
                image,
                new SKRect(Points(picture.X), Points(picture.Y), Points(picture.X + picture.Width), Points(picture.Y + picture.Height)),
                new SKSamplingOptions(SKCubicResampler.Mitchell)
            );
        }

        var types = new Dictionary<(SubsetFont, double), SKFont>();
        using var builder = new SKTextBlobBuilder();
        foreach (var text in page.Texts)
        {
            foreach (var (font, glyphs) in use.Stretches(text.Text))
            {
                DrawText(canvas, text, Type(types, font, text.SizePt), font, glyphs, builder, fill);
            }
        }

        foreach (var type in types.Values)
        {
            type.Dispose();
        }

        foreach (var outline in page.Outlines)
        {
            var (font, glyphs) = use.Stretches(outline.Text)[0];
            using var type = new SKFont(font.Typeface, (float)outline.SizePt);
            using var path = type.GetGlyphPath(font.NewIds[glyphs[0].Id]);
            canvas.Save();
            canvas.Translate(Points(outline.X), Points(outline.Y));
            canvas.DrawPath(path, fill);
            canvas.Restore();
        }
    }

    /// <summary>Glyphs with the text they stand for, which Skia writes beside every cluster whose glyphs alone would not say it.</summary>
    private static void DrawText(
        SKCanvas canvas,
        DrawnText text,
        SKFont type,
        SubsetFont font,
        IReadOnlyList<ShapedGlyph> glyphs,
        SKTextBlobBuilder builder,
        SKPaint paint
    )
    {
        var scale = (float)text.SizePt / text.Text.Face.UnitsPerEm;
        var (ids, places, clusters) = (new ushort[glyphs.Count], new SKPoint[glyphs.Count], new uint[glyphs.Count]);
        var words = new StringBuilder(glyphs.Count);
        uint start = 0;
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            (ids[i], places[i], clusters[i]) = (font.NewIds[glyph.Id], new(glyph.X * scale, -glyph.Y * scale), start);
            if (glyph.EndsCluster || i == glyphs.Count - 1)
            {
                words.Append(glyph.Source);
                start += (uint)Encoding.UTF8.GetByteCount(glyph.Source);
            }
        }

        var run = builder.AllocatePositionedTextRun(type, glyphs.Count, (int)start);
        run.SetGlyphs(ids);
        run.SetPositions(places);
        run.SetText(Encoding.UTF8.GetBytes(words.ToString()));
        run.SetClusters(clusters);
        using var blob = builder.Build();
        canvas.DrawText(blob, Points(text.X), Points(text.Y), paint);
    }

    private static SKFont Type(Dictionary<(SubsetFont, double), SKFont> types, SubsetFont font, double sizePt)
    {
        if (!types.TryGetValue((font, sizePt), out var type))
        {
            types[(font, sizePt)] = type = new SKFont(font.Typeface, (float)sizePt)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
            };
        }

        return type;
    }

    private static float Points(double mm) => (float)mm * PointsPerMm;
}
