namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>
/// Keeps a paragraph to as many lines as it has in print. LibreOffice puts a fifth of an em between Chinese and digits whatever the document says;
/// where that would cost a line, the characters are condensed by as much.
/// </summary>
internal sealed class DocxScale(Typesetter typesetter)
{
    private const double BetweenScriptsEm = 0.2;

    /// <summary>Width of a paragraph's characters in percent of their own, in a cell of a width in mm.</summary>
    public int Percent(SetParagraph paragraph, double widthMm)
    {
        var factor = DocxText.KeepsLines(paragraph) || paragraph.Lines.Count == 1
            ? paragraph.Lines.Select(l => Math.Min(1, widthMm / Wider(l.Atoms, paragraph.SizePt))).DefaultIfEmpty(1).Min()
            : Flowing(paragraph, widthMm);
        return (int)Math.Floor(factor * 100);
    }

    /// <summary>Text that is broken anew: would it take more lines in a cell narrower by as much as its fullest line grows?</summary>
    private double Flowing(SetParagraph paragraph, double widthMm)
    {
        var factor = paragraph.Lines.Select(l => Typesetter.Visible(l.Atoms, paragraph.SizePt) / Wider(l.Atoms, paragraph.SizePt)).DefaultIfEmpty(1).Min();
        var broken = typesetter.Lines(typesetter.Atoms(paragraph.Pieces, FontRole.Value), paragraph.SizePt, widthMm * factor);
        return broken.Count <= paragraph.Lines.Count ? 1 : factor;
    }

    /// <summary>Width of a line with the room between scripts, mm.</summary>
    private static double Wider(IReadOnlyList<Atom> atoms, double sizePt)
    {
        var text = string.Concat(atoms.Select(a => a switch { TextAtom t => t.Text, TickAtom t => TickAtom.Open + t.Tick.Text, _ => " " })).TrimEnd();
        var changes = text.Zip(text.Skip(1)).Count(p => p.First != ' ' && p.Second != ' ' && IsWestern(p.First) != IsWestern(p.Second));
        return Math.Max(Typesetter.Visible(atoms, sizePt) + (changes * BetweenScriptsEm * Units.Mm(sizePt)), 0.1);
    }

    private static bool IsWestern(char character) => character < '\u0250';
}
