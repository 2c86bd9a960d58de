using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Turns pieces into runs and runs into paragraphs.</summary>
internal static class DocxText
{
    /// <summary>A paragraph of a style whose lines have exactly the height in mm.</summary>
    public static Paragraph Paragraph(string style, double lineMm, IEnumerable<OpenXmlElement> runs, ParagraphProperties? more = null)
    {
        var properties = more ?? new ParagraphProperties();
        properties.ParagraphStyleId = new() { Val = style };
        properties.SpacingBetweenLines ??= new();
        properties.SpacingBetweenLines.LineRule ??= LineSpacingRuleValues.Exact;
        properties.SpacingBetweenLines.Line = Units.Text(properties.SpacingBetweenLines.LineRule == LineSpacingRuleValues.Auto ? 240 : Units.Twips(lineMm));
        return new([properties, .. runs]);
    }

    /// <summary>The paragraphs of a cell; room they begin with becomes an indent that can be edited.</summary>
    /// <param name="leftMm">Indent, mm.</param>
    /// <param name="rightMm">Indent at the right, mm.</param>
    /// <param name="percent">Width of a paragraph's characters in percent of their own.</param>
    public static IEnumerable<Paragraph> Paragraphs(
        string style, IEnumerable<SetParagraph> paragraphs, double leftMm, double rightMm, Func<SetParagraph, int> percent, JustificationValues? align = null)
    {
        foreach (var paragraph in paragraphs)
        {
            var (pieces, left, first) = Opening(paragraph.Pieces);
            var scale = percent(paragraph);
            var runs = KeepsLines(paragraph)
                ? paragraph.Lines.SelectMany((line, i) => (IEnumerable<OpenXmlElement>)[.. i > 0 ? [new Run(new Break())] : Array.Empty<Run>(), .. Runs(Pieces(line), style, paragraph.SizePt, scale)])
                : Runs(pieces, style, paragraph.SizePt, scale);
            yield return Paragraph(style, paragraph.LineMm, runs, new()
            {
                // Tibetan stacks hang lower than a fifth of a line.
                SpacingBetweenLines = paragraph.Lines.Count <= 1 && paragraph.Pieces.SelectMany(p => p.Texts).Any(t => t.Text.Any(IsTibetan)) ? new() { LineRule = LineSpacingRuleValues.Auto } : null,
                Indentation = Indent(leftMm + left, rightMm, first * Units.Mm(paragraph.SizePt)),
                Justification = align is { } a ? new() { Val = a } : null,
            });
        }
    }

    /// <summary>A box must not stand at the end of one line and its wording on the next: choices keep the lines of the print.</summary>
    public static bool KeepsLines(SetParagraph paragraph) => paragraph.Lines.Count > 1 && paragraph.Pieces.Any(p => p is Tick);

    /// <summary>Indents in mm, null where there are none.</summary>
    public static Indentation? Indent(double leftMm, double rightMm, double firstLineMm = 0) => leftMm + rightMm + firstLineMm == 0 ? null : new()
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

    /// <summary>Runs of pieces in a size of a paragraph of a style.</summary>
    /// <param name="percent">Width of the characters in percent of their own.</param>
    public static IEnumerable<OpenXmlElement> Runs(IEnumerable<FormPiece> pieces, string style, double sizePt, int percent = 100) => pieces.SelectMany(piece => piece switch
    {
        Words words => Runs(words.Text, style, sizePt, percent: percent),
        Entered entered => Runs(entered.Text, style, sizePt, percent: percent),
        Tick tick => [Box(tick.Ticked, style, sizePt, percent), .. Runs(tick.Text, style, sizePt, percent: percent)],
        Gap gap => [Room(gap, style, sizePt)],
        _ => [],
    });

    /// <summary>Runs of a text; stretches of Tibetan have fonts of their own.</summary>
    public static IEnumerable<Run> Runs(string text, string style, double sizePt, string? characters = null, int percent = 100)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && IsTibetan(text[end]) == IsTibetan(text[at]))
            {
                end++;
            }

            var properties = Properties(style, sizePt, percent);
            if (IsTibetan(text[at]))
            {
                properties.RunFonts = DocxStyles.TibetanFonts();
                properties.ComplexScript = new();
            }
            else if (characters is not null)
            {
                properties.RunStyle = new() { Val = characters };
            }

            yield return Run(properties, text[at..end]);
            at = end;
        }
    }

    /// <summary>A tab.</summary>
    public static Run Tab(bool ruled = false) =>
        new(new RunProperties { Underline = ruled ? new() { Val = UnderlineValues.Single } : null }, new TabChar());

    private static bool IsTibetan(char character) => character is >= '\u0f00' and <= '\u0fff';

    private static Run Run(RunProperties properties, string text)
    {
        var run = new Run(properties);
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            if (line.Length > 0)
            {
                run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    /// <summary>An open box is a character of its own; a ticked one is √ in a border, which the text says as the PDF does.</summary>
    private static Run Box(bool ticked, string style, double sizePt, int percent)
    {
        // A border goes around the whole height of the font, which is more than that of the box it stands for.
        var properties = Properties(style, ticked ? sizePt * 0.75 : sizePt, percent);
        // LibreOffice takes a box that begins a paragraph for Latin; as Chinese it finds it in the Chinese font at least.
        properties.Languages = new() { Val = "zh-CN", EastAsia = "zh-CN" };
        if (ticked)
        {
            properties.Border = new() { Val = BorderValues.Single, Size = 4, Space = 0 };
        }

        return Run(properties, ticked ? TickAtom.Ticked : TickAtom.Open);
    }

    /// <summary>Room for the pen: ideographic spaces, which every Chinese font has one em wide, stretched to the width asked for.</summary>
    private static Run Room(Gap gap, string style, double sizePt)
    {
        var properties = Properties(style, sizePt);
        var count = Math.Max(1, (int)Math.Round(gap.WidthMm / Units.Mm(sizePt)));
        properties.CharacterScale = new() { Val = (long)Math.Round(gap.WidthMm / (count * Units.Mm(sizePt)) * 100) };
        properties.Underline = gap.Ruled ? new() { Val = UnderlineValues.Single } : null;
        return Run(properties, new('\u3000', count));
    }

    private static RunProperties Properties(string style, double sizePt, int percent = 100)
    {
        var size = Units.HalfPoints(sizePt);
        var ordinary = size == Units.HalfPoints(DocxStyles.SizePt(style));
        return new()
        {
            // Quotes, dashes and boxes belong to Chinese here, whatever else they may stand for.
            RunFonts = new() { Hint = FontTypeHintValues.EastAsia },
            CharacterScale = percent == 100 ? null : new() { Val = percent },
            FontSize = ordinary ? null : new() { Val = size },
            FontSizeComplexScript = ordinary ? null : new() { Val = size },
        };
    }

    /// <summary>A line as pieces again, without the room that hangs past its end.</summary>
    private static List<FormPiece> Pieces(SetLine line)
    {
        var pieces = new List<FormPiece>();
        foreach (var atom in line.Atoms)
        {
            switch (atom)
            {
                case TextAtom text when pieces is [.., Words words]: pieces[^1] = new Words(words.Text + text.Text); break;
                case TextAtom text: pieces.Add(new Words(text.Text)); break;
                case TickAtom tick: pieces.Add(tick.Tick); break;
                case GapAtom gap: pieces.Add(gap.Gap); break;
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
