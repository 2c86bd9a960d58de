using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Forms;

/// <summary>Measures forms in the picture that poppler draws of them.</summary>
[Slow]
public sealed class FormPictureTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private const double PixelsPerMm = 200 / 25.4;
    private const int Dark = 160;

    public static TheoryData<string> Fixed() => [.. FormLibrary.All.Where(f => f.Blank.Pages.Any(IsFixed)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Frame_StandsWhereTheDesignSays(string name)
    {
        foreach (var (form, picture) in Pages(name))
        {
            var columns = Enumerable
                .Range(0, picture[0].Length)
                .Where(x => picture.Count(row => row[x] < Dark) > Pixels(form.Rows.Sum(r => r.HeightMm)) * 0.98)
                .ToList();
            var rows = Enumerable
                .Range(0, picture.Length)
                .Where(y => picture[y].Count(p => p < Dark) > Pixels(FormPage.WidthMm) * 0.98)
                .ToList();
            Assert.Equal(28, (columns[0] + 1) / PixelsPerMm, 0.5);
            Assert.Equal(28 + FormPage.WidthMm, columns[^1] / PixelsPerMm, 0.5);
            Assert.Equal(37 + form.HeadMm, (rows[0] + 1) / PixelsPerMm, 0.5);
            Assert.Equal(37 + FormPage.TextHeightMm - form.NotesMm, rows[^1] / PixelsPerMm, 0.5);
            // The stamp goes above, and a punch or a stapler to the left.
            Assert.DoesNotContain(picture.Take(Pixels(36.5)), row => row.Any(p => p < Dark));
            Assert.DoesNotContain(picture, row => row.Take(Pixels(27.4)).Any(p => p < Dark));
        }
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Lines_Meet_AndCornersHaveNoNotch(string name)
    {
        foreach (var (form, picture) in Pages(name))
        {
            var (top, bottom) = (37 + form.HeadMm, 37 + form.HeadMm + form.Rows.Sum(r => r.HeightMm));
            foreach (var (x, y) in ((double, double)[])[(28, top), (184, top), (28, bottom), (184, bottom)])
            {
                Assert.All(
                    Square(x, y),
                    at => Assert.True(picture[at.Y][at.X] < Dark, $"{form.Title}: the corner at {x:F1}, {y:F1} mm has a notch.")
                );
            }

            foreach (var row in form.Rows)
            {
                bottom = top + row.HeightMm;
                Assert.True(IsLine(picture, 28, 184, bottom, across: true), $"{form.Title}: the line at {bottom:F1} mm is broken.");
                var x = 28.0;
                var column = 0;
                foreach (var cell in row.Cells)
                {
                    x += form.ColumnsMm.Skip(column).Take(cell.Columns).Sum();
                    column += cell.Columns;
                    Assert.True(
                        IsLine(picture, top, bottom, x, across: false),
                        $"{form.Title}: the line from {top:F1} to {bottom:F1} mm at {x:F1} mm is broken."
                    );
                }

                top = bottom;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void PenLines_AreLevel_InEverySigningBox(string name)
    {
        foreach (var (form, picture) in Pages(name))
        {
            var top = 37 + form.HeadMm;
            foreach (var row in form.Rows)
            {
                if (row.Cells[^1] is SigningCell)
                {
                    var inside = picture
                        .Skip(Pixels(top + 0.6))
                        .Take(Pixels(row.HeightMm - 1.2))
                        .Select(Runs)
                        .Where(runs => runs.Any(r => r > 30))
                        .ToList();
                    Assert.NotEmpty(inside);
                    Assert.All(inside, runs => Assert.Equal(4, runs.Count(r => r > 4)));
                }

                top += row.HeightMm;
            }
        }
    }

    /// <summary>Pages of the blank form with their pictures.</summary>
    private IEnumerable<(FormPage Form, byte[][] Picture)> Pages(string name)
    {
        var sheet = FormLibrary.All.Single(f => f.Name == name).Blank;
        var pdf = printing.Print(sheet);
        return sheet.Pages.Index().Where(p => IsFixed(p.Item)).Select(p => (p.Item, FormPrinting.Picture(pdf, p.Index + 1)));
    }

    private static bool IsFixed(FormPage page) => page is { HeadRows: 0, Ruled: true };

    private static IEnumerable<(int X, int Y)> Square(double x, double y) =>
        from dx in (int[])[-1, 0]
        from dy in (int[])[-1, 0]
        select ((int)Math.Round(x * PixelsPerMm) + dx, (int)Math.Round(y * PixelsPerMm) + dy);

    /// <summary>True when the line is black all the way, one pixel to either side allowed for rounding.</summary>
    private static bool IsLine(byte[][] picture, double from, double to, double at, bool across)
    {
        var middle = (int)(at * PixelsPerMm);
        return Enumerable
            .Range(Pixels(from), Pixels(to) - Pixels(from))
            .All(p => Enumerable.Range(middle - 1, 3).Any(m => (across ? picture[m][p] : picture[p][m]) < Dark));
    }

    /// <summary>Lengths in mm of what is black without a gap in a row of pixels.</summary>
    private static List<double> Runs(byte[] row)
    {
        var runs = new List<double>();
        for (var x = 0; x < row.Length; x++)
        {
            var start = x;
            while (x < row.Length && row[x] < Dark)
            {
                x++;
            }

            if (x > start)
            {
                runs.Add((x - start) / PixelsPerMm);
            }
        }

        return runs;
    }

    private static int Pixels(double mm) => (int)(mm * PixelsPerMm);
}
