namespace Disclosure.Core.Files.Imaging;

/// <summary>A place that looks like one of the three large squares of a code.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Module">Mean side of a module, in pixels.</param>
/// <param name="Seen">Rows in which it was seen.</param>
internal sealed record Finder(PicturePoint Centre, double Module, int Seen);

/// <summary>Looks for finder patterns: row by row, and what a row shows is looked at down, across again and along both diagonals.</summary>
internal sealed class FinderSearch(GrayImage image)
{
    private const double SmallestModule = 1.2;
    private const int Most = 60;
    private const int MostPlaces = 6000;
    private const int CellShift = 4;
    private const double HalfRoot = 0.70710678118654752;

    private readonly Dictionary<(int X, int Y), List<int>> cells = [];
    private readonly List<Finder> places = [];

    /// <summary>Thresholds of the picture.</summary>
    public LocalThreshold Threshold { get; } = new(image);

    /// <summary>The likeliest places, at most 60, those seen in most rows first.</summary>
    public IReadOnlyList<Finder> Find(CancellationToken ct)
    {
        var probe = new FinderProbe(image, Threshold);
        var black = new byte[image.Width];
        for (var y = 0; y < image.Height && places.Count < MostPlaces; y++)
        {
            if ((y & 63) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
            Threshold.Row(image.Row(y), y, black);
            LookAlong(black, y, probe);
        }
        return [.. places.OrderByDescending(p => p.Seen / p.Module).ThenByDescending(p => p.Seen).Take(Most)];
    }

    private void LookAlong(ReadOnlySpan<byte> black, int y, FinderProbe probe)
    {
        Span<double> runs = stackalloc double[5];
        runs.Clear();
        var (x, count) = (0, 0);
        byte colour = 0;
        while (x < black.Length)
        {
            var length = black[x..].IndexOf((byte)(1 - colour));
            length = length < 0 ? black.Length - x : length;
            runs[1..].CopyTo(runs);
            runs[4] = length;
            x += length;
            count++;
            if (colour == 1 && count > 5 && FinderProbe.IsFinder(runs, 0.5, 1))
            {
                Check(new(x - runs[4] - runs[3] - (runs[2] / 2), y + 0.5), (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7, probe);
            }
            colour = (byte)(1 - colour);
        }
    }

    private void Check(PicturePoint place, double module, FinderProbe probe)
    {
        var reach = (module * 10) + 2;
        if (
            module < SmallestModule
            || probe.Across(place, 0, 1, reach, 0.5) is not { } down
            || probe.Across(down.Middle, 1, 0, reach, 0.45) is not { } across
            || probe.Across(across.Middle, 0, 1, reach, 0.45) is not { } again
            || Math.Max(across.Module, again.Module) > 2 * Math.Min(across.Module, again.Module)
            || probe.Across(again.Middle, HalfRoot, HalfRoot, reach * 1.5, 0.55) is not { } falling
            || probe.Across(again.Middle, HalfRoot, -HalfRoot, reach * 1.5, 0.55) is not { } rising
        )
        {
            return;
        }
        var centre = new PicturePoint(
            (again.Middle.X + falling.Middle.X + rising.Middle.X) / 3,
            (again.Middle.Y + falling.Middle.Y + rising.Middle.Y) / 3
        );
        // A square cut in four directions: their mean hardly depends on how the square is turned.
        Note(centre, (across.Module + again.Module + falling.Module + rising.Module) / 4 / 1.13);
    }

    private void Note(PicturePoint centre, double module)
    {
        var (cellX, cellY) = ((int)centre.X >> CellShift, (int)centre.Y >> CellShift);
        for (var x = cellX - 1; x <= cellX + 1; x++)
        {
            for (var y = cellY - 1; y <= cellY + 1; y++)
            {
                foreach (var i in cells.GetValueOrDefault((x, y)) ?? [])
                {
                    var known = places[i];
                    if (
                        Math.Abs(known.Centre.X - centre.X) < module
                        && Math.Abs(known.Centre.Y - centre.Y) < module
                        && known.Module < module * 1.5
                        && module < known.Module * 1.5
                    )
                    {
                        var n = known.Seen + 1;
                        places[i] = new(
                            new(known.Centre.X + ((centre.X - known.Centre.X) / n), known.Centre.Y + ((centre.Y - known.Centre.Y) / n)),
                            known.Module + ((module - known.Module) / n),
                            n
                        );
                        return;
                    }
                }
            }
        }
        if (!cells.TryGetValue((cellX, cellY), out var cell))
        {
            cells[(cellX, cellY)] = cell = [];
        }
        cell.Add(places.Count);
        places.Add(new(centre, module, 1));
    }
}
