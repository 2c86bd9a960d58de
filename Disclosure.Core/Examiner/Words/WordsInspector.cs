using System.Globalization;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// Markings and words, people and organisations: one pass over each text, which hands words and numbers to their rules.
/// </summary>
public sealed class WordsInspector : Inspector
{
    private const int HeadLines = 10;
    private const int HeadRows = 3;
    private const int LongestHeading = 20;
    private const int MostHeadings = 2_000;
    private readonly Vocabulary vocabulary;
    private readonly Notes notes;
    private readonly Pass pass;
    private readonly Dictionary<int, Column> columns = [];
    private readonly Dictionary<(int Row, int Column), Holds> headings = [];
    private Column.Room room = new();
    private TableSource? table;
    private int lines;
    private int rows;
    private string inside = "";

    /// <summary>An inspector with thresholds, words and lists.</summary>
    public WordsInspector(ExaminerSettings settings)
    {
        vocabulary = Vocabulary.Of(settings);
        notes = new(settings, Keep, Omit);
        pass = new(vocabulary, notes);
    }

    /// <inheritdoc/>
    public override void Passage(Passage passage)
    {
        if (passage.Text.Length == 0)
        {
            return;
        }
        var file = string.Join('/', passage.Place.Inside);
        (lines, inside) = (file == inside ? lines : 0, file);
        var body = passage.Kind is PassageKind.Body or PassageKind.Heading;
        pass.Read(new ExaminedText(passage, vocabulary, body && lines < HeadLines));
        lines += body ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void BeginTable(TableSource table)
    {
        this.table = table;
        rows = 0;
        room = new();
        columns.Clear();
        headings.Clear();
    }

    /// <inheritdoc/>
    public override void Row(CellRow row)
    {
        var label = "";
        foreach (var cell in row.Cells)
        {
            label = Look(row, cell, label);
        }
        rows++;
    }

    /// <inheritdoc/>
    public override void EndTable(TableEnd end)
    {
        foreach (var merged in end.Merged.Where(m => m.Columns > 1))
        {
            if (headings.TryGetValue((merged.Row, merged.Column), out var holds))
            {
                foreach (var column in columns.Where(c => c.Key > merged.Column && c.Key < merged.Column + merged.Columns))
                {
                    column.Value.Holds |= holds;
                }
            }
        }
        foreach (var column in columns.OrderBy(c => c.Key).Select(c => c.Value))
        {
            column.Settle(notes);
            column.Names.Settle(notes);
        }
        columns.Clear();
        table = null;
    }

    /// <inheritdoc/>
    public override void Finish(CancellationToken ct)
    {
        if (vocabulary.Patterns.Unusable > 0 || pass.RanOut)
        {
            var why = pass.RanOut
                ? "关注格式未能在限定时间内查完，结果可能不全。"
                : $"有 {vocabulary.Patterns.Unusable} 个关注格式无法使用，未参与检查。";
            Keep(WordRules.Own.Found(new Place { Part = "检查设置" }, "", Confidence.Low, why) with { Severity = Severity.C });
        }
    }

    // Reads a cell and says what is the nearest text for the cells to its right.
    private string Look(CellRow row, Cell cell, string label)
    {
        if (!columns.TryGetValue(cell.Column, out var column))
        {
            columns[cell.Column] = column = new(room);
        }
        var content = cell.Number is { } number ? Digits(number, cell, column) : cell.Text;
        if (string.IsNullOrEmpty(content))
        {
            return label;
        }
        var context = new CellContext(table!, row.Number, cell, column, label, cell.HiddenBy ?? row.HiddenBy ?? table!.HiddenBy);
        var text = new ExaminedText(context, content, vocabulary, table!.IsSheet ? rows < HeadRows : lines < HeadLines);
        if (text.IsBareNumber)
        {
            column.Count(text.Text.Length);
            pass.Read(text);
            return label;
        }
        var holds = pass.Read(text);
        if (text.Text.Length <= LongestHeading && holds != Holds.Nothing)
        {
            holds = holds.HasFlag(Holds.Figure) ? Holds.Figure : holds & ~Holds.Name;
            column.Holds |= holds;
            if (headings.Count < MostHeadings)
            {
                headings[(row.Number, cell.Column)] = holds;
            }
        }
        column.Names.Take(text, row.Number);
        NameColumns.Beside(text, notes);
        return text.Text;
    }

    // Only long whole numbers are more than a figure; in a column for telephones the shorter ones are, too.
    private static string Digits(decimal number, Cell cell, Column column)
    {
        var least = column.Says(Holds.Phone) ? 1_000_000m : 1_000_000_000m;
        if (number < least || number != decimal.Truncate(number))
        {
            return "";
        }
        return cell.Stored is { } stored && stored.All(char.IsAsciiDigit) ? stored : number.ToString("0", CultureInfo.InvariantCulture);
    }
}
