using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// Which glyphs one document uses of each face. Where two characters share a glyph (⾦ and 金), the second goes to a subset of its own,
/// since a subset can say only one of them back.
/// </summary>
internal sealed class GlyphUse(SubsetCache cache)
{
    private readonly Dictionary<(FontFace Face, int Bin), (HashSet<uint> CodePoints, HashSet<ushort> Glyphs)> used = [];
    private readonly Dictionary<(FontFace Face, ushort Glyph), List<string>> says = [];
    private readonly Dictionary<(FontFace Face, int Bin), SubsetFont> subsets = [];

    /// <summary>What each glyph was first noted for; nearly all say nothing else, and those are in bin 0.</summary>
    private readonly Dictionary<FontFace, Dictionary<ushort, string>> first = [];

    /// <summary>Notes every glyph of a text; all texts must be noted before the first is drawn.</summary>
    public void Note(ShapedText text)
    {
        var known = First(text.Face);
        foreach (var glyph in text.Glyphs)
        {
            if (known.TryGetValue(glyph.Id, out var source) && source == glyph.Source)
            {
                continue;
            }

            known.TryAdd(glyph.Id, glyph.Source);
            var key = (text.Face, Bin(text.Face, glyph));
            if (!used.TryGetValue(key, out var use))
            {
                used[key] = use = ([], []);
            }

            use.Glyphs.Add(glyph.Id);
            foreach (var rune in glyph.Source.EnumerateRunes())
            {
                use.CodePoints.Add((uint)rune.Value);
            }
        }
    }

    /// <summary>Stretches of a text that are drawn from one subset.</summary>
    public IReadOnlyList<(SubsetFont Font, IReadOnlyList<ShapedGlyph> Glyphs)> Stretches(ShapedText text)
    {
        var known = First(text.Face);
        if (text.Glyphs.All(g => known[g.Id] == g.Source))
        {
            return text.Glyphs.Count == 0 ? [] : [(Font(text.Face, 0), text.Glyphs)];
        }

        var stretches = new List<(SubsetFont, IReadOnlyList<ShapedGlyph>)>();
        var start = 0;
        for (var i = 1; i <= text.Glyphs.Count; i++)
        {
            var bin = Bin(text.Face, text.Glyphs[start]);
            if (i == text.Glyphs.Count || Bin(text.Face, text.Glyphs[i]) != bin)
            {
                stretches.Add((Font(text.Face, bin), [.. text.Glyphs.Skip(start).Take(i - start)]));
                start = i;
            }
        }

        return stretches;
    }

    private Dictionary<ushort, string> First(FontFace face)
    {
        if (!first.TryGetValue(face, out var known))
        {
            first[face] = known = [];
        }

        return known;
    }

    private SubsetFont Font(FontFace face, int bin)
    {
        if (!subsets.TryGetValue((face, bin), out var font))
        {
            var (codePoints, glyphs) = used[(face, bin)];
            subsets[(face, bin)] = font = cache.Get(face, codePoints, glyphs);
        }

        return font;
    }

    /// <summary>
    /// 0 for nearly every glyph. Clusters of several characters (Tibetan stacks) carry their text beside them and need no subset of their
    /// own.
    /// </summary>
    private int Bin(FontFace face, ShapedGlyph glyph)
    {
        if (Rune.GetRuneAt(glyph.Source, 0).Utf16SequenceLength < glyph.Source.Length)
        {
            return 0;
        }

        if (!says.TryGetValue((face, glyph.Id), out var sources))
        {
            says[(face, glyph.Id)] = sources = [];
        }

        var bin = sources.IndexOf(glyph.Source);
        if (bin < 0)
        {
            sources.Add(glyph.Source);
            bin = sources.Count - 1;
        }

        return bin;
    }
}
