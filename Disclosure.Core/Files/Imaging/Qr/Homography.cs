namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Maps the plane of a code, where the unit square is spanned by four known places, onto the picture; straight lines stay straight.
/// </summary>
internal readonly struct Homography
{
    private readonly double a,
        b,
        c,
        d,
        e,
        f,
        g,
        h;

    /// <summary>The map that takes (0,0), (1,0), (1,1), (0,1) to four places; closed form of the square-to-quadrilateral map.</summary>
    public Homography(PicturePoint p00, PicturePoint p10, PicturePoint p11, PicturePoint p01)
    {
        var (dx1, dy1) = (p10.X - p11.X, p10.Y - p11.Y);
        var (dx2, dy2) = (p01.X - p11.X, p01.Y - p11.Y);
        var (sx, sy) = (p00.X - p10.X + p11.X - p01.X, p00.Y - p10.Y + p11.Y - p01.Y);
        var area = (dx1 * dy2) - (dx2 * dy1);
        area = Math.Abs(area) < 1e-9 ? 1e-9 : area;
        g = ((sx * dy2) - (dx2 * sy)) / area;
        h = ((dx1 * sy) - (sx * dy1)) / area;
        (a, d) = (p10.X - p00.X + (g * p10.X), p10.Y - p00.Y + (g * p10.Y));
        (b, e) = (p01.X - p00.X + (h * p01.X), p01.Y - p00.Y + (h * p01.Y));
        (c, f) = (p00.X, p00.Y);
    }

    /// <summary>Where a place of the unit square lies in the picture.</summary>
    public PicturePoint Map(double u, double v)
    {
        var w = (g * u) + (h * v) + 1;
        w = Math.Abs(w) < 1e-9 ? 1e-9 : w;
        return new(((a * u) + (b * v) + c) / w, ((d * u) + (e * v) + f) / w);
    }
}
