using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <content>What stands in runs and behind them, and what their properties say.</content>
internal sealed partial class DocumentStory
{
    private const int ThinnestRow = 20;

    private int Room => Math.Max(0, into.Left + 1 - held);

    private void Text(StoryParagraph paragraph)
    {
        switch (reader.Name)
        {
            case "t" or "delText":
                Add(paragraph, reader.ElementText(Room), reader.Name == "delText");
                break;
            case "tab" or "ptab":
                Add(paragraph, cells.Count > 0 ? " " : "\t", false);
                break;
            case "br" or "cr" when deleted == 0 && cells.Count == 0:
                paragraph.Break();
                break;
            case "br" or "cr":
                Add(paragraph, " ", false);
                break;
            case "noBreakHyphen":
                Add(paragraph, "-", false);
                break;
            case "sym"
                when int.TryParse(reader.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
                    && code is > 0x20 and < 0xD800:
                Add(paragraph, ((char)code).ToString(), false);
                break;
        }
    }

    private void Add(StoryParagraph paragraph, string text, bool isDeleted)
    {
        held += text.Length;
        var look = runs.TryPeek(out var run) ? run.Look : paragraph.Look;
        var onWhite = boxes == 0 && !counts.IsColoured && table?.IsShaded is not true && !cells.Any(c => c.IsShaded);
        paragraph.Add(text, look.HiddenBy(onWhite), isDeleted || deleted > 0);
    }

    /// <summary>What says something without being seen; and text, where it is none of that.</summary>
    private void Behind()
    {
        switch (reader.Name)
        {
            case "instrText" or "delInstrText":
                var words = reader.ElementText(Room);
                held += words.Length;
                if (!fields.Add(words))
                {
                    Tell(fields.Told(words));
                }
                break;
            case "fldChar":
                Tell(fields.Mark(reader.Attribute("fldCharType")));
                break;
            case "fldSimple":
                Tell(fields.Told(reader.Attribute("instr") ?? ""));
                break;
            case "hyperlink" when reader.Attribute("id") is { } id && outside.TryGetValue(id, out var link):
                linked.Add(id);
                Tell(Address(link.Part));
                break;
            case "docPr" or "cNvPr":
                isWatermark |= IsWatermark(reader.Attribute("name"));
                Tell(reader.Attribute("title"));
                Tell(reader.Attribute("descr"));
                break;
            case "shape" or "rect" or "roundrect" or "oval":
                isWatermark |= IsWatermark(reader.Attribute("id")) || IsWatermark(reader.Attribute("spid"));
                Tell(reader.Attribute("alt"));
                break;
            case "imagedata":
                Tell(reader.Attribute("title"));
                break;
            case "textpath" when reader.Attribute("string") is { Length: > 0 } art:
                into.Passage(new Passage(part.Place, PassageKind.Watermark, art) { HiddenBy = part.HiddenBy });
                break;
            case "listItem":
                Tell(reader.Attribute("displayText") ?? reader.Attribute("value"));
                break;
            case "listEntry" or "helpText" or "statusText":
                Tell(reader.Attribute("val"));
                break;
            case "rt":
                // The reading above a character would tear the word apart.
                Tell(reader.ElementText(Room));
                break;
            default:
                if (paragraphs.TryPeek(out var paragraph))
                {
                    Text(paragraph);
                }
                break;
        }
    }

    private void Tell(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }
        if (paragraphs.TryPeek(out var paragraph))
        {
            held += words.Length;
            paragraph.AddBehind(words);
        }
        else
        {
            into.Passage(new Passage(part.Place, PassageKind.Behind, words.Trim()) { HiddenBy = part.HiddenBy });
        }
    }

    private static bool IsWatermark(string? name) =>
        name is not null
        && (name.Contains("watermark", StringComparison.OrdinalIgnoreCase) || name.Contains("水印", StringComparison.Ordinal));

    private static string Address(string target) =>
        target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? target["mailto:".Length..] : target;

    private void ParagraphProperties()
    {
        if (!paragraphs.TryPeek(out var paragraph))
        {
            reader.Skip();
            return;
        }
        bool? shaded = null;
        string? style = null;
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "pStyle" })
            {
                style = reader.Attribute("val");
                (paragraph.IsHeading, paragraph.IsItem) = (styles.IsHeading(style), paragraph.IsItem || styles.IsItem(style));
            }
            else if (reader is { IsStart: true, Name: "numPr" })
            {
                paragraph.IsItem = true;
            }
            else if (reader is { IsStart: true, Name: "shd" })
            {
                shaded = TextLook.IsShade(reader);
            }
            else if (reader is { IsStart: true, Name: "rPr" or "sectPr" or "pPrChange" })
            {
                reader.Skip();
            }
        }
        paragraph.Look = new TextLook(null, null, null, shaded).Over(styles.OfParagraph(style));
    }

    private void RunProperties()
    {
        if (!runs.TryPeek(out var run) || run.Depth + 1 != reader.Depth)
        {
            reader.Skip();
            return;
        }
        var (look, style) = TextLook.Read(reader);
        runs.Pop();
        runs.Push((run.Depth, look.Over(styles.OfRun(style)).Over(run.Look)));
    }

    private void TableProperties()
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (
                table is not null
                && cells.Count == 0
                && (
                    (reader is { IsStart: true, Name: "shd" } && TextLook.IsShade(reader))
                    || (reader is { IsStart: true, Name: "tblStyle" } && styles.ShadesTable(reader.Attribute("val")))
                )
            )
            {
                table.IsShaded = true;
            }
        }
    }

    private void RowProperties()
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (!reader.IsStart || !rows.TryPeek(out var row))
            {
                continue;
            }
            switch (reader.Name)
            {
                case "gridBefore":
                    row.Before = Math.Min(Whole(reader.Attribute("val")), MostColumns);
                    break;
                case "hidden":
                    row.HiddenBy = reader.Attribute("val") is "0" or "false" ? null : "隐藏行";
                    break;
                case "trHeight" when reader.Attribute("hRule") == "exact" && Whole(reader.Attribute("val")) < ThinnestRow:
                    row.HiddenBy ??= "行高为零";
                    break;
                case "del" or "ins":
                    counts.Deletions += reader.Name == "del" ? 1 : 0;
                    counts.Insertions += reader.Name == "ins" ? 1 : 0;
                    Author();
                    break;
            }
        }
    }

    private void CellProperties()
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (!reader.IsStart || !cells.TryPeek(out var cell))
            {
                continue;
            }
            switch (reader.Name)
            {
                case "gridSpan":
                    cell.Columns = Math.Clamp(Whole(reader.Attribute("val")), 1, MostColumns);
                    break;
                case "vMerge":
                    (cell.Begins, cell.Continues) = reader.Attribute("val") == "restart" ? (true, false) : (false, true);
                    break;
                case "shd":
                    cell.IsShaded = TextLook.IsShade(reader);
                    break;
            }
        }
    }
}
