namespace Disclosure.Core.Files.Imaging;

/// <summary>Three finder patterns that may belong to one code, upright: corner, to its right, below it.</summary>
internal sealed record FinderTriple(Finder Corner, Finder Right, Finder Below, double Doubt);

/// <summary>Chooses triples whose geometry a code seen at up to some 40° could have.</summary>
internal static class FinderTriples
{
    private const int Most = 60;
    private const double MostCosine = 0.5;
    private const double MostRatio = 2.3;

    /// <summary>At most 60 triples, the least doubtful first.</summary>
    public static IReadOnlyList<FinderTriple> Choose(IReadOnlyList<Finder> finders)
    {
        var triples = new List<FinderTriple>();
        for (var i = 0; i < finders.Count; i++)
        {
            for (var j = i + 1; j < finders.Count; j++)
            {
                if (!AreAlike(finders[i], finders[j]))
                {
                    continue;
                }
                for (var k = j + 1; k < finders.Count; k++)
                {
                    if (
                        AreAlike(finders[i], finders[k])
                        && AreAlike(finders[j], finders[k])
                        && Arrange(finders[i], finders[j], finders[k]) is { } triple
                    )
                    {
                        triples.Add(triple);
                    }
                }
            }
        }
        return [.. triples.OrderBy(t => t.Doubt).Take(Most)];
    }

    private static bool AreAlike(Finder a, Finder b) => a.Module < b.Module * MostRatio && b.Module < a.Module * MostRatio;

    private static FinderTriple? Arrange(Finder a, Finder b, Finder c)
    {
        var (ab, bc, ca) = (Distance(a, b), Distance(b, c), Distance(c, a));
        var (corner, right, below) =
            bc >= ab && bc >= ca ? (a, b, c)
            : ca >= ab ? (b, c, a)
            : (c, a, b);
        var (rx, ry) = (right.Centre.X - corner.Centre.X, right.Centre.Y - corner.Centre.Y);
        var (bx, by) = (below.Centre.X - corner.Centre.X, below.Centre.Y - corner.Centre.Y);
        if ((rx * by) - (ry * bx) < 0)
        {
            // y runs downwards, so the one clockwise of the other lies below.
            (right, below, rx, ry, bx, by) = (below, right, bx, by, rx, ry);
        }
        var (across, down) = (Math.Sqrt((rx * rx) + (ry * ry)), Math.Sqrt((bx * bx) + (by * by)));
        var module = (corner.Module + right.Module + below.Module) / 3;
        var (shortest, longest) = (Math.Min(across, down), Math.Max(across, down));
        // Centres of version 1 are 14 modules apart, of version 20 90.
        if (shortest < module * 8 || longest > module * 130 || longest > shortest * MostRatio)
        {
            return null;
        }
        var cosine = Math.Abs((rx * bx) + (ry * by)) / (across * down);
        var sizes =
            Math.Max(corner.Module, Math.Max(right.Module, below.Module)) / Math.Min(corner.Module, Math.Min(right.Module, below.Module));
        return cosine > MostCosine
            ? null
            : new(
                corner,
                right,
                below,
                cosine
                    + Math.Log(longest / shortest)
                    + (2 * Math.Log(sizes))
                    + (1.0 / (1 + Math.Min(corner.Seen, Math.Min(right.Seen, below.Seen))))
            );
    }

    private static double Distance(Finder a, Finder b) =>
        ((a.Centre.X - b.Centre.X) * (a.Centre.X - b.Centre.X)) + ((a.Centre.Y - b.Centre.Y) * (a.Centre.Y - b.Centre.Y));
}
