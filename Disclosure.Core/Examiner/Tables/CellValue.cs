using System.Globalization;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>Reads a cell of a table as a figure, a mark of suppression, or words.</summary>
internal static class CellValue
{
    private const int LongestNumber = 30;

    /// <summary>What the cell holds.</summary>
    public static StatCell Of(Cell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Number is { } stored)
        {
            // What is published is what is shown; a stored fraction that is not shown is none of the table's equations.
            return Parse(text) is { State: CellState.Number } shown ? shown : new StatCell(CellState.Number, stored, Decimals(stored));
        }
        return Parse(text);
    }

    private static StatCell Parse(string text)
    {
        if (text.Length == 0)
        {
            return default;
        }
        if (Mark(text) is { } mark)
        {
            return new StatCell(mark);
        }
        if (text.Length > LongestNumber || !text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAnyInRange('０', '９'))
        {
            return new StatCell(CellState.Text);
        }
        Span<char> plain = stackalloc char[text.Length];
        var (length, negative) = (0, false);
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '０' and <= '９':
                    plain[length++] = (char)(c - '０' + '0');
                    break;
                case '．':
                    plain[length++] = '.';
                    break;
                case ',' or '，' or ' ' or '\u00A0' or '\u3000' or '%' or '％' or '‰' or ')' or '）':
                    break;
                case '(' or '（' or '−' or '－' or '–':
                    negative = true;
                    break;
                default:
                    plain[length++] = c;
                    break;
            }
        }
        return decimal.TryParse(
            plain[..length],
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? new StatCell(
                CellState.Number,
                negative ? -value : value,
                plain[..length].IndexOf('.') is >= 0 and var point ? length - point - 1 : 0
            )
            : new StatCell(CellState.Text);
    }

    private static CellState? Mark(string text) =>
        text switch
        {
            "-" or "—" or "——" or "–" or "－" or "--" or "/" or "一" => CellState.Dash,
            "×" or "x" or "X" or "c" or "C" or "D" or "***" or "保密" or "略" or "未公布" => CellState.Hidden,
            _ when text.AsSpan().Trim("*＊※★".AsSpan()).IsEmpty => CellState.Hidden,
            _ when text.AsSpan().Trim("….·".AsSpan()).IsEmpty => CellState.Hidden,
            _ => null,
        };

    private static int Decimals(decimal value) => (decimal.GetBits(value / 1.0000000000000000000000000000m)[3] >> 16) & 0xFF;
}
