namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>
/// Keeps a paragraph to as many lines as it has in print. LibreOffice puts a fifth of a line's height between Chinese and digits whatever
/// the document says; where that would cost a line, the characters are condensed by as much.
/// </summary>
internal sealed class DocxScale(Typesetter typesetter)
{
    /// <summary>With the tallest fonts at hand (Noto CJK, 1.45 em).</summary>
    private const double BetweenScriptsEm = 0.29;

    /// <summary>Digits and Latin letters are the characters whose width is not the same in every font.</summary>
    private const double WesternEm = 0.03;

    /// <summary>Width of a paragraph's characters in percent of their own, in a cell of a width in mm.</summary>
    public int Percent(SetParagraph paragraph, double widthMm)
    {
        var factor =
            DocxText.KeepsLines(paragraph) || paragraph.Lines.Count <= 1
                ? paragraph.Lines.Select(l => Factor(l.Atoms, paragraph.SizePt, widthMm)).DefaultIfEmpty(1).Min()
                : Flowing(paragraph, widthMm);
        return (int)Math.Floor(factor * 100);
    }

    /// <summary>Text that is broken anew: would it take more lines in a cell narrower by as much as its fullest line grows?</summary>
    private double Flowing(SetParagraph paragraph, double widthMm)
    {
        var factor = paragraph
            .Lines.Select(l => Factor(l.Atoms, paragraph.SizePt, Typesetter.Visible(l.Atoms, paragraph.SizePt)))
            .DefaultIfEmpty(1)
            .Min();
        var broken = typesetter.Lines(typesetter.Atoms(paragraph.Pieces, FontRole.Value), paragraph.SizePt, widthMm * factor);
        return broken.Count <= paragraph.Lines.Count ? 1 : factor;
    }

    /// <summary>By how much a line's characters must be condensed to take no more than a width; 1 when they need not be.</summary>
    private static double Factor(IReadOnlyList<Atom> atoms, double sizePt, double widthMm)
    {
        var text = string.Concat(
                atoms.Select(a =>
                    a switch
                    {
                        TextAtom t => t.Text,
                        TickAtom t => TickAtom.Open + t.Tick.Text,
                        _ => " ",
                    }
                )
            )
            .TrimEnd();
        var changes = text.Zip(text.Skip(1)).Count(p => p.First != ' ' && p.Second != ' ' && IsWestern(p.First) != IsWestern(p.Second));
        var characters = Typesetter.Visible(atoms, sizePt) + (text.Count(IsWestern) * WesternEm * Units.Mm(sizePt));
        var room = widthMm - (changes * BetweenScriptsEm * Units.Mm(sizePt));
        return characters <= room ? 1 : room / characters;
    }

    private static bool IsWestern(char character) => character < '\u0250';
}
