namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Lays the modules of a version over the picture and shifts the four places that hold them until the fixed patterns fit best.
/// </summary>
internal sealed class QrGrid
{
    // Centre of a finder pattern, in modules from the code's edge.
    private const double Finder = 3.5;

    // What fits this badly after the coarsest shifts is no code.
    private const double Hopeless = 0.25;

    private readonly GrayImage image;
    private readonly LocalThreshold threshold;
    private readonly QrVersion version;
    private readonly double span;

    // Upper left, upper right, lower right, lower left: x and y of each.
    private readonly double[] places;
    private Homography map;

    /// <summary>
    /// A grid through the centres of the three finder patterns and a fourth place that would be the centre of one lower right.
    /// </summary>
    public QrGrid(GrayImage image, LocalThreshold threshold, QrVersion version, FinderTriple finders, PicturePoint fourth)
    {
        (this.image, this.threshold, this.version) = (image, threshold, version);
        span = version.Side - (2 * Finder);
        places =
        [
            finders.Corner.Centre.X,
            finders.Corner.Centre.Y,
            finders.Right.Centre.X,
            finders.Right.Centre.Y,
            fourth.X,
            fourth.Y,
            finders.Below.Centre.X,
            finders.Below.Centre.Y,
        ];
        map = Map();
    }

    /// <summary>Where a place of the code, in modules from its upper left corner, lies in the picture.</summary>
    public PicturePoint At(double x, double y) => map.Map((x - Finder) / span, (y - Finder) / span);

    /// <summary>How well the fixed patterns fit, from -1 to 1.</summary>
    public double Fit()
    {
        double sum = 0;
        foreach (var mark in version.Marks)
        {
            var dark =
                Darkness(mark.X + 0.3, mark.Y + 0.3)
                + Darkness(mark.X + 0.7, mark.Y + 0.7)
                + Darkness(mark.X + 0.7, mark.Y + 0.3)
                + Darkness(mark.X + 0.3, mark.Y + 0.7);
            sum += mark.Dark ? dark : -dark;
        }
        return sum / 4 / version.Marks.Count;
    }

    /// <summary>
    /// Looks for the alignment pattern lower right, a few modules about where it should be, and lets the fourth place follow it.
    /// </summary>
    public void FollowAlignment()
    {
        if (version.AlignmentCentres.Count == 0)
        {
            return;
        }
        var (centreX, centreY) = version.AlignmentCentres[^1];
        var reach = Math.Max(2, version.Side / 10);
        var (best, bestX, bestY) = (double.MinValue, 0.0, 0.0);
        for (var dy = -reach * 1.0; dy <= reach; dy += 0.5)
        {
            for (var dx = -reach * 1.0; dx <= reach; dx += 0.5)
            {
                // Far away only counts when it is clearly better.
                var fit = AlignmentFit(centreX + 0.5 + dx, centreY + 0.5 + dy) - (0.02 * (Math.Abs(dx) + Math.Abs(dy)));
                (best, bestX, bestY) = fit > best ? (fit, dx, dy) : (best, bestX, bestY);
            }
        }
        if (best < 0.3)
        {
            return;
        }
        var target = At(centreX + 0.5 + bestX, centreY + 0.5 + bestY);
        for (var i = 0; i < 4; i++)
        {
            var now = At(centreX + 0.5, centreY + 0.5);
            Move(4, target.X - now.X);
            Move(5, target.Y - now.Y);
        }
    }

    /// <summary>
    /// Shifts one coordinate after the other, by half a module at first and a sixteenth at last, as long as the fit grows.
    /// </summary>
    public double Settle()
    {
        var best = Fit();
        var module = Math.Sqrt(Math.Abs(Area())) / span;
        for (var step = module / 2; step > module / 20; step /= 2)
        {
            var grown = true;
            for (var pass = 0; grown && pass < 3; pass++)
            {
                grown = false;
                for (var i = 0; i < places.Length; i++)
                {
                    foreach (var shift in (ReadOnlySpan<double>)[step, -step])
                    {
                        Move(i, shift);
                        var fit = Fit();
                        if (fit > best)
                        {
                            (best, grown) = (fit, true);
                            break;
                        }
                        Move(i, -shift);
                    }
                }
            }
            if (best < Hopeless)
            {
                break;
            }
        }
        return best;
    }

    /// <summary>Darkness of every module, row by row: the mean of nine places, from -1 (white) to 1 (black).</summary>
    public double[] Modules()
    {
        var all = new double[version.Side * version.Side];
        for (var y = 0; y < version.Side; y++)
        {
            for (var x = 0; x < version.Side; x++)
            {
                double sum = 0;
                for (var part = 0; part < 9; part++)
                {
                    sum += Darkness(x + 0.25 + (part % 3 * 0.25), y + 0.25 + (part / 3 * 0.25));
                }
                all[(y * version.Side) + x] = sum / 9;
            }
        }
        return all;
    }

    private double AlignmentFit(double centreX, double centreY)
    {
        double sum = 0;
        for (var y = -2; y <= 2; y++)
        {
            for (var x = -2; x <= 2; x++)
            {
                var dark = Darkness(centreX + x, centreY + y);
                sum += Math.Max(Math.Abs(x), Math.Abs(y)) == 1 ? -dark : dark;
            }
        }
        return sum / 25;
    }

    private double Darkness(double x, double y)
    {
        var place = At(x, y);
        if (!image.Holds(place.X, place.Y))
        {
            return 0;
        }
        var (column, row) = ((int)place.X, (int)place.Y);
        return Math.Clamp((threshold.Level(column, row) - image.At(place.X, place.Y)) / threshold.Swing(column, row), -1, 1);
    }

    private void Move(int coordinate, double by)
    {
        places[coordinate] += by;
        map = Map();
    }

    private Homography Map() =>
        new(new(places[0], places[1]), new(places[2], places[3]), new(places[4], places[5]), new(places[6], places[7]));

    private double Area() => ((places[2] - places[0]) * (places[7] - places[1])) - ((places[3] - places[1]) * (places[6] - places[0]));
}
