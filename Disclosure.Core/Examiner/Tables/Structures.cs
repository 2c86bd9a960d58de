namespace Disclosure.Core.Examiner.Tables;

/// <summary>A line that is the sum of others.</summary>
/// <param name="Total">The sum, from 0.</param>
/// <param name="Parts">What it is the sum of.</param>
/// <param name="Kind">Of which kind; those of one kind stand and fall together.</param>
/// <param name="IsPlain">True when it is the total over everything that stands there, so that no other reading is left.</param>
/// <param name="IsOpen">True for 其中: the parts are not all.</param>
internal sealed record Structure(int Total, IReadOnlyList<int> Parts, SumKind Kind, bool IsPlain = false, bool IsOpen = false);

/// <summary>How a sum is recognised.</summary>
internal enum SumKind
{
    /// <summary>合计.</summary>
    Total,

    /// <summary>小计 below its parts.</summary>
    Below,

    /// <summary>小计 above its parts.</summary>
    Above,

    /// <summary>A line over lines that are set in.</summary>
    Children,
}

/// <summary>Finds which lines of a table are sums of which others: by their words and levels, and only where the figures agree.</summary>
internal static class Structures
{
    /// <summary>Sums among the rows that the figures of the table confirm, or do not contradict where there is no other reading.</summary>
    public static IReadOnlyList<Structure> Rows(StatTable table)
    {
        var candidates = Candidates(table.Rows)
            .Where(s => s.Parts.Count > 0)
            .DistinctBy(s => (s.Total, string.Join(',', s.Parts), s.IsOpen))
            .Select(s => (Sum: s, Tried: s.IsOpen ? default : Try(table, s)))
            .ToList();
        var confirmed = candidates.Where(c => c.Tried.Holds > c.Tried.Fails).ToList();
        // What cannot be tried, because everything it could be tried on is hidden, follows the others of its kind.
        bool Follows(Structure s) =>
            !confirmed.Exists(c => c.Sum.Total == s.Total)
            && (
                s.IsPlain
                || (
                    !candidates.Exists(c => c.Sum.Kind == s.Kind && c.Tried.Fails > 0 && c.Tried.Holds == 0 && s.Kind != SumKind.Total)
                    && (
                        s.Kind == SumKind.Children
                            ? confirmed.Exists(c => c.Sum.Kind is SumKind.Total or SumKind.Children)
                            : s.Kind != SumKind.Total && confirmed.Exists(c => c.Sum.Kind == s.Kind)
                    )
                )
            );
        return
        [
            .. candidates
                .Where(c => c.Sum.IsOpen || c.Tried.Holds > c.Tried.Fails || (c.Tried is (0, 0) && Follows(c.Sum)))
                .Select(c => c.Sum),
        ];
    }

    private static IEnumerable<Structure> Candidates(IReadOnlyList<StatLine> lines)
    {
        var leaves = Enumerable.Range(0, lines.Count).Where(i => lines[i].Role == LineRole.Part).ToList();
        var subtotals = Enumerable.Range(0, lines.Count).Where(i => lines[i].Role == LineRole.Subtotal).ToList();
        var totals = Enumerable.Range(0, lines.Count).Where(i => lines[i].Role == LineRole.Total).ToList();
        foreach (var total in totals)
        {
            foreach (var parts in Partitions(lines, total, totals, leaves, subtotals))
            {
                yield return new Structure(
                    total,
                    parts,
                    SumKind.Total,
                    IsPlain: totals.Count == 1
                        && subtotals.Count == 0
                        && parts.Count == lines.Count - 1
                        && parts.All(p => lines[p].Level == lines[parts[0]].Level)
                );
            }
        }
        foreach (var subtotal in subtotals)
        {
            var before = subtotals.Concat(totals).Where(i => i < subtotal).DefaultIfEmpty(-1).Max();
            var after = subtotals.Concat(totals).Where(i => i > subtotal).DefaultIfEmpty(lines.Count).Min();
            yield return new Structure(subtotal, [.. leaves.Where(i => i > before && i < subtotal)], SumKind.Below);
            yield return new Structure(subtotal, [.. leaves.Where(i => i > subtotal && i < after)], SumKind.Above);
        }
        for (var parent = 0; parent < lines.Count - 1; parent++)
        {
            foreach (var structure in Children(lines, parent))
            {
                yield return structure;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<int>> Partitions(
        IReadOnlyList<StatLine> lines,
        int total,
        List<int> totals,
        List<int> leaves,
        List<int> subtotals
    )
    {
        // Where several totals stand, each reaches to the next one.
        var before = totals.Where(t => t < total).DefaultIfEmpty(-1).Max();
        var after = totals.Where(t => t > total).DefaultIfEmpty(lines.Count).Min();
        foreach (var (from, to) in totals.Count == 1 ? new[] { (-1, lines.Count) } : [(before, total), (total, after), (-1, lines.Count)])
        {
            var inside = leaves.Where(i => i > from && i < to).ToList();
            if (inside.Count == 0)
            {
                continue;
            }
            var top = inside.Min(i => lines[i].Level);
            yield return [.. inside.Where(i => lines[i].Level == top)];
            yield return inside;
            // What has something under it is a sum itself.
            yield return
            [
                .. inside.Where(i => i + 1 >= lines.Count || lines[i + 1].Level <= lines[i].Level || lines[i + 1].Role == LineRole.OfWhich),
            ];
            if (subtotals.Count > 0)
            {
                yield return [.. subtotals.Where(i => i > from && i < to)];
            }
        }
    }

    private static IEnumerable<Structure> Children(IReadOnlyList<StatLine> lines, int parent)
    {
        var level = lines[parent].Level;
        var under = Enumerable.Range(parent + 1, lines.Count - parent - 1).TakeWhile(i => lines[i].Level > level).ToList();
        if (under.Count == 0)
        {
            yield break;
        }
        var next = under.Min(i => lines[i].Level);
        var children = under.Where(i => lines[i].Level == next).ToList();
        yield return new Structure(parent, children, SumKind.Children, IsOpen: children.Exists(i => lines[i].Role == LineRole.OfWhich));
        if (children.Exists(i => lines[i].Role == LineRole.OfWhich))
        {
            // 其中 sometimes names all of them; the figures tell.
            yield return new Structure(parent, children, SumKind.Children);
        }
    }

    private static (int Holds, int Fails) Try(StatTable table, Structure s)
    {
        var (holds, fails) = (0, 0);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (!Adds(table.MeasureAt(s.Total, column)) || s.Parts.Any(p => table.MeasureAt(p, column) != table.MeasureAt(s.Total, column)))
            {
                continue;
            }
            var cells = s.Parts.Select(p => table[p, column]).Append(table[s.Total, column]).ToList();
            if (
                cells.Exists(c => c.State is CellState.Hidden or CellState.Text)
                || cells[^1].State != CellState.Number
                || cells.TrueForAll(c => c.Value == 0)
            )
            {
                continue;
            }
            var off = cells[^1].Value - cells.Take(cells.Count - 1).Sum(c => c.Value);
            if (
                Math.Abs(off)
                <= cells.Sum(c => c.State == CellState.Number ? c.Half : 0)
                    * (cells.Exists(c => c.Decimals > 0) || cells.Count > 8 ? 1 : 0.999m)
            )
            {
                holds++;
            }
            else if (!cells.Exists(c => c.State is CellState.Dash or CellState.Empty))
            {
                fails++;
            }
        }
        return (holds, fails);
    }

    /// <summary>True for figures that can be added up.</summary>
    public static bool Adds(Measure measure) => measure is Measure.Value or Measure.Enterprises or Measure.Persons or Measure.Share;
}
