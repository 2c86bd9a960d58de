using System.Globalization;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>
/// Goes through paragraphs and tables of one part of a docx. Paragraphs lie inside one another where text boxes do, tables where cells
/// hold tables; a row that lies in a cell becomes words of that cell. What was deleted with tracking is left out, what was inserted stays.
/// </summary>
internal sealed class StoryReader(PartReader reader, Dictionary<string, LineKind> styles, int most, TextGathering into)
{
    private const int MostCells = 20_000;

    private readonly Stack<Paragraph> paragraphs = new();
    private readonly Stack<List<string>> rows = new();
    private readonly Stack<StringBuilder> cells = new();
    private int held;
    private int number;

    /// <summary>Reads to the end, or until the limit is reached.</summary>
    public void Run()
    {
        while (!into.Full && reader.Next())
        {
            if (reader.IsStart)
            {
                Start();
            }
            else if (reader.IsEnd)
            {
                End(reader.Name);
            }
        }
    }

    private void Start()
    {
        switch (reader.Name)
        {
            case "instrText" or "delText" or "del" or "moveFrom" or "Fallback" or "rPr" or "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr":
                reader.Skip();
                break;
            case "pPr":
                Style();
                break;
            case "p" when reader.IsEmpty:
                number++;
                break;
            case "p":
                paragraphs.Push(new Paragraph(new StringBuilder()));
                break;
            case "tr" when !reader.IsEmpty:
                rows.Push([]);
                break;
            case "tc" when !reader.IsEmpty:
                cells.Push(new StringBuilder());
                break;
            case "tc" when rows.Count > 0:
                rows.Peek().Add("");
                break;
            default:
                Run(reader.Name);
                break;
        }
    }

    private void Run(string name)
    {
        if (!paragraphs.TryPeek(out var paragraph))
        {
            return;
        }
        switch (name)
        {
            case "t":
                Append(paragraph.Text, reader.ElementText(most + 1 - held));
                break;
            case "tab" or "ptab":
                Append(paragraph.Text, cells.Count > 0 ? " " : "\t");
                break;
            case "br" or "cr":
                Append(paragraph.Text, cells.Count > 0 ? " " : "\n");
                break;
            case "noBreakHyphen":
                Append(paragraph.Text, "-");
                break;
            case "sym" when int.TryParse(reader.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
                    && code is > 0x20 and < 0xD800:
                Append(paragraph.Text, ((char)code).ToString());
                break;
        }
    }

    private void Append(StringBuilder text, string more)
    {
        text.Append(more);
        held += more.Length;
    }

    private void Style()
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "pStyle" } && styles.TryGetValue(reader.Attribute("val") ?? "", out var kind) && paragraphs.TryPeek(out var p))
            {
                p.Kind = kind;
            }
            else if (reader is { IsStart: true, Name: "numPr" } && paragraphs.TryPeek(out var item) && item.Kind == LineKind.Paragraph)
            {
                item.Kind = LineKind.Item;
            }
            else if (reader is { IsStart: true, Name: "rPr" or "sectPr" or "pPrChange" })
            {
                reader.Skip();
            }
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when paragraphs.TryPop(out var paragraph):
                EndParagraph(paragraph);
                break;
            case "tc" when cells.TryPop(out var cell) && rows.TryPeek(out var row):
                if (row.Count >= MostCells)
                {
                    throw new ReadingLimitException();
                }
                row.Add(cell.ToString().Trim());
                break;
            case "tr" when rows.TryPop(out var done):
                EndRow(done);
                break;
        }
    }

    private void EndParagraph(Paragraph paragraph)
    {
        if (cells.TryPeek(out var cell))
        {
            ToCell(cell, paragraph.Text.ToString());
            return;
        }
        number++;
        foreach (var line in paragraph.Text.ToString().Split('\n'))
        {
            into.AddAt(number, paragraph.Kind, line);
        }
        held = paragraphs.Sum(p => p.Text.Length);
    }

    private void EndRow(List<string> row)
    {
        if (cells.TryPeek(out var outer))
        {
            ToCell(outer, string.Join(' ', row));
            return;
        }
        into.AddAt(++number, LineKind.Row, string.Join('\t', row));
        held = paragraphs.Sum(p => p.Text.Length);
    }

    private static void ToCell(StringBuilder cell, string text)
    {
        if (text.Length > 0)
        {
            cell.Append(cell.Length > 0 ? " " : "").Append(text);
        }
    }

    private sealed class Paragraph(StringBuilder text)
    {
        public StringBuilder Text { get; } = text;

        public LineKind Kind { get; set; } = LineKind.Paragraph;
    }
}
