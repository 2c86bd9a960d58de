using System.Numerics;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>
/// Which unknowns are fixed by all equations together: those whose unit vector lies in the space of the rows. Looked for modulo a prime,
/// which is quick, and then proved with whole numbers, which is exact.
/// </summary>
internal static class Elimination
{
    private const ulong Prime = (1UL << 61) - 1;
    private const long LargestDenominator = 10_000;

    /// <summary>Unknowns that are determined, with the equations that prove it.</summary>
    public static IReadOnlyList<Solved> Determined(IReadOnlyList<Equation> equations, IReadOnlyList<int> unknowns, CancellationToken ct)
    {
        var (height, width) = (equations.Count, unknowns.Count);
        var place = unknowns.Select((u, i) => (u, i)).ToDictionary(p => p.u, p => p.i);
        var rows = new ulong[height][];
        for (var r = 0; r < height; r++)
        {
            rows[r] = new ulong[width + height];
            foreach (var (unknown, coefficient) in equations[r].Unknowns)
            {
                rows[r][place[unknown]] = coefficient < 0 ? Prime - (ulong)-coefficient : (ulong)coefficient;
            }
            rows[r][width + r] = 1;
        }
        Reduce(rows, width, ct);
        var found = new List<Solved>();
        foreach (var row in rows)
        {
            var only = -1;
            var count = 0;
            for (var c = 0; c < width && count < 2; c++)
            {
                if (row[c] != 0)
                {
                    (only, count) = (c, count + 1);
                }
            }
            if (count == 1 && Proved(equations, unknowns[only], row.AsSpan(width)) is { } solved)
            {
                found.Add(solved);
            }
        }
        return found;
    }

    /// <summary>Gauss and Jordan: every pivot stands alone in its column.</summary>
    private static void Reduce(ulong[][] rows, int width, CancellationToken ct)
    {
        var rank = 0;
        for (var column = 0; column < width && rank < rows.Length; column++)
        {
            ct.ThrowIfCancellationRequested();
            var pivot = Array.FindIndex(rows, rank, r => r[column] != 0);
            if (pivot < 0)
            {
                continue;
            }
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            var top = rows[rank];
            Scale(top, Inverse(top[column]));
            for (var r = 0; r < rows.Length; r++)
            {
                if (r != rank && rows[r][column] != 0)
                {
                    Subtract(rows[r], top, rows[r][column]);
                }
            }
            rank++;
        }
    }

    /// <summary>The combination as fractions, and the proof that it gives the unknown and nothing else; null when it does not.</summary>
    private static Solved? Proved(IReadOnlyList<Equation> equations, int unknown, ReadOnlySpan<ulong> combination)
    {
        var (of, sums, denominator) = (new List<Equation>(), new Dictionary<int, BigInteger>(), BigInteger.One);
        var parts = new List<(Equation Equation, long Top, long Bottom)>();
        for (var i = 0; i < combination.Length; i++)
        {
            if (combination[i] == 0)
            {
                continue;
            }
            if (Fraction(combination[i]) is not var (top, bottom))
            {
                return null;
            }
            parts.Add((equations[i], top, bottom));
            denominator *= bottom / (long)BigInteger.GreatestCommonDivisor(denominator, bottom);
        }
        foreach (var (equation, top, bottom) in parts)
        {
            var factor = denominator / bottom * top;
            foreach (var (u, coefficient) in equation.Unknowns)
            {
                sums[u] = sums.GetValueOrDefault(u) + (factor * coefficient);
            }
            of.Add(equation);
        }
        if (sums.Any(s => s.Key == unknown ? s.Value != denominator : !s.Value.IsZero))
        {
            return null;
        }
        return new Solved(unknown, parts.Sum(p => p.Equation.Right * p.Top / p.Bottom), of);
    }

    /// <summary>The smallest fraction that stands for a number modulo the prime.</summary>
    private static (long Top, long Bottom)? Fraction(ulong number)
    {
        for (long bottom = 1; bottom <= LargestDenominator; bottom++)
        {
            var top = Times(number, (ulong)bottom);
            if (top < 1UL << 40)
            {
                return ((long)top, bottom);
            }
            if (Prime - top < 1UL << 40)
            {
                return (-(long)(Prime - top), bottom);
            }
        }
        return null;
    }

    private static void Scale(ulong[] row, ulong factor)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = row[i] == 0 ? 0 : Times(row[i], factor);
        }
    }

    private static void Subtract(ulong[] row, ulong[] top, ulong factor)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (top[i] != 0)
            {
                var less = Times(top[i], factor);
                row[i] = row[i] >= less ? row[i] - less : row[i] + Prime - less;
            }
        }
    }

    private static ulong Times(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        var sum = (low & Prime) + ((high << 3) | (low >> 61));
        sum = (sum & Prime) + (sum >> 61);
        return sum >= Prime ? sum - Prime : sum;
    }

    private static ulong Inverse(ulong a)
    {
        var (result, power) = (1UL, Prime - 2);
        for (var b = a; power > 0; power >>= 1)
        {
            result = (power & 1) == 1 ? Times(result, b) : result;
            b = Times(b, b);
        }
        return result;
    }
}
