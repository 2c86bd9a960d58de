using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Turns the cells of a form into rectangles of text and gathers what goes on on a continuation page.</summary>
internal sealed class DocxCells(Fitting fitting, Typesetter typesetter, FontStack fonts, DocxPictures pictures, List<Continued> overflow)
{
    private const double PadX = SetSigningBox.PadX;
    private const double PadY = SetSigningBox.PadY;

    /// <summary>Lines are set to the full width when they are measured; a little less at the right keeps another maker's font of the same design from breaking them elsewhere.</summary>
    private const double RightPad = PadX - 0.4;

    /// <summary>Baseline of the signatures above the cell's lower edge, mm; a little of it is left to the line that is drawn there.</summary>
    private const double BaselineAboveEdge = SetSigningBox.BaselineMm - 0.2;

    private const double LineMm = 4.6;
    private const Edges Sides = Edges.Left | Edges.Right;

    private readonly DocxScale scale = new(typesetter);

    /// <summary>Rectangles of a cell whose left edge and size are given in mm.</summary>
    public IEnumerable<DocxBlock> Blocks(FormCell cell, double x, double width, double height) => cell switch
    {
        LabelCell label => [new(x, 0, x + width, height, [Label(label.Text, fitting.Label(label.Text, width - 2, height - (2 * PadY))[0])])],
        ValueCell { Running: true } running => [new(x, 0, x + width, height, Texts(Noted(fitting.Letter(running.Lines, width, height, running.Name)).Paragraphs, running.Centred, width, 0, 0)) { Align = TableVerticalAlignmentValues.Top }],
        ValueCell value => [Value(value, x, width, height)],
        SigningCell signing => Signing(signing, x, width, height),
        _ => throw new InvalidOperationException($"No way to set a {cell.GetType().Name}."),
    };

    /// <summary>Rectangles of a cell of a list, which grows with its text.</summary>
    public IEnumerable<DocxBlock> Growing(FormCell cell, double x, double width, double height) => cell switch
    {
        LabelCell label => [new(x, 0, x + width, height, [Label(label.Text, fitting.GrownLabel(label.Text, width - (2 * ListPager.PadX), height)[0])])],
        ValueCell value => [Growing(value, x, width, height)],
        _ => Blocks(cell, x, width, height),
    };

    private DocxBlock Growing(ValueCell value, double x, double width, double height)
    {
        IReadOnlyList<SetParagraph> set = [.. value.Lines.Select(l => fitting.GrownParagraph(l, width - (2 * ListPager.PadX)))];
        return new(x, 0, x + width, height, Texts(set, value.Centred, width, ListPager.PadX, ListPager.PadX)) { TextMm = set.Sum(p => p.LineMm * p.Lines.Count) };
    }

    private DocxBlock Value(ValueCell value, double x, double width, double height)
    {
        var fitted = Noted(fitting.Fit(value.Lines, FontRole.Value, width - (2 * PadX), height - (2 * PadY), value.Name));
        var block = new DocxBlock(x, 0, x + width, height, Texts(fitted.Paragraphs, value.Centred, width));
        if ((height - fitted.HeightMm) / 2 <= CellPainter.TopMm)
        {
            return block;
        }

        Spacing((Paragraph)block.Content[0]).Before = Units.Length(CellPainter.TopMm);
        return block with { Align = TableVerticalAlignmentValues.Top };
    }

    private static Paragraph Label(string text, SetLine set) => DocxText.Paragraph(
        DocxStyles.Label, set.HeightMm, DocxText.Runs(text, DocxStyles.Label, set.SizePt), new() { Indentation = DocxText.Indent(0.5, 0.5) });

    private IReadOnlyList<OpenXmlElement> Texts(IReadOnlyList<SetParagraph> paragraphs, bool centred, double width, double left = PadX, double right = RightPad) => paragraphs.Count == 0
        ? [DocxText.Paragraph(DocxStyles.Value, Units.Mm(12 * 1.25), [], new() { Indentation = DocxText.Indent(left, right) })]
        : [.. DocxText.Paragraphs(DocxStyles.Value, paragraphs, left, right, p => scale.Percent(p, width - left - right), centred ? JustificationValues.Center : null)];

    private Fitted Noted(Fitted fitted)
    {
        overflow.AddRange(fitted.Overflow);
        return fitted;
    }

