using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Turns pieces into paragraphs.</summary>
internal static class DocxText
{
    /// <summary>A paragraph of a style whose lines have exactly the height in mm.</summary>
    public static Paragraph Paragraph(string style, double lineMm, IEnumerable<OpenXmlElement> runs, ParagraphProperties? more = null)
    {
        var properties = more ?? new ParagraphProperties();
        properties.ParagraphStyleId = new() { Val = style };
        properties.SpacingBetweenLines ??= new();
        properties.SpacingBetweenLines.LineRule ??= LineSpacingRuleValues.Exact;
        properties.SpacingBetweenLines.Line = Units.Text(
            properties.SpacingBetweenLines.LineRule == LineSpacingRuleValues.Auto ? 240 : Units.Twips(lineMm)
        );
        return new([properties, .. runs]);
    }

    /// <summary>The paragraphs of a cell; room they begin with becomes an indent that can be edited.</summary>
    /// <param name="leftMm">Indent, mm.</param>
    /// <param name="rightMm">Indent at the right, mm.</param>
    /// <param name="percent">Width of a paragraph's characters in percent of their own.</param>
    public static IEnumerable<Paragraph> Paragraphs(
        string style,
        IEnumerable<SetParagraph> paragraphs,
        double leftMm,
        double rightMm,
        Func<SetParagraph, int> percent,
        JustificationValues? align = null
    )
    {
        foreach (var paragraph in paragraphs)
        {
            var kept = KeepsLines(paragraph);
            var (pieces, left, first) = kept ? (paragraph.Pieces, 0, 0) : Opening(paragraph.Pieces);
            var scale = percent(paragraph);
            var runs = kept
                ? paragraph.Lines.SelectMany(
                    (line, i) =>
                        (IEnumerable<OpenXmlElement>)
                            [
                                .. i > 0 ? [new Run(new Break())] : Array.Empty<Run>(),
                                .. DocxRuns.Of(Pieces(line), style, paragraph.SizePt, scale),
                            ]
                )
                : DocxRuns.Of(pieces, style, paragraph.SizePt, scale);
            yield return Paragraph(
                style,
                paragraph.LineMm,
                runs,
                new()
                {
                    // Tibetan stacks hang lower than a fifth of a line.
                    SpacingBetweenLines =
                        paragraph.Lines.Count <= 1 && paragraph.Pieces.SelectMany(p => p.Texts).Any(t => t.Text.Any(DocxRuns.IsTibetan))
                            ? new() { LineRule = LineSpacingRuleValues.Auto }
                            : null,
                    Indentation = Indent(leftMm + left, rightMm, first * Units.Mm(paragraph.SizePt)),
                    Justification = align is { } a ? new() { Val = a } : null,
                }
            );
        }
    }

    /// <summary>A box must not stand at the end of one line and its wording on the next: choices keep the lines of the print.</summary>
    public static bool KeepsLines(SetParagraph paragraph) => paragraph.Lines.Count > 1 && paragraph.Pieces.Any(p => p is Tick);

    /// <summary>Indents in mm, null where there are none.</summary>
    public static Indentation? Indent(double leftMm, double rightMm, double firstLineMm = 0) =>
        leftMm + rightMm + firstLineMm == 0
            ? null
            : new()
            {
                Left = Units.Length(leftMm),
                Right = Units.Length(rightMm),
                FirstLine = Units.Length(firstLineMm),
            };

    /// <summary>A paragraph without text that takes next to no room, where Word asks for one, or just the room given.</summary>
    public static Paragraph Nothing(double heightMm = 0, bool onNewPage = false)
    {
        var properties = new ParagraphProperties
        {
            PageBreakBefore = onNewPage ? new() : null,
            SpacingBetweenLines = new() { Line = Units.Text(Math.Max(20, Units.Twips(heightMm))), LineRule = LineSpacingRuleValues.Exact },
        };
        properties.ParagraphMarkRunProperties = new(new FontSize { Val = "2" }, new FontSizeComplexScript { Val = "2" });
        return new(properties);
    }

    /// <summary>A line as pieces again, without the room that hangs past its end.</summary>
    private static List<FormPiece> Pieces(SetLine line)
    {
        var pieces = new List<FormPiece>();
        foreach (var atom in line.Atoms)
        {
            switch (atom)
            {
                case TextAtom text when pieces is [.., Words words]:
                    pieces[^1] = new Words(words.Text + text.Text);
                    break;
                case TextAtom text:
                    pieces.Add(new Words(text.Text));
                    break;
                case TickAtom tick:
                    pieces.Add(tick.Tick);
                    break;
                case GapAtom gap:
                    pieces.Add(gap.Gap);
                    break;
            }
        }

        if (pieces is [.., Words last])
        {
            pieces[^1] = new Words(last.Text.TrimEnd());
        }

        return pieces;
    }

    private static (IReadOnlyList<FormPiece> Pieces, double LeftMm, int FirstLineEm) Opening(IReadOnlyList<FormPiece> pieces)
    {
        if (pieces is [Gap { Ruled: false } gap, ..])
        {
            return ([.. pieces.Skip(1)], gap.WidthMm, 0);
        }

        if (pieces is [Words { Text: ['\u3000', ..] } words, ..])
        {
            var text = words.Text.TrimStart('\u3000');
            return ([new Words(text), .. pieces.Skip(1)], 0, words.Text.Length - text.Length);
        }

        return (pieces, 0, 0);
    }
}
