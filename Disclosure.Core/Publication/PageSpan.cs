namespace Disclosure.Core.Publication;

/// <summary>
/// Where the approved text may stand in a page that was copied whole. It begins and ends with a line of the page: what stands on a line of
/// the text belongs to the text.
/// </summary>
/// <param name="FromA">First token of the approved text that is compared; behind the title where the page has lines between both.</param>
/// <param name="FromB">First token of the page that is compared.</param>
/// <param name="UntilB">Token of the page behind the last one that is compared.</param>
internal readonly record struct PageSpan(int FromA, int FromB, int UntilB)
{
    // Fewer words stand anywhere by chance.
    private const int Fewest = 6;
    private const int MostPlaces = 2;

    // Date, source, how often it was read; not a paragraph.
    private const int MostBetween = 80;
    private const int MostTitleLines = 3;
    private static readonly int[] Lengths = [60, 30, 15, Fewest];

    /// <summary>The page from its first word to its last.</summary>
    public static PageSpan Whole(ComparableText a, ComparableText b) => new(0, 0, b.Tokens.Count);

    /// <summary>Every place to try; the whole page comes first.</summary>
    /// <param name="a">The approved text.</param>
    /// <param name="b">The page.</param>
    /// <param name="title">Title of the item.</param>
    public static IEnumerable<PageSpan> Candidates(ComparableText a, ComparableText b, string title)
    {
        yield return Whole(a, b);
        int[] ends = [b.Tokens.Count, .. Ends(a, b)];
        foreach (var from in Starts(a, b, 0).Append(0))
        {
            foreach (var until in ends.Where(e => e > from))
            {
                yield return new PageSpan(0, from, until);
            }
        }
        if (TitleLength(a, title) is not (> 0 and var behind))
        {
            yield break;
        }
        // A heading with other words or figures is shown as what it is, wherever the right title stands besides.
        foreach (var from in Starts(a, b, behind).SelectMany(s => Above(b, s)))
        {
            foreach (var until in ends.Where(e => e > from))
            {
                yield return new PageSpan(0, from, until);
            }
        }
        // The title stands as lines of its own; in the path of the page it says nothing about its heading.
        var headings = Places(b, Keys(a, 0, behind)).FindAll(at => Begins(b, at) && Begins(b, at + behind));
        foreach (var from in Starts(a, b, behind).Where(s => headings.Exists(h => s - h - behind is >= 0 and <= MostBetween)))
        {
            foreach (var until in ends.Where(e => e > from))
            {
                yield return new PageSpan(behind, from, until);
            }
        }
    }

    /// <summary>Tokens of the title with which the text begins, broken into lines as it likes; 0 when it does not.</summary>
    public static int TitleLength(ComparableText a, string title)
    {
        var wanted = ComparableText.Normal(title);
        var ends = a.Tokens.Select(t => t.Line).Distinct().Take(MostTitleLines).Where(_ => wanted.Length > 0);
        return ends.Where(end => ComparableText.Normal(string.Join('\n', a.Lines.Take(end + 1))) == wanted)
            .Select(end => a.Tokens.TakeWhile(t => t.Line <= end).Count())
            .FirstOrDefault();
    }

    /// <summary>
    /// The same place without the whole lines of the page that stand before and after the text, and the differences within it.
    /// </summary>
    /// <param name="hunks">Differences of this place.</param>
    /// <param name="lengthA">Tokens of the approved text.</param>
    /// <param name="b">The page.</param>
    public (PageSpan Span, List<Hunk> Hunks) Trimmed(IReadOnlyList<Hunk> hunks, int lengthA, ComparableText b)
    {
        var (found, from, until) = (hunks.ToList(), FromB, UntilB);
        // Between the title and the text nothing more may be taken for a part of the page.
        if (FromA == 0 && found is [{ A: 0 } first, ..] && first.B == from && first.CountB > 0)
        {
            var end = first.B + first.CountB;
            from = Begins(b, end) ? end : LineStart(b, end);
            found[0] = first with { B = from, CountB = end - from };
        }
        if (found is [.., var last] && last.A + last.CountA == lengthA && last.B + last.CountB == until && last.CountB > 0)
        {
            until = Begins(b, last.B) ? last.B : LineEnd(b, last.B);
            found[^1] = last with { CountB = until - last.B };
        }
        return (this with { FromB = from, UntilB = until }, found.FindAll(h => h.CountA > 0 || h.CountB > 0));
    }

    private static List<int> Starts(ComparableText a, ComparableText b, int from) =>
        First(a.Tokens.Count - from, length => Places(b, Keys(a, from, length)).ConvertAll(at => LineStart(b, at)));

    private static List<int> Ends(ComparableText a, ComparableText b) =>
        First(a.Tokens.Count, length => Places(b, Keys(a, a.Tokens.Count - length, length)).ConvertAll(at => LineEnd(b, at + length - 1)));

    // The longest stretch that stands there at all; a short one may stand in the navigation too.
    private static List<int> First(int available, Func<int, List<int>> places) =>
        Lengths
            .Select(length => Math.Min(length, available))
            .Where(length => length > 0)
            .Distinct()
            .Select(places)
            .FirstOrDefault(found => found.Count > 0)
            is { } some
            ? [.. some.Take(MostPlaces), .. some.Skip(MostPlaces).TakeLast(MostPlaces)]
            : [];

    private static bool Begins(ComparableText text, int at) =>
        at == 0 || at == text.Tokens.Count || text.Tokens[at].Line != text.Tokens[at - 1].Line;

    private static IEnumerable<int> Above(ComparableText text, int at)
    {
        for (var line = 0; line < MostTitleLines && at > 0; line++)
        {
            at = LineStart(text, at - 1);
            yield return at;
        }
    }

    private static int LineStart(ComparableText text, int at)
    {
        while (!Begins(text, at))
        {
            at--;
        }
        return at;
    }

    private static int LineEnd(ComparableText text, int at)
    {
        do
        {
            at++;
        } while (!Begins(text, at));
        return at;
    }

    private static int[] Keys(ComparableText text, int from, int length) => [.. text.Tokens.Skip(from).Take(length).Select(t => t.Key)];

    private static List<int> Places(ComparableText text, int[] keys)
    {
        var (found, tokens) = (new List<int>(), text.Tokens);
        for (var at = 0; at + keys.Length <= tokens.Count; at++)
        {
            var same = 0;
            while (same < keys.Length && tokens[at + same].Key == keys[same])
            {
                same++;
            }
            if (same == keys.Length)
            {
                found.Add(at);
            }
        }
        return found;
    }
}
