using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>Rows of a table as they were handed on, with merged cells filled in where they say what heads a line.</summary>
internal sealed class TableGrid(TableSource source)
{
    private readonly List<(int Number, Cell[] Cells)> rows = [];

    /// <summary>Most cells of a table that is looked at.</summary>
    public const int MostCells = 200_000;

    /// <summary>Where it came from.</summary>
    public TableSource Source => source;

    /// <summary>Rows.</summary>
    public IReadOnlyList<(int Number, Cell[] Cells)> Rows => rows;

    /// <summary>Cells so far.</summary>
    public int Count { get; private set; }

    /// <summary>True when the table is too large and its rows were let go.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Merged ranges.</summary>
    public IReadOnlyList<MergedRange> Merged { get; private set; } = [];

    /// <summary>The next row.</summary>
    public void Add(CellRow row)
    {
        Count += row.Cells.Count;
        if (IsTooLarge |= Count > MostCells)
        {
            rows.Clear();
            return;
        }
        rows.Add((row.Number, [.. row.Cells]));
    }

    /// <summary>The end.</summary>
    public void End(TableEnd end) => Merged = end.Merged.Count > 20_000 ? [] : end.Merged;

    /// <summary>Stretches of rows that are tables of their own: an empty row parts them when a head follows.</summary>
    public IEnumerable<IReadOnlyList<(int Number, Cell[] Cells)>> Blocks()
    {
        var block = new List<(int Number, Cell[] Cells)>();
        foreach (var row in rows)
        {
            if (
                block.Count > 0
                && source.IsSheet
                && row.Number > block[^1].Number + 1
                && !row.Cells.Any(c => CellValue.Of(c).State == CellState.Number)
            )
            {
                yield return block;
                block = [];
            }
            block.Add(row);
        }
        if (block.Count > 0)
        {
            yield return block;
        }
    }

    /// <summary>Text that stands over a column in a row, also where a merged cell to the left or above reaches over it.</summary>
    public string TextOver(int number, Cell[] cells, int column)
    {
        foreach (var cell in cells)
        {
            if (cell.Column == column)
            {
                return cell.Text.Trim();
            }
        }
        foreach (var merged in Merged)
        {
            if (
                number >= merged.Row
                && number < merged.Row + merged.Rows
                && column >= merged.Column
                && column < merged.Column + merged.Columns
            )
            {
                var top = rows.FirstOrDefault(r => r.Number == merged.Row).Cells;
                return top?.FirstOrDefault(c => c.Column == merged.Column).Text?.Trim() ?? "";
            }
        }
        return "";
    }
}
