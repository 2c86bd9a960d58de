using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>A table that could not be analysed.</summary>
/// <param name="Place">Where.</param>
/// <param name="Why">Why not.</param>
public sealed record TableNotAnalysed(Place Place, string Why);

/// <summary>Gathers tables and looks at each for respondents that can be inferred from it (统计法§28, 实施条例§29).</summary>
public sealed class TableInspector(ExaminerSettings settings) : Inspector
{
    private const int MostTables = 500;
    private static readonly TimeSpan LongestTable = TimeSpan.FromSeconds(2);

    private readonly List<TableGrid> grids = [];
    private readonly List<StatTable> tables = [];
    private readonly List<TableNotAnalysed> notAnalysed = [];
    private TableGrid? grid;
    private int cells;

    /// <summary>Tables that were recognised.</summary>
    public IReadOnlyList<StatTable> Tables => tables;

    /// <summary>Tables that were not analysed, with the reason.</summary>
    public IReadOnlyList<TableNotAnalysed> NotAnalysed => notAnalysed;

    /// <inheritdoc/>
    public override void BeginTable(TableSource table) => grid = new TableGrid(table);

    /// <inheritdoc/>
    public override void Row(CellRow row) => grid!.Add(row);

    /// <inheritdoc/>
    public override void EndTable(TableEnd end)
    {
        grid!.End(end);
        cells += grid.IsTooLarge ? 0 : grid.Count;
        if (grid.IsTooLarge || grids.Count >= MostTables || cells > 4 * TableGrid.MostCells)
        {
            notAnalysed.Add(new TableNotAnalysed(grid.Source.Place, "表格过大，未作推算检查"));
        }
        else if (grid.Count > 0)
        {
            grids.Add(grid);
        }
        grid = null;
    }

    /// <inheritdoc/>
    public override void Finish(CancellationToken ct)
    {
        foreach (var gathered in grids)
        {
            foreach (var block in gathered.Blocks())
            {
                ct.ThrowIfCancellationRequested();
                if (TableShape.Of(gathered, block) is { } table)
                {
                    tables.Add(table);
                    Look(table, ct);
                }
            }
        }
        grids.Clear();
    }

    private void Look(StatTable table, CancellationToken ct)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(LongestTable);
        try
        {
            var measured = MeasuresAreRows(table) ? table.Turned() : table;
            CountRules.Look(measured, settings, Keep);
            DominanceRules.Look(measured, settings, Keep);
            DerivedRules.Look(measured, settings, Keep);
            if (!RecoveryRules.Look(table, settings, Keep, timed.Token))
            {
                notAnalysed.Add(new TableNotAnalysed(table.Place, "未能求解"));
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            notAnalysed.Add(new TableNotAnalysed(table.Place, "未能求解"));
        }
        catch (OverflowException)
        {
            notAnalysed.Add(new TableNotAnalysed(table.Place, "数字过大，未能求解"));
        }
    }

    // 企业数 and 总产值 may head rows as well as columns.
    private static bool MeasuresAreRows(StatTable table) =>
        !table.Columns.Any(c => c.Measure is Measure.Enterprises or Measure.Persons)
        && table.Rows.Any(r => r.Measure is Measure.Enterprises or Measure.Persons);
}
