using System.Buffers;
using System.Text;

namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// A text made ready for searching: wide forms and radicals as plain characters, nothing invisible, no blanks between Chinese letters.
/// Remembers where each character came from.
/// </summary>
internal readonly struct Folded
{
    // Blanks, invisible characters, wide forms and radicals; whatever has none of them is searched as it stands.
    private static readonly SearchValues<char> Unfolded = SearchValues.Create(
        [' ', '\t', '\n', '\r', '\u00A0', '\u00AD', '\u3000', '\uFEFF', .. Range('\u2000', '\u200F'), .. Range('\u2028', '\u202F'), .. Range('\u2060', '\u2064'), .. Range('\uFF01', '\uFF5E'), .. Range('\u2E80', '\u2FDF')]);

    private readonly int[]? places;

    private Folded(string original, string text, int[]? places) => (Original, Text, this.places) = (original, text, places);

    /// <summary>As it stood.</summary>
    public string Original { get; }

    /// <summary>As it is searched.</summary>
    public string Text { get; }

    /// <summary>Makes a text ready.</summary>
    public static Folded Of(string original)
    {
        var first = original.AsSpan().IndexOfAny(Unfolded);
        if (first < 0)
        {
            return new Folded(original, original, null);
        }
        var (text, places) = (new StringBuilder(original.Length).Append(original, 0, first), new List<int>(original.Length));
        for (var i = 0; i < first; i++)
        {
            places.Add(i);
        }
        for (var i = first; i < original.Length; i++)
        {
            var c = Plain(original[i]);
            if (c == '\0' || (c == ' ' && (text.Length == 0 || text[^1] == ' ' || Joins(text[^1]) || Joins(Next(original, i)))))
            {
                continue;
            }
            text.Append(c);
            places.Add(i);
        }
        return new Folded(original, text.ToString(), [.. places]);
    }

    /// <summary>Where a stretch of the searched text stands in the original.</summary>
    public Stretch Back(int start, int length)
    {
        if (places is null || length == 0)
        {
            return new Stretch(start, length);
        }
        return new Stretch(places[start], places[start + length - 1] - places[start] + 1);
    }

    private static char Plain(char c) => c switch
    {
        ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u2028' or '\u2029' => ' ',
        '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') => '\0',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u2E80' and <= '\u2FDF' => c.ToString().Normalize(NormalizationForm.FormKC)[0],
        _ => c,
    };

    // A blank beside a Chinese letter or a star separates nothing; between digits or Latin letters it does.
    private static bool Joins(char c) => c is (>= '\u2E80' and <= '\u9FFF') or '★' or '☆' or '*' or '·' or (>= '\u3001' and <= '\u301F') or (>= '\uFF01' and <= '\uFF5E' and not (>= '０' and <= '９') and not (>= 'Ａ' and <= 'Ｚ') and not (>= 'ａ' and <= 'ｚ'));

    private static char Next(string text, int at)
    {
        while (++at < text.Length)
        {
            if (Plain(text[at]) is not (' ' or '\0'))
            {
                return text[at];
            }
        }
        return '\u3001';
    }

    private static IEnumerable<char> Range(char from, char to) => Enumerable.Range(from, to - from + 1).Select(c => (char)c);
}
