using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Tables for office programs: UTF-8 with byte order mark, so that they read Chinese; RFC 4180 quoting; no cell is ever a formula.
/// </summary>
public static class Csv
{
    /// <summary>Bytes of a file with these lines.</summary>
    public static byte[] File(IEnumerable<IReadOnlyList<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(Line(line));
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Bytes of a list: its head and its rows alone, as a machine reads them.</summary>
    public static byte[] File(Listing list) => File(list.Rows.Select(Cells).Prepend([.. list.Columns.Select(c => c.Name)]));

    private static IReadOnlyList<string> Cells(IReadOnlyList<object?> row) => [.. row.Select(Listing.Shown)];

    /// <summary>One line with its end.</summary>
    public static string Line(IReadOnlyList<string> cells) =>
        string.Join(',', cells.Select(c => "\"" + Safe(c).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\r\n";

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it, full-width signs included.</summary>
    public static string Safe(string cell)
    {
        var lead = cell.TrimStart(' ', '\u3000');
        var risky = (lead.Length > 0 && "=+-@＝＋－＠".Contains(lead[0], StringComparison.Ordinal)) || cell is ['\t' or '\r' or '\n', ..];
        return risky ? "'" + cell : cell;
    }
}
