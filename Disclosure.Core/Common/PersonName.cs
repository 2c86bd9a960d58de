using System.Globalization;
using System.Text;

namespace Disclosure.Core.Common;

/// <summary>When two names are written for the same person: on paper they could not be told apart.</summary>
public static class PersonName
{
    /// <summary>
    /// True for names that differ at most in width, case, form of a character, blanks and signs between the characters; a name without any
    /// character is nobody's.
    /// </summary>
    public static bool Same(string name, string other) => Bare(name) is { Length: > 0 } bare && bare == Bare(other);

    // Taken out by what they are, not kept by what they are: vowel signs of Tibetan and ideographs past the first plane are no letters to
    // every question.
    private static string Bare(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(r => !Sign(r)).Select(r => r.ToString()))
            .ToUpperInvariant();

    private static bool Sign(Rune r) =>
        Rune.IsWhiteSpace(r)
        || Rune.IsPunctuation(r)
        || Rune.IsSymbol(r)
        || SelectsAForm(r)
        || Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format;

    // Chooses between drawings of the character before it, which most fonts do not have.
    private static bool SelectsAForm(Rune r) => r.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
