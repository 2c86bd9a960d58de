using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Forms.Engines;

/// <summary>The fonts of every role, opened when first needed and kept open; chooses a face for every character.</summary>
internal sealed class FontStack(FontOptions options) : IDisposable
{
    private readonly Lazy<FontIndex> index = new(() => new FontIndex(options.SearchFolders()));
    private readonly ConcurrentDictionary<FontPlace, Lazy<FontFace>> faces = [];
    private readonly ConcurrentDictionary<FontRole, IReadOnlyList<FontPlace>> roles = [];

    /// <summary>What keeps this text from being printed: no fonts at all, or a character none of them has; null when nothing does.</summary>
    public Problem? Missing(string text, FontRole role)
    {
        if (Places(role).Count == 0)
        {
            return new NoFontsProblem(string.Join('、', options.SearchFolders()));
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune) && !Faces(role).Any(f => f.Has(rune)))
            {
                return new MissingGlyphProblem(rune.ToString());
            }
        }

        return null;
    }

    /// <summary>Width of a text, mm at 1 point.</summary>
    public double Width(string text, FontRole role)
    {
        // One plain character needs no shaping, and Chinese lines are made of those.
        var first = Rune.GetRuneAt(text, 0);
        return first.Utf16SequenceLength == text.Length && Face(text, role)?.Width(first) is { } width
            ? width
            : Shape(text, role).Sum(s => s.Width);
    }

    /// <summary>The text shaped, one piece for every change of face.</summary>
    public IReadOnlyList<ShapedText> Shape(string text, FontRole role)
    {
        var runs = new List<(FontFace Face, StringBuilder Text)>();
        foreach (var (character, face) in Characters(text).SelectMany(c => Faced(c, role)))
        {
            if (runs.Count > 0 && (runs[^1].Face == face || IsInvisible(Rune.GetRuneAt(character, 0))))
            {
                runs[^1].Text.Append(character);
            }
            else
            {
                runs.Add((face, new StringBuilder(character)));
            }
        }

        return [.. runs.Select(r => r.Face.Shape(r.Text.ToString()))];
    }

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
            face.Value.Dispose();
        }
    }

    /// <summary>Joiners and direction marks draw nothing, so no font needs to have them.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;

    /// <summary>The character with the first face that has all of it; a base and a mark no face has together stand in two.</summary>
    private IEnumerable<(string Text, FontFace Face)> Faced(string character, FontRole role) =>
        Face(character, role) is { } face
            ? [(character, face)]
            : character.EnumerateRunes().Select(r => r.ToString()).Select(r => (r, Face(r, role)
                ?? throw new InvalidOperationException($"No font has U+{Rune.GetRuneAt(r, 0).Value:X4}; ask {nameof(Missing)} first.")));

    private FontFace? Face(string character, FontRole role) =>
        Faces(role).FirstOrDefault(f => character.EnumerateRunes().All(r => IsInvisible(r) || f.Has(r)));

    private IEnumerable<FontFace> Faces(FontRole role) => Places(role).Select(p => faces.GetOrAdd(p, q => new(() => new FontFace(q))).Value);

    private IReadOnlyList<FontPlace> Places(FontRole role) => roles.GetOrAdd(role, r =>
        [.. options.For(r).Select(index.Value.Find).OfType<FontPlace>().Distinct()]);
}
