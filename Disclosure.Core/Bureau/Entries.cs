using System.Globalization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>Checks of what an administrator types.</summary>
internal static class Entries
{
    private const string PhoneMarks = "+-() （）";

    /// <summary>Why the text may not stand in the field, or null.</summary>
    internal static Problem? Text(string value, string field, string label, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return new EntryMissing(field, label);
        }
        // Format characters (zero width, direction marks) make two names look the same on paper.
        if (
            value.Any(c =>
                char.IsControl(c)
                || CharUnicodeInfo.GetUnicodeCategory(c)
                    is UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
        )
        {
            return new EntryNotPlain(field, label);
        }
        return value.Trim().Length > most ? new EntryTooLong(field, label, most) : null;
    }

    /// <summary>Why the text is no sign-in name, or null.</summary>
    internal static Problem? SignInName(string value) =>
        value.Trim() is { Length: >= 2 and <= 40 } name
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or (>= '一' and <= '鿿'))
            ? null
            : new SignInNameWrong();

    /// <summary>Why the text is no telephone number, or null; nothing is allowed.</summary>
    internal static Problem? Phone(string value) =>
        value.Length <= 40 && value.All(c => char.IsAsciiDigit(c) || PhoneMarks.Contains(c)) ? null : new PhoneWrong();

    /// <summary>Why the text is no code for a unit of that kind, or null.</summary>
    internal static Problem? UnitCode(string value, UnitKind kind)
    {
        if (kind == UnitKind.County)
        {
            return value.Length == 6 && value.All(char.IsAsciiDigit) ? null : new CountyCodeWrong();
        }
        return value.Length is >= 1 and <= 20 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? null : new UnitCodeWrong();
    }
}
