using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Keeps of a file what search and comparison need: the text as it is shown, part by part, up to a limit.</summary>
internal sealed class ShownText(ReadingLimits limits) : IContentSink
{
    private readonly TextGathering gathered = new(limits);
    private string? place;
    private PartKind kind;
    private bool hidden;
    private bool isHidden;

    /// <inheritdoc/>
    public bool Full => gathered.Full;

    /// <inheritdoc/>
    public void Passage(Passage passage)
    {
        // Texts of a workbook outside its cells were never part of what is searched and compared.
        if (passage is { HiddenBy: null, Place.Cell: null, Place.Sheet: false } && PartOf(passage.Kind, passage.Place) is { } part)
        {
            Turn(passage.Place.Part, part, false);
            gathered.AddAt(passage.Place.Line ?? gathered.Line + 1, passage.Kind == PassageKind.Heading ? LineKind.Heading : passage.IsItem ? LineKind.Item : LineKind.Paragraph, passage.Text);
        }
    }

    /// <inheritdoc/>
    public void BeginTable(TableSource table)
    {
        isHidden = table.HiddenBy is not null && !table.IsWorksheet;
        if (!isHidden)
        {
            Turn(table.Place.Part, table.Place.Sheet ? PartKind.Sheet : PartOf(table.Story, table.Place) ?? PartKind.Body, table.HiddenBy is not null);
        }
    }

    /// <inheritdoc/>
    public void Row(CellRow row)
    {
        if (isHidden)
        {
            return;
        }
        var line = new StringBuilder();
        var written = 1;
        foreach (var cell in row.Cells)
        {
            line.Append('\t', cell.Column - written).Append(cell.Text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim());
            written = cell.Column;
        }
        gathered.AddAt(row.Number, LineKind.Row, line.ToString());
    }

    /// <inheritdoc/>
    public void EndTable(TableEnd end) => isHidden = false;

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
    }

    /// <summary>What was kept.</summary>
    public FileText Made(TextKind textKind, bool truncated)
    {
        End();
        var made = gathered.Made(textKind);
        return truncated ? made with { Truncated = true } : made;
    }

    private static PartKind? PartOf(PassageKind kind, Place place) => kind switch
    {
        PassageKind.Body or PassageKind.Heading => place.Page is null ? PartKind.Body : PartKind.Page,
        PassageKind.Header => PartKind.Header,
        PassageKind.Footer => PartKind.Footer,
        PassageKind.Note => PartKind.Note,
        PassageKind.Comment => PartKind.Comment,
        _ => null,
    };

    private void Turn(string to, PartKind toKind, bool toHidden)
    {
        if (to != place)
        {
            End();
            (place, kind, hidden) = (to, toKind, toHidden);
        }
    }

    private void End()
    {
        if (place is not null)
        {
            gathered.End(place, kind, hidden);
        }
    }
}
