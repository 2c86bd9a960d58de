namespace Disclosure.Core.Files.Imaging;

/// <summary>Follows a straight line outwards from the middle of what may be a finder pattern, to a part of a pixel.</summary>
internal sealed class FinderProbe(GrayImage image, LocalThreshold threshold)
{
    private const double Step = 0.5;

    /// <summary>Looks along a line in both directions; null unless black, white and black stand there as 1:1:3:1:1.</summary>
    /// <param name="from">A place within the black middle.</param>
    /// <param name="dx">Unit vector, x.</param>
    /// <param name="dy">Unit vector, y.</param>
    /// <param name="reach">How far to look at most, in pixels.</param>
    /// <param name="tolerance">Part of a module by which a run may differ.</param>
    public Section? Across(PicturePoint from, double dx, double dy, double reach, double tolerance)
    {
        Span<double> ahead = stackalloc double[3];
        Span<double> behind = stackalloc double[3];
        if (!Edges(from, dx, dy, reach, ahead) || !Edges(from, -dx, -dy, reach, behind))
        {
            return null;
        }
        Span<double> runs = [behind[2] - behind[1], behind[1] - behind[0], behind[0] + ahead[0], ahead[1] - ahead[0], ahead[2] - ahead[1]];
        if (!IsFinder(runs, tolerance, 0))
        {
            return null;
        }
        var offset = (ahead[0] - behind[0] + ahead[1] - behind[1] + ahead[2] - behind[2]) / 6;
        return new(new(from.X + (dx * offset), from.Y + (dy * offset)), (ahead[2] + behind[2]) / 7);
    }

    /// <summary>
    /// True for five runs of 1:1:3:1:1; black may have grown at the cost of white, or the other way round, by up to 0.6 of a module.
    /// </summary>
    /// <param name="runs">Black, white, black, white, black, in pixels.</param>
    /// <param name="tolerance">Part of a module by which a run may differ.</param>
    /// <param name="slack">Pixels by which it may differ besides.</param>
    public static bool IsFinder(ReadOnlySpan<double> runs, double tolerance, double slack)
    {
        var total = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
        var growth = Math.Clamp((runs[0] + runs[4] - runs[1] - runs[3]) / 4, -total * 0.6 / 7, total * 0.6 / 7);
        var module = (total - growth) / 7;
        var most = (module * tolerance) + slack;
        return Math.Abs(runs[0] - module - growth) <= most
            && Math.Abs(runs[4] - module - growth) <= most
            && Math.Abs(runs[1] - module + growth) <= most
            && Math.Abs(runs[3] - module + growth) <= most
            && Math.Abs(runs[2] - (3 * module) - growth) <= 2 * most;
    }

    private bool Edges(PicturePoint from, double dx, double dy, double reach, Span<double> edges)
    {
        var (found, last) = (0, Blackness(from.X, from.Y));
        if (last <= 0)
        {
            return false;
        }
        for (var distance = Step; distance <= reach; distance += Step)
        {
            var (x, y) = (from.X + (dx * distance), from.Y + (dy * distance));
            if (!image.Holds(x, y))
            {
                return false;
            }
            var here = Blackness(x, y);
            if ((here > 0) == (found == 1))
            {
                edges[found++] = distance - (Step * here / (here - last));
                if (found == 3)
                {
                    return true;
                }
            }
            last = here;
        }
        return false;
    }

    private double Blackness(double x, double y) => threshold.Level((int)x, (int)y) - image.At(x, y);
}

/// <summary>A line's cut through a finder pattern.</summary>
/// <param name="Middle">Middle of the cut.</param>
/// <param name="Module">A seventh of its length, in pixels.</param>
internal readonly record struct Section(PicturePoint Middle, double Module);
