using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Goes through paragraphs and tables of one part of a docx. Paragraphs lie inside one another where text boxes do, tables where cells
/// hold tables; a row that lies in a cell becomes words of that cell. What was deleted with tracking is handed on apart, what was inserted
/// stays.
/// </summary>
internal sealed partial class DocumentStory(
    PartReader reader,
    DocumentStyles styles,
    Dictionary<string, Related> outside,
    StoryPart part,
    StoryCounts counts,
    BoundedSink into
)
{
    private const int MostCells = 20_000;
    private const int MostColumns = 1_000;
    private const int MostBefore = 3;

    private readonly Stack<StoryParagraph> paragraphs = new();
    private readonly Stack<StoryRow> rows = new();
    private readonly Stack<StoryCell> cells = new();
    private readonly Stack<(int Depth, TextLook Look)> runs = new();
    private readonly Stack<bool> choices = new();
    private readonly FieldStack fields = new();
    private readonly List<string> before = [];
    private readonly HashSet<string> linked = [];
    private StoryTable? table;
    private string? author;
    private bool isWatermark;
    private int boxes;
    private int deleted;
    private int held;

    /// <summary>Paragraphs and rows so far.</summary>
    public int Number { get; private set; }

    /// <summary>Reads to the end, or until the limit is reached.</summary>
    public void Run()
    {
        try
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
        finally
        {
            EndTable();
        }
        foreach (var (id, address) in outside.Where(o => !linked.Contains(o.Key)))
        {
            into.Passage(new Passage(part.Place, PassageKind.Behind, Address(address.Part)) { HiddenBy = part.HiddenBy });
        }
        if (fields.Dde > 0)
        {
            into.Observe(new Observation(ObservationKind.Dde, part.Place, $"{fields.Dde} 个 DDE 域", fields.Dde));
        }
    }

    private void Start()
    {
        switch (reader.Name)
        {
            case "sectPr" or "tblGrid" or "pPrChange" or "tblPrChange" or "tcPrChange" or "sectPrChange":
                reader.Skip();
                break;
            case "AlternateContent" when !reader.IsEmpty:
                choices.Push(false);
                break;
            case "Choice" or "Fallback" when choices.TryPop(out var taken):
                choices.Push(true);
                if (taken)
                {
                    reader.Skip();
                }
                break;
            case "pPr":
                ParagraphProperties();
                break;
            case "rPr":
                RunProperties();
                break;
            case "tblPr":
                TableProperties();
                break;
            case "trPr":
                RowProperties();
                break;
            case "tcPr":
                CellProperties();
                break;
            case "del" or "moveFrom" or "ins" or "moveTo":
                Tracked(reader.Name is "del" or "moveFrom");
                break;
            case "background":
                counts.IsColoured = reader.Attribute("color") is { } color && color != "auto" && !TextLook.IsWhite(color, null);
                break;
            case "comment":
                counts.Comments++;
                author = Author();
                break;
            default:
                Structure();
                break;
        }
    }

    private void Structure()
    {
        switch (reader.Name)
        {
            case "p" when reader.IsEmpty:
                Number++;
                break;
            case "p":
                paragraphs.Push(new StoryParagraph { IsWatermark = isWatermark, Look = styles.OfParagraph(null) });
                break;
            case "r" when !reader.IsEmpty:
                runs.Push((reader.Depth, paragraphs.TryPeek(out var p) ? p.Look : default));
                break;
            case "tbl" when cells.Count == 0 && table is null && !reader.IsEmpty:
                table = NewTable();
                break;
            case "tr" when !reader.IsEmpty:
                rows.Push(new StoryRow());
                break;
            case "tc" when rows.TryPeek(out var row):
                if (row.Cells.Count >= MostCells)
                {
                    throw new ReadingLimitException();
                }
                row.Cells.Add(new StoryCell());
                if (!reader.IsEmpty)
                {
                    cells.Push(row.Cells[^1]);
                }
                break;
            case "txbxContent" when !reader.IsEmpty:
                boxes++;
                break;
            default:
                Behind();
                break;
        }
    }

    private void Tracked(bool isDeletion)
    {
        counts.Deletions += isDeletion ? 1 : 0;
        counts.Insertions += isDeletion ? 0 : 1;
        Author();
        deleted += isDeletion && !reader.IsEmpty ? 1 : 0;
    }

    private string? Author()
    {
        if (reader.Attribute("author") is { Length: > 0 } name)
        {
            counts.Authors.Add(name);
            return name;
        }
        return null;
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when paragraphs.TryPop(out var paragraph):
                EndParagraph(paragraph);
                break;
            case "r" when runs.TryPeek(out var run) && run.Depth == reader.Depth:
                runs.Pop();
                break;
            case "del" or "moveFrom":
                deleted = Math.Max(0, deleted - 1);
                break;
            case "AlternateContent":
                choices.TryPop(out _);
                break;
            case "txbxContent":
                boxes--;
                break;
            case "tc":
                cells.TryPop(out _);
                break;
            case "tr" when rows.TryPop(out var done):
                EndRow(done);
                break;
            case "tbl" when cells.Count == 0:
                EndTable();
                break;
            case "drawing" or "pict":
                isWatermark = false;
                break;
        }
    }

    private void EndParagraph(StoryParagraph paragraph)
    {
        if (cells.TryPeek(out var cell))
        {
            cell.Add(paragraph.Shown.ToString());
            cell.Beside.AddRange(paragraph.Beside);
            return;
        }
        // A paragraph beside tables ends one that its own tag did not.
        EndTable();
        var place = part.Place with { Line = ++Number };
        var kind =
            paragraph.IsWatermark ? PassageKind.Watermark
            : part.Kind == PassageKind.Body && paragraph.IsHeading ? PassageKind.Heading
            : part.Kind;
        var text = paragraph.Shown.ToString();
        Remember(text);
        var ahead = author is null || string.IsNullOrWhiteSpace(text) ? "" : author + "：";
        author = ahead.Length > 0 ? null : author;
        if (!string.IsNullOrWhiteSpace(text))
        {
            into.Passage(
                new Passage(place, kind, ahead + text)
                {
                    IsItem = paragraph.IsItem && kind == PassageKind.Body,
                    Breaks = [.. paragraph.Breaks.Select(b => b + ahead.Length)],
                    HiddenBy = part.HiddenBy,
                }
            );
        }
        foreach (var (besideKind, why, words) in paragraph.Beside)
        {
            Count(why);
            into.Passage(new Passage(place, besideKind == PassageKind.Body ? kind : besideKind, words) { HiddenBy = why ?? part.HiddenBy });
        }
        held = paragraphs.Sum(p => p.Length);
    }

    private void EndRow(StoryRow row)
    {
        if (cells.TryPeek(out var outer))
        {
            outer.Add(string.Join(' ', row.Cells.Select(c => c.Shown.ToString().Trim())));
            outer.Beside.AddRange(row.Cells.SelectMany(c => c.Beside));
            return;
        }
        foreach (var (_, why, _) in row.Cells.SelectMany(c => c.Beside))
        {
            Count(why);
        }
        table ??= NewTable();
        table.Add(row, ++Number);
        held = paragraphs.Sum(p => p.Length) + table.Length;
    }

    private void EndTable()
    {
        if (table?.End() is true)
        {
            before.Clear();
        }
        table = null;
    }

    private StoryTable NewTable()
    {
        var caption =
            before.FindLast(b => !b.Contains("单位：", StringComparison.Ordinal) && !b.Contains("单位:", StringComparison.Ordinal)) ?? "";
        return new StoryTable(new TableSource(part.Place, caption) { HiddenBy = part.HiddenBy, Before = [.. before] }, into);
    }

    private void Remember(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            before.Add(text.Trim());
            before.RemoveRange(0, Math.Max(0, before.Count - MostBefore));
        }
    }

    private void Count(string? why)
    {
        if (why is not null)
        {
            counts.Hidden[why] = counts.Hidden.GetValueOrDefault(why) + 1;
        }
    }

    private static int Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
