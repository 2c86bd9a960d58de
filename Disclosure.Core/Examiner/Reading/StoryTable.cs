using System.Globalization;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A table of a docx while it is read: cells find their column by the spans before them, and those merged upwards stay empty.</summary>
internal sealed class StoryTable
{
    private const int WidestSpan = 200;
    private readonly List<(int Number, int Column, int Span, bool Continues, bool Restarts)> spans = [];
    private readonly List<Cell> row = [];
    private StringBuilder? cell;
    private int column;
    private int span;
    private bool continues;
    private bool restarts;
    private int opened;

    /// <summary>True between the beginning and the end of a cell.</summary>
    public bool InCell => cell is not null;

    /// <summary>True once the table was told of.</summary>
    public bool Begun { get; set; }

    /// <summary>A row begins.</summary>
    public void Row()
    {
        row.Clear();
        column = 1;
        opened = spans.Count;
    }

    /// <summary>A cell begins.</summary>
    public void Open() => (cell, span, continues, restarts) = (new StringBuilder(), 1, false, false);

    /// <summary>Reads the properties of the cell at hand.</summary>
    public void Properties(PartReader reader)
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "gridSpan" } && int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var wide))
            {
                span = Math.Clamp(wide, 1, WidestSpan);
            }
            else if (reader is { IsStart: true, Name: "vMerge" })
            {
                (restarts, continues) = reader.Attribute("val") == "restart" ? (true, false) : (false, true);
            }
        }
    }

    /// <summary>Adds words to the cell at hand.</summary>
    /// <param name="indent">Steps by which the paragraph is indented.</param>
    public void Say(string text, int indent)
    {
        if (cell is not null && text.Length > 0)
        {
            _ = cell.Length > 0 ? cell.Append(' ') : cell.Append('\u3000', indent);
            cell.Append(text);
        }
    }

    /// <summary>The cell ends.</summary>
    public void Close(int most)
    {
        if (cell is null)
        {
            return;
        }
        if (row.Count >= most)
        {
            throw new ReadingLimitException();
        }
        // Blanks in front say what belongs to what and stay.
        if (cell.ToString().TrimEnd() is { Length: > 0 } text && text.Trim().Length > 0)
        {
            row.Add(new Cell(column, text));
        }
        if (span > 1 || continues || restarts)
        {
            spans.Add((0, column, span, continues, restarts));
        }
        column += span;
        cell = null;
    }

    /// <summary>The row ends; its cells, used again for the next.</summary>
    public IReadOnlyList<Cell> EndRow() => row;

    /// <summary>Says under which number the row that ended was told.</summary>
    public void Numbered(int number)
    {
        for (var i = opened; i < spans.Count; i++)
        {
            spans[i] = spans[i] with { Number = number };
        }
    }

    /// <summary>Merged ranges.</summary>
    public IReadOnlyList<MergedRange> Merged()
    {
        var merged = new List<MergedRange>();
        var open = new Dictionary<int, int>();
        foreach (var (number, at, wide, goesOn, starts) in spans.Where(s => s.Number > 0))
        {
            if (goesOn && open.TryGetValue(at, out var place))
            {
                merged[place] = merged[place] with { Rows = number - merged[place].Row + 1 };
                continue;
            }
            open.Remove(at);
            if (starts)
            {
                open[at] = merged.Count;
            }
            merged.Add(new MergedRange(number, at, 1, wide));
        }
        return [.. merged.Where(m => m.Rows > 1 || m.Columns > 1)];
    }
}
