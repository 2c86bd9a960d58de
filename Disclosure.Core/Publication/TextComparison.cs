using System.Text.RegularExpressions;

namespace Disclosure.Core.Publication;

/// <summary>What kind of difference it is.</summary>
public enum DifferenceKind
{
    /// <summary>改动: other words or figures at the same place.</summary>
    Changed,

    /// <summary>缺少.</summary>
    Missing,

    /// <summary>多出.</summary>
    Added,

    /// <summary>正文之前: stands on the page before the text; no difference of the text.</summary>
    Before,

    /// <summary>正文之后: stands on the page after the text; no difference of the text.</summary>
    After,
}

/// <summary>One difference with the words around it.</summary>
/// <param name="Kind">Changed, missing or added.</param>
/// <param name="Line">Line of the approved text, from 1; 0 for a title that stands above it.</param>
/// <param name="Before">Words before it.</param>
/// <param name="Old">As approved; empty where something was added.</param>
/// <param name="New">As found; empty where something is missing.</param>
/// <param name="After">Words after it.</param>
public sealed record TextDifference(DifferenceKind Kind, int Line, string Before, string Old, string New, string After);

/// <summary>What comparing two texts gave.</summary>
/// <param name="Differences">The first of them, in order.</param>
/// <param name="Total">How many there are.</param>
public sealed record ComparedText(IReadOnlyList<TextDifference> Differences, int Total)
{
    /// <summary>What of a page stands before and after the text: header, navigation, footer.</summary>
    public IReadOnlyList<TextDifference> Around { get; init; } = [];

    /// <summary>True when nothing differs.</summary>
    public bool Same => Total == 0;
}

/// <summary>A line of the approved text.</summary>
/// <param name="Text">The line.</param>
/// <param name="Numbered">True when the office program sets a number or bullet before it that is no part of the text.</param>
public readonly record struct ApprovedLine(string Text, bool Numbered = false);

/// <summary>
/// Holds a text found on a channel against the approved one (D3). Lines that stand once in both are the fixed points; between them tokens
/// are compared without regard to breaks, so that a page may break and blank as it likes and still not hide a digit.
/// </summary>
public static partial class TextComparison
{
    private const int MostShown = 200;
    private const int Context = 24;
    private const int LongestShown = 400;

    /// <summary>Compares.</summary>
    /// <param name="approved">Lines of the approved text.</param>
    /// <param name="found">The text found.</param>
    /// <param name="title">Title of the item: a page may bear it above a text that does not begin with it.</param>
    public static ComparedText Compare(IReadOnlyList<ApprovedLine> approved, string found, string title = "")
    {
        var (a, b) = Cut(approved, found, title);
        return Compared(Hunks(a, b, PageSpan.Whole(a, b), approved), a, b);
    }

    private static (ComparableText A, ComparableText B) Cut(IReadOnlyList<ApprovedLine> approved, string found, string title)
    {
        var lines = approved.Select(l => l.Text).ToList();
        return ComparableText.Pair(lines, WithoutTitle(lines, found.ReplaceLineEndings("\n").Split('\n', '\v', '\f'), title));
    }

    // The title that was set before a text stands in line 0.
    private static ComparedText Compared(List<Hunk> hunks, ComparableText a, ComparableText b, int before = 0) =>
        new([.. hunks.Take(MostShown).Select(h => Difference(h, a, b, before))], hunks.Count);

    private static List<Hunk> Hunks(ComparableText a, ComparableText b, PageSpan span, IReadOnlyList<ApprovedLine> approved) =>
        [.. Slid(Hunks(a, b, span), a, b).Where(h => !IsNumberOf(h, approved, a, b))];

    private static List<Hunk> Hunks(ComparableText a, ComparableText b, PageSpan span)
    {
        var (difference, found, fromA, fromB) = (new TokenDifference(a.Tokens, b.Tokens), new List<Hunk>(), span.FromA, span.FromB);
        foreach (
            var (startA, endA, startB, endB) in FixedLines(a, b, span).Append((a.Tokens.Count, a.Tokens.Count, span.UntilB, span.UntilB))
        )
        {
            found.AddRange(difference.Of(fromA, startA, fromB, startB));
            (fromA, fromB) = (endA, endB);
        }
        return found;
    }

    /// <summary>Lines that stand exactly once in both and in the same order: the longest such chain.</summary>
    private static List<(int StartA, int EndA, int StartB, int EndB)> FixedLines(ComparableText a, ComparableText b, PageSpan span)
    {
        var (inA, inB) = (Once(a, span.FromA, a.Tokens.Count), Once(b, span.FromB, span.UntilB));
        var pairs = inA.Where(x => inB.ContainsKey(x.Key))
            .Select(x => (x.Value.Start, x.Value.End, inB[x.Key].Start, inB[x.Key].End))
            .OrderBy(p => p.Item1)
            .ToList();
        var (tails, before) = (new List<int>(), new int[pairs.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tails[middle]].Item3 < pairs[i].Item3 ? (middle + 1, high) : (low, middle);
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }
        var chain = new List<(int, int, int, int)>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
        {
            chain.Add(pairs[i]);
        }
        chain.Reverse();
        return chain;
    }

