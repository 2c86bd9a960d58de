using System.Collections.Concurrent;
using System.Text;
using HarfBuzzSharp;

namespace Disclosure.Core.Forms.Engines;

/// <summary>An open font: coverage, shaping, subsets. Safe for many threads, because HarfBuzz faces and fonts are only read.</summary>
internal sealed class FontFace : IDisposable
{
    private const double MmPerPoint = 25.4 / 72;

    /// <summary>Ligatures and kerning stay off: a number or a name must read back letter by letter.</summary>
    private static readonly Feature[] Features = [Feature.Parse("-liga"), Feature.Parse("-clig"), Feature.Parse("-kern")];

    private static readonly string[] Latin = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private readonly Blob blob;
    private readonly Face face;
    private readonly Font font;
    private readonly ConcurrentDictionary<ushort, (byte[] Outline, int Width)> outlines = [];
    private readonly ConcurrentDictionary<int, (ushort Glyph, double Width)?> characters = [];
    private readonly ConcurrentDictionary<char, (ShapedGlyph Glyph, int Advance)> alone = [];

    /// <summary>
    /// Opens the face. HarfBuzz maps the file on Windows, which then stays as it is until disposed, and reads it elsewhere; one of the
    /// bureau's own is always read, so that it may be replaced while the program runs. Throws IOException or UnauthorizedAccessException
    /// when the file cannot be read.
    /// </summary>
    public FontFace(FontPlace place)
    {
        blob = place.Own ? HarfBuzzMemory.Copy(File.ReadAllBytes(place.File)) : Blob.FromFile(place.File);
        blob.MakeImmutable();
        face = new Face(blob, place.Index);
        face.MakeImmutable();
        font = new Font(face);
        font.SetFunctionsOpenType();
        (Name, Place) = (place.Name, place);
        using var cff = face.ReferenceTable(new Tag('C', 'F', 'F', ' '));
        HasCubicOutlines = cff.Length > 0;
    }

