using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>
/// Holds tables against each other: what one hides another may print, and two that are safe alone may give a cell away together.
/// </summary>
public static class TableComparison
{
    private const int MostCells = 20_000;

    /// <summary>Compares.</summary>
    /// <param name="files">Tables of an item, file by file.</param>
    /// <param name="earlier">Tables of earlier published versions; nothing in them is reported.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="ct">Gives up, with an exception.</param>
    /// <returns>Findings with the file they belong to, from 0.</returns>
    public static IReadOnlyList<(int File, Finding Finding)> Compare(
        IReadOnlyList<(string Name, IReadOnlyList<StatTable> Tables)> files,
        IReadOnlyList<(string Name, IReadOnlyList<StatTable> Tables)> earlier,
        ExaminerSettings settings,
        CancellationToken ct = default
    )
    {
        var own = files.SelectMany((f, i) => f.Tables.Select(t => new Owned(t, i, f.Name))).ToList();
        var old = earlier.SelectMany(f => f.Tables.Select(t => new Owned(t, -1, f.Name))).ToList();
        List<Owned> all = [.. own, .. old];
        if (own.Count == 0)
        {
            return [];
        }
        if (all.Count > 1 && all.Sum(o => (long)o.Table.Rows.Count * o.Table.Columns.Count) > MostCells)
        {
            // Said where everybody looks: what was not compared must not look compared.
            return
            [
                (
                    own[0].File,
                    TableRules.AcrossTables.Found(
                        new Place { Part = "全部表格" },
                        $"{all.Count} 张表",
                        Confidence.Low,
                        "表格过多，各表之间以及与较早版本没有比对，请人工核对。"
                    ) with
                    {
                        Severity = Severity.C,
                    }
                ),
            ];
        }
        var printed = Printed(all);
        var found = new List<(int, Finding)>();
        var done = Elsewhere(own, printed, found);
        Together(own, all, printed, done, settings, found, ct);
        Differences(own, old, settings, found);
        return found;
    }

    /// <summary>Figures that are printed under a name; a name under which different figures stand is no name for one.</summary>
    private static Dictionary<string, (decimal Value, Owned Owner)> Printed(List<Owned> all)
    {
        var (printed, doubtful) = (new Dictionary<string, (decimal Value, Owned Owner)>(), new HashSet<string>());
        foreach (var owner in all)
        {
            foreach (var (row, column, key) in owner.Keys())
            {
                var cell = owner.Table[row, column];
                if (cell.State != CellState.Number)
                {
                    continue;
                }
                if (printed.TryGetValue(key, out var other) && Math.Abs(other.Value - cell.Value) > cell.Half * 2)
                {
                    doubtful.Add(key);
                }
                printed.TryAdd(key, (cell.Value, owner));
            }
        }
        doubtful.ToList().ForEach(k => printed.Remove(k));
        return printed;
    }

    private static HashSet<(Owned, int, int)> Elsewhere(
        List<Owned> own,
        Dictionary<string, (decimal Value, Owned Owner)> printed,
        List<(int, Finding)> found
    )
    {
        var done = new HashSet<(Owned, int, int)>();
        foreach (var owner in own)
        {
            foreach (var (row, column, key) in owner.Keys())
            {
                if (
                    owner.Table[row, column].State == CellState.Hidden
                    && printed.TryGetValue(key, out var other)
                    && other.Value > 0
                    && done.Add((owner, row, column))
                )
                {
                    var where =
                        other.Owner.File < 0 ? $"较早公布的《{other.Owner.Name}》" : $"“{other.Owner.Name}”{other.Owner.Table.Place}";
                    found.Add(
                        (
                            owner.File,
                            TableRules.Elsewhere.Found(
                                owner.Table.At(row, column),
                                RecoveryRules.Excerpt(owner.Table, row, column),
                                Confidence.High,
                                $"这里隐去的数在{where}中印出。"
                            ) with
                            {
                                Recovered = RecoveryRules.Shown(other.Value),
                            }
                        )
                    );
                }
            }
        }
        return done;
    }