    /// <summary>Opinion above; below it, level with each other, what the signer answers for, the signature, how it was given, and the day.</summary>
    private IEnumerable<DocxBlock> Signing(SigningCell cell, double x, double width, double height)
    {
        var box = SetSigningBox.Of(cell, width, height, fitting, (text, role, pt) => text.Length == 0 ? 0 : fonts.Shape(text, role).Sum(s => s.Width) * pt);
        var above = Texts(Noted(box.Above).Paragraphs, false, width);
        Spacing((Paragraph)above[0]).Before = Units.Length(box.AboveMm);
        yield return new(x, 0, x + width, height - box.FootMm, above) { Align = TableVerticalAlignmentValues.Top, Open = Edges.Bottom };

        var duty = DocxText.Paragraphs(DocxStyles.Small, box.Duty.Paragraphs, PadX, 0, p => scale.Percent(p, box.DutyRoomMm)).ToList();
        var top = height - box.FootMm;
        if (box.Beside)
        {
            Spacing(duty[^1]).After = Units.Length(0.5);
        }
        else
        {
            yield return new(x, top, x + width, top += box.Duty.HeightMm, duty) { Align = TableVerticalAlignmentValues.Top, Open = Edges.Top | Edges.Bottom };
        }

        var place = box.Signature;
        var end = place.NameEnd + 1.5;
        var note = place.NoteMm > 0 ? place.NameEnd - place.NoteMm + 1 : end;
        yield return Foot(x, x + place.Word, box.Beside ? duty : [DocxText.Nothing()], Edges.Right);
        foreach (var block in Names(cell, place, Math.Min(note, place.NameEnd + 1)))
        {
            yield return block;
        }

        if (place.NoteMm > 0)
        {
            yield return Foot(x + note, x + end, [.. Way(cell.Box, end - note)], Sides);
        }

        var day = new SetParagraph(FormPieces.Day(cell.Box.Day), SetSigningBox.SignaturePt, place.DayLine.HeightMm, [place.DayLine]);
        yield return Foot(x + end, x + width, [Line(DocxText.Runs(day.Pieces, DocxStyles.Value, day.SizePt, scale.Percent(day, width - PadX - end)), new()
        {
            Indentation = DocxText.Indent(0, PadX),
            Justification = new() { Val = JustificationValues.Right },
        })], Edges.Left);

        IEnumerable<DocxBlock> Names(SigningCell signing, SignaturePlace at, double room) => (signing.Box, at) switch
        {
            // LibreOffice counts a picture as part of what it aligns, so that such a line is placed from above.
            ({ Handwriting: not null }, _) =>
                [Foot(x + at.Word, x + note, [DocxText.Nothing(height - top - LineMm - BaselineAboveEdge + (LineMm / 5)), Name(signing, at, room)], Sides) with { Align = TableVerticalAlignmentValues.Top }],
            (_, { TwoLinesMm: > 0 }) =>
            [
                Foot(x + at.Word, x + at.Name + 0.5, [Line(DocxText.Runs(SetSigningBox.Word(signing), DocxStyles.Value, SetSigningBox.SignaturePt), new())], Sides),
                Foot(x + at.Name + 0.5, x + note, [DocxText.Paragraph(DocxStyles.Value, 2.8, DocxText.Runs(signing.Box.Signed(), DocxStyles.Value, at.NamePt, DocxStyles.SignedName))], Sides),
            ],
            _ => [Foot(x + at.Word, x + note, [Name(signing, at, room)], Sides)],
        };

        DocxBlock Foot(double left, double right, IReadOnlyList<OpenXmlElement> content, Edges open) =>
            new(left, top, right, height, content) { Align = TableVerticalAlignmentValues.Bottom, Open = open | Edges.Top };
    }

    private static SpacingBetweenLines Spacing(Paragraph paragraph) => paragraph.ParagraphProperties!.SpacingBetweenLines!;

    /// <summary>A paragraph whose baseline is that of every signature.</summary>
    private static Paragraph Line(IEnumerable<OpenXmlElement> runs, ParagraphProperties properties)
    {
        // A fifth of an exact line hangs below its baseline.
        properties.SpacingBetweenLines = new() { After = Units.Length(BaselineAboveEdge - (LineMm / 5)) };
        return DocxText.Paragraph(DocxStyles.Value, LineMm, runs, properties);
    }

    private Paragraph Name(SigningCell cell, SignaturePlace place, double end)
    {
        var word = DocxText.Runs(SetSigningBox.Word(cell), DocxStyles.Value, SetSigningBox.SignaturePt);
                if (cell.Box.Handwriting is { } picture)
        {
            var (width, height) = picture.SizeMm();
            var scaled = Math.Min(1, (end - place.Name - 0.5) / width);
            // Not a character of the line: it would carry the line's baseline up and down with the font, and the signature would no longer be level.
            return Line([pictures.InCell(picture.Png, place.Name - place.Word, (LineMm * 0.8) + 1.2 - (height * scaled), width * scaled, height * scaled, "手写签名"), .. word], new());
        }

        return cell.Box.Name.Length > 0
            ? Line([.. word, .. DocxText.Runs(cell.Box.Signed(), DocxStyles.Value, place.NamePt, DocxStyles.SignedName)], new())
            : Line([.. word, DocxText.Tab(ruled: true)], new() { Tabs = new(new TabStop { Val = TabStopValues.Left, Position = Units.Twips(place.NameEnd - place.Word) }) });
    }

    private IEnumerable<Paragraph> Way(SignatureBox box, double width)
    {
        const double left = 0.5;
        var ways = fitting.Whole([.. box.Way().Select(w => new FormLine([new Words(w)], SetSigningBox.SmallPt))], FontRole.Value, width, SetSigningBox.SmallPt, 1).Paragraphs;
        return ways.Select((way, i) => DocxText.Paragraph(
            DocxStyles.Small, 2.5, DocxText.Runs(way.Pieces, DocxStyles.Small, SetSigningBox.SmallPt, scale.Percent(way, width - left)), new()
            {
                SpacingBetweenLines = new() { After = Units.Length(i == ways.Count - 1 ? 0.8 : 0) },
                Indentation = DocxText.Indent(left, 0),
            }));
    }
}
