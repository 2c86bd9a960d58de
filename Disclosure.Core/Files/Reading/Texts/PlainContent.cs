using System.Buffers;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Reading;

/// <summary>Everything in a csv or a txt, as it comes from the stream.</summary>
internal static class PlainContent
{
    private const string Unread = "超出读取上限，其余未读";
    private const int Block = 64 << 10;
    private const int LongestLine = 1 << 20;
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\u0085\u2028\u2029");
    private static readonly Place Body = new() { Part = DocumentParts.Body };

    /// <summary>Reads the file.</summary>
    /// <param name="isTable">True for csv: lines become rows.</param>
    public static Outcome<ContentRead> Read(Stream content, bool isTable, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        if (TextEncoding.Of(content, ct) is not { } encoding)
        {
            return new ReadingIsNoText();
        }
        if (encoding.Unfit > 0)
        {
            sink.Observe(
                new Observation(
                    ObservationKind.Encoding,
                    Body,
                    $"编码按 {encoding.Encoding.WebName.ToUpperInvariant()} 读取，有 {encoding.Unfit} 处字符无法识别",
                    (int)Math.Min(encoding.Unfit, int.MaxValue)
                )
            );
        }
        var into = new BoundedSink(sink, limits.Characters);
        using var reader = encoding.Open(content);
        var lines = isTable ? Rows(reader, into, ct) : Lines(reader, into, ct);
        var why = string.Join(
            "；",
            new[] { into.Full ? Unread : "", encoding.Unfit > 0 ? "部分字符无法识别" : "" }.Where(w => w.Length > 0)
        );
        return new ContentRead([new CoveragePart("行", lines, lines, why)], []) { Truncated = into.Full };
    }

    private static int Rows(StreamReader reader, BoundedSink into, CancellationToken ct)
    {
        into.BeginTable(new TableSource(Body, "") { IsSheet = true });
        var rows = new SeparatedRows(reader, into, ct);
        try
        {
            rows.Run();
        }
        finally
        {
            into.EndTable(TableEnd.Plain);
        }
        return rows.Number;
    }

    private static int Lines(StreamReader reader, BoundedSink into, CancellationToken ct)
    {
        var (block, line, number, ended) = (new char[Block], new StringBuilder(), 0, '\0');
        var tables = new TextTables(Body, into);
        while (!into.Full && reader.ReadBlock(block, 0, Block) is > 0 and var count)
        {
            ct.ThrowIfCancellationRequested();
            var left = block.AsSpan(0, count);
            while (left.IndexOfAny(LineEnds) is >= 0 and var end)
            {
                var isPair = end == 0 && line.Length == 0 && left[0] == '\n' && ended == '\r';
                if (!isPair)
                {
                    tables.Add(++number, line.Append(left[..end]).ToString());
                    line.Clear();
                }
                ended = left[end];
                left = left[(end + 1)..];
            }
            ended = left.Length > 0 ? '\0' : ended;
            line.Append(left);
            if (line.Length > LongestLine)
            {
                tables.Add(number + 1, line.ToString());
                line.Clear();
            }
        }
        if (line.Length > 0)
        {
            tables.Add(++number, line.ToString());
        }
        tables.End();
        return number;
    }
}
