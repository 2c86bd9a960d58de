namespace Disclosure.Core.Files.Reading;

/// <summary>Finds the columns of a table from where its cells stand, whether they are set left, right or in the middle.</summary>
internal sealed class PdfColumns
{
    private const double Beside = 1;
    private readonly List<Column> columns = [];
    private readonly IReadOnlyList<PdfLine> lines;

    private PdfColumns(IReadOnlyList<PdfLine> lines) => this.lines = lines;

    /// <summary>Number of columns.</summary>
    public int Count => columns.Count;

    /// <summary>Columns of these lines.</summary>
    public static PdfColumns Of(IReadOnlyList<PdfLine> lines)
    {
        var made = new PdfColumns(lines);
        made.Find();
        return made;
    }

    /// <summary>Columns that a cell stands in, from 1: one, or several for a heading above them.</summary>
    public (int Column, int Count) Place(PdfSegment segment)
    {
        var (first, last, best, most) = (-1, -1, 0, double.MinValue);
        for (var i = 0; i < columns.Count; i++)
        {
            var overlap = segment.Overlap(columns[i].Left, columns[i].Right);
            (best, most) = overlap > most ? (i, overlap) : (best, most);
            if (overlap > Math.Min(columns[i].Right - columns[i].Left, segment.Length) * 0.5)
            {
                (first, last) = (first < 0 ? i : first, i);
            }
        }
        return first < 0 || first == last ? (best + 1, 1) : (first + 1, last - first + 1);
    }

    /// <summary>Cells of a line: where columns stand so close that their cells ran together, they are parted again.</summary>
    public IEnumerable<PdfSegment> Cells(PdfLine line)
    {
        foreach (var segment in line.Segments)
        {
            var from = 0;
            for (var at = 1; at < segment.Pieces.Count; at++)
            {
                if (IsBetween(segment.Pieces[at - 1].Right, segment.Pieces[at].Left))
                {
                    yield return new PdfSegment([.. segment.Pieces.Take(at).Skip(from)]);
                    from = at;
                }
            }
            yield return from == 0 ? segment : new PdfSegment([.. segment.Pieces.Skip(from)]);
        }
    }

    // The middle of the gap lies behind one column and before the next, and both would get a piece.
    private bool IsBetween(double left, double right)
    {
        var middle = (left + right) / 2;
        for (var i = 0; i + 1 < columns.Count; i++)
        {
            if (middle >= columns[i].Right - Beside && middle <= columns[i + 1].Left + Beside)
            {
                return true;
            }
        }
        return false;
    }

    // The narrowest cells come first: what then reaches over several columns is a heading above them, or shows that they are one.
    private void Find()
    {
        foreach (var (segment, row) in lines.SelectMany((l, row) => l.Segments.Select(s => (s, row))).OrderBy(s => s.s.Length))
        {
            var under = columns.Where(c => segment.Overlap(c.Left, c.Right) > Math.Min(Beside, segment.Length / 2)).ToList();
            if (under.Count == 0)
            {
                columns.Add(
                    new Column
                    {
                        Left = segment.Left,
                        Right = segment.Right,
                        Rows = { row },
                        Figures = IsFigure(segment) ? 1 : 0,
                    }
                );
            }
            else if (under.Count == 1)
            {
                Widen(under[0], segment, row);
            }
            else if (!under.Any(c => under.Any(d => d != c && d.Rows.Overlaps(c.Rows))))
            {
                Widen(One(under), segment, row);
            }
        }
        columns.Sort((a, b) => a.Left.CompareTo(b.Left));
        JoinHeadings();
    }

    private static void Widen(Column column, PdfSegment segment, int row)
    {
        (column.Left, column.Right) = (Math.Min(column.Left, segment.Left), Math.Max(column.Right, segment.Right));
        column.Rows.Add(row);
        column.Figures += IsFigure(segment) ? 1 : 0;
    }

    private static bool IsFigure(PdfSegment segment) =>
        segment.Text.AsSpan().ContainsAnyInRange('0', '9')
            ? !segment.Text.Any(PdfPiece.IsHan)
            : segment.Text is "*" or "…" or "—" or "-" or "×";

    private Column One(List<Column> several)
    {
        foreach (var other in several.Skip(1))
        {
            (several[0].Left, several[0].Right) = (Math.Min(several[0].Left, other.Left), Math.Max(several[0].Right, other.Right));
            several[0].Rows.UnionWith(other.Rows);
            several[0].Figures += other.Figures;
            columns.Remove(other);
        }
        return several[0];
    }

    // A heading on the left above short figures on the right lies beside them, and is theirs all the same.
    private void JoinHeadings()
    {
        for (var i = 0; i + 1 < columns.Count; i++)
        {
            var (left, right) = (columns[i], columns[i + 1]);
            var (above, below) = left.Rows.Max() < right.Rows.Min() ? (left, right) : (right, left);
            if (
                above.Rows.Max() < below.Rows.Min()
                && above.Rows.Max() <= lines.Count / 2
                && above.Figures == 0
                && below.Figures * 2 > below.Rows.Count
            )
            {
                One([left, right]);
                i--;
            }
        }
    }

    private sealed class Column
    {
        public double Left { get; set; }

        public double Right { get; set; }

        public HashSet<int> Rows { get; } = [];

        public int Figures { get; set; }
    }
}
