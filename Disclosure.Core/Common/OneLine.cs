using System.Globalization;
using System.Text;

namespace Disclosure.Core.Common;

/// <summary>
/// A text of one line as it is kept: titles, names, numbers. What is pasted from a document or a table brings tabs, breaks, fixed
/// blanks and signs without width, which nobody sees and no search finds.
/// </summary>
public static class OneLine
{
    /// <summary>
    /// The text without them. A break, tab or fixed blank leaves a plain blank where words are written apart, as in Latin and in Tibetan;
    /// beside a Chinese character it leaves nothing.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.Any(c => IsUnseen(c) || IsGap(c)))
        {
            return text;
        }
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text.Where(c => !IsUnseen(c)))
        {
            if (IsGap(c))
            {
                gap = true;
                continue;
            }
            if (gap && clean.Length > 0 && IsWrittenApart(clean[^1]) && IsWrittenApart(c))
            {
                clean.Append(' ');
            }
            gap = false;
            clean.Append(c);
        }
        return clean.ToString();
    }

    // The blank of the keyboard and the wide one of Chinese print are seen and stay.
    private static bool IsGap(char c) =>
        c is not (' ' or '　')
        && char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Below the Chinese blocks; the halves of rare characters stand above.
    private static bool IsWrittenApart(char c) => c is > ' ' and < '\u2E80';

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
