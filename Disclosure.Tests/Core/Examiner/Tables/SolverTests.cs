using System.Numerics;
using Disclosure.Core.Examiner.Tables;

namespace Disclosure.Tests.Core.Examiner.Tables;

/// <summary>
/// The solver says exactly what the sums determine: no more, since that would be a false alarm, and no less, since that would be a leak.
/// </summary>
public sealed class SolverTests
{
    [Fact]
    public void WhatIsDetermined_IsWhatWholeNumbersSay()
    {
        var random = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            var (height, width) = (2 + random.Next(5), 2 + random.Next(5));
            var (values, hidden) = (new int[height, width], new bool[height, width]);
            for (var r = 0; r < height; r++)
            {
                for (var c = 0; c < width; c++)
                {
                    (values[r, c], hidden[r, c]) = (random.Next(1, 1000), random.NextDouble() < 0.35);
                }
            }
            var equations = Sums(values, hidden, height, width, random.NextDouble() < 0.3);
            var solved = LinearSystem.Solve(equations, TestContext.Current.CancellationToken)!;
            var expected = Determined(equations, height * width);
            Assert.Equal(expected.Order(), solved.Select(s => s.Unknown).Order());
            Assert.All(solved, s => Assert.Equal(values[s.Unknown / width, s.Unknown % width], s.Value));
        }
    }

    [Fact]
    public void Bounds_HoldTheTruth()
    {
        var random = new Random(12);
        for (var round = 0; round < 200; round++)
        {
            var (height, width) = (2 + random.Next(4), 2 + random.Next(4));
            var (values, hidden) = (new int[height, width], new bool[height, width]);
            for (var r = 0; r < height; r++)
            {
                for (var c = 0; c < width; c++)
                {
                    (values[r, c], hidden[r, c]) = (random.Next(0, 50), random.NextDouble() < 0.5);
                }
            }
            foreach (
                var (unknown, (low, high)) in Bounds.Of(Sums(values, hidden, height, width, false), TestContext.Current.CancellationToken)
            )
            {
                decimal truth = values[unknown / width, unknown % width];
                Assert.True(truth >= low && (high is null || truth <= high));
            }
        }
    }

    [Fact]
    public void FiveHundredUnknowns_AreSolved()
    {
        var (height, width, random) = (25, 20, new Random(3));
        var (values, hidden) = (new int[height, width], new bool[height, width]);
        for (var r = 0; r < height; r++)
        {
            for (var c = 0; c < width; c++)
            {
                (values[r, c], hidden[r, c]) = (random.Next(1, 100_000), true);
            }
        }
        Assert.Empty(LinearSystem.Solve(Sums(values, hidden, height, width, false), TestContext.Current.CancellationToken)!);
        hidden[3, 4] = hidden[3, 5] = false;
        Assert.NotNull(LinearSystem.Solve(Sums(values, hidden, height, width, true), TestContext.Current.CancellationToken));
    }

    private static List<Equation> Sums(int[,] values, bool[,] hidden, int height, int width, bool columnsOnly)
    {
        var equations = new List<Equation>();
        for (var r = 0; r < height && !columnsOnly; r++)
        {
            Add([.. Enumerable.Range(0, width).Select(c => (r, c))]);
        }
        for (var c = 0; c < width; c++)
        {
            Add([.. Enumerable.Range(0, height).Select(r => (r, c))]);
        }
        return equations;

        void Add(List<(int R, int C)> cells)
        {
            var unknown = cells.Where(x => hidden[x.R, x.C]).Select(x => ((x.R * width) + x.C, 1)).ToList();
            if (unknown.Count > 0)
            {
                equations.Add(new Equation(unknown, cells.Where(x => hidden[x.R, x.C]).Sum(x => values[x.R, x.C]), _ => ""));
            }
        }
    }

    /// <summary>
    /// Dense elimination with whole numbers, written as plainly as it can be: an unknown is determined when no free one moves it.
    /// </summary>
    private static List<int> Determined(List<Equation> equations, int unknowns)
    {
        var rows = equations
            .Select(e =>
                Enumerable
                    .Range(0, unknowns)
                    .Select(u => new BigInteger(e.Unknowns.Where(x => x.Unknown == u).Sum(x => x.Coefficient)))
                    .ToArray()
            )
            .ToList();
        var rank = 0;
        for (var column = 0; column < unknowns && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, r => r[column] != 0);
            if (pivot < 0)
            {
                continue;
            }
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = 0; r < rows.Count; r++)
            {
                if (r != rank && rows[r][column] != 0)
                {
                    var (a, b) = (rows[rank][column], rows[r][column]);
                    rows[r] = [.. rows[r].Zip(rows[rank], (x, y) => (x * a) - (y * b))];
                }
            }
            rank++;
        }
        return [.. rows.Where(r => r.Count(x => x != 0) == 1).Select(r => Array.FindIndex(r, x => x != 0))];
    }
}
