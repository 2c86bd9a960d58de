using System.Text;
using HarfBuzzSharp;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// A font cut in two steps: once to the characters in daily use, then for every document from that. Cutting each document from the whole of
/// a Chinese font takes ten times as long, and HarfBuzz's own preparation of it some 60 MB.
/// </summary>
internal sealed class WorkingFont(Face whole)
{
    /// <summary>The signs and 6,763 characters of GB 2312, in which nearly everything is written; a rare one widens the cut once.</summary>
    private static readonly Lazy<IReadOnlyList<uint>> Common = new(CommonCharacters);

    private readonly Lock gate = new();
    private Widened? current;

    /// <summary>Font file with only these code points and glyphs, and its glyph numbers by those of the whole font.</summary>
    public (byte[] Font, IReadOnlyDictionary<ushort, ushort> NewIds) Subset(
        IReadOnlyCollection<uint> codePoints,
        IReadOnlyCollection<ushort> glyphs
    )
    {
        var from = Covering(codePoints, glyphs);
        var (font, newIds) = Cut(from.Face, codePoints, [.. glyphs.Select(g => from.NewIds[g])]);
        GC.KeepAlive(from);
        return (font, glyphs.ToDictionary(g => g, g => newIds[from.NewIds[g]]));
    }

    /// <summary>The cut in use, widened first when it lacks something asked for.</summary>
    private Widened Covering(IReadOnlyCollection<uint> codePoints, IReadOnlyCollection<ushort> glyphs)
    {
        lock (gate)
        {
            if (current is { } have && have.CodePoints.IsSupersetOf(codePoints) && glyphs.All(have.NewIds.ContainsKey))
            {
                return have;
            }

            HashSet<uint> wanted = [.. current?.CodePoints ?? [.. Common.Value], .. codePoints];
            var (bytes, newIds) = Cut(whole, wanted, [.. current?.NewIds.Keys ?? [], .. glyphs]);
            return current = new(Open(bytes), wanted, newIds);
        }
    }

    /// <summary>
    /// Asks HarfBuzz by glyph only for what no code point asked for reaches (Tibetan stacks): a glyph asked for by number brings every
    /// character along that shares it, and 日 would read back as the radical ⽇.
    /// </summary>
    private static (byte[] Font, IReadOnlyDictionary<ushort, ushort> NewIds) Cut(
        Face face,
        IReadOnlyCollection<uint> codePoints,
        IReadOnlyCollection<ushort> glyphs
    )
    {
        using var font = new Font(face);
        var reached = codePoints.Select(c => font.TryGetNominalGlyph(c, out var id) ? (ushort)id : (ushort)0).ToHashSet();
        var cut = HarfBuzzSubset.Cut(
            face.Handle,
            codePoints,
            [.. glyphs.Where(g => !reached.Contains(g))],
            reached.Union(glyphs).ToHashSet()
        );
        GC.KeepAlive(face);
        return cut;
    }

    private static Face Open(byte[] bytes)
    {
        using var blob = HarfBuzzMemory.Copy(bytes);
        return new Face(blob, 0);
    }

    private static IReadOnlyList<uint> CommonCharacters()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var signs =
            from row in Enumerable.Range(0xA1, 3).Concat(Enumerable.Range(0xB0, 0x48))
            from cell in Enumerable.Range(0xA1, 0x5E)
            select gb.GetString([(byte)row, (byte)cell]);
        return
        [
            .. Enumerable.Range(0x20, 0x5F).Select(c => (uint)c),
            .. signs
                .Where(s => s.Length == 1 && s[0] is > '\u007f' and not (>= '\ue000' and < '\uf900') and not '\ufffd')
                .Select(s => (uint)s[0]),
        ];
    }

    /// <summary>
    /// A cut of some megabytes outside the collector's sight. One that was widened is released when the last request that draws from it is
    /// done, which only the collector knows.
    /// </summary>
    private sealed class Widened
    {
        public Widened(Face face, HashSet<uint> codePoints, IReadOnlyDictionary<ushort, ushort> newIds)
        {
            (Face, CodePoints, NewIds) = (face, codePoints, newIds);
#pragma warning disable CA1816 // HarfBuzzSharp's own finalizer marks a face as disposed without releasing it, so this one takes its place.
            GC.SuppressFinalize(face);
#pragma warning restore CA1816
        }

        ~Widened() => Face.Dispose();

        public Face Face { get; }

        public HashSet<uint> CodePoints { get; }

        public IReadOnlyDictionary<ushort, ushort> NewIds { get; }
    }
}
