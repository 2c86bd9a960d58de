using System.Globalization;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>Rows that stand for too few respondents, and rows that are one respondent.</summary>
internal static class CountRules
{
    /// <summary>Looks at one table whose columns are measures.</summary>
    public static void Look(StatTable table, ExaminerSettings settings, Action<Finding> keep)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (table.Columns[column].Measure is Measure.Enterprises or Measure.Persons)
            {
                Counts(table, column, settings, keep);
            }
        }
        Enterprises(table, keep);
    }

    private static void Counts(StatTable table, int column, ExaminerSettings settings, Action<Finding> keep)
    {
        var persons = table.Columns[column].Measure == Measure.Persons;
        var fewest = persons ? settings.Persons : settings.Enterprises;
        var measure = persons ? $"个人和住户不少于 {fewest}" : $"企业不少于 {fewest} 家";
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var cell = table[row, column];
            if (cell.State != CellState.Number || cell.Value < 1 || cell.Value >= fewest || cell.Value != Math.Truncate(cell.Value))
            {
                continue;
            }
            var value = Beside(table, row, column);
            var (count, label) = (cell.Value.ToString("0", CultureInfo.InvariantCulture), table.Rows[row].Label);
            var excerpt =
                RecoveryRules.Excerpt(table, row, column)
                + (value is { } beside ? $" | {table.Columns[beside].Label}：{RecoveryRules.Shown(table[row, beside].Value)}" : "");
            var (rule, confidence, why) = (value, cell.Value) switch
            {
                (null, _) => (TableRules.FewUnits, Confidence.Low, $"“{label}”只有 {count} 个，同一行没有公布数值。"),
                (_, 1) => (TableRules.OneOrTwo, Confidence.High, $"“{label}”只有 1 个，公布的数就是它的数。"),
                (_, 2) => (TableRules.OneOrTwo, Confidence.High, $"“{label}”只有 2 个，各自减去自己的数就知道对方的数。"),
                _ => (TableRules.FewBesideValue, Confidence.Medium, $"“{label}”只有 {count} 个，低于门槛，同一行公布了数值。"),
            };
            keep(rule.Found(table.At(row, column), excerpt, confidence, why) with { Measure = measure });
        }
    }

    // An amount in the same row that is printed and not nothing.
    private static int? Beside(StatTable table, int row, int count)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (
                column != count
                && table.Columns[column].Measure == Measure.Value
                && table[row, column] is { State: CellState.Number, Value: not 0 }
            )
            {
                return column;
            }
        }
        return null;
    }

    private static void Enterprises(StatTable table, Action<Finding> keep)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (
                table.Rows[row].Role == LineRole.Part
                && LineLabels.IsEnterprise(table.Rows[row].Label.Split('·')[^1])
                && Beside(table, row, -1) is { } column
            )
            {
                keep(
                    TableRules.NamedRow.Found(
                        table.At(row, column),
                        RecoveryRules.Excerpt(table, row, column),
                        Confidence.Medium,
                        "这一行像是一家企业，公布了它的数值。"
                    )
                );
            }
        }
    }
}
