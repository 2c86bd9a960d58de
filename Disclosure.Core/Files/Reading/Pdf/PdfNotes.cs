using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>Notes, links and files that hang on a page of a PDF.</summary>
internal sealed class PdfNotes(PdfTokens tokens, BoundedSink sink, PdfAttachments files, PdfActions actions, Place place)
{
    private const int Most = 20_000;
    private const int Hidden = 2;
    private const int NotViewed = 32;

    /// <summary>Reads those of a page.</summary>
    public void Read(DictionaryToken page)
    {
        var (notes, texts) = (0, new HashSet<string>());
        actions.Of(page, place);
        var all = tokens.Array(page, "Annots").DistinctBy(n => n is IndirectReferenceToken reference ? (object)reference.Data : n).ToList();
        foreach (var note in all.Take(Most).Select(tokens.Dictionary).OfType<DictionaryToken>())
        {
            var kind = tokens.Name(note, "Subtype");
            actions.Of(note, place);
            if (kind == "FileAttachment")
            {
                files.Add(tokens.Dictionary(note, "FS"), place);
            }
            // A popup shows the words of the note it belongs to.
            if (kind != "Widget" && Words(note) is { } words && (kind != "Popup" || texts.Add(words)))
            {
                texts.Add(words);
                notes += kind is "Link" ? 0 : 1;
                Hand(note, words);
            }
        }
        if (notes > 0)
        {
            sink.Observe(new Observation(ObservationKind.Annotations, place, $"{notes} 条批注", notes));
        }
        if (all.Count > Most)
        {
            throw new InvalidDataException("A page has more notes than are read.");
        }
    }

    private void Hand(DictionaryToken note, string words)
    {
        var hides = ((tokens.Number(note, "F") ?? 0) & (Hidden | NotViewed)) != 0;
        sink.Passage(
            new Passage(place, PassageKind.Annotation, tokens.Text(note, "T") is { } author ? $"{author}：{words}" : words)
            {
                HiddenBy = hides ? PdfHiding.Note : null,
            }
        );
    }

    private string? Words(DictionaryToken note) =>
        tokens.Text(note, "Contents") ?? (tokens.Text(note, "RC") is { } rich ? WithoutMarks(rich) : null);

    /// <summary>The words of a rich text.</summary>
    private static string? WithoutMarks(string rich)
    {
        var words = new System.Text.StringBuilder();
        var isMark = false;
        foreach (var c in rich)
        {
            isMark = c == '<' || (isMark && c != '>');
            words.Append(
                isMark ? ""
                : c == '>' ? " "
                : c.ToString()
            );
        }
        return System.Net.WebUtility.HtmlDecode(words.ToString()).Trim() is { Length: > 0 } text ? text : null;
    }
}
