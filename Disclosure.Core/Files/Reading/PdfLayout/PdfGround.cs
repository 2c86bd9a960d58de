using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>Keeps of what a page paints only the coloured rectangles, on which white letters can be read.</summary>
internal abstract class PdfGround(
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
) : BaseStreamProcessor<PdfPage>(number, resources, scanner, parser, filters, crop, unit, rotation, initial, reading)
{
    private const int MostBackgrounds = 5_000;

    private readonly List<Box> backgrounds = [];
    private readonly PdfOutline outline = new();

    /// <summary>Rectangles that are not white.</summary>
    protected IReadOnlyList<Box> Backgrounds => backgrounds;

    /// <summary>How many lines and shapes were drawn.</summary>
    protected int Shapes { get; private set; }

    /// <summary>False inside a layer that is off.</summary>
    protected abstract bool IsShown { get; }

    /// <inheritdoc/>
    public override void BeginSubpath() { }

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath() => null;

    /// <inheritdoc/>
    public override void MoveTo(double x, double y) => To(x, y);

    /// <inheritdoc/>
    public override void LineTo(double x, double y) => To(x, y);

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Curve(x3, y3);

    /// <inheritdoc/>
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Curve(x3, y3);

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height)
    {
        foreach (var (a, b) in new[] { (x, y), (x + width, y), (x + width, y + height), (x, y + height) })
        {
            outline.Add(CurrentTransformationMatrix.Transform(new PdfPoint(a, b)));
        }
    }

    /// <inheritdoc/>
    public override void StrokePath(bool close) => ClosePath();

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close)
    {
        if (backgrounds.Count < MostBackgrounds && IsShown && outline.Box is { } box && !IsWhite(GetCurrentState().CurrentNonStrokingColor))
        {
            backgrounds.Add(box);
        }
        ClosePath();
    }

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close) => FillPath(fillingRule, close);

    /// <inheritdoc/>
    public override void EndPath() => outline.Clear();

    /// <inheritdoc/>
    public override void ClosePath()
    {
        Shapes++;
        outline.Clear();
    }

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName) { }

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    /// <summary>True for white, as far as a colour can be told.</summary>
    protected static bool IsWhite(IColor? colour) =>
        colour is not (null or PatternColor) && colour.ToRGBValues() is { r: > 0.98, g: > 0.98, b: > 0.98 };

    private void To(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        outline.Add(CurrentPosition);
    }

    private void Curve(double x, double y)
    {
        To(x, y);
        outline.Bend();
    }
}
