using System.Globalization;
using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>What a code point draws in a written font.</summary>
/// <param name="Glyph">The one glyph of the whole font, drawn at its place.</param>
/// <param name="Advance">Width, font units.</param>
/// <param name="Stack">Several glyphs instead, each as number:x:y; empty for one.</param>
internal readonly record struct Drawing(ushort Glyph, int Advance, string Stack)
{
    /// <summary>Draws nothing and takes no room.</summary>
    public static readonly Drawing Nothing = new(0, 0, "-");

    /// <summary>The outline as the glyf table holds it.</summary>
    public byte[] Outline(FontFace face) =>
        Stack switch
        {
            "" => face.Outline(Glyph).Outline,
            "-" => [],
            _ => TrueTypeWriter.Outline([
                .. Stack
                    .Split(' ')
                    .Select(p => p.Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())
                    .SelectMany(p => Moved(face, p[0], p[1], p[2])),
            ]),
        };

    private static IEnumerable<IReadOnlyList<OutlinePoint>> Moved(FontFace face, int glyph, int x, int y) =>
        face.Contours((ushort)glyph)
            .Select(c => (IReadOnlyList<OutlinePoint>)[.. c.Select(p => new OutlinePoint((short)(p.X + x), (short)(p.Y + y), p.OnCurve))]);
}

/// <summary>A font being gathered for one document, and registered with QuestPDF when first drawn with.</summary>
internal sealed class WrittenFont(FontFace face)
{
    private readonly SortedDictionary<Rune, Drawing> drawings = [];
    private string? family;

    /// <summary>The family name to draw with; nothing can be taken in afterwards.</summary>
    public string Family => family ??= Register();

    /// <summary>Takes code points in, or says that one of them already draws something else here.</summary>
    public bool Take(IReadOnlyList<(Rune CodePoint, Drawing Drawing)> wanted)
    {
        if (wanted.Any(w => drawings.TryGetValue(w.CodePoint, out var other) ? other != w.Drawing : family is not null))
        {
            return false;
        }

        foreach (var (codePoint, drawing) in wanted)
        {
            drawings[codePoint] = drawing;
        }

        return true;
    }

    private string Register()
    {
        List<(byte[] Outline, int Width)> glyphs = [([], face.UnitsPerEm), .. drawings.Values.Select(d => (d.Outline(face), d.Advance))];
        var characters = drawings.Keys.Select((c, i) => ((uint)c.Value, i + 1)).ToDictionary();
        return FontRegister.Family(face.Name, face.UnitsPerEm, glyphs, characters);
    }
}
