namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// A picture in shades of grey: one byte per pixel (0 black, 255 white), rows from the top, no padding. Positions are in pixels from the
/// upper left corner of the upper left pixel.
/// </summary>
public sealed class GrayImage
{
    private readonly byte[] pixels;

    /// <summary>Takes the pixels over without copying them; throws when their number is not width × height or a side is below 1.</summary>
    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.LongLength, (long)width * height);
        (Width, Height, this.pixels) = (width, height, pixels);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>All pixels, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>One row.</summary>
    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(y * Width, Width);

    /// <summary>True when the position lies in the picture.</summary>
    internal bool Holds(double x, double y) => x >= 0 && y >= 0 && x < Width && y < Height;

    /// <summary>Shade at a position between pixels, bilinear; positions outside take the nearest pixel.</summary>
    internal double At(double x, double y)
    {
        x = Math.Clamp(x - 0.5, 0, Width - 1);
        y = Math.Clamp(y - 0.5, 0, Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - top);
        var at = (top * Width) + left;
        var right = left + 1 < Width ? 1 : 0;
        var below = top + 1 < Height ? Width : 0;
        var upper = pixels[at] + ((pixels[at + right] - pixels[at]) * fx);
        var lower = pixels[at + below] + ((pixels[at + below + right] - pixels[at + below]) * fx);
        return upper + ((lower - upper) * fy);
    }

    /// <summary>Half the size, every pixel the mean of four; an odd last row or column is left out. A side of 1 stays 1.</summary>
    internal GrayImage Halved()
    {
        var (width, height) = (Math.Max(1, Width / 2), Math.Max(1, Height / 2));
        var half = new byte[width * height];
        var (right, below) = (Width > 1 ? 1 : 0, Height > 1 ? Width : 0);
        for (var y = 0; y < height; y++)
        {
            var from = y * 2 * Width;
            for (var x = 0; x < width; x++, from += 2)
            {
                half[(y * width) + x] = (byte)(
                    (pixels[from] + pixels[from + right] + pixels[from + below] + pixels[from + below + right] + 2) >> 2
                );
            }
        }
        return new(width, height, half);
    }

    /// <summary>Twice the size, bilinear.</summary>
    internal GrayImage Doubled()
    {
        var (width, height) = (Width * 2, Height * 2);
        var twice = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var near = pixels.AsSpan(y / 2 * Width, Width);
            var far = pixels.AsSpan(Math.Clamp((y / 2) + ((y & 1) * 2) - 1, 0, Height - 1) * Width, Width);
            for (var x = 0; x < width; x++)
            {
                var (here, beside) = (x / 2, Math.Clamp((x / 2) + ((x & 1) * 2) - 1, 0, Width - 1));
                twice[(y * width) + x] = (byte)(((9 * near[here]) + (3 * near[beside]) + (3 * far[here]) + far[beside] + 8) >> 4);
            }
        }
        return new(width, height, twice);
    }
}
