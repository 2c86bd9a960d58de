using System.Globalization;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What was counted over all stories of a document.</summary>
internal sealed class StoryTally
{
    private readonly Place body = new() { Part = "正文" };

    public int Deleted { get; set; }

    public int Inserted { get; set; }

    public int Comments { get; set; }

    public int Dde { get; set; }

    public Dictionary<string, int> Invisible { get; } = [];

    /// <summary>Tells what was noticed.</summary>
    public void Tell(IContentSink sink)
    {
        if (Deleted + Inserted > 0)
        {
            sink.Observe(new Observation(ObservationKind.TrackedChanges, body, $"删除 {Deleted} 处、插入 {Inserted} 处", Deleted + Inserted));
        }
        if (Comments > 0)
        {
            sink.Observe(new Observation(ObservationKind.Comments, new Place { Part = "批注" }, $"批注 {Comments} 条", Comments));
        }
        if (Dde > 0)
        {
            sink.Observe(new Observation(ObservationKind.Dde, body, $"DDE 域 {Dde} 处", Dde));
        }
        foreach (var (why, count) in Invisible)
        {
            sink.Observe(new Observation(ObservationKind.InvisibleText, body, $"{why} {count} 处", count));
        }
    }
}

/// <summary>
/// Goes through paragraphs and tables of one part of a docx and hands them on. Paragraphs lie inside one another where text boxes do, tables
/// where cells hold tables; a row that lies in a cell becomes words of that cell. What was deleted with tracking, what is not shown and what
/// fields are made from comes after its paragraph, as passages of their own.
/// </summary>
internal sealed class StoryReader(PartReader reader, DocumentStyles styles, IContentSink sink, Place part, PassageKind story, StoryTally tally)
{
    private const int MostCells = 20_000;
    private const int MostHeld = 20_000_000;

    private readonly Stack<Paragraph> paragraphs = new();
    private readonly Stack<StoryTable> tables = new();
    private readonly Queue<string> before = new();
    private RunLook look;
    private int held;
    private int number;

