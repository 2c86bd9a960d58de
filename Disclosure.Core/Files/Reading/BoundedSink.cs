using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Hands pieces on, without characters that no text has, until the limit of characters is reached.</summary>
internal sealed class BoundedSink(IContentSink sink, int most) : IContentSink
{
    /// <summary>True once the limit was reached; whoever reads may stop.</summary>
    public bool Full { get; private set; }

    /// <summary>Characters that still fit.</summary>
    public int Left { get; private set; } = most;

    /// <summary>Hands on a text; an empty one is left out.</summary>
    public void Passage(Passage passage)
    {
        if (Taken(passage.Text.TrimEnd()) is { Length: > 0 } text)
        {
            sink.Passage(ReferenceEquals(text, passage.Text) ? passage : passage with { Text = text });
        }
    }

    /// <summary>Hands on a text; one of blanks is left out.</summary>
    public void Passage(Place place, PassageKind kind, string? text, string? hiddenBy = null, string label = "")
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Passage(new Passage(place, kind, text.Trim()) { HiddenBy = hiddenBy, Label = label });
        }
    }

    /// <inheritdoc/>
    public void BeginTable(TableSource table) => sink.BeginTable(table);

    /// <summary>Hands on a row as far as its texts fit; one without cells is left out.</summary>
    public void Row(CellRow row)
    {
        if (row.Cells.Count == 0 || Full)
        {
            return;
        }
        List<Cell>? changed = null;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            var text = Taken(cell.Text);
            if (!ReferenceEquals(text, cell.Text))
            {
                (changed ??= [.. row.Cells])[i] = cell with { Text = text };
            }
        }
        sink.Row(changed is null ? row : row with { Cells = [.. changed.Where(c => c.Text.Length > 0 || c.Formula is not null)] });
    }

    /// <inheritdoc/>
    public void EndTable(TableEnd end) => sink.EndTable(end);

    /// <inheritdoc/>
    public void Observe(Observation observation) => sink.Observe(observation with { Detail = Cleaned(observation.Detail) });

    /// <summary>Hands on what was noticed.</summary>
    public void Observe(ObservationKind kind, Place place, string detail, int count = 1) =>
        Observe(new Observation(kind, place, detail, count));

    private string Taken(string text)
    {
        if (Full)
        {
            return "";
        }
        text = Cleaned(text);
        if (text.Length > Left)
        {
            Full = true;
            text = text[..Left];
        }
        Left -= text.Length;
        return text;
    }

    private static string Cleaned(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\b') && !text.AsSpan().ContainsAnyInRange('\n', '\u001F'))
        {
            return text;
        }
        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = clean[i] switch
            {
                < '\t' => '\uFFFD',
                '\t' => '\t',
                < ' ' => ' ',
                var c => c,
            };
        }
        return clean.ToString();
    }
}
