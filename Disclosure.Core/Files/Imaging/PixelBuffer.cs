using System.Numerics;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Disclosure.Core.Files.Imaging;

/// <summary>Pixels of a decoded picture, four bytes each (red, green, blue, opacity), held outside the managed heap.</summary>
internal sealed class PixelBuffer : IDisposable
{
    private readonly SKBitmap bitmap;

    /// <summary>A buffer of a size; throws <see cref="InsufficientMemoryException"/> when there is no room.</summary>
    public PixelBuffer(int width, int height)
    {
        bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul)))
        {
            bitmap.Dispose();
            throw new InsufficientMemoryException();
        }
    }

    /// <summary>Pixels in a row.</summary>
    public int Width => bitmap.Width;

    /// <summary>Rows.</summary>
    public int Height => bitmap.Height;

    /// <summary>Where the first pixel lies.</summary>
    public IntPtr Address => bitmap.GetPixels();

    /// <summary>What the pixels are.</summary>
    public SKImageInfo Info => bitmap.Info;

    // One version of SkiaSharp hands out a read-only span, the other a writable one.
    private Span<uint> Pixels
    {
        get
        {
            ReadOnlySpan<byte> bytes = bitmap.GetPixelSpan();
            return MemoryMarshal.Cast<byte, uint>(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(bytes), bytes.Length));
        }
    }

    /// <summary>Puts white paper behind what is transparent.</summary>
    public void Whiten()
    {
        foreach (ref var pixel in Pixels)
        {
            // Colours are stored multiplied by the opacity, so white only fills up the rest.
            pixel = (pixel + ((255 - (pixel >> 24)) * 0x010101)) | 0xFF000000;
        }
    }

    /// <summary>Fills the buffer with shades of grey, row by row.</summary>
    public void Fill(ReadOnlySpan<byte> shades)
    {
        var pixels = Pixels;
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (shades[i] * 0x010101u) | 0xFF000000;
        }
    }

    /// <summary>Makes every pixel black and as opaque as it was dark.</summary>
    public void InkOnly()
    {
        foreach (ref var pixel in Pixels)
        {
            pixel = (255 - (pixel & 255)) << 24;
        }
    }

    /// <summary>Shades of grey, upright.</summary>
    public GrayImage Gray(Turning turning)
    {
        var order = turning.Over(Width, Height);
        var gray = new byte[order.Width * order.Height];
        var pixels = Pixels;
        for (var y = 0; y < order.Height; y++)
        {
            var from = order.First + (y * order.Down);
            var row = gray.AsSpan(y * order.Width, order.Width);
            for (var x = 0; x < row.Length; x++, from += order.Right)
            {
                var pixel = pixels[from];
                row[x] = (byte)((((pixel & 255) * 77) + (((pixel >> 8) & 255) * 150) + (((pixel >> 16) & 255) * 29)) >> 8);
            }
        }
        return new(order.Width, order.Height, gray);
    }

    /// <summary>The upright picture.</summary>
    public PixelBuffer Turned(Turning turning)
    {
        var order = turning.Over(Width, Height);
        var turned = new PixelBuffer(order.Width, order.Height);
        var pixels = Pixels;
        var target = turned.Pixels;
        for (var y = 0; y < order.Height; y++)
        {
            var from = order.First + (y * order.Down);
            var row = target.Slice(y * order.Width, order.Width);
            for (var x = 0; x < row.Length; x++, from += order.Right)
            {
                row[x] = pixels[from];
            }
        }
        return turned;
    }

    /// <summary>A smaller picture; every pixel is the mean of the area it covers.</summary>
    public PixelBuffer Shrunk(int width, int height)
    {
        var shrunk = new PixelBuffer(width, height);
        var pixels = Pixels;
        var target = shrunk.Pixels;
        var across = new Vector4[width];
        var sums = new Vector4[width];
        var (scale, area) = (Height / (double)height, (float)(width * (double)height / (Width * (double)Height)));
        var row = 0;
        for (var y = 0; y < Height; y++)
        {
            Across(pixels.Slice(y * Width, Width), across);
            var end = (row + 1) * scale;
            var here = (float)Math.Min(1, end - y);
            Add(sums, across, here);
            if (y + 1 < end && y + 1 < Height)
            {
                continue;
            }
            Finish(sums, target.Slice(row * width, width), area);
            row = Math.Min(row + 1, height - 1);
            Add(sums, across, 1 - here);
        }
        return shrunk;
    }

    /// <summary>The file; null when it cannot be written.</summary>
    public byte[]? Encoded(SKEncodedImageFormat format, int quality)
    {
        using var pixels = bitmap.PeekPixels();
        using var data = pixels?.Encode(format, quality);
        return data?.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => bitmap.Dispose();

    private static void Across(ReadOnlySpan<uint> pixels, Span<Vector4> across)
    {
        across.Clear();
        var scale = across.Length / (double)pixels.Length;
        for (var x = 0; x < pixels.Length; x++)
        {
            var colour = new Vector4(pixels[x] & 255, (pixels[x] >> 8) & 255, (pixels[x] >> 16) & 255, 255);
            var (from, to) = (x * scale, (x + 1) * scale);
            var first = Math.Min((int)from, across.Length - 1);
            if (to <= first + 1)
            {
                across[first] += colour;
            }
            else
            {
                var before = (float)((first + 1 - from) / scale);
                across[first] += colour * before;
                across[Math.Min(first + 1, across.Length - 1)] += colour * (1 - before);
            }
        }
    }

    private static void Add(Span<Vector4> sums, ReadOnlySpan<Vector4> across, float weight)
    {
        for (var x = 0; x < sums.Length; x++)
        {
            sums[x] += across[x] * weight;
        }
    }

    private static void Finish(Span<Vector4> sums, Span<uint> row, float area)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var mean = Vector4.Clamp((sums[x] * area) + new Vector4(0.5f), Vector4.Zero, new(255));
            row[x] = (uint)mean.X | ((uint)mean.Y << 8) | ((uint)mean.Z << 16) | 0xFF000000;
        }
        sums.Clear();
    }
}
