namespace Disclosure.Core.Examiner.Reading;

/// <summary>Makes tables of neighbouring lines that hold several segments; the other lines are handed on as they come.</summary>
internal sealed class PageTables(IContentSink sink, Place place)
{
    private const int LongestLabel = 24;
    private readonly List<(int Number, IReadOnlyList<PageSegment> Segments)> block = [];
    private readonly Queue<string> before = new();
    private (int Number, IReadOnlyList<PageSegment> Segments)? between;
    private int number;

    /// <summary>The next line.</summary>
    public void Line(IReadOnlyList<PageSegment> segments)
    {
        number++;
        if (segments.Count(s => !s.Joined) > 1)
        {
            if (between is { } label)
            {
                block.Add(label);
                between = null;
            }
            block.Add((number, segments));
        }
        else if (block.Count > 0 && between is null && segments.Sum(s => s.Text.Length) <= LongestLabel)
        {
            // A heading inside the table, or the first line after it; the next line tells.
            between = (number, segments);
        }
        else
        {
            End();
            One(number, segments);
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        if (block.Count == 1)
        {
            One(block[0].Number, block[0].Segments);
        }
        else if (block.Count > 1)
        {
            Table();
        }
        block.Clear();
        if (between is { } after)
        {
            between = null;
            One(after.Number, after.Segments);
        }
    }

    private void One(int line, IReadOnlyList<PageSegment> segments)
    {
        var text = string.Concat(segments.Select((s, i) => (i == 0 ? "" : s.Joined ? " " : "\t") + s.Text));
        var box = new Box(segments[0].Box.Left, segments.Min(s => s.Box.Bottom), segments[^1].Box.Right, segments.Max(s => s.Box.Top));
        sink.Passage(new Passage(place with { Line = line, Box = box }, PassageKind.Body, text));
        before.Enqueue(text);
        if (before.Count > 3)
        {
            before.Dequeue();
        }
    }

    private void Table()
    {
        var columns = Columns();
        sink.BeginTable(new TableSource(place, before.LastOrDefault() ?? "") { Before = [.. before] });
        foreach (var (line, segments) in block)
        {
            var cells = new SortedDictionary<int, Cell>();
            foreach (var segment in segments)
            {
                var column = Nearest(columns, segment);
                cells[column] = cells.TryGetValue(column, out var there) ? there with { Text = $"{there.Text} {segment.Text}" } : new Cell(column, segment.Text) { Box = segment.Box };
            }
            sink.Row(new CellRow(line, [.. cells.Values]));
        }
        sink.EndTable(TableEnd.Plain);
        before.Clear();
    }

    /// <summary>Lines with the usual number of pieces say where columns are: where none of them has ink, one column ends.</summary>
    private List<(double Left, double Right)> Columns()
    {
        var usual = block.GroupBy(b => b.Segments.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
        var columns = new List<(double Left, double Right)>();
        foreach (var segment in usual.SelectMany(b => b.Segments).OrderBy(s => s.Left))
        {
            if (columns is [.., var last] && segment.Left < last.Right)
            {
                columns[^1] = (last.Left, Math.Max(last.Right, segment.Right));
            }
            else
            {
                columns.Add((segment.Left, segment.Right));
            }
        }
        return columns;
    }

    private static int Nearest(List<(double Left, double Right)> columns, PageSegment segment)
    {
        var (best, nearest) = (0, double.MaxValue);
        for (var i = 0; i < columns.Count; i++)
        {
            var overlap = Math.Min(columns[i].Right, segment.Right) - Math.Max(columns[i].Left, segment.Left);
            if (-overlap < nearest)
            {
                (best, nearest) = (i, -overlap);
            }
        }
        return best + 1;
    }
}
