using System.Globalization;
using System.Text;

namespace Disclosure.Core.Publication;

/// <summary>A word, number, Chinese character or sign: what it is compared by, and where it stands.</summary>
/// <param name="Key">Number of its normal form.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Start">First character in the line.</param>
/// <param name="Length">Characters.</param>
public readonly record struct Token(int Key, int Line, int Start, int Length);

/// <summary>
/// Text cut into tokens that are equal where a reader sees the same: width of letters, digits and signs, blanks of every kind, breaks and
/// the bullets that a browser copies along make no difference. A number is one token, however long.
/// </summary>
public sealed class ComparableText
{
    private const string Bullets = "•·●○■□◆◇▪▫‣⁃∙➢➤►▶*-–—o";

    private readonly List<Token> tokens = [];
    private readonly Dictionary<string, int> keys;

    private ComparableText(IReadOnlyList<string> lines, Dictionary<string, int> keys)
    {
        (Lines, this.keys) = (lines, keys);
        for (var i = 0; i < lines.Count; i++)
        {
            Cut(lines[i], i);
        }
    }

    /// <summary>The lines as they are.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Tokens of all lines in order.</summary>
    public IReadOnlyList<Token> Tokens => tokens;

    /// <summary>Cuts two texts by one list of keys, so that equal tokens have equal keys.</summary>
    public static (ComparableText A, ComparableText B) Pair(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var keys = new Dictionary<string, int>();
        return (new ComparableText(a, keys), new ComparableText(b, keys));
    }

    /// <summary>Normal forms of the tokens of a text, one after the other.</summary>
    public static string Normal(string text)
    {
        var keys = new Dictionary<string, int>();
        var cut = new ComparableText(text.Split('\n'), keys);
        var words = keys.ToDictionary(k => k.Value, k => k.Key);
        return string.Join(' ', cut.tokens.Select(t => words[t.Key]));
    }

    private void Cut(string line, int number)
    {
        var at = AfterBullet(line);
        while (at < line.Length)
        {
            if (Fold(line, at) is not { Length: > 0 } first)
            {
                at++;
            }
            else if (char.IsAsciiDigit(first[0]) && first.Length == 1)
            {
                at = Number(line, number, at);
            }
            else if (IsLetter(first))
            {
                at = Word(line, number, at);
            }
            else
            {
                var length = char.IsSurrogatePair(line, at) ? 2 : 1;
                Add(first, number, at, length);
                at += length;
            }
        }
    }

    /// <summary>Digits with a point inside, or with commas between groups of three.</summary>
    private int Number(string line, int number, int start)
    {
        var (end, text) = (start, new StringBuilder());
        var (fraction, group) = (false, 0);
        while (end < line.Length)
        {
            var c = Fold(line, end);
            if (c.Length == 1 && char.IsAsciiDigit(c[0]))
            {
                (text, end, group) = (text.Append(c), end + 1, group + 1);
            }
            else if (c == "." && !fraction && IsDigit(line, end + 1))
            {
                (text, end, fraction) = (text.Append('.'), end + 1, true);
            }
            else if (
                c == ","
                && !fraction
                && group <= 3
                && IsDigit(line, end + 1)
                && IsDigit(line, end + 2)
                && IsDigit(line, end + 3)
                && !IsDigit(line, end + 4)
            )
            {
                (text, end, group) = (text.Append(','), end + 1, 0);
            }
            else
            {
                break;
            }
        }
        Add(text.ToString(), number, start, end - start);
        return end;
    }

    private int Word(string line, int number, int start)
    {
        var (end, text) = (start, new StringBuilder());
        while (end < line.Length && Fold(line, end) is { } c && IsLetter(c))
        {
            text.Append(c);
            end++;
        }
        Add(text.ToString(), number, start, end - start);
        return end;
    }

    private void Add(string form, int line, int start, int length)
    {
        if (!keys.TryGetValue(form, out var key))
        {
            keys[form] = key = keys.Count;
        }
        tokens.Add(new Token(key, line, start, length));
    }

    private static bool IsDigit(string line, int at) => at < line.Length && Fold(line, at) is [>= '0' and <= '9'];

    private static bool IsLetter(string form) => form.All(c => char.IsAsciiLetter(c) || c is >= 'À' and <= 'ɏ');

    private static int AfterBullet(string line)
    {
        var at = line.AsSpan().IndexOfAnyExcept(" \t\u00A0\u3000");
        return at >= 0 && at + 1 < line.Length && Bullets.Contains(line[at], StringComparison.Ordinal) && char.IsWhiteSpace(line[at + 1])
            ? at + 1
            : 0;
    }

    /// <summary>The character as it is compared; empty for blanks and for what nobody sees.</summary>
    private static string Fold(string line, int at)
    {
        var c = line[at];
        if (c < 0x80)
        {
            return c <= ' ' ? "" : Ascii[c];
        }
        switch (c)
        {
            case '“' or '”' or '„' or '‟' or '「' or '」' or '『' or '』' or '＂':
                return "\"";
            case '‘' or '’' or '‚' or '‛' or '＇' or '′':
                return "'";
            case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '－' or '─':
                return "-";
            case '·' or '•' or '‧' or '∙' or '・' or '･':
                return "·";
            case '～' or '〜' or '∼':
                return "~";
            case '\uFFFD':
                return "\uFFFD";
        }
        if (
            char.IsWhiteSpace(c)
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
        )
        {
            return "";
        }
        if (char.IsSurrogate(c))
        {
            return char.IsSurrogatePair(line, at) ? line.Substring(at, 2).Normalize(NormalizationForm.FormKC)
                : char.IsHighSurrogate(c) ? "\uFFFD"
                : "";
        }
        // Most of a text: characters that are their own normal form.
        return c is >= '\u4E00' and <= '\u9FFF' ? c.ToString() : c.ToString().Normalize(NormalizationForm.FormKC).Trim();
    }

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];
}
