using System.Globalization;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>Hidden cells that can be computed: from one line, from several together, or within narrow bounds.</summary>
internal static class RecoveryRules
{
    private const int MostNamed = 4;

    /// <summary>Looks at one table; false when it could not be solved in time.</summary>
    public static bool Look(StatTable table, ExaminerSettings settings, Action<Finding> keep, CancellationToken ct)
    {
        var hidden = new HiddenCells(table);
        if (hidden.Equations.Count == 0)
        {
            return true;
        }
        if (LinearSystem.Solve(hidden.Equations, ct) is not { } solved)
        {
            return false;
        }
        var done = new HashSet<int>();
        foreach (var one in solved)
        {
            done.Add(one.Unknown);
            // A negative amount says that the reading of the table is wrong; zero gives nobody away.
            if (
                hidden.CellOf(one.Unknown) is var (row, column)
                && one.Value > 0
                && table.MeasureAt(row, column) is Measure.Value or Measure.Enterprises or Measure.Persons
            )
            {
                keep(Found(table, row, column, one, settings));
            }
        }
        if (table.Cells.All(r => r.All(c => c.Value >= 0)))
        {
            Bound(table, hidden, done, settings, keep, ct);
        }
        return true;
    }

    /// <summary>What is shown of a recovered cell: its labels, and the equation without the value.</summary>
    internal static Finding Found(StatTable table, int row, int column, Solved one, ExaminerSettings settings, RuleFacts? rule = null)
    {
        var last = one.Of[^1].Words(one.Unknown);
        var named = one
            .Of.Take(MostNamed)
            .Select(e => e.Words(e.Unknowns.Any(u => u.Unknown == one.Unknown) ? one.Unknown : e.Unknowns[0].Unknown));
        var why =
            one.Of.Count == 1
                ? $"隐去的数可以算出：{last}。"
                : $"隐去的数可以由 {one.Of.Count} 个合计联立算出：{string.Join("；", named)}{(one.Of.Count > MostNamed ? " 等" : "")}。";
        return (rule ?? (one.Of.Count == 1 ? TableRules.Recoverable : TableRules.Jointly)).Found(
            table.At(row, column),
            Excerpt(table, row, column),
            Confidence.High,
            why
        ) with
        {
            Recovered = Shown(one.Value),
            Measure = $"企业不少于 {settings.Enterprises} 家，个人和住户不少于 {settings.Persons}",
        };
    }

    /// <summary>Labels of the row and the column, and what stands in the cell.</summary>
    internal static string Excerpt(StatTable table, int row, int column) =>
        $"{table.Rows[row].Label} | {table.Columns[column].Label} | {Cell(table[row, column])}";

    /// <summary>A figure as it is printed.</summary>
    internal static string Shown(decimal value) => Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Cell(in StatCell cell) =>
        cell.State switch
        {
            CellState.Number => Shown(cell.Value),
            CellState.Hidden => "*",
            CellState.Dash => "—",
            _ => "（空）",
        };

    private static void Bound(
        StatTable table,
        HiddenCells hidden,
        HashSet<int> done,
        ExaminerSettings settings,
        Action<Finding> keep,
        CancellationToken ct
    )
    {
        foreach (var (unknown, (low, high)) in Bounds.Of(hidden.Equations, ct))
        {
            if (
                done.Contains(unknown)
                || hidden.CellOf(unknown) is not var (row, column)
                || high is not > 0
                || table.MeasureAt(row, column) is not (Measure.Value or Measure.Enterprises or Measure.Persons)
            )
            {
                continue;
            }
            var width = high.Value - low;
            if (width == 0)
            {
                keep(
                    TableRules.Recoverable.Found(
                        table.At(row, column),
                        Excerpt(table, row, column),
                        Confidence.High,
                        "由各合计和“不为负”可以确定隐去的数。"
                    ) with
                    {
                        Recovered = Shown(low),
                    }
                );
            }
            else if (width * 100 <= settings.NarrowShare * high.Value)
            {
                keep(
                    TableRules.Narrow.Found(
                        table.At(row, column),
                        Excerpt(table, row, column),
                        Confidence.Medium,
                        $"由各合计和“不为负”可以把隐去的数限定在相差不到 {Shown(settings.NarrowShare)}% 的范围内。"
                    ) with
                    {
                        Recovered = $"{Shown(low)} 至 {Shown(high.Value)}",
                        Measure = $"范围不超过 {Shown(settings.NarrowShare)}%",
                    }
                );
            }
        }
    }
}
