using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// What lies in a PDF beside its pages: properties, notes, values of forms, bookmarks, addresses, files, scripts, earlier states.
/// Everything is looked up by hand and once only: lists that contain themselves, which the library would follow without end, come to an end
/// here.
/// </summary>
internal sealed class PdfExtras(PdfDocument document, PdfTokens tokens, byte[] file, BoundedSink sink, CancellationToken ct)
{
    private readonly Tally tally = new();
    private readonly PdfAttachments files = new(tokens, sink);
    private readonly PdfActions actions = new(tokens, sink);

    /// <summary>What was counted.</summary>
    public IReadOnlyList<CoveragePart> Coverage => tally.Parts;

    /// <summary>Files inside.</summary>
    public IReadOnlyList<EmbeddedFile> Embedded => files.Found;

    /// <summary>Reads all of it; what does not hold together is counted and stops nothing else.</summary>
    /// <param name="pages">Pages whose notes are read.</param>
    public void Read(int pages)
    {
        Quietly("组文件属性", () => new PdfProperties(tokens, sink).Read(document.Information.DocumentInformationDictionary));
        Quietly("组表单", () => new PdfForm(tokens, sink, tally).Read());
        Quietly("组书签", Bookmarks);
        Quietly("组替代文字", Alternatives);
        Quietly("组嵌入文件", files.Named);
        Quietly("组脚本", actions.OfDocument);
        Quietly("组批注", () => Notes(pages));
        States();
    }

    private void Quietly(string unit, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (PdfContent.IsDamage(e))
        {
            tally.Miss(unit);
        }
    }

    private void Notes(int pages)
    {
        if (tokens.Dictionary(tokens.Catalog, "Pages") is not { } tree)
        {
            return;
        }
        var number = 0;
        foreach (var (page, _) in new PdfWalk(tokens).Over(tree, "Kids").Where(n => !n.Entry.Data.ContainsKey("Kids")).Take(pages))
        {
            ct.ThrowIfCancellationRequested();
            var place = PdfPages.Place(++number);
            Quietly("页批注", () => new PdfNotes(tokens, sink, files, actions, place).Read(page));
        }
    }

    private void Bookmarks()
    {
        if (tokens.Dictionary(tokens.Catalog, "Outlines") is not { } outlines)
        {
            return;
        }
        var line = 0;
        foreach (var (entry, _) in new PdfWalk(tokens).Over(outlines, "First", "Next"))
        {
            if (tokens.Text(entry, "Title") is { } title)
            {
                sink.Passage(new Passage(new Place { Part = "书签", Line = ++line }, PassageKind.Behind, title));
            }
            actions.Of(entry, new Place { Part = "书签" });
        }
    }

    private void Alternatives()
    {
        if (tokens.Dictionary(tokens.Catalog, "StructTreeRoot") is not { } root)
        {
            return;
        }
        foreach (var (entry, _) in new PdfWalk(tokens).Over(root, "K"))
        {
            ct.ThrowIfCancellationRequested();
            if (tokens.Text(entry, "Alt") is { } words)
            {
                sink.Passage(new Passage(new Place { Part = "替代文字" }, PassageKind.Behind, words));
            }
        }
    }

    // Whoever saves a change in place leaves what was there before in the file; a file made for the web has two ends by nature.
    private void States()
    {
        var ends = 0;
        for (var rest = file.AsSpan(); rest.IndexOf("%%EOF"u8) is >= 0 and var at; rest = rest[(at + 5)..])
        {
            ends++;
        }
        var earlier = ends - (file.AsSpan(0, Math.Min(file.Length, 2048)).IndexOf("/Linearized"u8) >= 0 ? 2 : 1);
        if (earlier > 0)
        {
            sink.Observe(
                new Observation(ObservationKind.EarlierStates, new Place { Part = "文件" }, $"保存着 {earlier} 个较早的状态", earlier)
            );
        }
    }
}

/// <summary>Walks a tree of a PDF, every entry once, so far and no further.</summary>
internal sealed class PdfWalk(PdfTokens tokens)
{
    private const int Most = 50_000;
    private const int MostDepth = 64;

    /// <summary>Entries below a root, each with its depth, in order.</summary>
    /// <param name="root">Where to begin; not among them.</param>
    /// <param name="downward">Names of entries that lead down or on.</param>
    public IEnumerable<(DictionaryToken Entry, DictionaryToken Parent)> Over(DictionaryToken root, params string[] downward)
    {
        var seen = new HashSet<UglyToad.PdfPig.Core.IndirectReference>();
        var count = 0;
        var next = new Stack<(IToken Token, DictionaryToken Parent, int Depth)>();
        Push(next, root, downward, 0);
        while (next.TryPop(out var at))
        {
            if (at.Token is IndirectReferenceToken reference && !seen.Add(reference.Data))
            {
                continue;
            }
            if (++count > Most)
            {
                throw new InvalidDataException("A tree of the file has too many entries.");
            }
            var resolved = tokens.Resolved(at.Token);
            if (resolved is ArrayToken array && at.Depth < MostDepth)
            {
                foreach (var one in array.Data.Reverse())
                {
                    next.Push((one, at.Parent, at.Depth + 1));
                }
            }
            else if (resolved is DictionaryToken entry)
            {
                yield return (entry, at.Parent);
                Push(next, entry, downward, at.Depth);
            }
        }
    }

    private static void Push(
        Stack<(IToken Token, DictionaryToken Parent, int Depth)> next,
        DictionaryToken entry,
        string[] downward,
        int depth
    )
    {
        // Pushed last, looked at first: what lies below an entry comes before what follows it. What follows it is no deeper than it is.
        foreach (var name in downward.Reverse())
        {
            if (entry.Data.TryGetValue(name, out var token) && (name == "Next" || depth < MostDepth))
            {
                next.Push((token, entry, name == "Next" ? depth : depth + 1));
            }
        }
    }
}
