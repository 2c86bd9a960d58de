using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Rows of a csv as they come: the separator is the one that stands most often in the first line; a quoted cell may hold anything.</summary>
internal sealed class TableRows(StreamReader reader, IContentSink sink, Place place, CancellationToken ct)
{
    private const int MostCells = 20_000;
    private const int LongestCell = 1 << 20;
    private static readonly char[] Separators = [',', '\t', ';', '，'];

    private readonly char[] buffer = new char[1 << 16];
    private readonly List<Cell> row = [];
    private readonly StringBuilder cell = new();
    private int filled;
    private int at;
    private int column = 1;
    private int number;

    /// <summary>Reads to the end, or until nothing more is wanted.</summary>
    public void Run()
    {
        Fill();
        var separator = Separator();
        sink.BeginTable(new TableSource(place, "") { IsSheet = true });
        while (!sink.Full && Next() is { } c)
        {
            if (c == '"' && cell.Length == 0)
            {
                Quoted();
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && Peek() == '\n')
                {
                    at++;
                }
                EndRow();
            }
            else if (cell.Length < LongestCell)
            {
                cell.Append(c == '\t' ? ' ' : c);
            }
        }
        EndRow();
        sink.EndTable(TableEnd.Plain);
    }

    private char Separator()
    {
        var end = buffer.AsSpan(0, filled).IndexOfAny('\r', '\n');
        var first = buffer.AsSpan(0, end < 0 ? filled : end).ToArray();
        return Separators.MaxBy(c => first.Count(x => x == c));
    }

    private bool Fill()
    {
        ct.ThrowIfCancellationRequested();
        filled = reader.ReadBlock(buffer, 0, buffer.Length);
        at = 0;
        return filled > 0;
    }

    private char? Peek() => at < filled || Fill() ? buffer[at] : null;

    private char? Next() => at < filled || Fill() ? buffer[at++] : null;

    /// <summary>Takes what stands up to the closing quote; a doubled quote stands for one.</summary>
    private void Quoted()
    {
        while (Next() is { } c)
        {
            if (c == '"' && Peek() != '"')
            {
                return;
            }
            at += c == '"' ? 1 : 0;
            if (cell.Length < LongestCell)
            {
                cell.Append(c is '\r' or '\n' or '\t' ? ' ' : c);
            }
        }
    }

    private void EndCell()
    {
        if (column > MostCells)
        {
            throw new ReadingLimitException();
        }
        if (cell.Length > 0)
        {
            // Blanks in front say what belongs to what and stay.
            var text = cell.ToString().TrimEnd();
            if (text.Length > 0)
            {
                row.Add(new Cell(column, text));
            }
            cell.Clear();
        }
        column++;
    }

    private void EndRow()
    {
        EndCell();
        number++;
        if (row.Count > 0)
        {
            sink.Row(new CellRow(number, row));
            row.Clear();
        }
        column = 1;
    }
}
