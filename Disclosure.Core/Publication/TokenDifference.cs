namespace Disclosure.Core.Publication;

/// <summary>A stretch in which two sequences differ.</summary>
/// <param name="A">First place in the first.</param>
/// <param name="CountA">Places of the first that are missing in the second.</param>
/// <param name="B">First place in the second.</param>
/// <param name="CountB">Places that the second has instead.</param>
internal readonly record struct Hunk(int A, int CountA, int B, int CountB);

/// <summary>
/// Fewest changes from one sequence to another (Myers 1986), up to a bound; beyond it the whole stretch counts as changed.
/// </summary>
internal sealed class TokenDifference(IReadOnlyList<Token> a, IReadOnlyList<Token> b)
{
    private const int MostChanges = 2_500;
    private const long MostSteps = 60_000_000;

    private long steps;

    /// <summary>True when a bound was reached.</summary>
    public bool Bounded { get; private set; }

    /// <summary>Differences of two stretches, in order.</summary>
    public List<Hunk> Of(int a0, int a1, int b0, int b1)
    {
        while (a0 < a1 && b0 < b1 && a[a0].Key == b[b0].Key)
        {
            (a0, b0) = (a0 + 1, b0 + 1);
        }
        while (a0 < a1 && b0 < b1 && a[a1 - 1].Key == b[b1 - 1].Key)
        {
            (a1, b1) = (a1 - 1, b1 - 1);
        }
        if (a0 == a1 || b0 == b1)
        {
            return a0 == a1 && b0 == b1 ? [] : [new Hunk(a0, a1 - a0, b0, b1 - b0)];
        }
        return Walk(a0, a1 - a0, b0, b1 - b0);
    }

    private List<Hunk> Walk(int a0, int n, int b0, int m)
    {
        var most = Math.Min(n + m, MostChanges);
        var (ends, trail) = (new int[(2 * most) + 3], new List<int[]>());
        for (var d = 0; d <= most && steps < MostSteps; d++)
        {
            trail.Add(ends[(most + 1 - d - 1)..(most + 1 + d + 2)]);
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && ends[most + k] < ends[most + 2 + k]);
                var x = down ? ends[most + 2 + k] : ends[most + k] + 1;
                var y = x - k;
                for (; x < n && y < m && a[a0 + x].Key == b[b0 + y].Key; x++, y++)
                {
                    steps++;
                }
                ends[most + 1 + k] = x;
                steps++;
                if (x >= n && y >= m)
                {
                    return Back(trail, a0, n, b0, m);
                }
            }
        }
        Bounded = true;
        return [new Hunk(a0, n, b0, m)];
    }

    /// <summary>Goes back along the trail and gathers neighbouring changes.</summary>
    private static List<Hunk> Back(List<int[]> trail, int a0, int n, int b0, int m)
    {
        var (found, x, y) = (new List<Hunk>(), n, m);
        for (var d = trail.Count - 1; d > 0; d--)
        {
            // The trail of a depth holds places -d-1 … d+1 as they were before it.
            var (ends, k) = (trail[d], x - y);
            var down = k == -d || (k != d && ends[k + d] < ends[k + d + 2]);
            var fromX = down ? ends[k + d + 2] : ends[k + d];
            var fromY = fromX - (down ? k + 1 : k - 1);
            var (hereX, hereY) = down ? (fromX, fromY + 1) : (fromX + 1, fromY);
            var step = new Hunk(a0 + fromX, hereX - fromX, b0 + fromY, hereY - fromY);
            if (found.Count > 0 && found[^1] is var next && step.A + step.CountA == next.A && step.B + step.CountB == next.B)
            {
                found[^1] = new Hunk(step.A, step.CountA + next.CountA, step.B, step.CountB + next.CountB);
            }
            else
            {
                found.Add(step);
            }
            (x, y) = (fromX, fromY);
        }
        found.Reverse();
        return found;
    }
}