    /// <summary>Reads to the end, or until nothing more is wanted.</summary>
    public void Run()
    {
        while (!sink.Full && reader.Next())
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
            case "Fallback" or "sectPr" or "tblPr" or "tblGrid" or "trPr":
                reader.Skip();
                break;
            case "del" or "moveFrom" or "ins" or "moveTo" when paragraphs.Count > 0:
                (tally.Deleted, tally.Inserted) = reader.Name is "del" or "moveFrom" ? (tally.Deleted + 1, tally.Inserted) : (tally.Deleted, tally.Inserted + 1);
                if (reader.Name == "moveFrom")
                {
                    Aside(PassageKind.Deleted, null, reader.ElementText(MostHeld - held, "rPr"));
                }
                break;
            case "comment":
                tally.Comments++;
                before.Clear();
                author = reader.Attribute("author");
                break;
            case "pPr":
                Style();
                break;
            case "rPr":
                look = RunLook.Read(reader);
                break;
            case "r":
                look = default;
                break;
            case "tcPr" when tables.TryPeek(out var table):
                table.Properties(reader);
                break;
            case "p" when reader.IsEmpty:
                number++;
                break;
            case "p":
                paragraphs.Push(new Paragraph(new StringBuilder()));
                break;
            case "tbl" when !reader.IsEmpty:
                tables.Push(new StoryTable());
                break;
            case "tr" when !reader.IsEmpty && tables.TryPeek(out var table):
                table.Row();
                break;
            case "tc" when !reader.IsEmpty && tables.TryPeek(out var table):
                table.Open();
                break;
            case "textpath" when reader.Attribute("string") is { Length: > 0 } mark:
                sink.Passage(new Passage(part with { Line = number + 1 }, PassageKind.Watermark, mark));
                break;
            case "docPr":
                foreach (var words in new[] { reader.Attribute("title"), reader.Attribute("descr") }.Where(w => !string.IsNullOrWhiteSpace(w)).Distinct())
                {
                    Aside(PassageKind.Behind, null, words!);
                }
                break;
            default:
                Run(reader.Name);
                break;
        }
    }

    private string? author;

    private bool InCell => tables.TryPeek(out var table) && table.InCell;

    private void Run(string name)
    {
        if (!paragraphs.TryPeek(out var paragraph))
        {
            return;
        }
        switch (name)
        {
            case "t":
                Append(paragraph, reader.ElementText(MostHeld - held));
                break;
            case "delText":
                Aside(PassageKind.Deleted, null, reader.ElementText(MostHeld - held));
                break;
            case "instrText" or "delInstrText":
                var instruction = reader.ElementText(MostHeld - held);
                paragraph.Instruction.Append(instruction);
                tally.Dde += instruction.TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                break;
            case "fldSimple" when reader.Attribute("instr") is { } simple:
                paragraph.Instruction.Append(simple);
                break;
            case "tab" or "ptab":
                Append(paragraph, InCell ? " " : "\t");
                break;
            case "br" or "cr":
                Append(paragraph, InCell ? " " : "\n");
                break;
            case "noBreakHyphen":
                Append(paragraph, "-");
                break;
            case "sym" when int.TryParse(reader.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
                    && code is > 0x20 and < 0xD800:
                Append(paragraph, ((char)code).ToString());
                break;
        }
    }

    private void Append(Paragraph paragraph, string more)
    {
        if ((held += more.Length) >= MostHeld)
        {
            throw new ReadingLimitException();
        }
        if ((look.HiddenBy ?? (look.Shown ? null : styles.Find(look.Style).HiddenBy ?? styles.Find(paragraph.Style).HiddenBy)) is { } why && more.Trim().Length > 0)
        {
            Aside(PassageKind.Body, why, more);
            return;
        }
        paragraph.Text.Append(more);
    }

    /// <summary>Keeps what is not part of the shown text until its paragraph ends; neighbouring pieces of one kind are one.</summary>
    private void Aside(PassageKind kind, string? why, string text)
    {
        if (text.Length == 0 || !paragraphs.TryPeek(out var paragraph))
        {
            return;
        }
        held += text.Length;
        if (paragraph.Asides is [.., var last] && last.Kind == kind && last.Why == why && kind != PassageKind.Behind)
        {
            last.Text.Append(text);
            return;
        }
        paragraph.Asides.Add((kind, why, new StringBuilder(text)));
        if (why is not null)
        {
            tally.Invisible[why] = tally.Invisible.GetValueOrDefault(why) + 1;
        }
    }

    private void Style()
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "pStyle" } && paragraphs.TryPeek(out var p))
            {
                (p.Style, p.Kind) = (reader.Attribute("val"), styles.Find(reader.Attribute("val")).Kind);
            }
            else if (reader is { IsStart: true, Name: "numPr" } && paragraphs.TryPeek(out var item) && item.Kind == LineKind.Paragraph)
            {
                item.Kind = LineKind.Item;
            }
            else if (reader is { IsStart: true, Name: "ind" } && paragraphs.TryPeek(out var indented))
            {
                indented.Indent = Indent();
            }
            else if (reader is { IsStart: true, Name: "rPr" or "sectPr" or "pPrChange" })
            {
                reader.Skip();
            }
        }
    }

    // In the stub of a table an indent says what belongs to what; twice the width of a letter is one step.
    private int Indent()
    {
        const int LetterWidth = 210;
        _ = int.TryParse(reader.Attribute("left") ?? reader.Attribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var left);
        _ = int.TryParse(reader.Attribute("firstLine"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first);
        _ = int.TryParse(reader.Attribute("firstLineChars"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var letters);
        return Math.Clamp(letters > 0 ? letters / 100 : (left + first) / LetterWidth, 0, 8);
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when paragraphs.TryPop(out var paragraph):
                EndParagraph(paragraph);
                break;
            case "tc" when tables.TryPeek(out var table):
                table.Close(MostCells);
                break;
            case "tr" when tables.TryPeek(out var table):
                EndRow(table);
                break;
            case "tbl" when tables.TryPop(out var done):
                EndTable(done);
                break;
        }
    }

    private void EndParagraph(Paragraph paragraph)
    {
        var text = paragraph.Text.ToString();
        if (InCell)
        {
            tables.Peek().Say(text, paragraph.Indent);
        }
        else
        {
            number++;
            foreach (var line in (author is { Length: > 0 } who && story == PassageKind.Comment ? $"{who}：{text}" : text).Split('\n'))
            {
                Tell(paragraph, line);
            }
            author = null;
        }
        foreach (var (kind, why, aside) in paragraph.Asides)
        {
            sink.Passage(new Passage(part with { Line = number + (InCell ? 1 : 0) }, kind, aside.ToString()) { HiddenBy = why });
        }
        if (paragraph.Instruction.ToString().Trim() is { Length: > 0 } instruction)
        {
            sink.Passage(new Passage(part with { Line = number + (InCell ? 1 : 0) }, PassageKind.Behind, instruction));
        }
        held = paragraphs.Sum(p => p.Text.Length);
    }

    private void Tell(Paragraph paragraph, string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }
        var kind = story == PassageKind.Body && paragraph.Kind == LineKind.Heading ? PassageKind.Heading : story;
        sink.Passage(new Passage(part with { Line = number }, kind, line) { IsItem = paragraph.Kind == LineKind.Item });
        before.Enqueue(line);
        if (before.Count > 3)
        {
            before.Dequeue();
        }
    }

    private void EndRow(StoryTable table)
    {
        var cells = table.EndRow();
        if (tables.Count > 1 && tables.Skip(1).First().InCell)
        {
            tables.Skip(1).First().Say(string.Join(' ', cells.Where(c => c.Text.Length > 0).Select(c => c.Text.Trim())), 0);
            return;
        }
        number++;
        if (!table.Begun)
        {
            table.Begun = true;
            sink.BeginTable(new TableSource(part, before.LastOrDefault() ?? "") { Before = [.. before], Story = story });
            before.Clear();
        }
        sink.Row(new CellRow(number, cells));
        table.Numbered(number);
        held = paragraphs.Sum(p => p.Text.Length);
    }

    private void EndTable(StoryTable table)
    {
        if (table.Begun)
        {
            sink.EndTable(new TableEnd(table.Merged()));
        }
    }

    private sealed class Paragraph(StringBuilder text)
    {
        public StringBuilder Text { get; } = text;

        public StringBuilder Instruction { get; } = new();

        public List<(PassageKind Kind, string? Why, StringBuilder Text)> Asides { get; } = [];

        public LineKind Kind { get; set; } = LineKind.Paragraph;

        public string? Style { get; set; }

        public int Indent { get; set; }
    }
}
