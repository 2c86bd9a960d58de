using System.Globalization;
using System.Text;

namespace Disclosure.Core.Store;

/// <summary>
/// A text as search sees it: letters, digits and marks alone, small and of half width. Chinese characters stand next to each other whatever
/// stood between them; between two Latin or digit runs a gap stays, so that 〔2026〕12 is not 202612.
/// </summary>
public sealed class SearchText
{
    /// <summary>
    /// Stands between two things of which no word may reach from one into the other, e.g. two names; may be put into a text.
    /// </summary>
    public const char Gap = '\uE000';

    private SearchText(string text, int[] at) => (Text, At) = (text, at);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>For every character of it the place it had in the original.</summary>
    public IReadOnlyList<int> At { get; }

    /// <summary>Number of characters as one sees them; one outside the basic plane counts once.</summary>
    public int Length => Text.EnumerateRunes().Count();

    /// <summary>Folds a text.</summary>
    public static SearchText Of(string original)
    {
        var (text, at) = (new StringBuilder(original.Length), new List<int>(original.Length));
        var broken = false;
        for (var i = 0; i < original.Length;)
        {
            _ = Rune.DecodeFromUtf16(original.AsSpan(i), out var rune, out var read);
            var before = text.Length;
            Append(text, rune);
            if (text.Length == before)
            {
                broken = true;
            }
            else
            {
                if (broken && before > 0 && char.IsAsciiLetterOrDigit(text[before - 1]) && char.IsAsciiLetterOrDigit(text[before]))
                {
                    text.Insert(before, Gap);
                }
                broken = false;
            }
            at.AddRange(Enumerable.Repeat(i, text.Length - before));
            i += read;
        }
        return new SearchText(text.ToString(), [.. at]);
    }

    /// <summary>
    /// Every pair of neighbours as one word, in order, with spaces between: what the index holds, and as a phrase what it is asked.
    /// </summary>
    public string Pairs()
    {
        var (pairs, last) = (new StringBuilder(Text.Length * 3), (Rune?)null);
        foreach (var rune in Text.EnumerateRunes())
        {
            if (last is { } before)
            {
                pairs.Append(pairs.Length > 0 ? " " : "").Append(before).Append(rune);
            }
            last = rune;
        }
        return pairs.ToString();
    }

    /// <summary>Every character once, with spaces between.</summary>
    public string Characters() => string.Join(' ', Text.EnumerateRunes().Distinct());

    private static void Append(StringBuilder text, Rune rune)
    {
        if (rune.IsAscii)
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                text.Append(char.ToLowerInvariant((char)rune.Value));
            }
        }
        else if (rune.Value is Gap or (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and < 0x2F800))
        {
            text.Append(rune);
        }
        else if (IsWord(rune))
        {
            // Full width, circled, squared and compatibility forms are what they stand for.
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(IsWord))
            {
                text.Append(part);
            }
        }
    }

    private static bool IsWord(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
        || (rune.Value is >= 0x3300 and <= 0x33FF);
}
