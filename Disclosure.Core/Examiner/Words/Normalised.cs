using System.Buffers;
using System.Text;

namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// A text as rules read it: full-width letters and digits as plain ones, compatibility and radical forms as the usual characters,
/// without zero-width characters and without spaces between Han characters. Punctuation stays, so that most texts need no work at all.
/// </summary>
internal sealed class Normalised
{
    private const string Radicals = "\u2ED3长\u2EC5见\u2ED4门\u2EDA页\u2ECB车\u2EDB风\u2EE2马\u2EE5鱼\u2EE6鸟\u2EE9黄\u2EEC齐\u2EF0龙";
    private static readonly char[] Plain = PlainForms();
    private readonly int[]? map;

    private Normalised(string original, string text, int[]? map) => (Original, Text, this.map) = (original, text, map);

    /// <summary>As the file has it.</summary>
    public string Original { get; }

    /// <summary>As rules read it.</summary>
    public string Text { get; }

    /// <summary>Reads a text.</summary>
    public static Normalised Of(string original)
    {
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if ((c == ' ' ? IsGap(original, i) : Plain[c] != c || c == '\uD835'))
            {
                return Worked(original, i);
            }
        }
        return new(original, original, null);
    }

    /// <summary>A stretch of the text as a stretch of the original.</summary>
    public TextSpan Back(int start, int length)
    {
        if (map is null || length == 0)
        {
            return new(map is null ? start : map[start], length);
        }
        var (from, last) = (map[start], map[start + length - 1]);
        var width = char.IsHighSurrogate(Original[last]) && last + 1 < Original.Length ? 2 : 1;
        return new(from, last + width - from);
    }

    /// <summary>True when in the original no letter or digit touches the stretch.</summary>
    public bool StandsFree(int start, int length)
    {
        var (from, count) = Back(start, length);
        return (from == 0 || !char.IsLetterOrDigit(Original[from - 1]))
            && (from + count >= Original.Length || !char.IsLetterOrDigit(Original[from + count]));
    }

    /// <summary>True when in the original no letter or digit stands right before the place.</summary>
    public bool BeginsFree(int start) => Back(start, 1).Start is var from && (from == 0 || !char.IsLetterOrDigit(Original[from - 1]));

    /// <summary>True for a Han character.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static Normalised Worked(string original, int untouched)
    {
        var (made, places) = (ArrayPool<char>.Shared.Rent(original.Length), new int[original.Length]);
        original.CopyTo(0, made, 0, untouched);
        for (var i = 0; i < untouched; i++)
        {
            places[i] = i;
        }
        var count = untouched;
        for (var i = untouched; i < original.Length; i++)
        {
            var (c, at) = (Plain[original[i]], i);
            if (c == '\uD835' && i + 1 < original.Length && original[i + 1] is >= '\uDFCE' and <= '\uDFFF')
            {
                // Digits of mathematical alphabets: five styles of ten digits in a row.
                c = (char)('0' + ((original[++i] - '\uDFCE') % 10));
            }
            else if (c == '\0' || (c == ' ' && Gap(original, i, made, count)))
            {
                continue;
            }
            (made[count], places[count]) = (c, at);
            count++;
        }
        var text = new string(made, 0, count);
        ArrayPool<char>.Shared.Return(made);
        return new(original, text, places);
    }

    private static bool Gap(string original, int i, char[] made, int count) =>
        count > 0 && Joins(made[count - 1]) && Joins(NextSolid(original, i));

    private static bool IsGap(string original, int i) => i > 0 && Joins(original[i - 1]) && Joins(NextSolid(original, i));

    private static char NextSolid(string text, int i)
    {
        // 密    级 is a usual way to set two characters; what is further apart belongs to different columns.
        for (var end = Math.Min(text.Length, i + 9); i < end; i++)
        {
            if (Plain[text[i]] is not (' ' or '\0'))
            {
                return Plain[text[i]];
            }
        }
        return '\0';
    }

    private static bool Joins(char c) => IsHan(c) || c is '★' or '☆';

    private static char[] PlainForms()
    {
        var forms = new char[char.MaxValue + 1];
        for (var i = 0; i < forms.Length; i++)
        {
            var c = (char)i;
            forms[i] = c switch
            {
                >= '\u2F00' and <= '\u2FD5' or >= '\uF900' and <= '\uFAFF' or '\u2E9F' or '\u2EF3' => Compatible(c),
                >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '＊' or '＠' or '－' or '．' or '％' or '＋' or '＿' =>
                    (char)(c - 0xFEE0),
                '\u00A0' or '\u3000' or >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' => ' ',
                '\u00AD'
                or >= '\u200B'
                and <= '\u200F'
                or >= '\u202A'
                and <= '\u202E'
                or >= '\u2060'
                and <= '\u2064'
                or '\uFEFF'
                or '\u180E' => '\0',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFE63' => '-',
                '\u2022' or '\u30FB' or '\u2027' or '\uFF65' => '·',
                _ => c,
            };
        }
        for (var i = 0; i < Radicals.Length; i += 2)
        {
            forms[Radicals[i]] = Radicals[i + 1];
        }
        return forms;
    }

    private static char Compatible(char c) => c.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one : c;
}
