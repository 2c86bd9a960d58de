using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>A cell as it is read.</summary>
internal sealed class StoryCell
{
    /// <summary>What is seen.</summary>
    public StringBuilder Shown { get; } = new();

    /// <summary>What nobody sees, and why.</summary>
    public List<(PassageKind Kind, string? HiddenBy, string Text)> Beside { get; } = [];

    /// <summary>Columns it takes.</summary>
    public int Columns { get; set; } = 1;

    /// <summary>True when a range of merged rows begins here.</summary>
    public bool Begins { get; set; }

    /// <summary>True when it belongs to the cell above it.</summary>
    public bool Continues { get; set; }

    /// <summary>True when it is shaded, so that white letters are seen.</summary>
    public bool IsShaded { get; set; }

    /// <summary>Adds a paragraph.</summary>
    public void Add(string text)
    {
        if (text.Length > 0)
        {
            Shown.Append(Shown.Length > 0 ? " " : "").Append(text);
        }
    }
}

/// <summary>A row as it is read.</summary>
internal sealed class StoryRow
{
    /// <summary>Its cells.</summary>
    public List<StoryCell> Cells { get; } = [];

    /// <summary>Columns left out before the first cell.</summary>
    public int Before { get; set; }

    /// <summary>Why nobody sees it, or null.</summary>
    public string? HiddenBy { get; set; }
}

/// <summary>Hands on the rows of one table of a document with the columns that merged cells take.</summary>
internal sealed class StoryTable(TableSource source, BoundedSink into)
{
    private const int MostColumns = 20_000;
    private const int MostMerged = 100_000;
    private const string UnderMerged = "合并单元格内";

    private readonly List<MergedRange> merged = [];
    private readonly Dictionary<int, MergedRange> open = [];
    private readonly List<Passage> beside = [];
    private readonly List<Cell> cells = [];
    private int row;

    /// <summary>True when the table shades cells, so that white letters are seen.</summary>
    public bool IsShaded { get; set; }

    /// <summary>Characters held back until the table ends.</summary>
    public int Length { get; private set; }

    /// <summary>Hands on a row.</summary>
    public void Add(StoryRow read, int number)
    {
        if (row++ == 0)
        {
            into.BeginTable(source with { Place = source.Place with { Line = number } });
        }
        cells.Clear();
        var column = 1 + read.Before;
        foreach (var cell in read.Cells)
        {
            if (column + cell.Columns > MostColumns)
            {
                throw new ReadingLimitException();
            }
            Merge(cell, column);
            Hand(cell, column, number);
            column += cell.Columns;
        }
        into.Row(new CellRow(row, cells) { HiddenBy = read.HiddenBy });
    }

    /// <summary>Ends the table and hands on what nobody sees in it; false when it had no row.</summary>
    public bool End()
    {
        if (row == 0)
        {
            return false;
        }
        foreach (var column in open.Keys.ToList())
        {
            Close(column);
        }
        into.EndTable(new TableEnd(merged));
        beside.ForEach(into.Passage);
        return true;
    }

    private void Hand(StoryCell cell, int column, int number)
    {
        var text = cell.Shown.ToString().Trim();
        string? why = text.Length > 0 && cell.Continues ? UnderMerged : null;
        foreach (var (kind, hiddenBy, words) in cell.Beside)
        {
            if (text.Length == 0 && kind == PassageKind.Body)
            {
                (text, why) = (words, hiddenBy);
                continue;
            }
            beside.Add(new Passage(source.Place with { Line = number }, kind, words) { HiddenBy = hiddenBy });
            Length += words.Length;
        }
        if (text.Length > 0)
        {
            cells.Add(new Cell(column, text) { HiddenBy = why });
        }
    }

    private void Merge(StoryCell cell, int column)
    {
        if (cell.Continues && open.TryGetValue(column, out var above))
        {
            open[column] = above with { Rows = above.Rows + 1 };
            return;
        }
        Close(column);
        if (cell.Begins)
        {
            open[column] = new MergedRange(row, column, 1, cell.Columns);
        }
        else if (cell.Columns > 1)
        {
            Keep(new MergedRange(row, column, 1, cell.Columns));
        }
    }

    private void Close(int column)
    {
        if (open.Remove(column, out var range) && (range.Rows > 1 || range.Columns > 1))
        {
            Keep(range);
        }
    }

    private void Keep(MergedRange range)
    {
        if (merged.Count < MostMerged)
        {
            merged.Add(range);
        }
    }
}
