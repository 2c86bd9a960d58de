using System.Globalization;
using System.Text;

namespace Disclosure.Core.Files.Formats;

/// <summary>Reads the tokens of one object and stops at those that lead downward in a tree.</summary>
/// <param name="text">From behind the word obj, or from where a packed object begins.</param>
/// <param name="isPacked">True for an object of a stream of objects, which ends with its first token.</param>
internal ref struct PdfObjectReader(ReadOnlySpan<byte> text, bool isPacked)
{
    private readonly ReadOnlySpan<byte> text = text;
    private string name = "";
    private string key = "";
    private (long? Before, long? Last) numbers;
    private int depth;
    private bool isBegun;
    private bool isArray;

    /// <summary>How far it was read.</summary>
    public int At { get; private set; }

    /// <summary>Number of an object below this one, right after it was read.</summary>
    public long? Reference { get; private set; }

    /// <summary>True when a stream of objects begins where the reading ended.</summary>
    public bool IsPackage { get; private set; }

    /// <summary>True when nothing but the usual packing was named.</summary>
    public bool IsPlainlyPacked { get; private set; } = true;

    /// <summary>True when the stream is packed.</summary>
    public bool IsDeflated { get; private set; }

    /// <summary>How many objects a stream of objects says it holds.</summary>
    public long Count { get; private set; }

    /// <summary>Where in it the first begins.</summary>
    public long First { get; private set; }

    /// <summary>The next whole number, as in the head of a stream of objects; null when something else comes.</summary>
    public long? Number()
    {
        Space();
        return
            At < text.Length
            && Word() is { Length: > 0 } word
            && long.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Reads one token; false at the end of the object.</summary>
    public bool Next()
    {
        Reference = null;
        Space();
        if (At >= text.Length || (isPacked && isBegun && depth <= 0))
        {
            return false;
        }
        var first = text[At];
        isArray |= !isBegun && first == '[';
        var isFirst = !isBegun;
        isBegun = true;
        switch (first)
        {
            case (byte)'(':
                Skip();
                break;
            case (byte)'<' when At + 1 < text.Length && text[At + 1] != '<':
                At = text[At..].IndexOf((byte)'>') is >= 0 and var close ? At + close + 1 : text.Length;
                break;
            case (byte)'[' or (byte)'<' or (byte)']' or (byte)'>' or (byte)'{' or (byte)'}' or (byte)')':
                At += first is (byte)'<' or (byte)'>' && At + 1 < text.Length && text[At + 1] == first ? 2 : 1;
                depth +=
                    first is (byte)'[' or (byte)'<' ? 1
                    : first is (byte)']' or (byte)'>' ? -1
                    : 0;
                break;
            case (byte)'/':
                At++;
                Named(Name());
                break;
            default:
                return Plain(Word(), isFirst);
        }
        numbers = (null, null);
        return true;
    }

    private void Named(string found)
    {
        IsPlainlyPacked &=
            found
                is not (
                    "ASCIIHexDecode"
                    or "AHx"
                    or "ASCII85Decode"
                    or "A85"
                    or "LZWDecode"
                    or "LZW"
                    or "RunLengthDecode"
                    or "RL"
                    or "Predictor"
                    or "Crypt"
                );
        IsPackage |= found == "ObjStm";
        IsDeflated |= found is "FlateDecode" or "Fl";
        (key, name) = (found, found);
    }

    private bool Plain(string word, bool isFirst)
    {
        if (word == "R" && numbers is { Before: { } target, Last: not null })
        {
            Reference = name is "Kids" or "Functions" or "Alternate" || name.Length == 0 || (isArray && depth == 1) ? target : null;
            numbers = (null, null);
            return true;
        }
        if (long.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            (Count, First) = (key == "N" ? number : Count, key == "First" ? number : First);
            (numbers, key) = ((numbers.Last, number), "");
            return true;
        }
        numbers = (null, null);
        if (word.Length == 0)
        {
            At++;
            return true;
        }
        // A stream of objects goes on behind its head; whatever else ends the object ends the reading.
        var isEnd = word is "stream" or "obj" or "xref" or "startxref" || word.EndsWith("endobj", StringComparison.Ordinal);
        IsPackage &= !isEnd || word == "stream";
        return !isEnd && !(isPacked && isFirst);
    }

    private void Space()
    {
        while (At < text.Length && text[At] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or (byte)'\f' or (byte)'%')
        {
            At =
                text[At] != '%' ? At + 1
                : text[At..].IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end ? At + end
                : text.Length;
        }
    }

    private void Skip()
    {
        var open = 0;
        for (; At < text.Length; At++)
        {
            var c = text[At];
            At += c == '\\' ? 1 : 0;
            open +=
                c == '(' ? 1
                : c == ')' ? -1
                : 0;
            if (open == 0)
            {
                At++;
                return;
            }
        }
        At = text.Length;
    }

    private string Word()
    {
        var start = At;
        while (At < text.Length && !IsDelimiter(text[At]))
        {
            At++;
        }
        // Longer words than these mean nothing here.
        return Encoding.Latin1.GetString(text[start..Math.Min(At, start + 40)]);
    }

    private string Name()
    {
        var raw = Word();
        if (!raw.Contains('#', StringComparison.Ordinal))
        {
            return raw;
        }
        var name = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.HexNumber, null, out var code))
            {
                name.Append((char)code);
                i += 2;
            }
            else
            {
                name.Append(raw[i]);
            }
        }
        return name.ToString();
    }

    private static bool IsDelimiter(byte c) =>
        c
            is (byte)' '
                or (byte)'\t'
                or (byte)'\r'
                or (byte)'\n'
                or 0
                or (byte)'\f'
                or (byte)'('
                or (byte)')'
                or (byte)'<'
                or (byte)'>'
                or (byte)'['
                or (byte)']'
                or (byte)'{'
                or (byte)'}'
                or (byte)'/'
                or (byte)'%';
}
