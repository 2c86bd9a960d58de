namespace Disclosure.Core.Examiner.Tables;

/// <summary>How far each unknown can lie when none is negative: what one sum leaves, narrowed again by the others.</summary>
internal static class Bounds
{
    private const int MostRounds = 60;

    /// <summary>Lowest and highest value of each unknown that occurs; the highest is null where nothing limits it.</summary>
    public static IReadOnlyDictionary<int, (decimal Low, decimal? High)> Of(IReadOnlyList<Equation> equations, CancellationToken ct)
    {
        var bounds = equations
            .SelectMany(e => e.Unknowns)
            .Select(u => u.Unknown)
            .Distinct()
            .ToDictionary(u => u, _ => (Low: 0m, High: (decimal?)null));
        for (var (round, changed) = (0, true); changed && round < MostRounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            changed = false;
            foreach (var equation in equations)
            {
                foreach (var (unknown, coefficient) in equation.Unknowns)
                {
                    changed |= Narrow(equation, unknown, coefficient, bounds);
                }
            }
        }
        return bounds;
    }

    private static bool Narrow(Equation equation, int unknown, int coefficient, Dictionary<int, (decimal Low, decimal? High)> bounds)
    {
        // coefficient · x = right − Σ of the others; the others reach from least to most.
        decimal? least = 0,
            most = 0;
        foreach (var (other, c) in equation.Unknowns)
        {
            if (other == unknown)
            {
                continue;
            }
            var (low, high) = bounds[other];
            least += c > 0 ? c * low : c * high;
            most += c > 0 ? c * high : c * low;
        }
        var (a, b) =
            coefficient > 0
                ? ((equation.Right - most) / coefficient, (equation.Right - least) / coefficient)
                : ((equation.Right - least) / coefficient, (equation.Right - most) / coefficient);
        var now = bounds[unknown];
        var to = (Low: a > now.Low ? a.Value : now.Low, High: b is { } h && (now.High is null || h < now.High) ? b : now.High);
        if (to.High < to.Low)
        {
            // The figures contradict each other; nothing follows from them.
            return false;
        }
        bounds[unknown] = to;
        return to != now;
    }
}
