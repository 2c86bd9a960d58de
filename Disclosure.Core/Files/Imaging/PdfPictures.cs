using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Finds the pictures that the pages of a PDF draw, by its page tree alone: what the pages write besides is never interpreted.
/// </summary>
internal sealed class PdfPictures(PdfDocument document)
{
    private const int MostObjects = 5000;
    private const int Deepest = 40;

    private int visited;

    /// <summary>Pictures of each page, in the order of the pages; at most so many pages.</summary>
    public IEnumerable<IReadOnlyList<StreamToken>> ByPage(int pages)
    {
        var root = document.Structure.Catalog.CatalogDictionary;
        return Pages(Entry(root, "Pages") as DictionaryToken, null, 0).Take(pages);
    }

    /// <summary>An entry of a dictionary, followed to what it refers to; null when there is none.</summary>
    public IToken? Entry(DictionaryToken dictionary, string name) =>
        dictionary.TryGet(NameToken.Create(name), out var token) ? Followed(token) : null;

    /// <summary>What a reference refers to, or the token itself.</summary>
    public IToken? Followed(IToken? token)
    {
        for (var i = 0; token is IndirectReferenceToken reference; i++)
        {
            token = i < Deepest ? document.Structure.GetObject(reference.Data)?.Data : null;
        }
        return token;
    }

    private IEnumerable<IReadOnlyList<StreamToken>> Pages(DictionaryToken? node, DictionaryToken? inherited, int depth)
    {
        if (node is null || depth > Deepest || visited++ > MostObjects)
        {
            yield break;
        }
        var resources = Entry(node, "Resources") as DictionaryToken ?? inherited;
        if (Entry(node, "Kids") is not ArrayToken kids)
        {
            yield return [.. resources is null ? [] : Pictures(resources, 0)];
            yield break;
        }
        foreach (var kid in kids.Data)
        {
            foreach (var page in Pages(Followed(kid) as DictionaryToken, resources, depth + 1))
            {
                yield return page;
            }
        }
    }

    /// <summary>Pictures among the resources, and those of the forms among them.</summary>
    private IEnumerable<StreamToken> Pictures(DictionaryToken resources, int depth)
    {
        if (depth > 4 || Entry(resources, "XObject") is not DictionaryToken drawn)
        {
            yield break;
        }
        foreach (var token in drawn.Data.Values)
        {
            if (visited++ > MostObjects || Followed(token) is not StreamToken stream)
            {
                continue;
            }
            var kind = (Entry(stream.StreamDictionary, "Subtype") as NameToken)?.Data;
            if (kind == "Image")
            {
                yield return stream;
            }
            else if (kind == "Form" && Entry(stream.StreamDictionary, "Resources") is DictionaryToken inner)
            {
                foreach (var picture in Pictures(inner, depth + 1))
                {
                    yield return picture;
                }
            }
        }
    }
}
