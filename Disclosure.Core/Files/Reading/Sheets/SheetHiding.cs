using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>Counts what one sheet hides, and tells it once.</summary>
internal sealed class SheetHiding
{
    private const int MostNamed = 8;

    private readonly string?[] columns = new string?[CellAddress.MostColumns + 1];
    private readonly SortedSet<int> columnsHeld = [];
    private readonly Dictionary<string, (int Count, string First)> invisible = [];
    private readonly List<(int From, int To)> rows = [];
    private readonly List<(int From, int To)> filtered = [];
    private List<MergedRange>? filters;
    private (int Count, string First) outside;
    private (int Count, string First) dde;

    /// <summary>A stretch of columns as the sheet describes it.</summary>
    public void Column(int? min, int? max, bool hidden, string? width)
    {
        var why =
            hidden ? Hiding.Column
            : double.TryParse(width, NumberStyles.Float, CultureInfo.InvariantCulture, out var wide) && wide == 0 ? Hiding.ZeroWidth
            : null;
        if (why is not null && min is > 0 and <= CellAddress.MostColumns && max >= min)
        {
            columns.AsSpan(min.Value, Math.Min(max.Value, CellAddress.MostColumns) - min.Value + 1).Fill(why);
        }
    }

    /// <summary>Why nobody sees the column, or null.</summary>
    public string? ColumnHiddenBy(int column) => columns[column];

    /// <summary>True when a filter stands over the row.</summary>
    public bool IsFiltered(int row, Func<List<MergedRange>> look) => (filters ??= look()).Exists(f => row > f.Row && row < f.Row + f.Rows);

    /// <summary>A hidden row that holds something.</summary>
    public void Row(int row, string why)
    {
        var into = why == Hiding.Filter ? filtered : rows;
        if (into is [.., var last] && last.To == row - 1)
        {
            into[^1] = (last.From, row);
        }
        else
        {
            into.Add((row, row));
        }
    }

    /// <summary>A cell that nobody sees by itself.</summary>
    public void Cell(int row, int column, string why)
    {
        if (columns[column] is not null)
        {
            columnsHeld.Add(column);
            return;
        }
        var (count, first) = invisible.GetValueOrDefault(why);
        invisible[why] = (count + 1, first ?? $"{Reading.Cell.ColumnName(column)}{row}");
    }

    /// <summary>A formula.</summary>
    public void Formula(int row, int column, string text)
    {
        if (FormulaText.RefersOutside(text))
        {
            outside = (outside.Count + 1, outside.First ?? $"{Reading.Cell.ColumnName(column)}{row}");
        }
        if (FormulaText.IsDde(text))
        {
            dde = (dde.Count + 1, dde.First ?? $"{Reading.Cell.ColumnName(column)}{row}");
        }
    }

    /// <summary>Tells what was counted.</summary>
    public void Tell(BoundedSink into, Place place)
    {
        if (rows.Count > 0)
        {
            into.Observe(ObservationKind.HiddenRows, place, $"第 {Named(rows)} 行", Sum(rows));
        }
        if (filtered.Count > 0)
        {
            into.Observe(ObservationKind.Filter, place, $"第 {Named(filtered)} 行", Sum(filtered));
        }
        if (columnsHeld.Count > 0)
        {
            var names = columnsHeld.Take(MostNamed).Select(Reading.Cell.ColumnName);
            into.Observe(
                ObservationKind.HiddenColumns,
                place,
                $"{string.Join('、', names)}{(columnsHeld.Count > MostNamed ? "…" : "")} 列",
                columnsHeld.Count
            );
        }
        foreach (var (why, (count, first)) in invisible)
        {
            into.Observe(ObservationKind.InvisibleText, place with { Cell = first }, why, count);
        }
        if (outside.Count > 0)
        {
            into.Observe(ObservationKind.ExternalFormula, place with { Cell = outside.First }, "公式引用其他工作簿", outside.Count);
        }
        if (dde.Count > 0)
        {
            into.Observe(ObservationKind.Dde, place with { Cell = dde.First }, "公式调用其他程序", dde.Count);
        }
    }

    private static int Sum(List<(int From, int To)> ranges) => ranges.Sum(r => r.To - r.From + 1);

    private static string Named(List<(int From, int To)> ranges) =>
        string.Join('、', ranges.Take(MostNamed).Select(r => r.From == r.To ? $"{r.From}" : $"{r.From}–{r.To}"))
        + (ranges.Count > MostNamed ? "…" : "");
}
