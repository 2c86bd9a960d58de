namespace Disclosure.Core.Files.Reading;

/// <summary>Hands the lines of a page on: neighbouring lines whose gaps stand below one another are a table, the others are text.</summary>
/// <param name="sink">Receives the pieces.</param>
/// <param name="place">The page.</param>
/// <param name="width">Width of the page.</param>
/// <param name="kind">What the lines are.</param>
/// <param name="hiddenBy">Why nobody sees them; null when they are seen.</param>
internal sealed class PdfTables(IContentSink sink, Place place, double width, PassageKind kind, string? hiddenBy)
{
    private const int LongestLabel = 24;
    private const int MostLabels = 2;
    private const double RowsApart = 5;
    private const double GapBelow = 0.4;

    private readonly List<string> before = [];
    private int number;

    /// <summary>Hands on; the number of the last line comes back.</summary>
    /// <param name="lines">From the top.</param>
    /// <param name="from">Number of the line before.</param>
    public int Hand(IReadOnlyList<PdfLine> lines, int from)
    {
        number = from;
        for (var at = 0; at < lines.Count;)
        {
            var end = End(lines, at);
            var block = lines.Skip(at).Take(end - at).ToList();
            if (block.Count == 1)
            {
                One(block[0].Text, PdfSegment.Around(block[0].Segments));
            }
            else if (IsProse(block))
            {
                Beside(block);
            }
            else
            {
                Table(block);
            }
            at = end;
        }
        return number;
    }

    /// <summary>Lines at the head of a table that belong above it: its number and title set with a gap, the unit on the right.</summary>
    private static int Above(List<PdfLine> block)
    {
        var columns = PdfColumns.Of(block);
        return block
            .TakeWhile(
                (l, n) =>
                    n < block.Count - 2
                    && (
                        IsCaption(l.Text)
                        || (l.Segments.Count > 1 && l.Segments.Select(s => columns.Place(s).Column).Distinct().Count() == 1)
                    )
            )
            .Count();
    }

    private static bool IsCaption(string text) =>
        text.StartsWith("单位：", StringComparison.Ordinal)
        || text.StartsWith("单位:", StringComparison.Ordinal)
        || text.StartsWith("计量单位", StringComparison.Ordinal)
        || (text.Length > 2 && text[0] is '表' or '附' && text.Take(4).Any(char.IsAsciiDigit));

    /// <summary>Where the table that begins here ends; the next line when none begins.</summary>
    private static int End(IReadOnlyList<PdfLine> lines, int from)
    {
        var (last, labels) = (from, 0);
        for (var at = from + 1; lines[from].Segments.Count > 1 && at < lines.Count && labels <= MostLabels; at++)
        {
            if (lines[at - 1].Height - lines[at].Height > RowsApart * Math.Max(lines[at].Size, lines[at - 1].Size))
            {
                break;
            }
            if (lines[at].Segments.Count > 1)
            {
                if (!IsBelow(lines[last], lines[at]))
                {
                    break;
                }
                (last, labels) = (at, 0);
            }
            else if (lines[at].Segments[0].Text.Length > LongestLabel || Crosses(lines[last], lines[at].Segments[0]))
            {
                break;
            }
            else
            {
                labels++;
            }
        }
        return last + 1;
    }

    private static bool IsBelow(PdfLine above, PdfLine below) =>
        Gaps(above)
            .Any(a =>
                Gaps(below).Any(b => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > GapBelow * Math.Min(above.Size, below.Size))
            );

    // What runs across a gap of the table is no row of it.
    private static bool Crosses(PdfLine row, PdfSegment segment) => Gaps(row).Any(g => segment.Left < g.Left && segment.Right > g.Right);

    private static IEnumerable<(double Left, double Right)> Gaps(PdfLine line) =>
        line.Segments.Zip(line.Segments.Skip(1), (a, b) => (a.Right, b.Left));

    /// <summary>True for text set in two columns, which looks like a table of long cells.</summary>
    private bool IsProse(List<PdfLine> block) =>
        block.TrueForAll(l => l.Segments.Count <= 2)
        && block.SelectMany(l => l.Segments).Average(s => s.Length) > width * 0.3
        && block.SelectMany(l => l.Segments).Average(s => s.Text.Length) > 14;

    private void Beside(List<PdfLine> block)
    {
        var middle = block.Where(l => l.Segments.Count > 1).Average(l => (l.Segments[0].Right + l.Segments[1].Left) / 2);
        foreach (var segment in block.SelectMany(l => l.Segments).OrderBy(s => s.Left < middle ? 0 : 1))
        {
            One(segment.Text, segment.Box);
        }
    }

    private void One(string text, Box box)
    {
        number++;
        sink.Passage(new Passage(place with { Line = hiddenBy is null ? number : null, Box = box }, kind, text) { HiddenBy = hiddenBy });
        before.Add(text);
    }

    private void Table(List<PdfLine> block)
    {
        var above = Above(block);
        foreach (var line in block.Take(above))
        {
            One(line.Text, PdfSegment.Around(line.Segments));
        }
        block = block[above..];
        var columns = PdfColumns.Of(block);
        var lines = before.TakeLast(3).ToList();
        sink.BeginTable(
            new TableSource(
                place with
                {
                    Line = hiddenBy is null ? number + 1 : null,
                    Box = PdfSegment.Around(block.SelectMany(l => l.Segments)),
                },
                lines.FindLast(l => !l.StartsWith("单位", StringComparison.Ordinal)) ?? ""
            )
            {
                Before = lines,
                HiddenBy = hiddenBy,
            }
        );
        var merged = new List<MergedRange>();
        for (var row = 1; row <= block.Count; row++)
        {
            sink.Row(new CellRow(row, Cells(block[row - 1], columns, row, merged)));
        }
        number += block.Count;
        sink.EndTable(new TableEnd(merged));
        before.Clear();
    }

    private static List<Cell> Cells(PdfLine line, PdfColumns columns, int row, List<MergedRange> merged)
    {
        var cells = new List<Cell>();
        foreach (var segment in columns.Cells(line))
        {
            var (column, count) = columns.Place(segment);
            if (cells is [.., var last] && last.Column >= column)
            {
                cells[^1] = last with { Text = $"{last.Text} {segment.Text}" };
                continue;
            }
            cells.Add(new Cell(column, segment.Text) { Box = segment.Box });
            if (count > 1)
            {
                merged.Add(new MergedRange(row, column, 1, count));
            }
        }
        return cells;
    }
}
