namespace Disclosure.Core.Examiner.Tables;

/// <summary>The hidden cells of a table as unknowns, and the sums they stand in.</summary>
internal sealed class HiddenCells
{
    private readonly Dictionary<(int Row, int Column), int> unknowns = [];
    private readonly List<(int Row, int Column)> cells = [];
    private readonly StatTable table;
    private readonly bool marked;
    private int slacks;

    /// <summary>Finds the unknowns of a table and its sums in both directions.</summary>
    public HiddenCells(StatTable table)
    {
        this.table = table;
        marked = table.Cells.Any(r => r.Any(c => c.State == CellState.Hidden));
        var equations = new List<Equation>();
        var turned = table.Turned();
        foreach (var structure in Structures.Rows(table))
        {
            for (var column = 0; column < table.Columns.Count; column++)
            {
                Add(equations, structure, table, column, isTurned: false);
            }
        }
        foreach (var structure in Structures.Rows(turned))
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                Add(equations, structure, turned, row, isTurned: true);
            }
        }
        Equations = equations;
    }

    /// <summary>Sums with at least one unknown.</summary>
    public IReadOnlyList<Equation> Equations { get; }

    /// <summary>The cell of an unknown; null for what 其中 leaves open.</summary>
    public (int Row, int Column)? CellOf(int unknown) => unknown >= 0 ? cells[unknown] : null;

    /// <summary>All hidden cells that stand in a sum.</summary>
    public IReadOnlyList<(int Row, int Column)> Cells => cells;

    // A dash means none wherever other cells are marked as hidden; where nothing is marked it may be the mark.
    private bool IsHidden(StatCell cell) => cell.State == CellState.Hidden || (!marked && cell.State is CellState.Dash or CellState.Empty);

    private void Add(List<Equation> into, Structure structure, StatTable along, int across, bool isTurned)
    {
        var measure = along.MeasureAt(structure.Total, across);
        if (!Structures.Adds(measure) || structure.Parts.Any(p => along.MeasureAt(p, across) != measure))
        {
            return;
        }
        var total = along[structure.Total, across];
        var parts = structure.Parts.Select(p => along[p, across]).ToList();
        if (
            parts.Append(total).Any(c => c.State == CellState.Text)
            || !parts.Append(total).Any(IsHidden)
            || (!marked && (IsHidden(total) || IsBalanced(total, parts)))
        )
        {
            return;
        }
        var (found, right) = (new List<(int, int)>(), 0m);
        foreach (var (line, sign) in structure.Parts.Select(p => (p, 1)).Append((structure.Total, -1)))
        {
            var cell = along[line, across];
            if (IsHidden(cell))
            {
                found.Add((UnknownOf(isTurned ? (across, line) : (line, across)), sign));
            }
            else
            {
                right -= sign * cell.Value;
            }
        }
        if (structure.IsOpen)
        {
            found.Add((--slacks, 1));
        }
        into.Add(new Equation(found, right, unknown => Words(along, structure, across, unknown, isTurned)));
    }

    // What is shown adds up by itself: the dashes are zeros.
    private static bool IsBalanced(StatCell total, List<StatCell> parts) =>
        Math.Abs(total.Value - parts.Sum(p => p.Value)) <= parts.Append(total).Sum(c => c.State == CellState.Number ? c.Half : 0);

    private int UnknownOf((int Row, int Column) cell)
    {
        if (!unknowns.TryGetValue(cell, out var unknown))
        {
            unknowns[cell] = unknown = cells.Count;
            cells.Add(cell);
        }
        return unknown;
    }

    private string Words(StatTable along, Structure structure, int across, int unknown, bool isTurned)
    {
        string Name(int line) =>
            LineLabels.WithoutUnit(along.Rows[line].Label) is { Length: > 0 } name
                ? name
                : $"第 {along.Rows[line].Number} {(isTurned ? "列" : "行")}";
        bool Is(int line) => unknowns.TryGetValue(isTurned ? (across, line) : (line, across), out var u) && u == unknown;
        var across1 = along.Columns[across].Label is { Length: > 0 } label ? $"“{label}”中：" : "";
        return across1
            + (
                Is(structure.Total)
                    ? $"{Name(structure.Total)} = {string.Join(" + ", structure.Parts.Select(Name))}"
                    : $"{Name(structure.Parts.First(Is))} = "
                        + $"{Name(structure.Total)}{string.Concat(structure.Parts.Where(p => !Is(p)).Select(p => $" − {Name(p)}"))}"
            );
    }
}
