using System.Globalization;
using System.Text;

namespace Disclosure.Core.Common;

/// <summary>When two names are written for the same person: on paper they could not be told apart.</summary>
public static class PersonName
{
    /// <summary>True for names that differ at most in width, case, blanks and signs between the characters; a name without any character is nobody's.</summary>
    public static bool Same(string name, string other) => Bare(name) is { Length: > 0 } bare && bare == Bare(other);

    // Taken out by what they are, not kept by what they are: vowel signs of Tibetan and ideographs past the first plane are no letters to every question.
    private static string Bare(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !Sign(c))).ToUpperInvariant();

    private static bool Sign(char c) =>
        char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
