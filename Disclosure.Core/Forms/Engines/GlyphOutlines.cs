using System.Runtime.InteropServices;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// Reads a glyph's outline through HarfBuzz as contours of lines and quadratic curves; cubic curves are replaced within a third of a font
/// unit.
/// </summary>
internal static class GlyphOutlines
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>How far a replaced curve may stray, font units; invisible at any size a printer has.</summary>
    private const double Tolerance = 0.34;

    // Held in a field so that the collector never takes them from under the native side.
    private static readonly PointCallback Move = (_, data, _, x, y, _) => Of(data).MoveTo(x, y);
    private static readonly PointCallback Line = (_, data, _, x, y, _) => Of(data).LineTo(x, y);
    private static readonly QuadraticCallback Quadratic = (_, data, _, cx, cy, x, y, _) => Of(data).QuadraticTo(cx, cy, x, y);
    private static readonly CubicCallback Cubic = (_, data, _, ax, ay, bx, by, x, y, _) => Of(data).CubicTo(ax, ay, bx, by, x, y);
    private static readonly nint Functions = Create();

    private delegate void PointCallback(nint functions, nint data, nint state, float x, float y, nint user);

    private delegate void QuadraticCallback(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user);

    private delegate void CubicCallback(
        nint functions,
        nint data,
        nint state,
        float ax,
        float ay,
        float bx,
        float by,
        float x,
        float y,
        nint user
    );

    /// <summary>Contours of a glyph in font units.</summary>
    public static IReadOnlyList<IReadOnlyList<OutlinePoint>> Read(HarfBuzzSharp.Font font, ushort glyph)
    {
        var pen = new Pen();
        var handle = GCHandle.Alloc(pen);
        try
        {
            hb_font_draw_glyph(font.Handle, glyph, Functions, GCHandle.ToIntPtr(handle));
            GC.KeepAlive(font);
        }
        finally
        {
            handle.Free();
        }

        return pen.Contours;
    }

    private static nint Create()
    {
        var functions = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(functions, Move, 0, 0);
        hb_draw_funcs_set_line_to_func(functions, Line, 0, 0);
        hb_draw_funcs_set_quadratic_to_func(functions, Quadratic, 0, 0);
        hb_draw_funcs_set_cubic_to_func(functions, Cubic, 0, 0);
        return functions;
    }

    private static Pen Of(nint data) => (Pen)GCHandle.FromIntPtr(data).Target!;

#pragma warning disable SYSLIB1054 // Source-generated P/Invoke would need unsafe code for no gain.
    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_draw_funcs_create();

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_draw_funcs_set_move_to_func(nint functions, PointCallback callback, nint user, nint destroy);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_draw_funcs_set_line_to_func(nint functions, PointCallback callback, nint user, nint destroy);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_draw_funcs_set_quadratic_to_func(nint functions, QuadraticCallback callback, nint user, nint destroy);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_draw_funcs_set_cubic_to_func(nint functions, CubicCallback callback, nint user, nint destroy);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_font_draw_glyph(nint font, uint glyph, nint functions, nint data);
#pragma warning restore SYSLIB1054

    private sealed class Pen
    {
        private double penX;
        private double penY;

        public List<List<OutlinePoint>> Contours { get; } = [];

        public void MoveTo(double x, double y)
        {
            Contours.Add([]);
            LineTo(x, y);
        }

        public void LineTo(double x, double y) => Add(x, y, onCurve: true);

        public void QuadraticTo(double cx, double cy, double x, double y)
        {
            Add(cx, cy, onCurve: false);
            Add(x, y, onCurve: true);
        }

        /// <summary>
        /// Equal pieces, as many as the third difference asks for; each becomes the quadratic curve with its own tangents.
        /// </summary>
        public void CubicTo(double ax, double ay, double bx, double by, double x, double y)
        {
            var (sx, sy) = (penX, penY);
            var stray = Math.Sqrt(3) / 36 * double.Hypot(x - (3 * bx) + (3 * ax) - sx, y - (3 * by) + (3 * ay) - sy);
            var pieces = Math.Max(1, (int)Math.Ceiling(Math.Cbrt(stray / Tolerance)));
            for (var i = 0; i < pieces; i++)
            {
                var (t, u) = ((double)i / pieces, (i + 1.0) / pieces);
                QuadraticTo(Control(sx, ax, bx, x, t, u), Control(sy, ay, by, y, t, u), At(sx, ax, bx, x, u), At(sy, ay, by, y, u));
            }
        }

        private static double At(double p, double a, double b, double q, double t) =>
            (((1 - t) * (1 - t) * (1 - t)) * p) + (3 * (1 - t) * (1 - t) * t * a) + (3 * (1 - t) * t * t * b) + (t * t * t * q);

        private static double Slope(double p, double a, double b, double q, double t) =>
            3 * (((1 - t) * (1 - t) * (a - p)) + (2 * (1 - t) * t * (b - a)) + (t * t * (q - b)));

        private static double Control(double p, double a, double b, double q, double t, double u) =>
            ((At(p, a, b, q, t) + At(p, a, b, q, u)) / 2) + ((u - t) / 4 * (Slope(p, a, b, q, t) - Slope(p, a, b, q, u)));

        private void Add(double x, double y, bool onCurve)
        {
            Contours[^1].Add(new((short)Math.Round(x), (short)Math.Round(y), onCurve));
            (penX, penY) = (x, y);
        }
    }
}

/// <summary>A point of an outline, font units.</summary>
internal readonly record struct OutlinePoint(short X, short Y, bool OnCurve);
