using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>What a PDF does by itself or on a click: addresses that it leads to, scripts, programs and files that it opens.</summary>
internal sealed class PdfActions(PdfTokens tokens, BoundedSink sink)
{
    private const int MostScript = 20_000;
    private const int MostChain = 20;

    /// <summary>Actions of the document: on opening it, and its scripts.</summary>
    public void OfDocument()
    {
        var place = new Place { Part = "脚本" };
        Run(tokens.Dictionary(tokens.Catalog, "OpenAction"), place);
        Triggers(tokens.Catalog, place);
        if (tokens.Dictionary(tokens.Catalog, "Names") is { } names && tokens.Dictionary(names, "JavaScript") is { } tree)
        {
            foreach (var node in new PdfWalk(tokens).Over(tree, "Kids").Select(n => n.Entry).Prepend(tree).ToList())
            {
                foreach (var script in tokens.Array(node, "Names").Where((_, n) => n % 2 == 1))
                {
                    Run(tokens.Dictionary(script), place);
                }
            }
        }
    }

    /// <summary>Actions of a note, a field, a page or a bookmark.</summary>
    public void Of(DictionaryToken owner, Place place)
    {
        Run(tokens.Dictionary(owner, "A"), place);
        Triggers(owner, place);
    }

    private void Triggers(DictionaryToken owner, Place place)
    {
        foreach (var trigger in tokens.Dictionary(owner, "AA")?.Data.Values ?? [])
        {
            Run(tokens.Dictionary(trigger), place);
        }
    }

    private void Run(DictionaryToken? action, Place place)
    {
        for (var step = 0; action is not null && step < MostChain; step++, action = tokens.Dictionary(action, "Next"))
        {
            One(action, place);
        }
    }

    private void One(DictionaryToken action, Place place)
    {
        switch (tokens.Name(action, "S"))
        {
            case "URI" when tokens.Text(action, "URI") is { } address:
                Address(address, place);
                break;
            case "GoToR" or "GoToE" when PathOf(action) is { } path:
                Address(path, place);
                break;
            case "Launch" or "ImportData" or "SubmitForm":
                sink.Observe(new Observation(ObservationKind.Script, place, "点击或打开时启动程序、打开文件或发送数据"));
                if (PathOf(action) is { } target)
                {
                    Address(target, place);
                }
                break;
            case "JavaScript":
                sink.Observe(new Observation(ObservationKind.Script, place, "JavaScript 脚本"));
                if (tokens.Text(action, "JS") is { } script)
                {
                    sink.Passage(new Passage(place, PassageKind.Behind, script.Length > MostScript ? script[..MostScript] : script));
                }
                break;
        }
    }

    private void Address(string address, Place place)
    {
        sink.Passage(new Passage(place, PassageKind.Behind, address));
        if (PdfProperties.IsPath(address))
        {
            sink.Observe(new Observation(ObservationKind.Origin, place, $"链接：{address}"));
        }
    }

    private string? PathOf(DictionaryToken action) =>
        tokens.Text(action, "F")
        ?? (tokens.Dictionary(action, "F") is { } description ? tokens.Text(description, "UF") ?? tokens.Text(description, "F") : null);
}
