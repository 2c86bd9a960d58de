using System.Globalization;
using System.Text;

namespace Disclosure.Core.Common;

/// <summary>Knows which characters the printed forms can draw.</summary>
public interface IDrawsText
{
    /// <summary>True when the character comes out of the printer in every role a form sets text in.</summary>
    bool Draws(Rune character);
}

/// <summary>
/// A text that ends on paper holds a character that cannot be printed or cannot be seen; it is refused where it is typed.
/// </summary>
/// <param name="At">Name of the field, or null when the sentence belongs to the whole form.</param>
/// <param name="Sentence">Names the field and the character and says what to do.</param>
public sealed record NotPrintable(string? At, string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public override string? Field => At;
}

/// <summary>
/// What may be typed into a field whose text ends on paper: asked by the page below the box and by the store before it saves.
/// </summary>
public static class PrintableText
{
    private const int Before = 6;

    /// <summary>Why the text may not stand in the field, or null.</summary>
    /// <param name="text">As typed; line ends and tabs are no fault.</param>
    /// <param name="field">Name of the field on the page, or null.</param>
    /// <param name="label">Name of the field as people know it.</param>
    /// <param name="former">What stood there before: a character stored by an earlier version does not keep others from being mended. Asked
    /// for only when there is a fault.</param>
    public static NotPrintable? Refusal(string text, string? field, string label, IDrawsText fonts, Lazy<string>? former = null)
    {
        for (var at = 0; at < text.Length;)
        {
            var whole =
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done
                && rune != Rune.ReplacementChar;
            if (
                Fault(whole, rune, text, at, label, fonts) is { } sentence
                && former?.Value.Contains(text.Substring(at, length), StringComparison.Ordinal) is not true
            )
            {
                return new NotPrintable(field, sentence);
            }
            at += length;
        }
        return null;
    }

    private static string? Fault(bool whole, Rune rune, string text, int at, string label, IDrawsText fonts) =>
        rune switch
        {
            _ when !whole => $"{label}中{After(text[..at])}有一个不完整的字符，请删去后重新输入。",
            { Value: '\n' or '\r' or '\t' } => null,
            _ when Hidden(rune) => $"{label}中{After(text[..at])}有看不见的字符（U+{rune.Value:X4}），请把这一处删去后重新输入。",
            _ when !fonts.Draws(rune) =>
                $"{label}中的“{rune}”（U+{rune.Value:X4}）无法打印，请改用其他写法，或请系统管理员安装含有该字的字体。",
            _ => null,
        };

    // Zero width and direction marks make two texts look alike on paper that are not.
    private static bool Hidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static string After(string before)
    {
        var seen = before.TrimEnd();
        return seen.Length == 0 ? "开头" : $"“{string.Concat(seen.EnumerateRunes().TakeLast(Before))}”之后";
    }
}
