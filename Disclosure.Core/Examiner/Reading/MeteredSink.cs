using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Hands pieces on, cleaned, until the limit of characters is reached.</summary>
internal sealed class MeteredSink(IContentSink sink, ReadingLimits limits)
{
    private int left = limits.Characters;

    /// <summary>True once the limit was reached; whoever reads may stop.</summary>
    public bool Full { get; private set; }

    /// <summary>Characters that still fit.</summary>
    public int Left => left;

    /// <summary>Hands on a text outside tables; an empty one is left out.</summary>
    public void Passage(Place place, PassageKind kind, string? text, string? hiddenBy = null, string label = "")
    {
        if (Taken(text) is { Length: > 0 } taken)
        {
            sink.Passage(new Passage(place, kind, taken) { HiddenBy = hiddenBy, Label = label });
        }
    }

    /// <summary>Begins a table.</summary>
    public void BeginTable(TableSource table) => sink.BeginTable(table);

    /// <summary>Hands on a row whose texts were <see cref="Taken"/>; one without cells is left out.</summary>
    public void Row(int number, List<Cell> cells, string? hiddenBy = null)
    {
        if (cells.Count > 0)
        {
            sink.Row(new CellRow(number, cells) { HiddenBy = hiddenBy });
        }
    }

    /// <summary>Ends the table.</summary>
    public void EndTable(TableEnd end) => sink.EndTable(end);

    /// <summary>Hands on what was noticed.</summary>
    public void Observe(ObservationKind kind, Place place, string detail, int count = 1) => sink.Observe(new Observation(kind, place, Cleaned(detail), count));

    /// <summary>A text in one line without blanks around it, cut where the limit is reached.</summary>
    public string Taken(string? text)
    {
        if (Full || string.IsNullOrEmpty(text))
        {
            return "";
        }
        text = Cleaned(text);
        if (text.Length > left)
        {
            Full = true;
            text = text[..left];
        }
        left -= text.Length;
        return text;
    }

    private static string Cleaned(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
        {
            var clean = new StringBuilder(text.Length).Append(text).Replace("\r\n", " ");
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = clean[i] switch { < '\t' => '\uFFFD', < ' ' => ' ', var c => c };
            }
            text = clean.ToString();
        }
        return text.Trim();
    }
}