    /// <summary>All sums of all tables in one system; a cell with the same name is one unknown.</summary>
    private static void Together(
        List<Owned> own,
        List<Owned> all,
        Dictionary<string, (decimal Value, Owned Owner)> printed,
        HashSet<(Owned, int, int)> done,
        ExaminerSettings settings,
        List<(int, Finding)> found,
        CancellationToken ct
    )
    {
        var (names, cells, equations, alone) = (
            new Dictionary<string, int>(),
            new Dictionary<int, List<(Owned Owner, int Row, int Column)>>(),
            new List<Equation>(),
            new HashSet<int>()
        );
        var (next, slack) = (0, 0);
        foreach (var owner in all)
        {
            var hidden = new HiddenCells(owner.Table);
            var mine = hidden.Cells.Select((c, i) => (i, Unknown: Unknown(owner, c))).ToDictionary(p => p.i, p => p.Unknown);
            foreach (var equation in hidden.Equations)
            {
                equations.Add(Renamed(equation, mine));
            }
            if (LinearSystem.Solve(hidden.Equations, ct) is { } solved)
            {
                alone.UnionWith(solved.Where(s => s.Unknown >= 0).Select(s => mine[s.Unknown]));
            }
        }
        equations.AddRange(
            Cumulation.Of(
                all.SelectMany(o => o.Timed(Unknown).GroupBy(f => (f.What, f.Span)).Where(g => g.Count() == 1).Select(g => g.Single()))
            )
        );
        if (LinearSystem.Solve(equations, ct) is not { } together)
        {
            return;
        }
        foreach (var one in together.Where(s => s.Unknown >= 0 && !alone.Contains(s.Unknown) && s.Value > 0))
        {
            foreach (
                var (owner, row, column) in cells[one.Unknown]
                    .Where(c =>
                        own.Contains(c.Owner)
                        && done.Add((c.Owner, c.Row, c.Column))
                        && c.Owner.Table.MeasureAt(c.Row, c.Column) is not (Measure.Share or Measure.None)
                    )
            )
            {
                found.Add((owner.File, RecoveryRules.Found(owner.Table, row, column, one, settings, TableRules.AcrossTables)));
            }
        }

        int Unknown(Owned owner, (int Row, int Column) cell)
        {
            var key = owner.Key(cell.Row, cell.Column) ?? $"{all.IndexOf(owner)}/{cell.Row}/{cell.Column}";
            if (!names.TryGetValue(key, out var unknown))
            {
                names[key] = unknown = next++;
                cells[unknown] = [];
                if (printed.TryGetValue(key, out var known))
                {
                    equations.Add(new Equation([(unknown, 1)], known.Value, _ => $"{owner.Table.Rows[cell.Row].Label} 印在另一张表中"));
                }
            }
            cells[unknown].Add((owner, cell.Row, cell.Column));
            return unknown;
        }

        Equation Renamed(Equation equation, Dictionary<int, int> mine)
        {
            var back = mine.GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.First().Key);
            return equation with
            {
                Unknowns =
                [
                    .. equation
                        .Unknowns.Select(u => (u.Unknown >= 0 ? mine[u.Unknown] : --slack, u.Coefficient))
                        .GroupBy(u => u.Item1)
                        .Select(g => (g.Key, g.Sum(u => u.Coefficient)))
                        .Where(u => u.Item2 != 0),
                ],
                Words = unknown => equation.Words(back.GetValueOrDefault(unknown, unknown)),
            };
        }
    }

    /// <summary>The count of a row changed by one or two and both amounts are printed.</summary>
    private static void Differences(List<Owned> own, List<Owned> old, ExaminerSettings settings, List<(int, Finding)> found)
    {
        // Of two months the amounts differ for many reasons; only the same time published twice gives the difference away.
        foreach (var (now, before) in own.SelectMany(n => old.Where(o => o.IsOfTheTimeOf(n)).Select(o => (n, o))))
        {
            for (var count = 0; count < now.Table.Columns.Count; count++)
            {
                var counted = now.Table.Columns[count];
                var beforeCount = Column(before.Table, counted);
                if (counted.Measure is not (Measure.Enterprises or Measure.Persons) || beforeCount < 0)
                {
                    continue;
                }
                for (var row = 0; row < now.Table.Rows.Count; row++)
                {
                    var beforeRow = before
                        .Table.Rows.ToList()
                        .FindIndex(r => LineLabels.Plain(r.Label) == LineLabels.Plain(now.Table.Rows[row].Label));
                    if (
                        beforeRow < 0
                        || now.Table[row, count] is not { State: CellState.Number } n
                        || before.Table[beforeRow, beforeCount] is not { State: CellState.Number } b
                        || Math.Abs(n.Value - b.Value) is not (1 or 2)
                    )
                    {
                        continue;
                    }
                    for (var column = 0; column < now.Table.Columns.Count; column++)
                    {
                        var beforeColumn = Column(before.Table, now.Table.Columns[column]);
                        if (
                            now.Table.Columns[column].Measure == Measure.Value
                            && beforeColumn >= 0
                            && now.Table[row, column] is { State: CellState.Number } value
                            && before.Table[beforeRow, beforeColumn] is { State: CellState.Number } was
                            && value.Value != was.Value
                        )
                        {
                            found.Add(
                                (
                                    now.File,
                                    TableRules.Difference.Found(
                                        now.Table.At(row, column),
                                        RecoveryRules.Excerpt(now.Table, row, column),
                                        Confidence.Medium,
                                        $"与较早公布的《{before.Name}》相比，“{now.Table.Rows[row].Label}”只差 "
                                            + $"{Math.Abs(n.Value - b.Value):0} 家，两次的数相减就是它们的数。"
                                    ) with
                                    {
                                        Recovered = RecoveryRules.Shown(Math.Abs(value.Value - was.Value)),
                                        Measure = $"企业不少于 {settings.Enterprises} 家",
                                    }
                                )
                            );
                        }
                    }
                }
            }
        }
    }

    private static int Column(StatTable table, StatLine column) =>
        table.Columns.ToList().FindIndex(c => LineLabels.Plain(c.Label) == LineLabels.Plain(column.Label) && c.Unit == column.Unit);

    /// <summary>A table with the file it stands in.</summary>
    private sealed record Owned(StatTable Table, int File, string Name)
    {
        // 其他 under one heading is not 其他 under the next: a name that a table uses twice names no cell.
        private readonly HashSet<string> ambiguous =
        [
            .. from row in Enumerable.Range(0, Table.Rows.Count)
            from column in Enumerable.Range(0, Table.Columns.Count)
            let key = KeyOf(Table, row, column)
            where key is not null
            group key by key into same
            where same.Count() > 1
            select same.Key,
        ];

        // Named above the table, else in the name of the file.
        private readonly MonthSpan? time = TimeOf(Table.Title, Name);

        /// <summary>Cells with the name under which the same cell may stand elsewhere.</summary>
        public IEnumerable<(int Row, int Column, string Key)> Keys()
        {
            for (var row = 0; row < Table.Rows.Count; row++)
            {
                for (var column = 0; column < Table.Columns.Count; column++)
                {
                    if (Key(row, column) is { } key)
                    {
                        yield return (row, column, key);
                    }
                }
            }
        }

        /// <summary>
        /// The name of a cell under which it may stand elsewhere; null where row or column says nothing, or where the table has two of that
        /// name.
        /// </summary>
        public string? Key(int row, int column) => KeyOf(Table, row, column) is { } key && !ambiguous.Contains(key) ? key : null;

        /// <summary>Amounts with the months that they are about, printed or hidden.</summary>
        /// <param name="unknownOf">The unknown of a hidden cell.</param>
        public IEnumerable<TimedFigure> Timed(Func<Owned, (int Row, int Column), int> unknownOf)
        {
            var about = LineLabels.WithoutUnit(MonthSpan.Without(Table.Title));
            var columns = Table
                .Columns.Select(c => (Span: MonthSpan.Of(c.Label, time), Plain: LineLabels.WithoutUnit(MonthSpan.Without(c.Label))))
                .ToList();
            for (var row = 0; row < Table.Rows.Count; row++)
            {
                var (ofRow, plain) = (
                    MonthSpan.Of(Table.Rows[row].Label, time),
                    LineLabels.WithoutUnit(MonthSpan.Without(Table.Rows[row].Label))
                );
                for (var column = 0; column < Table.Columns.Count; column++)
                {
                    var cell = Table[row, column];
                    if (
                        (ofRow is not null && columns[column].Span is not null)
                        || (ofRow ?? columns[column].Span ?? Named(row, column)) is not { } span
                        || Table.MeasureAt(row, column) != Measure.Value
                        || cell.State is not (CellState.Number or CellState.Hidden)
                    )
                    {
                        continue;
                    }
                    var (a, b) =
                        string.CompareOrdinal(plain, columns[column].Plain) < 0
                            ? (plain, columns[column].Plain)
                            : (columns[column].Plain, plain);
                    var name =
                        $"{(plain.Length > 0 ? plain : columns[column].Plain)} "
                        + $"{(span.Length == 12 ? "全年" : span.Length == 1 ? $"{span.To}月" : $"{span.From}—{span.To}月")}";
                    yield return new TimedFigure(
                        $"{about}|{a}|{b}|{UnitOf(Table, row, column)}",
                        span,
                        name,
                        cell.State == CellState.Number ? cell.Value : null,
                        cell.State == CellState.Hidden ? unknownOf(this, (row, column)) : -1
                    );
                }
            }

            // A label that speaks of last year has no span of its own and must not take the table's.
            MonthSpan? Named(int row, int column) =>
                MonthSpan.SpeaksOfAnotherTime(Table.Rows[row].Label) || MonthSpan.SpeaksOfAnotherTime(Table.Columns[column].Label)
                    ? null
                    : time;
        }

        /// <summary>True for two of the same months; where either names none, for titles that say the same of the time.</summary>
        public bool IsOfTheTimeOf(Owned other) =>
            time is { } mine && other.time is { } others ? mine == others : PeriodOf(Table) == PeriodOf(other.Table);

        private static MonthSpan? TimeOf(string title, string name) =>
            (MonthSpan.Of(title, null), MonthSpan.Of(name, null)) switch
            {
                ({ Year: "" } yearless, { } named) => yearless with { Year = named.Year },
                var (above, named) => above ?? named,
            };

        /// <summary>Words of row and column in an order that does not matter, the unit, and the time named above.</summary>
        private static string? KeyOf(StatTable table, int row, int column)
        {
            var (a, b) = (LineLabels.WithoutUnit(table.Rows[row].Label), LineLabels.WithoutUnit(table.Columns[column].Label));
            if (a.Length == 0 || b.Length == 0 || table.MeasureAt(row, column) is Measure.None or Measure.Growth)
            {
                return null;
            }
            var unit = UnitOf(table, row, column);
            return string.CompareOrdinal(a, b) < 0 ? $"{a}|{b}|{unit}|{PeriodOf(table)}" : $"{b}|{a}|{unit}|{PeriodOf(table)}";
        }

        private static string UnitOf(StatTable table, int row, int column) =>
            table.Columns[column].Unit is { Length: > 0 } u ? u
            : table.Rows[row].Unit is { Length: > 0 } r ? r
            : table.Unit;

        private static string PeriodOf(StatTable table) =>
            string.Concat(table.Title.Where(c => char.IsAsciiDigit(c) || c is '年' or '月' or '季' or '-' or '—'));
    }
}
