using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Gathers from the pieces of a file the text that its readers see: search and the comparison of files know no other.</summary>
internal sealed class ShownText(TextKind kind, ReadingLimits limits) : IContentSink
{
    private readonly TextGathering gathered = new(limits);
    private readonly StringBuilder line = new();
    private TableSource? table;
    private Place? part;
    private bool hidden;

    /// <summary>What was gathered; called once, at the end.</summary>
    public FileText Made(bool truncated)
    {
        EndPart();
        var made = gathered.Made(kind);
        return truncated ? made with { Truncated = true } : made;
    }

    /// <inheritdoc/>
    public void Passage(Passage passage)
    {
        if (
            kind == TextKind.Workbook
            || passage.HiddenBy is not null
            || Kind(passage.Kind) is not { } line
            || PartOf(passage.Place) is null
        )
        {
            return;
        }
        Begin(passage.Place, false);
        var from = 0;
        foreach (var end in passage.Breaks.Where(b => b < passage.Text.Length).Append(passage.Text.Length))
        {
            gathered.AddAt(passage.Place.Line ?? 1, passage.IsItem ? LineKind.Item : line, passage.Text[from..end]);
            from = end + 1;
        }
    }

    /// <inheritdoc/>
    public void BeginTable(TableSource table)
    {
        this.table =
            PartOf(table.Place) is null || (kind == TextKind.Workbook ? !table.IsSheet : table.HiddenBy is not null) ? null : table;
        if (this.table is not null)
        {
            Begin(table.Place, table.HiddenBy is not null);
        }
    }

    /// <inheritdoc/>
    public void Row(CellRow row)
    {
        if (table is null || (row.HiddenBy is not null && !hidden))
        {
            return;
        }
        var column = 1;
        line.Clear();
        foreach (var cell in row.Cells)
        {
            if (cell.HiddenBy is null || hidden)
            {
                line.Append('\t', cell.Column - column).Append(cell.Text.Replace('\t', ' '));
                column = cell.Column;
            }
        }
        gathered.AddAt((table.Place.Line ?? 1) + row.Number - 1, LineKind.Row, line.ToString());
    }

    /// <inheritdoc/>
    public void EndTable(TableEnd end) => table = null;

    /// <inheritdoc/>
    public void Observe(Observation observation) { }

    private void Begin(Place place, bool isHidden)
    {
        if (part is null || part.Part != place.Part || part.Key != place.Key)
        {
            EndPart();
            (part, hidden) = (place, isHidden);
        }
    }

    private void EndPart()
    {
        if (part is not null)
        {
            gathered.End(part.Part, PartOf(part)!.Value, hidden);
        }
    }

    /// <summary>Null for what is no line of the text itself.</summary>
    private static LineKind? Kind(PassageKind kind) =>
        kind switch
        {
            PassageKind.Heading => LineKind.Heading,
            PassageKind.Body or PassageKind.Header or PassageKind.Footer or PassageKind.Note or PassageKind.Comment => LineKind.Paragraph,
            _ => null,
        };

    /// <summary>Null for a part that is not read like the text: charts, properties.</summary>
    private PartKind? PartOf(Place place) =>
        kind switch
        {
            TextKind.Workbook => PartKind.Sheet,
            TextKind.Pdf => place.Page is null ? null : PartKind.Page,
            _ => place.Part.Split(' ')[0] switch
            {
                DocumentParts.Body => PartKind.Body,
                DocumentParts.Header => PartKind.Header,
                DocumentParts.Footer => PartKind.Footer,
                DocumentParts.Footnotes or DocumentParts.Endnotes => PartKind.Note,
                DocumentParts.Comments => PartKind.Comment,
                _ => null,
            },
        };
}

/// <summary>Names of the parts of a document.</summary>
internal static class DocumentParts
{
    /// <summary>正文.</summary>
    public const string Body = "正文";

    /// <summary>页眉, with its number where there are several.</summary>
    public const string Header = "页眉";

    /// <summary>页脚.</summary>
    public const string Footer = "页脚";

    /// <summary>脚注.</summary>
    public const string Footnotes = "脚注";

    /// <summary>尾注.</summary>
    public const string Endnotes = "尾注";

    /// <summary>批注.</summary>
    public const string Comments = "批注";
}
