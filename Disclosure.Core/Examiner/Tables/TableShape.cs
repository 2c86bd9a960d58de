using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>Recognises in rows of cells the head, the stub, the figures, and what each line is.</summary>
internal static class TableShape
{
    private const int MostHeadRows = 6;
    private const int MostLines = 2_000;

    /// <summary>The table, or null when there are no figures with words around them.</summary>
    public static StatTable? Of(TableGrid grid, IReadOnlyList<(int Number, Cell[] Cells)> rows)
    {
        var first = FirstData(rows);
        if (first < 0 || rows.Count - first > MostLines)
        {
            return null;
        }
        var data = rows.Skip(first).ToList();
        var columns = data.SelectMany(r => r.Cells.Select(c => c.Column)).Distinct().Order().ToList();
        if (columns.Count is < 2 or > MostLines)
        {
            return null;
        }
        var stub = Stub(data, columns);
        var figures = columns.Where(c => c > stub[^1] && IsFigures(data, c)).ToList();
        var labelled = data.Where(r =>
                stub.Any(s => r.Cells.Any(c => c.Column == s && c.Text.Trim().Length > 0)) && r.Cells.Any(c => figures.Contains(c.Column))
            )
            .ToList();
        if (figures.Count == 0 || labelled.Count < 2)
        {
            return null;
        }
        var head = rows.Take(first).ToList();
        var above = grid.Source.Before.Concat(head.SelectMany(r => r.Cells.Select(c => c.Text))).Where(t => t.Length <= 80).ToList();
        var unit =
            above.Select(t => t.Contains("单位", StringComparison.Ordinal) ? LineLabels.Unit(t) : "").LastOrDefault(u => u.Length > 0)
            ?? "";
        return new StatTable(
            grid.Source.Place,
            Title(grid, head),
            unit,
            grid.Source.IsSheet,
            RowsOf(labelled, stub, data, columns),
            [.. figures.Select(c => Column(grid, head, c))],
            [.. labelled.Select(r => figures.Select(f => Find(r.Cells, f)).ToArray())]
        );
    }

    private static StatCell Find(Cell[] cells, int column)
    {
        foreach (var cell in cells)
        {
            if (cell.Column == column)
            {
                return CellValue.Of(cell);
            }
        }
        return default;
    }

