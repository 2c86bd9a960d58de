namespace Disclosure.Core.Forms.Engines;

/// <summary>A row as it stands on a page.</summary>
/// <param name="HeightMm">Height, mm.</param>
/// <param name="Cells">Cells from the left.</param>
/// <param name="Lines">The text of every cell already set; null where the cell fits its own into the height.</param>
internal sealed record LaidRow(double HeightMm, IReadOnlyList<FormCell> Cells, IReadOnlyList<IReadOnlyList<SetLine>?> Lines);

/// <summary>Rows of a page, heads included, and the band left below them, mm.</summary>
internal sealed record LaidPage(IReadOnlyList<LaidRow> Rows, double NotesMm);

/// <summary>
/// Spreads the rows of a list over pages: heads repeat, rows grow with their text, bound rows stay together, a long row goes on on the next
/// page.
/// </summary>
internal sealed class ListPager(Fitting fitting)
{
    /// <summary>Room at both sides of a cell's text, mm.</summary>
    public const double PadX = 1.0;

    /// <summary>Room above and below, mm.</summary>
    public const double PadY = 0.5;

    /// <summary>No more than this is left empty at a foot to keep rows whole; from there on they are broken.</summary>
    public const double MostEmptyMm = 40;

    /// <summary>A head never takes more of a page than this share; longer texts in it go to the continuation page.</summary>
    private const double MostHead = 0.4;

    /// <summary>Fewer lines than this never stand alone on either side of a break.</summary>
    private const int FewestLines = 2;

    private const double Tolerance = 0.001;

    /// <summary>The pages of a list; a row that can neither stand on a page nor be broken throws InvalidOperationException.</summary>
    public IEnumerable<LaidPage> Pages(FormPage list)
    {
        var room = list.Paper.TextHeightMm - list.HeadMm - list.NotesMm;
        List<LaidRow> head = [.. list.Rows.Take(list.HeadRows).Select(r => Capped(Lay(list, r), room * MostHead / list.HeadRows))];
        var page = new Filling(head, room);
        foreach (var bound in Bound(list.Rows.Skip(list.HeadRows)))
        {
            foreach (var full in Place(page, [.. bound.Select(r => Lay(list, r))]))
            {
                yield return Page(list, full);
            }
        }

        yield return Page(list, page.Rows);
    }

    /// <summary>Puts bound rows on the page; hands over every page that is full by it.</summary>
    private static IEnumerable<IReadOnlyList<LaidRow>> Place(Filling page, IReadOnlyList<LaidRow> rows)
    {
        var whole = rows.Sum(r => r.HeightMm);
        var breaks = whole > page.Fresh + Tolerance || page.Left > MostEmptyMm;
        if (!page.IsFresh && whole > page.Left + Tolerance && !(breaks && Begins(rows, page.Left)))
        {
            yield return page.Turn();
        }

        foreach (var row in rows)
        {
            var rest = row;
            while (rest.HeightMm > page.Left + Tolerance)
            {
                if (Broken(rest, page.Left) is { } parts)
                {
                    page.Add(parts.First);
                    rest = parts.Later;
                }
                else if (page.IsFresh)
                {
                    throw new InvalidOperationException($"A row {rest.HeightMm:F0} mm high stands on no page.");
                }

                yield return page.Turn();
            }

            page.Add(rest);
        }
    }

    /// <summary>True when everything but the last row, and some of that, has room.</summary>
    private static bool Begins(IReadOnlyList<LaidRow> rows, double left)
    {
        var before = rows.SkipLast(1).Sum(r => r.HeightMm);
        return before < left && (rows[^1].HeightMm <= left - before || Broken(rows[^1], left - before) is not null);
    }

    /// <summary>The row in two parts of which the first fits; null when it cannot be broken there. Labels stand in both.</summary>
    private static (LaidRow First, LaidRow Later)? Broken(LaidRow row, double left)
    {
        var first = new List<IReadOnlyList<SetLine>?>();
        var rest = new List<IReadOnlyList<SetLine>?>();
        foreach (var (cell, lines) in row.Cells.Zip(row.Lines))
        {
            if (lines is null || (cell is LabelCell && Height(lines) > left))
            {
                return null;
            }

            var count = cell is LabelCell || Height(lines) <= left + Tolerance ? lines.Count : Fitting(lines, left);
            if (count < lines.Count && (count = Math.Min(count, lines.Count - FewestLines)) < FewestLines)
            {
                return null;
            }

            first.Add([.. lines.Take(count)]);
            rest.Add(cell is LabelCell ? lines : [.. lines.Skip(count)]);
        }

        return first.Zip(row.Lines).All(p => p.First!.Count == p.Second!.Count) ? null : (Part(row, first), Part(row, rest));
    }

    private static LaidRow Part(LaidRow row, List<IReadOnlyList<SetLine>?> lines) => new(lines.Max(l => Height(l!)), row.Cells, lines);

    private static int Fitting(IReadOnlyList<SetLine> lines, double left)
    {
        var (count, height) = (0, 2 * PadY);
        while (count < lines.Count && (height += lines[count].HeightMm) <= left + Tolerance)
        {
            count++;
        }

        return count;
    }

    private LaidRow Lay(FormPage list, FormRow row)
    {
        var column = 0;
        var lines = new List<IReadOnlyList<SetLine>?>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            var width = list.ColumnsMm.Skip(column).Take(cell.Columns).Sum() - (2 * PadX);
            column += cell.Columns;
            lines.Add(
                cell switch
                {
                    LabelCell label => fitting.GrownLabel(label.Text, width, row.HeightMm - (2 * PadY)),
                    ValueCell value => fitting.Grown(value.Lines, width),
                    _ => null,
                }
            );
        }

        return new(Math.Max(row.HeightMm, lines.Max(l => l is null ? 0 : Height(l))), row.Cells, lines);
    }

    private static LaidRow Capped(LaidRow row, double height) =>
        row.HeightMm <= height ? row : new(height, row.Cells, [.. row.Lines.Select(l => l is not null && Height(l) <= height ? l : null)]);

    private static double Height(IReadOnlyList<SetLine> lines) => lines.Sum(l => l.HeightMm) + (2 * PadY);

    private static LaidPage Page(FormPage list, IReadOnlyList<LaidRow> rows) =>
        new(rows, list.Paper.TextHeightMm - list.HeadMm - rows.Sum(r => r.HeightMm));

    private static IEnumerable<IReadOnlyList<FormRow>> Bound(IEnumerable<FormRow> rows)
    {
        var bound = new List<FormRow>();
        foreach (var row in rows)
        {
            bound.Add(row);
            if (!row.WithNext)
            {
                yield return bound;
                bound = [];
            }
        }

        if (bound.Count > 0)
        {
            yield return bound;
        }
    }

    /// <summary>The page being filled.</summary>
    private sealed class Filling(IReadOnlyList<LaidRow> head, double room)
    {
        private readonly double headMm = head.Sum(r => r.HeightMm);
        private List<LaidRow> rows = [.. head];
        private double used = head.Sum(r => r.HeightMm);

        public IReadOnlyList<LaidRow> Rows => rows;

        public double Fresh => room - headMm;

        public double Left => room - used;

        public bool IsFresh => rows.Count == head.Count;

        public void Add(LaidRow row)
        {
            rows.Add(row);
            used += row.HeightMm;
        }

        public List<LaidRow> Turn()
        {
            var full = rows;
            (rows, used) = ([.. head], headMm);
            return full;
        }
    }
}
