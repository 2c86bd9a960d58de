using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>
/// The foot of a signing box as rectangles side by side, level with each other: what the signer answers for, the signature, how it was
/// given, the day.
/// </summary>
internal sealed class DocxSignature(Fitting fitting, DocxScale scale, DocxPictures pictures, SignatureBox box, SetSigningBox set)
{
    /// <summary>
    /// Baseline of the signatures above the cell's lower edge, mm; a little of it is left to the line that is drawn there.
    /// </summary>
    private const double BaselineAboveEdge = SetSigningBox.BaselineMm - 0.2;

    private const double LineMm = 4.6;

    /// <summary>A fifth of an exact line hangs below its baseline, wherever the document is opened.</summary>
    private const double BelowLineMm = BaselineAboveEdge - (LineMm / 5);

    private const double NameLineMm = 2.8;
    private const double WayLineMm = 2.5;
    private const Edges Sides = Edges.Left | Edges.Right;

    private SignaturePlace Place => set.Signature;

    /// <summary>
    /// Where the room for signature and note ends; some of what print leaves free before the day, for fonts that are wider than those of
    /// the print.
    /// </summary>
    private double End => Place.NameEnd + 1.5;

    /// <summary>Where the note how it was signed begins.</summary>
    private double Note => Place.NoteMm > 0 ? Place.NameEnd - Place.NoteMm + 1 : End;

    /// <summary>The rectangles in a cell of a width and height, mm.</summary>
    /// <param name="word">Word before the signature.</param>
    public IEnumerable<DocxBlock> Blocks(string word, double width, double height)
    {
        var duty = DocxText
            .Paragraphs(DocxStyles.Small, set.Duty.Paragraphs, SetSigningBox.PadX, 0, p => scale.Percent(p, set.DutyRoomMm))
            .ToList();
        var top = height - set.FootMm;
        if (set.Beside)
        {
            duty[^1].ParagraphProperties!.SpacingBetweenLines!.After = Units.Length(0.5);
        }
        else
        {
            yield return new(0, top, width, top += set.Duty.HeightMm, duty)
            {
                Align = TableVerticalAlignmentValues.Top,
                Open = Edges.Top | Edges.Bottom,
            };
        }

        yield return Foot(0, Place.Word, Edges.Right, set.Beside ? duty : [DocxText.Nothing()]);
        foreach (var block in Names(word, height - top, Foot))
        {
            yield return block;
        }

        if (Place.NoteMm > 0)
        {
            yield return Foot(Note, End, Sides, [.. Way()]);
        }

        yield return Foot(End, width, Edges.Left, [Day(width)]);

        DocxBlock Foot(double left, double right, Edges open, IReadOnlyList<OpenXmlElement> content) =>
            new(left, top, right, height, content) { Align = TableVerticalAlignmentValues.Bottom, Open = open | Edges.Top };
    }

    private IEnumerable<DocxBlock> Names(
        string word,
        double height,
        Func<double, double, Edges, IReadOnlyList<OpenXmlElement>, DocxBlock> foot
    )
    {
        var runs = DocxRuns.Of(word, DocxStyles.Value, SetSigningBox.SignaturePt);
        if (box.Handwriting is { } picture)
        {
            // LibreOffice counts a picture as part of what it aligns, so that this line is placed from above.
            return
            [
                foot(Place.Word, Note, Sides, [DocxText.Nothing(height - LineMm - BelowLineMm), Line([Handwriting(picture), .. runs])]) with
                {
                    Align = TableVerticalAlignmentValues.Top,
                },
            ];
        }

        if (Place.TwoLinesMm > 0)
        {
            var middle = Place.Name + 0.5;
            return
            [
                foot(Place.Word, middle, Sides, [Line(runs)]),
                foot(middle, Note, Sides, [DocxText.Paragraph(DocxStyles.Value, NameLineMm, Name())]),
            ];
        }

        return
        [
            foot(
                Place.Word,
                Note,
                Sides,
                [
                    box.Name.Length > 0
                        ? Line([.. runs, .. Name()])
                        : Line(
                            [.. runs, DocxRuns.Tab(ruled: true)],
                            new()
                            {
                                Tabs = new(new TabStop { Val = TabStopValues.Left, Position = Units.Twips(Place.NameEnd - Place.Word) }),
                            }
                        ),
                ]
            ),
        ];
    }

    private IEnumerable<Run> Name() => DocxRuns.Of(box.Signed(), DocxStyles.Value, Place.NamePt, DocxStyles.SignedName);

    /// <summary>
    /// Not a character of the line: it would move the line's baseline with the font, and the signature would no longer be level.
    /// </summary>
    private Run Handwriting(HandwritingPicture picture)
    {
        var (width, height) = picture.SizeMm();
        var scaled = Math.Min(1, (Note - Place.Name - 0.5) / width);
        return pictures.InCell(
            picture.Png,
            Place.Name - Place.Word,
            (LineMm * 0.8) + 1.2 - (height * scaled),
            width * scaled,
            height * scaled,
            "手写签名"
        );
    }

    private Paragraph Day(double width)
    {
        var day = new SetParagraph(FormPieces.Day(box.Day), SetSigningBox.SignaturePt, Place.DayLine.HeightMm, [Place.DayLine]);
        return Line(
            DocxRuns.Of(day.Pieces, DocxStyles.Value, day.SizePt, scale.Percent(day, width - SetSigningBox.PadX - End)),
            new()
            {
                Indentation = DocxText.Indent(0, SetSigningBox.PadX),
                Justification = new() { Val = JustificationValues.Right },
            }
        );
    }

    private IEnumerable<Paragraph> Way()
    {
        const double left = 0.5;
        var ways = fitting
            .Whole(
                [.. box.Way().Select(w => new FormLine([new Words(w)], SetSigningBox.SmallPt))],
                FontRole.Value,
                End - Note,
                SetSigningBox.SmallPt,
                1
            )
            .Paragraphs;
        return ways.Select(
            (way, i) =>
                DocxText.Paragraph(
                    DocxStyles.Small,
                    WayLineMm,
                    DocxRuns.Of(way.Pieces, DocxStyles.Small, SetSigningBox.SmallPt, scale.Percent(way, End - Note - left)),
                    new()
                    {
                        SpacingBetweenLines = new() { After = Units.Length(i == ways.Count - 1 ? 0.8 : 0) },
                        Indentation = DocxText.Indent(left, 0),
                    }
                )
        );
    }

    /// <summary>A paragraph whose baseline is that of every signature.</summary>
    private static Paragraph Line(IEnumerable<OpenXmlElement> runs, ParagraphProperties? more = null)
    {
        var properties = more ?? new ParagraphProperties();
        properties.SpacingBetweenLines = new() { After = Units.Length(BelowLineMm) };
        return DocxText.Paragraph(DocxStyles.Value, LineMm, runs, properties);
    }
}
