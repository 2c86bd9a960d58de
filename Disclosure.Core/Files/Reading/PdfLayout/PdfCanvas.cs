using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Follows what a page draws and keeps its letters, where its pictures are, and what is painted behind white letters. Forms inside one
/// another are followed so far and no further, whatever the file says: the library itself would follow them without end.
/// </summary>
internal sealed class PdfCanvas(
    int number,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox crop,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix initial,
    PdfReading reading
) : PdfGround(number, resources, scanner, parser, filters, crop, unit, rotation, initial, reading)
{
    private const int MostForms = 24;
    private const int MostStates = 2_000;
    private const double SmallestSize = 1.5;

    private readonly List<PdfLetter> letters = [];
    private readonly List<Box> pictures = [];
    private readonly Stack<bool> marked = new();
    private readonly (double Width, double Height) shown = (crop.GetVisibleBounds(rotation).Width, crop.GetVisibleBounds(rotation).Height);
    private int forms;
    private int off;
    private bool isCut;

    private PdfReading Reading => (PdfReading)ParsingOptions;

    /// <inheritdoc/>
    protected override bool IsShown => off == 0;

    /// <inheritdoc/>
    public override PdfPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PdfPage(shown.Width, shown.Height)
        {
            Letters = letters,
            Pictures = pictures,
            Shapes = Shapes,
            IsCut = isCut,
        };
    }

    /// <inheritdoc/>
    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            Reading.Stop.ThrowIfCancellationRequested();
            operation.Run(this);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (forms == MostForms)
        {
            isCut = true;
            return;
        }
        var hides =
            formStream.StreamDictionary.TryGet(NameToken.Create("OC"), out var of)
            && DirectObjectFinder.TryGet(of, PdfScanner, out DictionaryToken? layer)
            && Reading.Layers.Hides(layer, PdfScanner);
        (forms, off) = (forms + 1, off + (hides ? 1 : 0));
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            (forms, off) = (forms - 1, off - (hides ? 1 : 0));
        }
    }

    /// <inheritdoc/>
    public override void PushState()
    {
        if (StackSize > MostStates)
        {
            throw new InvalidDataException("A page keeps more states than any drawing needs.");
        }
        base.PushState();
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        Reading.Stop.ThrowIfCancellationRequested();
        if (letters.Count >= Reading.MostLetters)
        {
            isCut = true;
            return;
        }
        var em = PerformantRectangleTransformer.Transform(
            renderingMatrix,
            textMatrix,
            transformationMatrix,
            new PdfRectangle(0, 0, characterBoundingBox.Width, 1)
        );
        var (along, up) = (Between(em.BottomLeft, em.BottomRight), Between(em.BottomLeft, em.TopLeft));
        var size = Math.Sqrt((up.X * up.X) + (up.Y * up.Y));
        if (!double.IsFinite(size) || !double.IsFinite(em.BottomLeft.X) || !double.IsFinite(em.BottomLeft.Y))
        {
            return;
        }
        var box = Filled(em, up);
        // The direction is taken from the height: a letter without width has one, too.
        var angle = ((int)Math.Round(Math.Atan2(-up.X, up.Y) * 180 / Math.PI) + 360) % 360;
        var (start, width) = (em.BottomLeft, Math.Sqrt((along.X * along.X) + (along.Y * along.Y)));
        if (font.IsVertical)
        {
            (start, width, angle) = (em.TopLeft, size, (angle + 270) % 360);
        }
        var isBlank = string.IsNullOrWhiteSpace(unicode);
        letters.Add(
            new PdfLetter(isBlank ? " " : unicode, start.X, start.Y, width, size, angle, box)
            {
                HiddenBy = isBlank ? null : HiddenBy(currentState, size, box),
                IsGarbage = !isBlank && (!font.TryGetUnicode(code, out _) || PdfRadicals.IsGarbage(unicode)),
            }
        );
    }

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) =>
        Picture(xObjectContentRecord.AppliedTransformation);

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage) => Picture(CurrentTransformationMatrix);

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var layer =
            name.Data != "OC" ? null
            : propertyDictionaryName is null ? properties
            : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName);
        var hides = Reading.Layers.Hides(layer, PdfScanner);
        marked.Push(hides);
        off += hides ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void EndMarkedContent()
    {
        if (marked.TryPop(out var hides) && hides)
        {
            off--;
        }
    }

    private void Picture(in TransformationMatrix to)
    {
        Reading.Stop.ThrowIfCancellationRequested();
        var square = to.Transform(new PdfRectangle(0, 0, 1, 1));
        pictures.Add(Around([square.BottomLeft, square.BottomRight, square.TopLeft, square.TopRight]));
    }

    private string? HiddenBy(CurrentGraphicsState state, double size, Box box)
    {
        var mode = state.FontState.TextRenderingMode;
        return off > 0 ? PdfHiding.Layer
            : mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip ? PdfHiding.NotDrawn
            : box.Right < 0 || box.Left > shown.Width || box.Top < 0 || box.Bottom > shown.Height ? PdfHiding.Outside
            : size < SmallestSize ? PdfHiding.Tiny
            : state.AlphaConstantNonStroking < 0.02 && mode is not (TextRenderingMode.Stroke or TextRenderingMode.StrokeClip)
                ? PdfHiding.Transparent
            : IsWhite(
                mode is TextRenderingMode.Stroke or TextRenderingMode.StrokeClip
                    ? state.CurrentStrokingColor
                    : state.CurrentNonStrokingColor
            ) && !IsOnColour(box)
                ? PdfHiding.White
            : null;
    }

    private bool IsOnColour(Box box)
    {
        var (x, y) = ((box.Left + box.Right) / 2, (box.Bottom + box.Top) / 2);
        return Backgrounds.Concat(pictures).Any(b => x >= b.Left && x <= b.Right && y >= b.Bottom && y <= b.Top);
    }

    private static (double X, double Y) Between(PdfPoint from, PdfPoint to) => (to.X - from.X, to.Y - from.Y);

    /// <summary>The box of a letter, a little below its baseline.</summary>
    private static Box Filled(PdfRectangle em, (double X, double Y) up)
    {
        PdfPoint Down(PdfPoint p) => new(p.X - (up.X * 0.15), p.Y - (up.Y * 0.15));
        return Around([Down(em.BottomLeft), Down(em.BottomRight), Down(em.TopLeft), Down(em.TopRight)]);
    }

    private static Box Around(ReadOnlySpan<PdfPoint> points)
    {
        var (left, bottom, right, top) = (points[0].X, points[0].Y, points[0].X, points[0].Y);
        foreach (var p in points)
        {
            (left, bottom, right, top) = (Math.Min(left, p.X), Math.Min(bottom, p.Y), Math.Max(right, p.X), Math.Max(top, p.Y));
        }
        return new Box(left, bottom, right, top);
    }
}
