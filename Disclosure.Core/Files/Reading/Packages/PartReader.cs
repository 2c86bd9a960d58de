using System.Text;
using System.Xml;

namespace Disclosure.Core.Files.Reading;

/// <summary>Goes through the XML of one part: depth bounded, text taken in pieces, names without their prefix.</summary>
internal sealed class PartReader(XmlReader reader, ReadingLimits limits, CancellationToken ct) : IDisposable
{
    private readonly char[] piece = new char[4096];
    private readonly StringBuilder text = new();
    private int steps;

    /// <summary>Local name of the element.</summary>
    public string Name => reader.LocalName;

    /// <summary>True at the beginning of an element.</summary>
    public bool IsStart => reader.NodeType == XmlNodeType.Element;

    /// <summary>True at the end of an element, and never for one without content.</summary>
    public bool IsEnd => reader.NodeType == XmlNodeType.EndElement;

    /// <summary>True when the element has no content, so that no end follows.</summary>
    public bool IsEmpty => reader.IsEmptyElement;

    /// <summary>True at text.</summary>
    public bool IsText =>
        reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Elements around this one.</summary>
    public int Depth => reader.Depth;

    /// <summary>One step on; false at the end.</summary>
    public bool Next()
    {
        if ((++steps & 0xFFF) == 0)
        {
            ct.ThrowIfCancellationRequested();
        }
        return reader.Read() && (reader.Depth <= limits.Depth ? true : throw new ReadingLimitException());
    }

    /// <summary>An attribute by local name, whatever its prefix.</summary>
    public string? Attribute(string name)
    {
        if (reader.GetAttribute(name) is { } plain)
        {
            return plain;
        }
        string? found = null;
        for (var more = reader.MoveToFirstAttribute(); more && found is null; more = reader.MoveToNextAttribute())
        {
            found = reader.LocalName == name ? reader.Value : null;
        }
        reader.MoveToElement();
        return found;
    }

    /// <summary>Adds the text at hand, at most so many characters.</summary>
    public void AppendText(StringBuilder into, int most)
    {
        while (most > 0 && reader.ReadValueChunk(piece, 0, Math.Min(piece.Length, most)) is > 0 and var count)
        {
            into.Append(piece, 0, count);
            most -= count;
        }
    }

    /// <summary>The text at hand, at most so many characters.</summary>
    public string Text(int most)
    {
        var text = new StringBuilder();
        AppendText(text, most);
        return text.ToString();
    }

    /// <summary>Text of the element at hand with everything inside it; leaves the reader at its end.</summary>
    public string ElementText(int most, string? leaveOut = null)
    {
        text.Clear();
        for (var inside = Inside(); inside.Next();)
        {
            if (IsStart && Name == leaveOut)
            {
                Skip();
            }
            else if (IsText)
            {
                AppendText(text, most - text.Length);
            }
        }
        return text.ToString();
    }

    /// <summary>Passes over the element at hand; leaves the reader at its end.</summary>
    public void Skip()
    {
        for (var inside = Inside(); inside.Next();) { }
    }

    /// <summary>Goes through what is inside the element at hand, to its end.</summary>
    public Inner Inside() => new(this, Depth, IsEmpty);

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    /// <summary>A walk inside one element.</summary>
    internal readonly struct Inner(PartReader reader, int depth, bool isEmpty)
    {
        /// <summary>One step on; false at the end of the element.</summary>
        public bool Next() => !isEmpty && reader.Next() && !(reader.IsEnd && reader.Depth == depth);
    }
}
