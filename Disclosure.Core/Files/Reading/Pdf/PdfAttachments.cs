using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>Files inside a PDF: those that it names, and those that hang on a page.</summary>
internal sealed class PdfAttachments(PdfTokens tokens, BoundedSink sink)
{
    private readonly List<EmbeddedFile> found = [];
    private readonly HashSet<StreamToken> seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was found.</summary>
    public IReadOnlyList<EmbeddedFile> Found => found;

    /// <summary>Files in the list of the document.</summary>
    public void Named()
    {
        if (tokens.Dictionary(tokens.Catalog, "Names") is { } names && tokens.Dictionary(names, "EmbeddedFiles") is { } tree)
        {
            OfNames(tree);
            foreach (var (node, _) in new PdfWalk(tokens).Over(tree, "Kids"))
            {
                OfNames(node);
            }
        }
        foreach (var associated in tokens.Array(tokens.Catalog, "AF"))
        {
            Add(tokens.Dictionary(associated), new Place { Part = "嵌入文件" });
        }
    }

    /// <summary>A file by what describes it; one that lies elsewhere is no file inside.</summary>
    public void Add(DictionaryToken? description, Place place)
    {
        if (
            description is null
            || tokens.Dictionary(description, "EF") is not { } bytes
            || (tokens.Entry(bytes, "UF") ?? tokens.Entry(bytes, "F")) is not StreamToken stream
            || !seen.Add(stream)
        )
        {
            return;
        }
        var name = tokens.Text(description, "UF") ?? tokens.Text(description, "F") ?? "无名附件.bin";
        var at = place with { Part = place.Page is null ? $"嵌入文件“{name}”" : place.Part, Key = place.Page is null ? name : place.Key };
        sink.Observe(new Observation(ObservationKind.EmbeddedFile, at, name));
        if (tokens.Text(description, "Desc") is { } words)
        {
            sink.Passage(new Passage(at, PassageKind.Behind, words));
        }
        found.Add(new EmbeddedFile(name, at, tokens.Later(stream)));
    }

    private void OfNames(DictionaryToken node)
    {
        foreach (var (value, n) in tokens.Array(node, "Names").Select((v, n) => (v, n)))
        {
            if (n % 2 == 1)
            {
                Add(tokens.Dictionary(value), new Place { Part = "嵌入文件" });
            }
        }
    }
}
