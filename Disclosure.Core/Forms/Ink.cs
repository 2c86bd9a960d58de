using System.Globalization;
using System.Text;

namespace Disclosure.Core.Forms;

/// <summary>
/// Keeps of a text what ink can show. Dropped: control characters, halves of a surrogate pair, and the code points Unicode calls
/// default-ignorable (joiners, direction marks, soft hyphens, variation selectors), since none of them is seen on paper and each could hide
/// a difference between two prints that look alike. Every kind of space becomes a plain one; the ideographic space keeps its width.
/// </summary>
public static class Ink
{
    /// <summary>Default_Ignorable_Code_Point of Unicode 16, first and last.</summary>
    private static readonly (int First, int Last)[] Ignorable =
    [
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    /// <summary>A text of one or more lines, with one kind of line end and nothing around it.</summary>
    public static string Lines(string text) => Plain(text) ? text.Trim() : Kept(text.ReplaceLineEndings("\n")).Trim();

    /// <summary>A text on one line, such as a name.</summary>
    public static string Line(string text) => Lines(text).Replace('\n', ' ');

    /// <summary>True for a code point that is never seen.</summary>
    public static bool IsIgnorable(Rune rune) => rune.Value >= 0xAD && Ignorable.Any(r => rune.Value >= r.First && rune.Value <= r.Last);

    /// <summary>Nearly every text is made of nothing else.</summary>
    private static bool Plain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        || text.All(c =>
            c is (>= ' ' and <= '~') or (>= '\u3000' and <= '\u3029') or (>= '\u4e00' and <= '\u9fff') or (>= '\uff01' and <= '\uff5e')
        );

    private static string Kept(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                Keep(kept, rune);
            }

            at += length;
        }

        return kept.ToString();
    }

    private static void Keep(StringBuilder kept, Rune rune)
    {
        if (rune.Value == '\n' || rune.Value == '\u3000')
        {
            kept.Append((char)rune.Value);
        }
        else if (rune.Value == '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
        {
            kept.Append(' ');
        }
        else if (!Rune.IsControl(rune) && !IsIgnorable(rune))
        {
            kept.Append(rune.ToString());
        }
    }
}
