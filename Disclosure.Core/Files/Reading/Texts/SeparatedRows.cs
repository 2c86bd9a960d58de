using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Rows of a csv as they come: the separator is the one that stands most often in the first lines; a quoted cell may hold anything, also
/// lines.
/// </summary>
internal sealed class SeparatedRows(TextReader reader, BoundedSink into, CancellationToken ct)
{
    private const int Block = 64 << 10;
    private const int MostCells = 16_384;

    // More than any office program keeps in a cell: the quote was meant as an inch, not as the beginning of a text.
    private const int LongestQuoted = 64 << 10;
    private const int LinesToLook = 20;
    private static readonly char[] Separators = [',', '\t', ';', '，', '|'];

    private readonly char[] block = new char[Block];
    private readonly StringBuilder pieces = new();
    private readonly List<Cell> cells = [];
    private int at;
    private int count;
    private int column = 1;

    /// <summary>Rows so far, empty ones included.</summary>
    public int Number { get; private set; }

    /// <summary>Reads to the end, or until the limit is reached.</summary>
    public void Run()
    {
        if (!Fill())
        {
            return;
        }
        var separator = Separator(block.AsSpan(0, count));
        char[] stops = [separator, '\r', '\n'];
        while (!into.Full && More())
        {
            if (block[at] == '"' && pieces.Length == 0)
            {
                at++;
                Quoted();
                continue;
            }
            var left = block.AsSpan(at, count - at);
            var stop = left.IndexOfAny(stops);
            var text = stop < 0 ? left : left[..stop];
            at += text.Length;
            if (stop < 0)
            {
                pieces.Append(text);
                continue;
            }
            EndCell(text);
            at++;
            if (left[stop] == separator)
            {
                column++;
                continue;
            }
            if (left[stop] == '\r' && More() && block[at] == '\n')
            {
                at++;
            }
            EndRow();
        }
        if (column > 1 || pieces.Length > 0 || cells.Count > 0)
        {
            EndCell([]);
            EndRow();
        }
    }

    private static char Separator(ReadOnlySpan<char> first)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        var (lines, quoted) = (0, false);
        foreach (var c in first)
        {
            quoted ^= c == '"';
            lines += c == '\n' && !quoted ? 1 : 0;
            if (lines >= LinesToLook)
            {
                break;
            }
            if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var which)
            {
                counts[which]++;
            }
        }
        return Separators[Most(counts)];
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    private bool More() => at < count || Fill();

    private bool Fill()
    {
        ct.ThrowIfCancellationRequested();
        (at, count) = (0, reader.ReadBlock(block, 0, Block));
        return count > 0;
    }

    /// <summary>Takes what stands up to the closing quote; a doubled quote stands for one.</summary>
    private void Quoted()
    {
        while (More() && pieces.Length < LongestQuoted)
        {
            var left = block.AsSpan(at, count - at);
            var quote = left.IndexOf('"');
            pieces.Append(quote < 0 ? left : left[..quote]);
            at += quote < 0 ? left.Length : quote + 1;
            if (quote < 0)
            {
                continue;
            }
            if (!More() || block[at] != '"')
            {
                return;
            }
            pieces.Append('"');
            at++;
        }
    }

    private void EndCell(ReadOnlySpan<char> last)
    {
        string text;
        if (pieces.Length == 0)
        {
            text = last.Trim().ToString();
        }
        else
        {
            text = pieces.Append(last).ToString().Trim();
            pieces.Clear();
        }
        if (text.Length == 0)
        {
            return;
        }
        if (cells.Count == MostCells)
        {
            HandOver(Number + 1);
        }
        cells.Add(new Cell(column, text.AsSpan().ContainsAny('\r', '\n', '\t') ? text.ReplaceLineEndings(" ").Replace('\t', ' ') : text));
    }

    private void EndRow()
    {
        HandOver(++Number);
        column = 1;
    }

    private void HandOver(int number)
    {
        into.Row(new CellRow(number, cells));
        cells.Clear();
    }
}
