using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Text files and csv, read as they come: a large one costs time and not memory.</summary>
internal static partial class PlainContent
{
    private static readonly Place Body = new() { Part = "正文", Key = "1" };

    /// <summary>Reads the file.</summary>
    /// <param name="isTable">True for csv: lines become rows.</param>
    public static Outcome<ContentRead> Read(Stream content, bool isTable, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var bytes = Math.Min(content.Length, 4L * limits.Characters);
        if (PlainEncoding.Find(content, bytes, bytes == content.Length, ct) is not var (encoding, mark))
        {
            return new ReadingIsNoText();
        }
        if (encoding is UnicodeEncoding || (encoding.CodePage == 54936 && isTable))
        {
            sink.Observe(new Observation(ObservationKind.Encoding, Body, encoding is UnicodeEncoding ? "UTF-16" : "GB18030"));
        }
        content.Position = mark;
        using var reader = new StreamReader(content, encoding, false, 1 << 16, leaveOpen: true);
        if (isTable)
        {
            new TableRows(reader, sink, Body, ct).Run();
        }
        else
        {
            Lines(reader, sink, ct);
        }
        return new ContentRead([new CoveragePart("处正文", 1, 1)], []) { Truncated = sink.Full || bytes < content.Length };
    }

    /// <summary>Lines one by one; neighbouring lines of several cells that fit together are a table.</summary>
    private static void Lines(StreamReader reader, IContentSink sink, CancellationToken ct)
    {
        var (number, block, before) = (0, new List<(int Number, string Line, string[] Cells)>(), new Queue<string>());
        while (!sink.Full && ReadLine(reader) is { } line)
        {
            if ((++number & 0xFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
            var cells = line.Length < 2_000 ? Gaps().Split(line.Trim()) : [line];
            if (cells.Length > 1)
            {
                block.Add((number, line, cells));
                if (block.Count < 10_000)
                {
                    continue;
                }
            }
            Tell(block, before, sink);
            if (cells.Length == 1)
            {
                One(number, line, before, sink);
            }
        }
        Tell(block, before, sink);
    }

    private static void Tell(List<(int Number, string Line, string[] Cells)> block, Queue<string> before, IContentSink sink)
    {
        // A table has at least three rows, and most of them as many cells.
        var usual = block.Count < 3 ? 0 : block.GroupBy(b => b.Cells.Length).MaxBy(g => g.Count())!.Count();
        if (usual * 3 < block.Count * 2 || usual == 0)
        {
            block.ForEach(b => One(b.Number, b.Line, before, sink));
        }
        else
        {
            sink.BeginTable(new TableSource(Body, before.LastOrDefault() ?? "") { Before = [.. before] });
            foreach (var row in block)
            {
                sink.Row(new CellRow(row.Number, [.. row.Cells.Select((c, i) => new Cell(i + 1, c)).Where(c => c.Text.Length > 0)]));
            }
            sink.EndTable(TableEnd.Plain);
        }
        block.Clear();
    }

    private static void One(int number, string line, Queue<string> before, IContentSink sink)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }
        sink.Passage(new Passage(Body with { Line = number }, PassageKind.Body, line));
        before.Enqueue(line);
        if (before.Count > 3)
        {
            before.Dequeue();
        }
    }

    // A line without an end would fill the memory; it is cut where no number can be split unseen.
    private static string? ReadLine(StreamReader reader)
    {
        const int Longest = 1 << 20;
        var line = new StringBuilder();
        int c;
        while ((c = reader.Read()) >= 0 && c is not ('\n' or '\r'))
        {
            line.Append((char)c);
            if (line.Length >= Longest && !char.IsAsciiLetterOrDigit((char)c))
            {
                return line.ToString();
            }
        }
        if (c == '\r' && reader.Peek() == '\n')
        {
            reader.Read();
        }
        return c < 0 && line.Length == 0 ? null : line.ToString();
    }

    [GeneratedRegex(@"\t+| {2,}|　{2,}", RegexOptions.None, 1000)]
    private static partial Regex Gaps();
}
