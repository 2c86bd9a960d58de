namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Lines of a text file as they come. At least three neighbouring lines with two or more cells each, between tabs or wide gaps, are a
/// table; everything else is handed on as it stands.
/// </summary>
internal sealed class TextTables(Place part, BoundedSink into)
{
    private const int Fewest = 3;
    private const int LinesToLook = 50;
    private const int MostBefore = 3;
    private const int LongestRow = 4_000;

    private readonly List<(int Number, string Text, List<TextCell> Cells)> held = [];
    private readonly List<string> before = [];
    private readonly List<Cell> cells = [];
    private TextColumns? columns;
    private bool byTabs;
    private int row;

    /// <summary>Takes the next line.</summary>
    public void Add(int number, string text)
    {
        var tabbed = text.AsSpan().Trim().Contains('\t');
        var found = text.Length > LongestRow ? [] : TextCell.Split(text, tabbed);
        if (found.Count < 2 || ((held.Count > 0 || columns is not null) && tabbed != byTabs))
        {
            End();
        }
        if (found.Count < 2)
        {
            Line(number, text);
            return;
        }
        byTabs = tabbed;
        if (columns is not null)
        {
            Row(found);
            return;
        }
        held.Add((number, text, found));
        if (held.Count == LinesToLook)
        {
            Begin();
        }
    }

    /// <summary>Hands on what is held back.</summary>
    public void End()
    {
        if (columns is null && held.Count >= Fewest)
        {
            Begin();
        }
        if (columns is not null)
        {
            into.EndTable(TableEnd.Plain);
            before.Clear();
        }
        held.ForEach(h => Line(h.Number, h.Text));
        held.Clear();
        (columns, row) = (null, 0);
    }

    private void Line(int number, string text)
    {
        into.Passage(new Passage(part with { Line = number }, PassageKind.Body, text));
        if (!string.IsNullOrWhiteSpace(text))
        {
            before.Add(text.Trim());
            before.RemoveRange(0, Math.Max(0, before.Count - MostBefore));
        }
    }

    private void Begin()
    {
        columns = new TextColumns(byTabs ? [] : [.. held.Select(h => h.Cells)]);
        var caption =
            before.FindLast(b => !b.Contains("单位：", StringComparison.Ordinal) && !b.Contains("单位:", StringComparison.Ordinal)) ?? "";
        into.BeginTable(new TableSource(part with { Line = held[0].Number }, caption) { Before = [.. before] });
        held.ForEach(h => Row(h.Cells));
        held.Clear();
    }

    private void Row(List<TextCell> found)
    {
        cells.Clear();
        columns!.Place(found, cells);
        into.Row(new CellRow(++row, cells));
    }
}

/// <summary>A cell of a line of text.</summary>
/// <param name="Column">Column by counting tabs, from 1; for gaps, the how-manieth it is.</param>
/// <param name="Start">Where it begins on paper, in half widths.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct TextCell(int Column, int Start, int End, string Text)
{
    /// <summary>Cells of a line between tabs, or between two and more blanks; an indentation is none.</summary>
    public static List<TextCell> Split(string line, bool byTabs)
    {
        var found = new List<TextCell>();
        if (byTabs)
        {
            found.AddRange(line.Split('\t').Select((t, i) => new TextCell(i + 1, 0, 0, t.Trim())).Where(c => c.Text.Length > 0));
            return found;
        }
        var (start, width, from, gap) = (-1, 0, 0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : '\u3000';
            var blank = c is ' ' or '\u3000' or '\u00A0';
            gap = blank ? gap + (c == '\u3000' ? 2 : 1) : 0;
            if (!blank && start < 0)
            {
                (start, from) = (width, i);
            }
            else if (start >= 0 && (i == line.Length || gap >= 2))
            {
                var text = line[from..i].Trim();
                found.Add(new TextCell(found.Count + 1, start, start + text.Sum(Width), text));
                start = -1;
            }
            width += Width(c);
        }
        return found;
    }

    private static int Width(char c) => c < 0x1100 ? 1 : 2;
}

/// <summary>Columns of a table that is set with blanks: those of its fullest row, the others by where their cells stand.</summary>
internal sealed class TextColumns(List<List<TextCell>> rows)
{
    private readonly List<TextCell> fullest = rows.MaxBy(r => r.Count) ?? [];
    private readonly bool differ = rows.Exists(r => r.Count != rows[0].Count);

    /// <summary>Adds the cells of a row under their columns.</summary>
    public void Place(List<TextCell> row, List<Cell> into)
    {
        var last = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var column = differ || row.Count < fullest.Count ? Nearest(row[i], last, row.Count - i - 1) : row[i].Column;
            into.Add(new Cell(column, row[i].Text));
            last = column;
        }
    }

    /// <summary>The column that the cell lies over most, right of the last one and with room for those that follow.</summary>
    private int Nearest(TextCell cell, int last, int follow)
    {
        var (best, most) = (Math.Max(last + 1, Math.Min(cell.Column, fullest.Count)), int.MinValue);
        for (var i = last; i < fullest.Count - follow; i++)
        {
            var over = Math.Min(cell.End, fullest[i].End) - Math.Max(cell.Start, fullest[i].Start);
            if (over > most)
            {
                (best, most) = (i + 1, over);
            }
        }
        return best;
    }
}