    /// <summary>Lines that stand once, by their tokens; a line of one token is no fixed point.</summary>
    private static Dictionary<string, (int Start, int End)> Once(ComparableText text, int from, int until)
    {
        var (found, twice) = (new Dictionary<string, (int, int)>(), new HashSet<string>());
        for (var start = from; start < until;)
        {
            var end = start;
            while (end < until && text.Tokens[end].Line == text.Tokens[start].Line)
            {
                end++;
            }
            var key = string.Join(',', Enumerable.Range(start, end - start).Select(i => text.Tokens[i].Key));
            if (end - start > 1 && !found.TryAdd(key, (start, end)))
            {
                twice.Add(key);
            }
            start = end;
        }
        foreach (var key in twice)
        {
            found.Remove(key);
        }
        return found;
    }

    /// <summary>Something only missing or only added may often be cut at several places; whole lines read best.</summary>
    private static IEnumerable<Hunk> Slid(List<Hunk> hunks, ComparableText a, ComparableText b)
    {
        var last = default(Hunk);
        foreach (var h in hunks)
        {
            last = h.CountA == 0 || h.CountB == 0 ? Slid(h, last.A + last.CountA, a.Tokens, b.Tokens) : h;
            yield return last;
        }
    }

    private static Hunk Slid(Hunk h, int first, IReadOnlyList<Token> a, IReadOnlyList<Token> b)
    {
        var (tokens, at, count) = h.CountB == 0 ? (a, h.A, h.CountA) : (b, h.B, h.CountB);
        for (var back = 0; h.A - back >= first && h.B - back >= 0; back++)
        {
            if (at - back == 0 || tokens[at - back].Line != tokens[at - back - 1].Line)
            {
                return h with { A = h.A - back, B = h.B - back };
            }
            if (
                h.A - back == 0
                || h.B - back == 0
                || tokens[at - back - 1].Key != tokens[at - back - 1 + count].Key
                || a[h.A - back - 1].Key != b[h.B - back - 1].Key
            )
            {
                break;
            }
        }
        return h;
    }

    /// <summary>True for the number or bullet that a browser copies along with a line which the office program numbers by itself.</summary>
    private static bool IsNumberOf(Hunk h, IReadOnlyList<ApprovedLine> approved, ComparableText a, ComparableText b) =>
        h is { CountA: 0, CountB: <= 6 }
        && h.A < a.Tokens.Count
        && a.Tokens[h.A].Line is var line
        && approved[line].Numbered
        && (h.A == 0 || a.Tokens[h.A - 1].Line != line)
        && Enumeration().IsMatch(Span(b, h.B, h.CountB));

    private static TextDifference Difference(Hunk h, ComparableText a, ComparableText b, int before)
    {
        var kind = (h.CountA, h.CountB) switch
        {
            (0, _) => DifferenceKind.Added,
            (_, 0) => DifferenceKind.Missing,
            _ => DifferenceKind.Changed,
        };
        var (text, at, count) = kind == DifferenceKind.Added && h.B < b.Tokens.Count ? (b, h.B, h.CountB) : (a, h.A, h.CountA);
        var line = a.Tokens.Count == 0 ? 0 : a.Tokens[Math.Min(h.A, a.Tokens.Count - 1)].Line + 1 - before;
        return new TextDifference(
            kind,
            line,
            Before(text, at),
            Span(a, h.A, h.CountA),
            Span(b, h.B, h.CountB),
            After(text, at + count - 1)
        );
    }

    private static string Before(ComparableText text, int at)
    {
        if (at >= text.Tokens.Count)
        {
            return "";
        }
        var token = text.Tokens[at];
        var start = Math.Max(0, token.Start - Context);
        return text.Lines[token.Line][start..token.Start];
    }

    private static string After(ComparableText text, int last)
    {
        if (last < 0 || last >= text.Tokens.Count)
        {
            return "";
        }
        var token = text.Tokens[last];
        var (line, end) = (text.Lines[token.Line], token.Start + token.Length);
        return line[end..Math.Min(line.Length, end + Context)];
    }

    /// <summary>The tokens as they stand, with their blanks and breaks.</summary>
    private static string Span(ComparableText text, int at, int count, int longest = LongestShown)
    {
        if (count == 0)
        {
            return "";
        }
        var (first, last) = (text.Tokens[at], text.Tokens[at + count - 1]);
        var parts = new List<string>();
        for (var line = first.Line; line <= last.Line && parts.Sum(p => p.Length) <= longest; line++)
        {
            var (from, to) = (line == first.Line ? first.Start : 0, line == last.Line ? last.Start + last.Length : text.Lines[line].Length);
            parts.Add(text.Lines[line][from..to]);
        }
        var span = string.Join('\n', parts);
        return span.Length > longest ? span[..longest] + "…" : span;
    }

    private static string[] WithoutTitle(List<string> approved, string[] found, string title)
    {
        var wanted = ComparableText.Normal(title);
        var at =
            wanted.Length == 0 || approved.Exists(l => ComparableText.Normal(l) == wanted)
                ? -1
                : Array.FindIndex(found, l => ComparableText.Normal(l) == wanted);
        return at < 0 ? found : [.. found[..at], .. found[(at + 1)..]];
    }

    [GeneratedRegex(@"^[（(]?(\d{1,3}|[一二三四五六七八九十百]{1,4}|[a-zA-Z]|[①-⑳])?[）)．.、]?$", RegexOptions.None, 1000)]
    private static partial Regex Enumeration();
}
