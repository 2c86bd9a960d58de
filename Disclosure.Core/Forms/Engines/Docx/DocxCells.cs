using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Turns the cells of a form into rectangles of text and gathers what goes on on a continuation page.</summary>
internal sealed class DocxCells(Fitting fitting, Typesetter typesetter, FontStack fonts, DocxPictures pictures, List<Continued> overflow)
{
    private const double PadX = SetSigningBox.PadX;
    private const double PadY = SetSigningBox.PadY;

    /// <summary>
    /// Lines are set to the full width when they are measured; a little less at the right keeps another maker's font of the same design
    /// from breaking them elsewhere.
    /// </summary>
    private const double RightPad = PadX - 0.4;

    private readonly DocxScale scale = new(typesetter);

    /// <summary>Rectangles of a cell whose left edge and size are given in mm.</summary>
    public IEnumerable<DocxBlock> Blocks(FormCell cell, double x, double width, double height) =>
        cell switch
        {
            LabelCell label =>
            [
                new(x, 0, x + width, height, [Label(label.Text, fitting.Label(label.Text, width - 2, height - (2 * PadY))[0])]),
            ],
            ValueCell { Running: true } running =>
            [
                new(
                    x,
                    0,
                    x + width,
                    height,
                    Texts(Noted(fitting.Letter(running.Lines, width, height, running.Name)).Paragraphs, running.Centred, width, 0, 0)
                )
                {
                    Align = TableVerticalAlignmentValues.Top,
                },
            ],
            ValueCell value => [Value(value, x, width, height)],
            SigningCell signing => Signing(signing, x, width, height),
            _ => throw new InvalidOperationException($"No way to set a {cell.GetType().Name}."),
        };

    /// <summary>Rectangles of a cell of a list, which grows with its text.</summary>
    public IEnumerable<DocxBlock> Growing(FormCell cell, double x, double width, double height) =>
        cell switch
        {
            LabelCell label =>
            [
                new(x, 0, x + width, height, [Label(label.Text, fitting.GrownLabel(label.Text, width - (2 * ListPager.PadX), height)[0])]),
            ],
            ValueCell value => [Growing(value, x, width, height)],
            _ => Blocks(cell, x, width, height),
        };

    private DocxBlock Growing(ValueCell value, double x, double width, double height)
    {
        IReadOnlyList<SetParagraph> set = [.. value.Lines.Select(l => fitting.GrownParagraph(l, width - (2 * ListPager.PadX)))];
        return new(x, 0, x + width, height, Texts(set, value.Centred, width, ListPager.PadX, ListPager.PadX))
        {
            TextMm = set.Sum(p => p.LineMm * p.Lines.Count),
        };
    }

    private DocxBlock Value(ValueCell value, double x, double width, double height)
    {
        var fitted = Noted(fitting.Fit(value.Lines, FontRole.Value, width - (2 * PadX), height - (2 * PadY), value.Name));
        var block = new DocxBlock(x, 0, x + width, height, Texts(fitted.Paragraphs, value.Centred, width));
        if ((height - fitted.HeightMm) / 2 <= CellPainter.TopMm)
        {
            return block;
        }

        ((Paragraph)block.Content[0]).ParagraphProperties!.SpacingBetweenLines!.Before = Units.Length(CellPainter.TopMm);
        return block with { Align = TableVerticalAlignmentValues.Top };
    }

    private static Paragraph Label(string text, SetLine set) =>
        DocxText.Paragraph(
            DocxStyles.Label,
            set.HeightMm,
            DocxRuns.Of(text, DocxStyles.Label, set.SizePt),
            new() { Indentation = DocxText.Indent(0.5, 0.5) }
        );

    private IReadOnlyList<OpenXmlElement> Texts(
        IReadOnlyList<SetParagraph> paragraphs,
        bool centred,
        double width,
        double left = PadX,
        double right = RightPad
    ) =>
        paragraphs.Count == 0
            ? [DocxText.Paragraph(DocxStyles.Value, Units.Mm(12 * 1.25), [], new() { Indentation = DocxText.Indent(left, right) })]
            :
            [
                .. DocxText.Paragraphs(
                    DocxStyles.Value,
                    paragraphs,
                    left,
                    right,
                    p => scale.Percent(p, width - left - right),
                    centred ? JustificationValues.Center : null
                ),
            ];

    private IEnumerable<DocxBlock> Signing(SigningCell cell, double x, double width, double height)
    {
        var box = SetSigningBox.Of(cell, width, height, fitting, Measure);
        var above = Texts(Noted(box.Above).Paragraphs, false, width);
        ((Paragraph)above[0]).ParagraphProperties!.SpacingBetweenLines!.Before = Units.Length(box.AboveMm);
        yield return new(x, 0, x + width, height - box.FootMm, above) { Align = TableVerticalAlignmentValues.Top, Open = Edges.Bottom };
        foreach (var block in new DocxSignature(fitting, scale, pictures, cell.Box, box).Blocks(SetSigningBox.Word(cell), width, height))
        {
            yield return block with
            {
                Left = x + block.Left,
                Right = x + block.Right,
            };
        }
    }

    private double Measure(string text, FontRole role, double pt) => text.Length == 0 ? 0 : fonts.Shape(text, role).Sum(s => s.Width) * pt;

    private Fitted Noted(Fitted fitted)
    {
        overflow.AddRange(fitted.Overflow);
        return fitted;
    }
}
