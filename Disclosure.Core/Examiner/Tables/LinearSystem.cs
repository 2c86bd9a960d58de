namespace Disclosure.Core.Examiner.Tables;

/// <summary>A sum with unknowns: Σ coefficient · unknown = right side.</summary>
/// <param name="Unknowns">Unknowns with their coefficients, each once.</param>
/// <param name="Right">Right side.</param>
/// <param name="Words">Says the sum for one of its unknowns, e.g. 食品加工 = 合计 − 采矿业.</param>
internal sealed record Equation(IReadOnlyList<(int Unknown, int Coefficient)> Unknowns, decimal Right, Func<int, string> Words);

/// <summary>An unknown that is determined.</summary>
/// <param name="Unknown">Which.</param>
/// <param name="Value">Its value.</param>
/// <param name="Of">Equations it follows from; one when a single line gives it.</param>
internal sealed record Solved(int Unknown, decimal Value, IReadOnlyList<Equation> Of);

/// <summary>Finds every unknown that a system of sums determines exactly, and none that it does not.</summary>
internal static class LinearSystem
{
    private const int MostSteps = 400_000_000;

    /// <summary>Solves; null when it is too large to be solved in the time that there is.</summary>
    public static IReadOnlyList<Solved>? Solve(IReadOnlyList<Equation> equations, CancellationToken ct)
    {
        var known = new Dictionary<int, Solved>();
        OneByOne(equations, known);
        var left = equations.Select(e => Without(e, known)).Where(e => e.Unknowns.Count > 0).ToList();
        foreach (var component in Components(left))
        {
            ct.ThrowIfCancellationRequested();
            var unknowns = component.SelectMany(e => e.Unknowns).Select(u => u.Unknown).Distinct().Order().ToList();
            if ((double)component.Count * component.Count * (unknowns.Count + component.Count) > MostSteps)
            {
                return null;
            }
            foreach (var solved in Elimination.Determined(component, unknowns, ct))
            {
                known[solved.Unknown] = solved;
            }
        }
        return [.. known.Values.OrderBy(s => s.Unknown)];
    }

    /// <summary>One unknown in a line is what is left; what was found so helps the next line.</summary>
    private static void OneByOne(IReadOnlyList<Equation> equations, Dictionary<int, Solved> known)
    {
        var open = equations.ToList();
        for (var found = true; found;)
        {
            found = false;
            foreach (var equation in open.ToList())
            {
                var left = Without(equation, known);
                if (left.Unknowns.Count > 1)
                {
                    continue;
                }
                open.Remove(equation);
                if (left.Unknowns.Count == 1)
                {
                    var (unknown, coefficient) = left.Unknowns[0];
                    known[unknown] = new Solved(
                        unknown,
                        left.Right / coefficient,
                        [
                            .. equation
                                .Unknowns.Where(u => u.Unknown != unknown)
                                .SelectMany(u => known[u.Unknown].Of)
                                .Append(equation)
                                .Distinct(),
                        ]
                    );
                    found = true;
                }
            }
        }
    }

    private static Equation Without(Equation equation, Dictionary<int, Solved> known) =>
        equation.Unknowns.Any(u => known.ContainsKey(u.Unknown))
            ? equation with
            {
                Unknowns = [.. equation.Unknowns.Where(u => !known.ContainsKey(u.Unknown))],
                Right =
                    equation.Right
                    - equation.Unknowns.Where(u => known.ContainsKey(u.Unknown)).Sum(u => u.Coefficient * known[u.Unknown].Value),
            }
            : equation;

    /// <summary>Equations that share unknowns, directly or through others.</summary>
    private static IEnumerable<List<Equation>> Components(List<Equation> equations)
    {
        var byUnknown = equations.SelectMany((e, i) => e.Unknowns.Select(u => (u.Unknown, i))).ToLookup(p => p.Unknown, p => p.i);
        var seen = new bool[equations.Count];
        for (var first = 0; first < equations.Count; first++)
        {
            if (seen[first])
            {
                continue;
            }
            var (component, waiting) = (new List<Equation>(), new Queue<int>([first]));
            seen[first] = true;
            while (waiting.TryDequeue(out var at))
            {
                component.Add(equations[at]);
                foreach (var next in equations[at].Unknowns.SelectMany(u => byUnknown[u.Unknown]).Where(i => !seen[i]))
                {
                    seen[next] = true;
                    waiting.Enqueue(next);
                }
            }
            yield return component;
        }
    }
}
