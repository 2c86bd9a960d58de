using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>Addresses of cells and ranges as workbooks write them.</summary>
internal static class CellAddress
{
    /// <summary>Columns that a sheet can have.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Number of the column in an address such as AB12, from 1; null when it names none.</summary>
    public static int? Column(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var c in address)
        {
            if (!char.IsAsciiLetter(c) || column > MostColumns)
            {
                break;
            }
            column = (column * 26) + ((c | 0x20) - 'a' + 1);
        }
        return column == 0 ? null : column;
    }

    /// <summary>A range such as B2:C9 or B2; null when it is none.</summary>
    public static MergedRange? Range(string? text)
    {
        var (first, last) = (text ?? "").Replace("$", "", StringComparison.Ordinal).Split(':') switch
        {
            [var one] => (one, one),
            [var from, var to] => (from, to),
            _ => ("", ""),
        };
        return
            Column(first) is { } left
            && Column(last) is { } right
            && Row(first) is { } top
            && Row(last) is { } bottom
            && right >= left
            && bottom >= top
            ? new MergedRange(top, left, bottom - top + 1, right - left + 1)
            : null;
    }

    private static int? Row(string address) =>
        int.TryParse(
            address.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row
        )
            ? row
            : null;
}
