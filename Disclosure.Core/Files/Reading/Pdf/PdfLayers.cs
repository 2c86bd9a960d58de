using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>Layers of a PDF that are switched off when it is opened.</summary>
internal sealed class PdfLayers
{
    /// <summary>No layer is off.</summary>
    public static readonly PdfLayers None = new([], [], false);

    private readonly IReadOnlyList<DictionaryToken> off;
    private readonly IReadOnlyList<DictionaryToken> on;
    private readonly bool isOffByItself;

    private PdfLayers(IReadOnlyList<DictionaryToken> off, IReadOnlyList<DictionaryToken> on, bool isOffByItself) =>
        (this.off, this.on, this.isOffByItself) = (off, on, isOffByItself);

    /// <summary>Reads which layers are off.</summary>
    public static PdfLayers Of(PdfTokens tokens)
    {
        if (tokens.Dictionary(tokens.Catalog, "OCProperties") is not { } properties || tokens.Dictionary(properties, "D") is not { } usual)
        {
            return None;
        }
        return new PdfLayers(
            [.. tokens.Array(usual, "OFF").Select(tokens.Dictionary).OfType<DictionaryToken>()],
            [.. tokens.Array(usual, "ON").Select(tokens.Dictionary).OfType<DictionaryToken>()],
            tokens.Name(usual, "BaseState") == "OFF"
        );
    }

    /// <summary>True when what belongs to this layer, or to this group of layers, is not shown.</summary>
    public bool Hides(DictionaryToken? layer, IPdfTokenScanner scanner)
    {
        if (layer is null || (off.Count == 0 && !isOffByItself))
        {
            return false;
        }
        if (!layer.TryGet(NameToken.Create("OCGs"), out var members))
        {
            return IsOff(layer);
        }
        IReadOnlyList<DictionaryToken> all =
            DirectObjectFinder.TryGet(members, scanner, out DictionaryToken? one) ? [one]
            : DirectObjectFinder.TryGet(members, scanner, out ArrayToken? several)
                ?
                [
                    .. several
                        .Data.Select(m => DirectObjectFinder.TryGet(m, scanner, out DictionaryToken? d) ? d : null)
                        .OfType<DictionaryToken>(),
                ]
            : [];
        return all.Count > 0
            && (layer.TryGet(NameToken.Create("P"), out var policy) && policy is NameToken name ? name.Data : "AnyOn") switch
            {
                "AllOn" => all.Any(IsOff),
                "AnyOff" => !all.Any(IsOff),
                "AllOff" => !all.All(IsOff),
                _ => all.All(IsOff),
            };
    }

    private bool IsOff(DictionaryToken layer) => off.Any(layer.Equals) || (isOffByItself && !on.Any(layer.Equals));
}