    /// <summary>The first row with a label and a figure that is no year of the head.</summary>
    private static int FirstData(IReadOnlyList<(int Number, Cell[] Cells)> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, MostHeadRows + 6); i++)
        {
            var values = rows[i].Cells.Select(CellValue.Of).ToList();
            var numbers = values.Where(v => v.State == CellState.Number).ToList();
            var hidden = values.Exists(v => v.State == CellState.Hidden);
            var isHead =
                numbers.Count == 0
                    ? !hidden || i == 0
                    : numbers.TrueForAll(v => LineLabels.IsYear(v.Value)) && i + 1 < rows.Count && (numbers.Count > 1 || i == 0);
            if (!isHead && values.Exists(v => v.State == CellState.Text) && rows[i].Cells.Length > 1)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Columns of labels: the first, and those right after it that hold words and not units.</summary>
    private static List<int> Stub(List<(int Number, Cell[] Cells)> data, List<int> columns)
    {
        var stub = new List<int>();
        foreach (var column in columns)
        {
            var cells = data.SelectMany(r => r.Cells).Where(c => c.Column == column).Select(CellValue.Of).ToList();
            var words = cells.Count(c => c.State == CellState.Text);
            if (stub.Count > 0 && (words * 2 <= cells.Count || stub.Count >= 3))
            {
                break;
            }
            // An index before the labels is no figure and no label.
            if (words * 2 > cells.Count)
            {
                stub.Add(column);
            }
            else if (stub.Count == 0 && column != columns[0])
            {
                break;
            }
        }
        return stub.Count > 0 ? stub : [columns[0]];
    }

    private static bool IsFigures(List<(int Number, Cell[] Cells)> data, int column)
    {
        var cells = data.SelectMany(r => r.Cells).Where(c => c.Column == column).Select(CellValue.Of).ToList();
        var figures = cells.Count(c => c.State is CellState.Number or CellState.Hidden or CellState.Dash);
        return figures * 2 > cells.Count && cells.Exists(c => c.State is CellState.Number or CellState.Hidden);
    }

    private static List<StatLine> RowsOf(
        List<(int Number, Cell[] Cells)> labelled,
        List<int> stub,
        List<(int Number, Cell[] Cells)> data,
        List<int> columns
    )
    {
        var (lines, groups) = (new List<StatLine>(), new string[stub.Count]);
        var unitColumn = columns.Find(c => data.Count(r => r.Cells.Any(x => x.Column == c && IsUnit(x.Text))) * 2 > data.Count);
        foreach (var (number, cells) in labelled)
        {
            var level = 0;
            for (var i = 0; i < stub.Count; i++)
            {
                var text = cells.FirstOrDefault(c => c.Column == stub[i]).Text ?? "";
                if (text.Trim().Length > 0)
                {
                    groups[i] = text;
                    Array.Clear(groups, i + 1, groups.Length - i - 1);
                    level = LineLabels.Indent(text);
                }
            }
            var own = groups.Where((g, i) => !string.IsNullOrWhiteSpace(g) && stub[i] != unitColumn).Select(g => g!.Trim()).ToList();
            var label = own.Count > 0 ? string.Join('·', own) : "";
            var last = own.Count > 0 ? own[^1] : "";
            var unit = unitColumn > 0 ? cells.FirstOrDefault(c => c.Column == unitColumn).Text?.Trim() ?? "" : LineLabels.Unit(last);
            lines.Add(
                new StatLine(
                    number,
                    label,
                    level,
                    LineLabels.Role(last),
                    unitColumn > 0 && unit is "%" or "％" or "‰"
                        ? Measure.Share
                        : LineLabels.Measure(unitColumn > 0 ? $"{last}（{unit}）" : last),
                    unit
                )
            );
        }
        return Levelled(lines);
    }

    // 其中 without indents: what follows it up to the next line of the same kind belongs to it as well.
    private static List<StatLine> Levelled(List<StatLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Role == LineRole.OfWhich && lines[i].Level <= lines[i - 1].Level && lines[i - 1].Role != LineRole.OfWhich)
            {
                lines[i] = lines[i] with { Level = lines[i - 1].Level + 1 };
            }
            else if (
                lines[i - 1].Role == LineRole.OfWhich
                && lines[i].Role == LineRole.Part
                && lines[i].Level >= lines[i - 1].Level
                && lines[i].Level > 0
            )
            {
                lines[i] = lines[i] with { Role = LineRole.OfWhich };
            }
        }
        return lines;
    }

    private static StatLine Column(TableGrid grid, List<(int Number, Cell[] Cells)> head, int column)
    {
        var words = head.Where(r => r.Cells.Length > 1 || head.Count == 1)
            .Select(r => grid.TextOver(r.Number, r.Cells, column))
            .Where(t => t.Length > 0)
            .Distinct()
            .ToList();
        var label = string.Join('·', words);
        var last = words.Count > 0 ? words[^1] : "";
        var measure = words.Select(LineLabels.Measure).LastOrDefault(m => m != Measure.Value);
        var role = words.Select(LineLabels.Role).Aggregate(LineRole.Part, (a, b) => b is LineRole.Part ? a : b);
        return new StatLine(column, label, 0, role, measure, LineLabels.Unit(last));
    }

    private static string Title(TableGrid grid, List<(int Number, Cell[] Cells)> head) =>
        grid.Source.Before.Concat(head.Where(r => r.Cells.Length == 1).Select(r => r.Cells[0].Text.Trim()))
            .LastOrDefault(t => !t.Contains("单位", StringComparison.Ordinal) && t.Length is > 2 and <= 80)
        ?? grid.Source.Name;

    private static bool IsUnit(string text) =>
        text.Trim()
            is "万元"
                or "亿元"
                or "元"
                or "千元"
                or "%"
                or "％"
                or "人"
                or "万人"
                or "户"
                or "个"
                or "家"
                or "吨"
                or "万吨"
                or "公顷"
                or "亩"
                or "万亩"
                or "头"
                or "万头"
                or "只"
                or "万千瓦时"
                or "千瓦时"
                or "公斤"
                or "平方米"
                or "公里"
                or "件"
                or "台";
}
