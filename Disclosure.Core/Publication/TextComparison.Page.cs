namespace Disclosure.Core.Publication;

/// <content>A page that was copied whole, with its header, navigation and footer.</content>
public static partial class TextComparison
{
    private const int LongestAround = 2_000;

    /// <summary>
    /// Compares with a page that was copied whole: whole lines around the text are no difference of it and are answered beside it. Where
    /// the text begins and ends is tried where its first and its last words stand; the place at which the fewest words differ counts. Such
    /// a page bears the title too: another year in the heading is a difference, not a part of the frame.
    /// </summary>
    /// <param name="approved">Lines of the approved text.</param>
    /// <param name="found">The page.</param>
    /// <param name="title">Title of the item.</param>
    /// <param name="isBody">False for an attachment, which stands on the page without the title of the item.</param>
    public static ComparedText CompareInPage(IReadOnlyList<ApprovedLine> approved, string found, string title = "", bool isBody = true)
    {
        var (a, b) = Cut(approved, found, title);
        var hunks = Hunks(a, b, PageSpan.Whole(a, b), approved);
        var (least, best) = (Words(hunks), Compared(hunks, a, b));
        var wanted = isBody ? WithTitle(approved, a, title) : approved;
        (a, b) = Cut(wanted, found, "");
        foreach (var place in PageSpan.Candidates(a, b, title).Distinct().TakeWhile(_ => least > 0))
        {
            var (span, tried) = place.Trimmed(Hunks(a, b, place, wanted), a.Tokens.Count, b);
            if (Words(tried) is var words && words < least)
            {
                (least, best) = (words, Compared(tried, a, b, wanted.Count - approved.Count) with { Around = Around(span, b) });
            }
        }
        return best;
    }

    private static int Words(List<Hunk> hunks) => hunks.Sum(h => h.CountA + h.CountB);

    private static IReadOnlyList<ApprovedLine> WithTitle(IReadOnlyList<ApprovedLine> approved, ComparableText text, string title)
    {
        var wanted = ComparableText.Normal(title);
        var bears =
            wanted.Length == 0 || approved.Any(l => ComparableText.Normal(l.Text) == wanted) || PageSpan.TitleLength(text, title) > 0;
        return bears ? approved : [new ApprovedLine(title), .. approved];
    }

    private static List<TextDifference> Around(PageSpan span, ComparableText b)
    {
        var found = new List<TextDifference>();
        if (span.FromB > 0)
        {
            found.Add(new TextDifference(DifferenceKind.Before, 0, "", "", Span(b, 0, span.FromB, LongestAround), ""));
        }
        if (span.UntilB < b.Tokens.Count)
        {
            var after = Span(b, span.UntilB, b.Tokens.Count - span.UntilB, LongestAround);
            found.Add(new TextDifference(DifferenceKind.After, 0, "", "", after, ""));
        }
        return found;
    }
}
