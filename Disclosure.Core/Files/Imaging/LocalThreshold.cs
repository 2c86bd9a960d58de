namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// What counts as black around each place of a picture: the middle between the darkest and the brightest shade within some 28 pixels, so
/// that shadows and slopes of light do not matter.
/// </summary>
internal sealed class LocalThreshold
{
    private const int Shift = 3;
    private const int Reach = 3;

    // Below this difference of shades a neighbourhood is plain paper with its noise.
    private const int LeastContrast = 24;

    private readonly int columns;
    private readonly byte[] levels;
    private readonly byte[] swings;

    /// <summary>Looks at the whole picture once.</summary>
    public LocalThreshold(GrayImage image)
    {
        columns = ((image.Width - 1) >> Shift) + 1;
        var rows = ((image.Height - 1) >> Shift) + 1;
        var (darkest, brightest) = Extremes(image, columns, rows);
        darkest = Spread(darkest, columns, rows, lower: true);
        brightest = Spread(brightest, columns, rows, lower: false);
        levels = new byte[columns * rows];
        swings = new byte[columns * rows];
        for (var i = 0; i < levels.Length; i++)
        {
            var contrast = brightest[i] - darkest[i];
            levels[i] = (byte)(contrast < LeastContrast ? 0 : (brightest[i] + darkest[i] + 1) / 2);
            swings[i] = (byte)Math.Max(LeastContrast / 2, contrast / 2);
        }
    }

    /// <summary>Shades below this are black; 0 where nothing is.</summary>
    public int Level(int x, int y) => levels[((y >> Shift) * columns) + (x >> Shift)];

    /// <summary>Half the difference between black and white there, at least 12.</summary>
    public int Swing(int x, int y) => swings[((y >> Shift) * columns) + (x >> Shift)];

    /// <summary>Marks the black pixels of a row with 1, the others with 0.</summary>
    public void Row(ReadOnlySpan<byte> pixels, int y, Span<byte> black)
    {
        var row = levels.AsSpan((y >> Shift) * columns, columns);
        for (var x = 0; x < pixels.Length; x++)
        {
            black[x] = pixels[x] < row[x >> Shift] ? (byte)1 : (byte)0;
        }
    }

    /// <summary>
    /// Darkest and brightest mean of two neighbouring pixels per block, so that a single grain of noise does not count whole.
    /// </summary>
    private static (byte[] Darkest, byte[] Brightest) Extremes(GrayImage image, int columns, int rows)
    {
        var darkest = new byte[columns * rows];
        var brightest = new byte[columns * rows];
        Array.Fill(darkest, byte.MaxValue);
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            var below = image.Row(Math.Min(y + 1, image.Height - 1));
            var at = (y >> Shift) * columns;
            for (var x = 0; x < row.Length; x++)
            {
                var shade = (byte)((row[x] + below[x]) >> 1);
                var block = at + (x >> Shift);
                if (shade < darkest[block])
                {
                    darkest[block] = shade;
                }
                if (shade > brightest[block])
                {
                    brightest[block] = shade;
                }
            }
        }
        return (darkest, brightest);
    }

    private static byte[] Spread(byte[] blocks, int columns, int rows, bool lower)
    {
        var across = new byte[blocks.Length];
        var both = new byte[blocks.Length];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var best = blocks[(y * columns) + x];
                for (var n = Math.Max(0, x - Reach); n <= Math.Min(columns - 1, x + Reach); n++)
                {
                    var other = blocks[(y * columns) + n];
                    best = lower ? Math.Min(best, other) : Math.Max(best, other);
                }
                across[(y * columns) + x] = best;
            }
        }
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var best = across[(y * columns) + x];
                for (var n = Math.Max(0, y - Reach); n <= Math.Min(rows - 1, y + Reach); n++)
                {
                    var other = across[(n * columns) + x];
                    best = lower ? Math.Min(best, other) : Math.Max(best, other);
                }
                both[(y * columns) + x] = best;
            }
        }
        return both;
    }
}
