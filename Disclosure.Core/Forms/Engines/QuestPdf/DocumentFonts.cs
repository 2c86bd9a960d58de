using System.Globalization;
using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// The fonts of one document, written for it: each holds only the document's own characters, and a code point draws just what the whole
/// font drew for it after shaping. So QuestPDF, which shapes text itself and keeps no characters beside the glyphs, can neither shape it
/// differently nor read it back differently.
/// </summary>
/// <remarks>
/// A cluster that is more than one plain glyph (a Tibetan stack, a base with marks) is drawn whole by its first code point; the others draw
/// nothing and take no room, but are there to be read.
/// </remarks>
internal sealed class DocumentFonts
{
    private readonly Dictionary<(FontFace Face, int Number), WrittenFont> fonts = [];

    /// <summary>Notes every character of a text; all texts must be noted before the first is drawn.</summary>
    public void Note(ShapedText text)
    {
        foreach (var cluster in Clusters(text))
        {
            Number(text.Face, cluster);
        }
    }

    /// <summary>
    /// Stretches of a text that are drawn from one font: its family, the characters, the start from the text's left end in em.
    /// </summary>
    public IEnumerable<(string Family, string Text, double X)> Stretches(ShapedText text)
    {
        var words = new StringBuilder();
        var (number, start) = (-1, 0);
        foreach (var cluster in Clusters(text))
        {
            var own = Number(text.Face, cluster);
            if (own != number && words.Length > 0)
            {
                yield return Stretch();
            }

            if (words.Length == 0)
            {
                (number, start) = (own, cluster.X);
            }

            words.Append(cluster.Text);
        }

        if (words.Length > 0)
        {
            yield return Stretch();
        }

        (string, string, double) Stretch()
        {
            var stretch = (fonts[(text.Face, number)].Family, words.ToString(), (double)start / text.Face.UnitsPerEm);
            words.Clear();
            return stretch;
        }
    }

    /// <summary>
    /// The first font of a face in which the cluster's code points do not already draw something else. Plain characters look in font 0
    /// first and nearly always stay there; the others never stand in font 0, where a base would have to draw itself alone as well.
    /// </summary>
    private int Number(FontFace face, Cluster cluster)
    {
        var drawings = cluster.Drawings().ToList();
        for (var number = cluster.IsPlain ? 0 : 1; ; number++)
        {
            if (!fonts.TryGetValue((face, number), out var font))
            {
                fonts[(face, number)] = font = new(face);
            }

            if (font.Take(drawings))
            {
                return number;
            }
        }
    }

    private static IEnumerable<Cluster> Clusters(ShapedText text)
    {
        var (first, left, right) = (0, 0, 0);
        for (var i = 0; i < text.Glyphs.Count; i++)
        {
            right += text.Glyphs[i].Advance;
            if (!text.Glyphs[i].EndsCluster && i < text.Glyphs.Count - 1)
            {
                continue;
            }

            // Joiners and variation selectors draw nothing, and what they asked for is already in the glyphs.
            var said = string.Concat(text.Glyphs[i].Source.EnumerateRunes().Where(r => !FontStack.IsInvisible(r)));
            if (said.Length > 0)
            {
                foreach (var cluster in Told(text.Face, new(said, [.. text.Glyphs.Skip(first).Take(i + 1 - first)], left, right - left)))
                {
                    yield return cluster;
                }
            }

            (first, left) = (i + 1, right);
        }
    }

    /// <summary>
    /// A character that comes twice in one cluster (the dash —— that a font draws as one) cannot draw two things; each then draws itself.
    /// </summary>
    private static IEnumerable<Cluster> Told(FontFace face, Cluster cluster)
    {
        var runes = cluster.Text.EnumerateRunes().ToList();
        if (runes.Distinct().Count() == runes.Count)
        {
            return [cluster];
        }

        var width = cluster.Advance / runes.Count;
        return runes.Select(
            (rune, i) =>
            {
                var x = cluster.X + (i * width);
                return new Cluster(
                    rune.ToString(),
                    [new ShapedGlyph(face.Glyph((uint)rune.Value), x, 0, width, rune.ToString(), true)],
                    x,
                    width
                );
            }
        );
    }

    /// <summary>Characters that are drawn together.</summary>
    /// <param name="Text">The characters.</param>
    /// <param name="Glyphs">What draws them.</param>
    /// <param name="X">Left end in the text, font units.</param>
    /// <param name="Advance">Width, font units.</param>
    private readonly record struct Cluster(string Text, IReadOnlyList<ShapedGlyph> Glyphs, int X, int Advance)
    {
        /// <summary>One character drawn by one glyph at its place.</summary>
        public bool IsPlain => Glyphs is [{ Y: 0 } only] && only.X == X && Rune.GetRuneAt(Text, 0).Utf16SequenceLength == Text.Length;

        /// <summary>What each of the code points has to draw.</summary>
        public IEnumerable<(Rune CodePoint, Drawing Drawing)> Drawings()
        {
            var x = X;
            var drawing = IsPlain
                ? new Drawing(Glyphs[0].Id, Advance, "")
                : new Drawing(
                    0,
                    Advance,
                    string.Join(' ', Glyphs.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Id}:{g.X - x}:{g.Y}")))
                );
            foreach (var rune in Text.EnumerateRunes())
            {
                yield return (rune, drawing);
                drawing = Drawing.Nothing;
            }
        }
    }
}
