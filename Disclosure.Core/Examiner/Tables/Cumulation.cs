namespace Disclosure.Core.Examiner.Tables;

/// <summary>One figure of one time: the same row and column of a table that comes out month by month.</summary>
/// <param name="What">Words of row and column without the time.</param>
/// <param name="Span">Its months.</param>
/// <param name="Name">How a sentence calls it, e.g. 采矿业 1—10月.</param>
/// <param name="Printed">What is printed; null where it is hidden.</param>
/// <param name="Unknown">Its unknown where it is hidden.</param>
internal sealed record TimedFigure(string What, MonthSpan Span, string Name, decimal? Printed, int Unknown);

/// <summary>
/// A month is the cumulative figure up to it less the one before: two that are published month by month give away every month that was
/// hidden, and the months, quarters and halves of a longer time add up to it.
/// </summary>
internal static class Cumulation
{
    private static readonly int[] Divisions = [1, 3, 6];

    /// <summary>Sums over time in which something hidden takes part.</summary>
    /// <param name="figures">Figures of all tables, those to be published first, then the earlier, the newest first.</param>
    public static IEnumerable<Equation> Of(IEnumerable<TimedFigure> figures)
    {
        foreach (var same in figures.Where(f => f.Span.Year.Length > 0).GroupBy(f => (f.What, f.Span.Year)))
        {
            // Of a figure that was revised the first speaks: what is to be published now before what was, the newer before the older.
            var bySpan = same.GroupBy(f => f.Span).ToDictionary(g => g.Key, g => g.FirstOrDefault(f => f.Printed is not null) ?? g.First());
            foreach (var figure in same.Where(f => f.Printed is null && bySpan[f.Span] != f))
            {
                yield return Same(figure, bySpan[figure.Span]);
            }
            foreach (var (whole, parts) in bySpan.Values.SelectMany(w => Partitions(w, bySpan).Select(p => (w, p))))
            {
                if (parts.Append(whole).Any(f => f.Printed is null))
                {
                    yield return Sum(whole, parts);
                }
            }
        }
    }

    private static IEnumerable<List<TimedFigure>> Partitions(TimedFigure whole, Dictionary<MonthSpan, TimedFigure> known)
    {
        var seen = new HashSet<string>();
        foreach (var parts in InTwo().Concat(Divisions.Where(d => d < whole.Span.Length && whole.Span.Length % d == 0).Select(Even)))
        {
            if (parts is not null && seen.Add(string.Join(',', parts.Select(p => p.Span.To))))
            {
                yield return parts;
            }
        }

        IEnumerable<List<TimedFigure>?> InTwo()
        {
            for (var month = whole.Span.From; month < whole.Span.To; month++)
            {
                yield return Known([whole.Span with { To = month }, whole.Span with { From = month + 1 }]);
            }
        }

        List<TimedFigure>? Even(int months) =>
            Known([
                .. Enumerable
                    .Range(0, whole.Span.Length / months)
                    .Select(i => new MonthSpan(whole.Span.Year, whole.Span.From + (i * months), whole.Span.From + ((i + 1) * months) - 1)),
            ]);

        List<TimedFigure>? Known(List<MonthSpan> spans)
        {
            var found = spans.Select(s => known.GetValueOrDefault(s)).OfType<TimedFigure>().ToList();
            return found.Count == spans.Count ? found : null;
        }
    }

    private static Equation Same(TimedFigure one, TimedFigure other) =>
        other.Printed is { } value
            ? new Equation([(one.Unknown, 1)], value, _ => $"{one.Name} = {other.Name}")
            : new Equation(
                one.Unknown == other.Unknown ? [] : [(one.Unknown, 1), (other.Unknown, -1)],
                0,
                _ => $"{one.Name} = {other.Name}"
            );

    private static Equation Sum(TimedFigure whole, List<TimedFigure> parts)
    {
        var terms = parts.Select(p => (Figure: p, Sign: 1)).Append((Figure: whole, Sign: -1)).ToList();
        return new Equation(
            [
                .. terms
                    .Where(t => t.Figure.Printed is null)
                    .GroupBy(t => t.Figure.Unknown)
                    .Select(g => (g.Key, g.Sum(t => t.Sign)))
                    .Where(u => u.Item2 != 0),
            ],
            -terms.Sum(t => t.Sign * (t.Figure.Printed ?? 0)),
            unknown =>
                parts.Find(p => p.Printed is null && p.Unknown == unknown) is { } part
                    ? $"{part.Name} = {whole.Name}{string.Concat(parts.Where(p => p != part).Select(p => $" − {p.Name}"))}"
                    : $"{whole.Name} = {string.Join(" + ", parts.Select(p => p.Name))}"
        );
    }
}
