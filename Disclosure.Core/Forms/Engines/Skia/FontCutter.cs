using System.Collections.Concurrent;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Cuts a font down to what one document shows, each kind of outline in the way that is quick for it.</summary>
internal sealed class FontCutter
{
    private readonly ConcurrentDictionary<FontFace, WorkingFont> working = [];

    /// <summary>The font reduced to these code points and glyphs, and its glyph numbers by those of the whole font.</summary>
    public (byte[] Font, IReadOnlyDictionary<ushort, ushort> NewIds) Cut(
        FontFace face,
        IReadOnlyCollection<uint> codePoints,
        IReadOnlyCollection<ushort> glyphs
    ) => face.HasCubicOutlines ? Rewritten(face, codePoints, glyphs) : working.GetOrAdd(face, f => new(f.Whole)).Subset(codePoints, glyphs);

    /// <summary>A CFF font (Noto CJK) as a small TrueType font.</summary>
    private static (byte[] Font, IReadOnlyDictionary<ushort, ushort> NewIds) Rewritten(
        FontFace face,
        IReadOnlyCollection<uint> codePoints,
        IReadOnlyCollection<ushort> glyphs
    )
    {
        List<ushort> kept = [0, .. glyphs.Where(g => g != 0).Order()];
        var newIds = kept.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => (ushort)p.i);
        var characters = codePoints
            .Select(c => (c, Glyph: face.Glyph(c)))
            .Where(p => p.Glyph != 0 && newIds.ContainsKey(p.Glyph))
            .ToDictionary(p => p.c, p => (int)newIds[p.Glyph]);
        return (TrueTypeWriter.Write(face.Name, face.UnitsPerEm, [.. kept.Select(face.Outline)], characters), newIds);
    }
}
