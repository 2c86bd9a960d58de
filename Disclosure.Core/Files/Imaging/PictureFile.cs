using Disclosure.Core.Common;
using SkiaSharp;

namespace Disclosure.Core.Files.Imaging;

/// <summary>Decodes a JPEG or PNG after a look at its header.</summary>
internal static class PictureFile
{
    /// <summary>Most pixels a picture may claim.</summary>
    public const long MostPixels = 100_000_000;

    // Twelve megapixels and a little: what a telephone takes is read as it is, larger JPEGs are decoded smaller.
    private const long Comfortable = 16_000_000;
    private const int LeastLongSide = 3900;

    // A progressive JPEG is held whole, at two bytes a value, until its last pass.
    private const long MostProgressive = 40_000_000;
    private const int MostPasses = 50;

    // Deflate packs at most about 1030 to 1, and a pixel takes at least one bit.
    private const long MostPacked = 8 * 1040;

    /// <summary>The pixels as stored, in which order they are upright, and the size the file has; or why not.</summary>
    public static Outcome<DecodedPicture> Decode(ReadOnlyMemory<byte> bytes)
    {
        var isJpeg = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
        if (!isJpeg && !bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return new SheetIsBroken();
        }
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return SizeOfPng(bytes.Span) is var (w, h) && (long)w * h > MostPixels ? new SheetTooLarge(w, h) : new SheetIsBroken();
        }
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
        {
            return new SheetTooLarge(width, height);
        }
        if (isJpeg ? IsSlow(bytes.Span, (long)width * height) : (long)width * height > bytes.Length * MostPacked)
        {
            return new SheetIsBroken();
        }
        return Pixels(codec, Size(codec, isJpeg));
    }

    private static Outcome<DecodedPicture> Pixels(SKCodec codec, SKSizeI size)
    {
        var buffer = new PixelBuffer(size.Width, size.Height);
        var result = codec.GetPixels(buffer.Info, buffer.Address);
        if (result != SKCodecResult.Success)
        {
            buffer.Dispose();
            return new SheetIsBroken();
        }
        if (codec.Info.AlphaType != SKAlphaType.Opaque)
        {
            buffer.Whiten();
        }
        return new DecodedPicture(buffer, Turning.Noted(codec.EncodedOrigin), codec.Info.Width, codec.Info.Height);
    }

    private static SKSizeI Size(SKCodec codec, bool isJpeg)
    {
        var size = codec.Info.Size;
        if (isJpeg && (long)size.Width * size.Height > Comfortable)
        {
            for (var eighths = 1; eighths < 8; eighths++)
            {
                var smaller = codec.GetScaledDimensions(eighths / 8f);
                if (Math.Max(smaller.Width, smaller.Height) >= LeastLongSide)
                {
                    return smaller;
                }
            }
        }
        return size;
    }

    /// <summary>True for a JPEG whose passes would keep the machine busy or fill its memory.</summary>
    private static bool IsSlow(ReadOnlySpan<byte> bytes, long pixels)
    {
        var (passes, progressive) = (0, false);
        while (bytes.Length > 1 && bytes.IndexOf((byte)0xFF) is var at and >= 0 && at + 1 < bytes.Length)
        {
            progressive |= bytes[at + 1] is 0xC2;
            passes += bytes[at + 1] is 0xDA ? 1 : 0;
            bytes = bytes[(at + 1)..];
        }
        // A camera's own small preview brings a pass or two along.
        return passes > MostPasses || (progressive && pixels > MostProgressive);
    }

    /// <summary>Sides a PNG claims, which the decoder does not tell when they are beyond its own limits.</summary>
    private static (int Width, int Height)? SizeOfPng(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24 || bytes[0] != 0x89)
        {
            return null;
        }
        var (width, height) = (
            System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])
        );
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? ((int)width, (int)height) : null;
    }
}

/// <summary>A decoded picture.</summary>
/// <param name="Pixels">As stored; the caller disposes of it.</param>
/// <param name="Turning">Upright as the camera noted.</param>
/// <param name="Width">Pixels of the file.</param>
/// <param name="Height">Pixels of the file.</param>
internal sealed record DecodedPicture(PixelBuffer Pixels, Turning Turning, int Width, int Height);
