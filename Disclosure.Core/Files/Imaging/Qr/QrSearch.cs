namespace Disclosure.Core.Files.Imaging;

/// <summary>Looks for codes in a picture at the size it has.</summary>
internal sealed class QrSearch(GrayImage image)
{
    // A wrong triple costs about a millisecond; a page full of boxes must not cost more than a moment.
    private const int MostGrids = 90;
    private const int MostCodes = 8;
    private const double LeastFit = 0.35;
    private const double LeastAgreement = 0.75;

    private readonly FinderSearch search = new(image);
    private FinderProbe? probe;
    private int grids;

    /// <summary>The codes, each once; at most eight.</summary>
    public IReadOnlyList<QrFound> Find(CancellationToken ct)
    {
        var finders = search.Find(ct);
        probe = new(image, search.Threshold);
        var used = new HashSet<Finder>();
        var found = new List<QrFound>();
        foreach (var triple in FinderTriples.Choose(finders))
        {
            if (grids >= MostGrids || found.Count >= MostCodes)
            {
                break;
            }
            if (used.Contains(triple.Corner) || used.Contains(triple.Right) || used.Contains(triple.Below))
            {
                continue;
            }
            ct.ThrowIfCancellationRequested();
            if (Read(triple) is { } code)
            {
                found.Add(code);
                used.UnionWith([triple.Corner, triple.Right, triple.Below]);
            }
        }
        return found;
    }

    private QrFound? Read(FinderTriple triple)
    {
        var across = Pitches(triple.Corner, triple.Right);
        var down = Pitches(triple.Corner, triple.Below);
        foreach (var number in Versions(across.Modules, down.Modules))
        {
            foreach (var fourth in Fourths(triple, across, down))
            {
                grids++;
                var grid = new QrGrid(image, search.Threshold, QrVersion.Of(number), triple, fourth);
                grid.FollowAlignment();
                if (grid.Settle() >= LeastFit && Decode(QrVersion.Of(number), grid) is { } text)
                {
                    return Found(text, grid, QrVersion.Of(number).Side);
                }
            }
        }
        return null;
    }

    private static string? Decode(QrVersion version, QrGrid grid)
    {
        foreach (var modules in QrSampler.Readings(version, grid.Modules()))
        {
            if (modules.Agreement(m => m.Timing) >= LeastAgreement && QrDecoder.Text(modules) is { } text)
            {
                return text;
            }
        }
        return null;
    }

    private static QrFound Found(string text, QrGrid grid, int side)
    {
        PicturePoint[] corners = [grid.At(0, 0), grid.At(side, 0), grid.At(side, side), grid.At(0, side)];
        var (dx, dy) = (
            corners[1].X + corners[2].X - corners[0].X - corners[3].X,
            corners[1].Y + corners[2].Y - corners[0].Y - corners[3].Y
        );
        return new(text, corners, ((Math.Atan2(dy, dx) * 180 / Math.PI) + 360) % 360);
    }

    /// <summary>The two or three likeliest versions, the nearest first.</summary>
    private static IEnumerable<int> Versions(double across, double down)
    {
        var guess = (((across + down) / 2) + 7 - 17) / 4;
        var nearest = (int)Math.Round(guess);
        var second = guess > nearest ? nearest + 1 : nearest - 1;
        int[] order = Math.Abs(guess - nearest) < 0.2 ? [nearest, second] : [nearest, second, (2 * nearest) - second];
        return order.Where(n => n is >= 1 and <= QrVersion.Largest);
    }

    /// <summary>
    /// Where a fourth finder pattern would be: as perspective tells from the sizes of the three, and on the parallelogram.
    /// </summary>
    private static IEnumerable<PicturePoint> Fourths(FinderTriple triple, Pitch across, Pitch down)
    {
        var (corner, right, below) = (triple.Corner.Centre, triple.Right.Centre, triple.Below.Centre);
        // Along a line the scale falls with the square of the distance's weight.
        var g = Math.Sqrt(across.Near / across.Far) - 1;
        var h = Math.Sqrt(down.Near / down.Far) - 1;
        var weight = 1 + g + h;
        if (weight > 0.3)
        {
            yield return new(
                ((right.X * (1 + g)) + (below.X * (1 + h)) - corner.X) / weight,
                ((right.Y * (1 + g)) + (below.Y * (1 + h)) - corner.Y) / weight
            );
        }
        if (Math.Abs(g) + Math.Abs(h) > 0.05)
        {
            yield return new(right.X + below.X - corner.X, right.Y + below.Y - corner.Y);
        }
    }

    /// <summary>Measures both patterns along the line that joins them.</summary>
    private Pitch Pitches(Finder near, Finder far)
    {
        var (dx, dy) = (far.Centre.X - near.Centre.X, far.Centre.Y - near.Centre.Y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        (dx, dy) = (dx / distance, dy / distance);
        var first = probe!.Across(near.Centre, dx, dy, near.Module * 8, 0.6)?.Module ?? near.Module;
        var second = probe.Across(far.Centre, dx, dy, far.Module * 8, 0.6)?.Module ?? far.Module;
        return new(first, second, distance / Math.Sqrt(first * second));
    }

    private readonly record struct Pitch(double Near, double Far, double Modules);
}
