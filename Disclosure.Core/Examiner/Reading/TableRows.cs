using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Rows of a csv: the separator is the one that stands most often in the first line; a quoted cell may hold anything.</summary>
internal sealed class TableRows(string text, TextGathering into, CancellationToken ct)
{
    private static readonly char[] Separators = [',', '\t', ';', '，'];

    private readonly StringBuilder row = new();
    private readonly StringBuilder cell = new();
    private int at;

    /// <summary>Reads to the end, or until the limit is reached.</summary>
    public void Run()
    {
        var separator = Separator();
        for (; at < text.Length && !into.Full; at++)
        {
            var c = text[at];
            if (c == '"' && cell.Length == 0)
            {
                Quoted();
            }
            else if (c == separator)
            {
                EndCell();
                row.Append('\t');
            }
            else if (c is '\n' or '\r')
            {
                EndRow();
                at += c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            }
            else
            {
                cell.Append(c == '\t' ? ' ' : c);
            }
        }
        EndRow();
    }

    private char Separator()
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return Separators.MaxBy(c => first.Count(x => x == c));
    }

    /// <summary>Takes what stands up to the closing quote; a doubled quote stands for one.</summary>
    private void Quoted()
    {
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (c != '"')
            {
                cell.Append(c is '\r' or '\n' or '\t' ? ' ' : c);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                return;
            }
        }
    }

    private void EndCell()
    {
        row.Append(cell.ToString().Trim());
        cell.Clear();
    }

    private void EndRow()
    {
        ct.ThrowIfCancellationRequested();
        EndCell();
        into.Add(LineKind.Row, row.ToString());
        row.Clear();
    }
}
