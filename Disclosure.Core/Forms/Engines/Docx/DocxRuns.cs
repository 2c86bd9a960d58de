using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Turns pieces into runs: stretches of characters that look alike.</summary>
internal static class DocxRuns
{
    /// <summary>Runs of pieces in a size of a paragraph of a style.</summary>
    /// <param name="percent">Width of the characters in percent of their own.</param>
    public static IEnumerable<OpenXmlElement> Of(IEnumerable<FormPiece> pieces, string style, double sizePt, int percent = 100) =>
        pieces.SelectMany(piece =>
            piece switch
            {
                Words words => Of(words.Text, style, sizePt, percent: percent),
                Entered entered => Of(entered.Text, style, sizePt, percent: percent),
                Tick tick => [Box(tick.Ticked, style, sizePt, percent), .. Of(tick.Text, style, sizePt, percent: percent)],
                Gap gap => [Room(gap, style, sizePt)],
                _ => [],
            }
        );

    /// <summary>Runs of a text; stretches of Tibetan have fonts of their own.</summary>
    public static IEnumerable<Run> Of(string text, string style, double sizePt, string? characters = null, int percent = 100)
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

    /// <summary>True for a character of the Tibetan script.</summary>
    public static bool IsTibetan(char character) => character is >= '\u0f00' and <= '\u0fff';

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
            properties.Border = new()
            {
                Val = BorderValues.Single,
                Size = 4,
                Space = 0,
            };
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
}
