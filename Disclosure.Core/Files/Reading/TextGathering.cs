using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Gathers parts up to the limit of characters.</summary>
internal sealed class TextGathering(ReadingLimits limits)
{
    private readonly List<TextPart> parts = [];
    private List<TextLine> lines = [];
    private int left = limits.Characters;
    private int line;

    /// <summary>True once the limit was reached; whoever gathers may stop.</summary>
    public bool Full { get; private set; }

    /// <summary>Characters that still fit.</summary>
    public int Left => left;

    /// <summary>The parts so far.</summary>
    public IReadOnlyList<TextPart> Parts => parts;

    /// <summary>Begins counting lines anew.</summary>
    public void Begin() => (lines, line) = ([], 0);

    /// <summary>Adds a line under the next number; an empty one is counted only.</summary>
    public void Add(LineKind kind, string text) => AddAt(line + 1, kind, text);

    /// <summary>Adds a line under this number.</summary>
    public void AddAt(int number, LineKind kind, string text)
    {
        line = number;
        text = Cleaned(text);
        if (text.Length == 0 || Full)
        {
            return;
        }
        if (text.Length > left)
        {
            Full = true;
            text = text[..left];
        }
        left -= text.Length;
        if (text.Length > 0)
        {
            lines.Add(new TextLine(number, kind, text));
        }
    }

    /// <summary>Closes the part; one without a line is left out.</summary>
    public void End(string place, PartKind kind, bool hidden = false)
    {
        if (lines.Count > 0)
        {
            parts.Add(new TextPart(place, kind, lines, hidden));
        }
        Begin();
    }

    /// <summary>What was gathered.</summary>
    public FileText Made(TextKind kind) => new(kind, parts, Full);

    /// <summary>Without blanks at the end and without characters that no text has.</summary>
    private static string Cleaned(string text)
    {
        text = text.TrimEnd();
        if (!text.AsSpan().ContainsAnyInRange('\0', '\b') && !text.AsSpan().ContainsAny('\r', '\n'))
        {
            return text;
        }
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(
                c < '\t' ? '\uFFFD'
                : c is '\r' or '\n' ? ' '
                : c
            );
        }
        return clean.ToString();
    }
}
