using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>Turns hits into findings: leaves out rules that are switched off, keeps the first of equal ones and counts the rest.</summary>
internal sealed class Notes(ExaminerSettings settings, Action<Finding> keep, Action<string> count)
{
    private const int Margin = 20;
    private const int MostEqual = 20;
    private const int MostRemembered = 5_000;
    private readonly HashSet<string> off = [.. settings.Off];
    private readonly Dictionary<(string Rule, string Value, string Part), int> seen = [];

    /// <summary>The settings.</summary>
    public ExaminerSettings Settings => settings;

    /// <summary>False for a rule that is switched off.</summary>
    public bool Wants(RuleFacts rule) => !off.Contains(rule.Code);

    /// <summary>Keeps a hit. The stretch counts in the normalised text; a sensitive one is masked until opened.</summary>
    public void Add(
        RuleFacts rule,
        ExaminedText text,
        TextSpan at,
        Confidence confidence,
        string why,
        Severity? severity = null,
        bool sensitive = true
    ) => Add(rule, text.Words, at, text.Place, confidence, $"{why}{text.Hiding}。", severity, sensitive);

    /// <summary>Keeps a hit at a place of the caller's own.</summary>
    public void Add(
        RuleFacts rule,
        Normalised words,
        TextSpan at,
        Place place,
        Confidence confidence,
        string why,
        Severity? severity = null,
        bool sensitive = true
    )
    {
        if (off.Contains(rule.Code))
        {
            return;
        }
        if (IsKnown(rule, words.Text.Substring(at.Start, at.Length), place.Part))
        {
            count(rule.Code);
            return;
        }
        var (excerpt, stretch) = Cut(words, at);
        var finding = rule.Found(place, excerpt, confidence, why, sensitive ? [stretch] : []);
        keep(severity is { } other ? finding with { Severity = other } : finding);
    }

    /// <summary>Up to 20 characters on either side, on one line, and where in them the hit stands.</summary>
    public static (string Excerpt, TextSpan Hit) Cut(Normalised words, TextSpan at)
    {
        var (start, length) = words.Back(at.Start, at.Length);
        var original = words.Original;
        var (from, to) = (Math.Max(0, start - Margin), Math.Min(original.Length, start + length + Margin));
        // A pair of surrogates is never cut in two.
        from -= from > 0 && char.IsLowSurrogate(original[from]) ? 1 : 0;
        to += to < original.Length && char.IsLowSurrogate(original[to]) ? 1 : 0;
        var excerpt = string.Create(
            to - from,
            (original, from),
            static (into, source) =>
            {
                source.original.AsSpan(source.from, into.Length).CopyTo(into);
                into.ReplaceAny(Breaks, ' ');
            }
        );
        return (excerpt, new(start - from, length));
    }

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("\r\n\t\v\f\u2028\u2029");

    private bool IsKnown(RuleFacts rule, string value, string part)
    {
        var key = (rule.Code, value, part);
        if (!seen.TryGetValue(key, out var times) && seen.Count >= MostRemembered)
        {
            return false;
        }
        seen[key] = times + 1;
        return times >= MostEqual;
    }
}
