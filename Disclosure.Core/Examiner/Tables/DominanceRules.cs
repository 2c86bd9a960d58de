namespace Disclosure.Core.Examiner.Tables;

/// <summary>
/// Totals that are nearly one contributor's: (n,k) dominance and the p% rule, where the table prints the largest share or the contributors
/// themselves.
/// </summary>
internal static class DominanceRules
{
    /// <summary>Looks at one table whose columns are measures.</summary>
    public static void Look(StatTable table, ExaminerSettings settings, Action<Finding> keep)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            switch (table.Columns[column].Measure)
            {
                case Measure.Largest:
                    Largest(table, column, settings, keep);
                    break;
                case Measure.Value:
                    Contributors(table, column, settings, keep);
                    break;
            }
        }
    }

    // x₁ + … + xₙ > k% · X, or X − x₁ − x₂ < p% · x₁.
    private static void Contributors(StatTable table, int column, ExaminerSettings settings, Action<Finding> keep)
    {
        var totals = Enumerable
            .Range(0, table.Rows.Count)
            .Where(r => table.Rows[r].Role == LineRole.Total && table[r, column] is { State: CellState.Number, Value: > 0 })
            .ToList();
        var single = Enumerable
            .Range(0, table.Rows.Count)
            .Where(r =>
                table.Rows[r].Role == LineRole.Part
                && LineLabels.IsEnterprise(table.Rows[r].Label.Split('·')[^1])
                && table[r, column] is { State: CellState.Number, Value: > 0 }
            )
            .Select(r => table[r, column].Value)
            .OrderDescending()
            .ToList();
        if (totals.Count != 1 || single.Count == 0 || table[totals[0], column].Value is var total && single.Sum() > total)
        {
            return;
        }
        if (
            single.Take(settings.DominanceCount).Sum() * 100 > settings.DominanceShare * total
            || (total - single.Take(2).Sum()) * 100 < settings.RemainderShare * single[0]
        )
        {
            keep(Found(table, totals[0], column, settings));
        }
    }

    private static void Largest(StatTable table, int column, ExaminerSettings settings, Action<Finding> keep)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var largest = table[row, column];
            if (largest.State != CellState.Number || largest.Value <= 0)
            {
                continue;
            }
            var isShare =
                LineLabels.Measure(table.Columns[column].Label.Replace("最大", "", StringComparison.Ordinal)) == Measure.Share
                || table.Columns[column].Unit is "%" or "％";
            var whole = isShare ? 100 : Whole(table, row, column);
            if (whole is not > 0 || largest.Value > whole)
            {
                continue;
            }
            var share = largest.Value / whole.Value * 100;
            var rest = (whole.Value - largest.Value) / largest.Value * 100;
            if (share > settings.DominanceShare || rest < settings.RemainderShare)
            {
                keep(Found(table, row, column, settings));
            }
        }
    }

    private static decimal? Whole(StatTable table, int row, int largest)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (
                column != largest
                && table.Columns[column].Measure == Measure.Value
                && table[row, column] is { State: CellState.Number, Value: > 0 } cell
                && cell.Value >= table[row, largest].Value
            )
            {
                return cell.Value;
            }
        }
        return null;
    }

    private static Finding Found(StatTable table, int row, int column, ExaminerSettings settings) =>
        TableRules.Dominance.Found(
            table.At(row, column),
            RecoveryRules.Excerpt(table, row, column),
            Confidence.Medium,
            $"“{table.Rows[row].Label}”中最大的单位所占份额超过门槛，汇总数接近它的数。"
        ) with
        {
            Measure =
                $"最大 {settings.DominanceCount} 家不超过 {RecoveryRules.Shown(settings.DominanceShare)}%，"
                + $"其余不少于最大一家的 {RecoveryRules.Shown(settings.RemainderShare)}%",
        };
}
