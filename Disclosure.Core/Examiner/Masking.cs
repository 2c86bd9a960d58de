namespace Disclosure.Core.Examiner;

/// <summary>An excerpt shows what stands around a finding, and that may be what another finding of the same place masks.</summary>
internal static class Masking
{
    private const int Shortest = 4;

    /// <summary>The findings, each with everything masked that any of its place masks, also where the excerpt cuts through it.</summary>
    public static IEnumerable<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        foreach (var group in findings.GroupBy(f => f.Place.ToString()))
        {
            var values = group
                .SelectMany(f => f.Sensitive.Select(s => f.Excerpt.Substring(s.Start, s.Length)))
                .Where(v => v.Length >= Shortest)
                .Distinct()
                .ToList();
            foreach (var finding in group)
            {
                yield return values.Count < 2
                    ? finding
                    : finding with
                    {
                        Sensitive =
                        [
                            .. finding.Sensitive,
                            .. values
                                .SelectMany(v => Occurrences(finding.Excerpt, v))
                                .Distinct()
                                .Where(s => !finding.Sensitive.Any(own => Overlaps(own, s))),
                        ],
                    };
            }
        }
    }

    private static IEnumerable<TextSpan> Occurrences(string excerpt, string value)
    {
        for (
            var at = excerpt.IndexOf(value, StringComparison.Ordinal);
            at >= 0;
            at = excerpt.IndexOf(value, at + value.Length, StringComparison.Ordinal)
        )
        {
            yield return new TextSpan(at, value.Length);
        }
        for (var length = Math.Min(value.Length, excerpt.Length) - 1; length >= Shortest; length--)
        {
            if (excerpt.StartsWith(value[^length..], StringComparison.Ordinal))
            {
                yield return new TextSpan(0, length);
                break;
            }
        }
        for (var length = Math.Min(value.Length, excerpt.Length) - 1; length >= Shortest; length--)
        {
            if (excerpt.EndsWith(value[..length], StringComparison.Ordinal))
            {
                yield return new TextSpan(excerpt.Length - length, length);
                break;
            }
        }
    }

    private static bool Overlaps(TextSpan a, TextSpan b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;
}
