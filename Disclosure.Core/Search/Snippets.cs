using Disclosure.Core.Store;

namespace Disclosure.Core.Search;

/// <summary>Cuts what was found out of its text and marks it.</summary>
internal static class Snippets
{
    private const int Before = 24;
    private const int Most = 110;

    /// <summary>The whole text with every word marked.</summary>
    public static IReadOnlyList<SnippetPart> Whole(string text, IReadOnlyList<SearchWord> words) =>
        Mark(text, 0, text.Length, Hits(text, words, false));

    /// <summary>What stands around the first word found.</summary>
    /// <param name="names">True for a list of people.</param>
    public static IReadOnlyList<SnippetPart> Around(string text, IReadOnlyList<SearchWord> words, bool names)
    {
        var hits = Hits(text, words, names);
        var first = hits.Count > 0 ? hits.Min(h => h.From) : 0;
        var from = Math.Max(0, first - Before);
        if (from > 0 && char.IsLowSurrogate(text[from]))
        {
            from--;
        }
        var until = Math.Min(text.Length, from + Most);
        if (until < text.Length && char.IsLowSurrogate(text[until]))
        {
            until--;
        }
        var parts = Mark(text, from, until, hits);
        return
        [
            .. from > 0 ? [new SnippetPart("…", false)] : Array.Empty<SnippetPart>(),
            .. parts,
            .. until < text.Length ? [new SnippetPart("…", false)] : Array.Empty<SnippetPart>(),
        ];
    }

    // A word typed in initials is marked where its characters stand.
    private static List<(int From, int Until)> Hits(string text, IReadOnlyList<SearchWord> words, bool names)
    {
        var folded = SearchText.Of(text);
        var hits = new List<(int, int)>();
        foreach (var word in words.SelectMany(w => w.Folded))
        {
            Find(folded, folded.Text, word, text, hits);
            if (word.All(char.IsAsciiLetterOrDigit))
            {
                var initials = names ? Pinyin.OfNames(text.Split(SearchText.Gap)) : Pinyin.Of(text);
                if (initials.Length == folded.Text.Length)
                {
                    Find(folded, initials, word, text, hits);
                }
            }
        }
        return hits;
    }

    private static void Find(SearchText folded, string within, string word, string text, List<(int, int)> hits)
    {
        const int enough = 50;
        for (
            var at = within.IndexOf(word, StringComparison.Ordinal);
            at >= 0 && hits.Count < enough;
            at = within.IndexOf(word, at + word.Length, StringComparison.Ordinal)
        )
        {
            var last = folded.At[at + word.Length - 1];
            hits.Add((folded.At[at], last + (char.IsHighSurrogate(text[last]) ? 2 : 1)));
        }
    }

    private static List<SnippetPart> Mark(string text, int from, int until, List<(int From, int Until)> hits)
    {
        var marked = new bool[until - from];
        foreach (var (start, end) in hits)
        {
            for (var i = Math.Max(start, from); i < Math.Min(end, until); i++)
            {
                marked[i - from] = true;
            }
        }
        var parts = new List<SnippetPart>();
        for (var i = 0; i < marked.Length;)
        {
            var j = i;
            while (j < marked.Length && marked[j] == marked[i])
            {
                j++;
            }
            parts.Add(new SnippetPart(Shown(text[(from + i)..(from + j)]), marked[i]));
            i = j;
        }
        return parts;
    }

    private static string Shown(string text) => text.Replace(SearchText.Gap, '　').Replace('\n', ' ').Replace('\t', ' ');
}