    /// <summary>The face, or null when the file is gone or cannot be read.</summary>
    public static FontFace? TryOpen(FontPlace place)
    {
        try
        {
            return new(place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Where it was opened.</summary>
    public FontPlace Place { get; }

    /// <summary>The font as people are told of it.</summary>
    public FoundFont Found => new(Place.ShownAs, Path.GetFileName(Place.File), !HasCubicOutlines, HarfBuzzMemory.Characters(face));

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    /// <summary>True for CFF outlines, false for TrueType ones.</summary>
    public bool HasCubicOutlines { get; }

    /// <summary>The whole font as HarfBuzz sees it, for cutting.</summary>
    public Face Whole => face;

    /// <summary>Units of the font in one em.</summary>
    public int UnitsPerEm => face.UnitsPerEm;

    /// <summary>True when the font draws the character.</summary>
    public bool Has(Rune rune) => Character(rune) is not null;

    /// <summary>Width of one character, mm at 1 point; null when the font lacks it.</summary>
    public double? Width(Rune rune) => Character(rune)?.Width;

    /// <summary>True for characters whose glyph never depends on their neighbours: ideographs and full-width signs.</summary>
    public static bool StandsAlone(Rune rune) => rune.IsBmp && StandsAlone((char)rune.Value);

    /// <summary>The same for one UTF-16 unit.</summary>
    public static bool StandsAlone(char c) =>
        c is (>= '\u3000' and <= '\u3029') or (>= '\u3400' and <= '\u9fff') or (>= '\uff01' and <= '\uff5e');

    /// <summary>Glyphs in drawing order with positions in font units.</summary>
    public ShapedText Shape(string text)
    {
        // Each such character is shaped once; only what stands between them goes to HarfBuzz again.
        var glyphs = new List<ShapedGlyph>(text.Length);
        var x = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (StandsAlone(text[at]) && (end == text.Length || StandsAlone(text[end]) || text[end] < '\u0300'))
            {
                var (glyph, advance) = alone.GetOrAdd(text[at], static (c, self) => self.Alone(c), this);
                glyphs.Add(glyph with { X = x + glyph.X });
                x += advance;
            }
            else
            {
                while (end < text.Length && !StandsAlone(text[end]))
                {
                    end++;
                }

                var (shaped, width) = Run(text[at..end]);
                glyphs.AddRange(shaped.Select(g => g with { X = g.X + x }));
                x += width;
            }

            at = end;
        }

        return new(this, glyphs, Millimetres(x));
    }

    private (ShapedGlyph Glyph, int Advance) Alone(char character)
    {
        var (glyphs, advance) = Run(character.ToString());
        return (glyphs[0], advance);
    }

    private (ShapedGlyph[] Glyphs, int Advance) Run(string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = Direction.LeftToRight;
        font.Shape(buffer, Features);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ShapedGlyph[infos.Length];
        var (x, end) = (0, text.Length);
        for (var i = infos.Length - 1; i >= 0; i--)
        {
            var start = (int)infos[i].Cluster;
            var sameAsNext = i + 1 < infos.Length && infos[i + 1].Cluster == infos[i].Cluster;
            glyphs[i] = new(
                (ushort)infos[i].Codepoint,
                0,
                positions[i].YOffset,
                positions[i].XAdvance,
                sameAsNext ? glyphs[i + 1].Source : Source(text, start, end),
                !sameAsNext
            );
            end = start;
        }

        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = glyphs[i] with { X = x + positions[i].XOffset };
            x += positions[i].XAdvance;
        }

        return (glyphs, x);
    }

    private static string Source(string text, int start, int end) =>
        end - start == 1 && text[start] < Latin.Length ? Latin[text[start]] : text[start..end];

    /// <summary>Number of the glyph a code point stands for by itself, 0 when the font lacks it.</summary>
    public ushort Glyph(uint codePoint) => font.TryGetNominalGlyph(codePoint, out var glyph) ? (ushort)glyph : (ushort)0;

    /// <summary>
    /// Outline as the glyf table of a TrueType font holds it (see <see cref="TrueTypeWriter.Outline"/>) and width in font units; every
    /// glyph is converted once.
    /// </summary>
    public (byte[] Outline, int Width) Outline(ushort glyph) =>
        outlines.GetOrAdd(glyph, id => (TrueTypeWriter.Outline(Contours(id)), font.GetHorizontalGlyphAdvance(id)));

    /// <summary>Contours of a glyph in font units.</summary>
    public IReadOnlyList<IReadOnlyList<OutlinePoint>> Contours(ushort glyph) => GlyphOutlines.Read(font, glyph);

    /// <inheritdoc/>
    public void Dispose()
    {
        font.Dispose();
        face.Dispose();
        blob.Dispose();
    }

    private (ushort Glyph, double Width)? Character(Rune rune) =>
        characters.GetOrAdd(
            rune.Value,
            value =>
                font.TryGetNominalGlyph((uint)value, out var glyph) && glyph != 0
                    ? ((ushort)glyph, Millimetres(font.GetHorizontalGlyphAdvance(glyph)))
                    : null
        );

    private double Millimetres(int units) => units * MmPerPoint / UnitsPerEm;
}

/// <summary>A glyph of a shaped text.</summary>
/// <param name="Id">Number in the whole font.</param>
/// <param name="X">Position from the text's left end, font units.</param>
/// <param name="Y">Position above the baseline, font units.</param>
/// <param name="Advance">Step to the next glyph, font units.</param>
/// <param name="Source">The characters it belongs to, shared by all glyphs of a cluster.</param>
/// <param name="EndsCluster">True for the last glyph of its cluster.</param>
internal readonly record struct ShapedGlyph(ushort Id, int X, int Y, int Advance, string Source, bool EndsCluster);

/// <summary>A text shaped in one face.</summary>
/// <param name="Face">The face.</param>
/// <param name="Glyphs">Glyphs from the left.</param>
/// <param name="Width">Width, mm at 1 point.</param>
internal sealed record ShapedText(FontFace Face, IReadOnlyList<ShapedGlyph> Glyphs, double Width);
