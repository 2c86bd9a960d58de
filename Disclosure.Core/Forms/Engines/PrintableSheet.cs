using System.Buffers;
using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// Makes a sheet that can be drawn of one that holds text no font has: an earlier version let such text in, and a form must come out
/// all the same. Every engine and the preview take the sheet from here.
/// </summary>
internal static class PrintableSheet
{
    /// <summary>Stands in place of a character that cannot be printed, as Chinese typesetting has it (U+3013).</summary>
    public const string Instead = "〓";

    /// <summary>At the foot of every page of such a sheet.</summary>
    public const string Note = "〓：原文有无法打印的字符";

    /// <summary>
    /// The same sheet where nothing is missing. Where the fonts lack the mark too they print no form, and the sheet stays as it is.
    /// </summary>
    public static FormSheet Of(FormSheet sheet, FontStack fonts) =>
        sheet.Texts().Append((sheet.Name, FontRole.Title)).All(t => Drawable(t.Item1, t.Item2, fonts))
            ? sheet
            : sheet.Rewritten((text, role) => Drawn(text, role, fonts)) with
            {
                Footnote = Note,
            };

    private static bool Drawable(string text, FontRole role, FontStack fonts)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done || !fonts.Has(rune, role))
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    private static string Drawn(string text, FontRole role, FontStack fonts)
    {
        if (!fonts.Has(Rune.GetRuneAt(Instead, 0), role))
        {
            return text;
        }

        var drawn = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == OperationStatus.Done;
            drawn.Append(whole && (rune.Value == '\n' || fonts.Has(rune, role)) ? text.AsSpan(at, length) : Instead);
            at += length;
        }

        return drawn.ToString();
    }
}
