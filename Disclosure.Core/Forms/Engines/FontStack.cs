using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// The fonts of every role, opened when first needed and kept open; chooses a face for every character. A file that cannot be opened is
/// passed over.
/// </summary>
internal sealed class FontStack(FontOptions options) : IDisposable
{
    private readonly Lazy<FontIndex> index = new(() => new FontIndex(options.SearchFolders(), [.. options.OwnFolders()]));
    private readonly ConcurrentDictionary<FontPlace, Lazy<FontFace?>> faces = [];
    private readonly ConcurrentDictionary<FontRole, IReadOnlyList<FontPlace>> roles = [];
    private readonly ConcurrentDictionary<(FontRole Role, Rune Rune), FontFace?> characters = [];

    /// <summary>
    /// What keeps this text from being printed: no fonts at all, or a character none of them has; null when nothing does.
    /// </summary>
    public Problem? Missing(string text, FontRole role)
    {
        if (!Faces(role).Any())
        {
            return new NoFontsProblem(string.Join('、', options.SearchFolders()));
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (Face(rune, role) is null)
            {
                return new MissingGlyphProblem(rune.ToString());
            }
        }

        return null;
    }

    /// <summary>True when some font of the role has the character, or it draws nothing anywhere.</summary>
    public bool Has(Rune rune, FontRole role) => Face(rune, role) is not null;

    /// <summary>
    /// True when the character can be seen in print in every role; true for all while there are no fonts, since no form is printed then.
    /// </summary>
    public bool Draws(Rune rune) =>
        IsSelector(rune)
        || (!Ink.IsIgnorable(rune) && Enum.GetValues<FontRole>().All(role => Face(rune, role) is not null || !Faces(role).Any()));

    /// <summary>Width of a text, mm at 1 point.</summary>
    public double Width(string text, FontRole role)
    {
        // One plain character needs no shaping, and Chinese lines are made of those.
        var first = Rune.GetRuneAt(text, 0);
        return first.Utf16SequenceLength == text.Length && Face(first, role)?.Width(first) is { } width
            ? width
            : Shape(text, role).Sum(s => s.Width);
    }

    /// <summary>The text shaped, one piece for every change of face.</summary>
    public IReadOnlyList<ShapedText> Shape(string text, FontRole role)
    {
        var runs = new List<ShapedText>(1);
        FontFace? face = null;
        var (start, at) = (0, 0);
        foreach (var (length, next) in Clusters(text, role))
        {
            // What draws nothing goes with the character before it.
            if (face is not null && next != face && !IsInvisible(Rune.GetRuneAt(text, at)))
            {
                runs.Add(face.Shape(text[start..at]));
                (face, start) = (next, at);
            }

            face ??= next;
            at += length;
        }

        if (face is not null)
        {
            runs.Add(face.Shape(text[start..at]));
        }

        return runs;
    }

    /// <summary>The text character by character with the face that draws it, null for none.</summary>
    public IEnumerable<(string Text, FontFace? Face)> Drawn(string text, FontRole role) =>
        Characters(text)
            .SelectMany<string, (string, FontFace?)>(c =>
                Face(c, role) is { } face ? [(c, face)] : c.EnumerateRunes().Select(r => r.ToString()).Select(r => (r, Face(r, role)))
            );

    /// <summary>Everything the folders hold.</summary>
    public FontIndex Index => index.Value;

    /// <summary>Open faces of these families in order, those left out that are not there.</summary>
    public IEnumerable<FontFace> Open(IEnumerable<string> families) =>
        families.Select(Index.Find).OfType<FontPlace>().Distinct().Select(Open).OfType<FontFace>();

    /// <summary>Characters as people count them: base and marks together.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var face in faces.Values.Where(f => f.IsValueCreated))
        {
            face.Value?.Dispose();
        }
    }

    /// <summary>Joiners and direction marks draw nothing, so no font needs to have them.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value > 0x7F && (Ink.IsIgnorable(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format);

    /// <summary>Variants of an ideograph are chosen by an invisible character after it; forms print the plain one.</summary>
    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Length and face of every character; a base and a mark no face has together count as two.</summary>
    private IEnumerable<(int Length, FontFace Face)> Clusters(string text, FontRole role)
    {
        for (var at = 0; at < text.Length;)
        {
            var first = Rune.GetRuneAt(text, at);
            var length =
                FontFace.StandsAlone(first) && (at + 1 == text.Length || FontFace.StandsAlone(text[at + 1]))
                    ? 1
                    : StringInfo.GetNextTextElementLength(text, at);
            if (length == first.Utf16SequenceLength)
            {
                yield return (length, Face(first, role) ?? throw Lacking(first));
            }
            else if (Face(text.Substring(at, length), role) is { } whole)
            {
                yield return (length, whole);
            }
            else
            {
                foreach (var rune in text.Substring(at, length).EnumerateRunes())
                {
                    yield return (rune.Utf16SequenceLength, Face(rune, role) ?? throw Lacking(rune));
                }
            }

            at += length;
        }
    }

    private static InvalidOperationException Lacking(Rune rune) => new($"No font has U+{rune.Value:X4}; ask {nameof(Missing)} first.");

    private FontFace? Face(Rune rune, FontRole role) =>
        characters.GetOrAdd((role, rune), static (key, stack) => stack.Face(key.Rune.ToString(), key.Role), this);

    private FontFace? Face(string character, FontRole role) =>
        Faces(role).FirstOrDefault(f => character.EnumerateRunes().All(r => IsInvisible(r) || f.Has(r)));

    private IEnumerable<FontFace> Faces(FontRole role) => Places(role).Select(Open).OfType<FontFace>();

    private FontFace? Open(FontPlace place) => faces.GetOrAdd(place, p => new(() => FontFace.TryOpen(p))).Value;

    private IReadOnlyList<FontPlace> Places(FontRole role) =>
        roles.GetOrAdd(role, r => [.. options.For(r).Select(Index.Find).OfType<FontPlace>().Distinct()]);
}
