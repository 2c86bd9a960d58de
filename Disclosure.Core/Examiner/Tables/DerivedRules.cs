namespace Disclosure.Core.Examiner.Tables;

/// <summary>
/// Hidden amounts that a share, an average or a rate of growth in the same row gives back. Used only where the other rows agree with it.
/// </summary>
internal static class DerivedRules
{
    private static readonly decimal[] Scales = [1, 10_000, 0.0001m, 1000, 0.001m, 100, 0.01m, 100_000_000, 0.00000001m];

    /// <summary>Looks at one table.</summary>
    public static void Look(StatTable table, ExaminerSettings settings, Action<Finding> keep)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (table.Columns[column].Measure != Measure.Value || !table.Cells.Any(r => r[column].State == CellState.Hidden))
            {
                continue;
            }
            for (var other = 0; other < table.Columns.Count; other++)
            {
                switch (table.Columns[other].Measure)
                {
                    case Measure.Share:
                        Share(table, column, other, settings, keep);
                        break;
                    case Measure.Mean or Measure.Growth:
                        ByBase(table, column, other, settings, keep);
                        break;
                }
            }
        }
    }

    private static void Share(StatTable table, int column, int share, ExaminerSettings settings, Action<Finding> keep)
    {
        var totals = Enumerable
            .Range(0, table.Rows.Count)
            .Where(r => table.Rows[r].Role == LineRole.Total && table[r, column] is { State: CellState.Number, Value: > 0 })
            .ToList();
        if (totals.Count != 1)
        {
            return;
        }
        var total = table[totals[0], column].Value;
        Each(table, column, share, (cell, _) => (cell.Value / 100 * total, cell.Half / 100 * total), "占比 × 合计", settings, keep);
    }

    // Average × count, or last year's amount × (1 + growth).
    private static void ByBase(StatTable table, int column, int rate, ExaminerSettings settings, Action<Finding> keep)
    {
        var isMean = table.Columns[rate].Measure == Measure.Mean;
        for (var given = 0; given < table.Columns.Count; given++)
        {
            if (
                given == column
                || (
                    isMean
                        ? table.Columns[given].Measure is not (Measure.Enterprises or Measure.Persons or Measure.Value)
                        : table.Columns[given].Measure != Measure.Value
                )
            )
            {
                continue;
            }
            var at = given;
            foreach (var scale in isMean ? Scales : [1m])
            {
                var by = scale;
                if (
                    Each(
                        table,
                        column,
                        rate,
                        (cell, row) =>
                            table[row, at] is { State: CellState.Number } known
                                ? isMean
                                    ? (cell.Value * known.Value * by, cell.Half * known.Value * by)
                                    : (known.Value * (1 + (cell.Value / 100)), Math.Abs(known.Value) * cell.Half / 100)
                                : null,
                        isMean
                            ? $"{table.Columns[rate].Label} × {table.Columns[given].Label}"
                            : $"{table.Columns[given].Label} ×（1 + {table.Columns[rate].Label}）",
                        settings,
                        keep
                    )
                )
                {
                    return;
                }
            }
        }
    }

    private static bool Each(
        StatTable table,
        int column,
        int from,
        Func<StatCell, int, (decimal Value, decimal Half)?> compute,
        string words,
        ExaminerSettings settings,
        Action<Finding> keep
    )
    {
        var (agrees, differs) = (0, 0);
        var hidden = new List<(int Row, decimal Value, decimal Half)>();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (
                table.Rows[row].Role == LineRole.Total
                || table[row, from].State != CellState.Number
                || compute(table[row, from], row) is not var (value, half)
            )
            {
                continue;
            }
            switch (table[row, column])
            {
                case { State: CellState.Number } cell:
                    var near = Math.Abs(cell.Value - value) <= half + cell.Half;
                    (agrees, differs) = near ? (agrees + 1, differs) : (agrees, differs + 1);
                    break;
                case { State: CellState.Hidden } when value > 0:
                    hidden.Add((row, value, half));
                    break;
            }
        }
        if (agrees < 2 || differs > 0)
        {
            return false;
        }
        foreach (var (row, value, half) in hidden.Where(h => h.Half * 200 <= settings.NarrowShare * h.Value))
        {
            keep(
                TableRules.Derived.Found(
                    table.At(row, column),
                    RecoveryRules.Excerpt(table, row, column),
                    Confidence.Medium,
                    $"隐去的数可以由“{words}”反推，其他各行都符合这个关系。"
                ) with
                {
                    Recovered = $"{RecoveryRules.Shown(value - half)} 至 {RecoveryRules.Shown(value + half)}",
                    Measure = $"范围不超过 {RecoveryRules.Shown(settings.NarrowShare)}%",
                }
            );
        }
        return hidden.Count > 0;
    }
}
