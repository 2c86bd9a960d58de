using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>Looks things up in the objects of a PDF. What refers to itself, or is of another kind than asked for, is not there.</summary>
internal sealed class PdfTokens(IPdfTokenScanner scanner, IFilterProvider filters, DictionaryToken catalog)
{
    private const int MostSteps = 16;

    /// <summary>The root of the document.</summary>
    public DictionaryToken Catalog => catalog;

    /// <summary>What a token stands for.</summary>
    public IToken? Resolved(IToken? token)
    {
        for (var step = 0; step < MostSteps && token is IndirectReferenceToken reference; step++)
        {
            token = scanner.Get(reference.Data)?.Data;
        }
        return token is IndirectReferenceToken or NullToken ? null : token;
    }

    /// <summary>An entry of a dictionary.</summary>
    public IToken? Entry(DictionaryToken of, string name) => of.Data.TryGetValue(name, out var token) ? Resolved(token) : null;

    /// <summary>A dictionary, also that of a stream.</summary>
    public DictionaryToken? Dictionary(IToken? token) =>
        Resolved(token) switch
        {
            DictionaryToken d => d,
            StreamToken s => s.StreamDictionary,
            _ => null,
        };

    /// <summary>An entry that is a dictionary.</summary>
    public DictionaryToken? Dictionary(DictionaryToken of, string name) => Dictionary(Entry(of, name));

    /// <summary>An entry that is a list; one that is missing is empty.</summary>
    public IReadOnlyList<IToken> Array(DictionaryToken of, string name) => Entry(of, name) is ArrayToken array ? array.Data : [];

    /// <summary>An entry that is a name.</summary>
    public string? Name(DictionaryToken of, string name) => (Entry(of, name) as NameToken)?.Data;

    /// <summary>An entry that is a whole number.</summary>
    public int? Number(DictionaryToken of, string name) =>
        Entry(of, name) is NumericToken { Data: > int.MinValue and < int.MaxValue } n ? (int)n.Data : null;

    /// <summary>An entry that is a text, in one line; null when it is missing or empty.</summary>
    public string? Text(DictionaryToken of, string name) => Text(Entry(of, name));

    /// <summary>A text in one line; null when it is none, or empty.</summary>
    public string? Text(IToken? token)
    {
        var text = Resolved(token) switch
        {
            StringToken s => Decoded(s.GetBytes()) ?? s.Data,
            HexToken h => Decoded(h.Bytes) ?? h.Data,
            StreamToken s => TextEncoding.Decoded(Bytes(s).Span, isWhole: true),
            _ => null,
        };
        return text?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } words ? words : null;
    }

    /// <summary>Unpacked bytes of a stream.</summary>
    public ReadOnlyMemory<byte> Bytes(StreamToken stream) => Bytes(stream, filters);

    /// <summary>Opens a stream later, when the document may be closed.</summary>
    public Func<Stream> Later(StreamToken stream)
    {
        var kept = filters;
        return () => new MemoryStream(Bytes(stream, kept).ToArray(), writable: false);
    }

    private static ReadOnlyMemory<byte> Bytes(StreamToken stream, IFilterProvider filters)
    {
        try
        {
            return stream.Decode(filters);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InvalidDataException))
        {
            throw new InvalidDataException("A stream cannot be unpacked.", e);
        }
    }

    // Old programs of the bureau write Chinese as it stands in their memory; the library takes that for Latin letters.
    private static string? Decoded(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            _ when bytes.ContainsAnyExceptInRange((byte)0x01, (byte)0x7F) => TextEncoding.Decoded(bytes, isWhole: true),
            _ => null,
        };
}
