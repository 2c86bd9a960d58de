using System.Globalization;
using Disclosure.Core.Common;
using SkiaSharp;

namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// A photograph or scan as a picture: read, turned, shrunk and written anew, so that nothing of what the camera noted remains.
/// </summary>
internal static class SheetPicture
{
    // A4 at 300 dpi.
    private const int LongSide = 3508;
    private const int SmallerSide = 2480;
    private const int MostBytes = 1_500_000;

    // From good to bearable; the code and the handwriting stay readable on the last.
    private static readonly (int LongSide, int Quality)[] Steps =
    [
        (LongSide, 80),
        (LongSide, 70),
        (LongSide, 58),
        (SmallerSide, 70),
        (SmallerSide, 55),
        (1754, 50),
    ];

    /// <summary>The picture to keep, or why it cannot be read.</summary>
    public static Outcome<ReadSheet> Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var decoded = PictureFile.Decode(bytes);
        if (!decoded.Ok)
        {
            return decoded.Problem!;
        }
        var picture = decoded.Value;
        var pixels = picture.Pixels;
        try
        {
            var codes = QrReader.Read(pixels.Gray(picture.Turning), ct);
            var quarters = codes.Count > 0 ? (int)Math.Round(codes[0].Turn / 90) % 4 : 0;
            var turning = picture.Turning.Clockwise(-quarters);
            ct.ThrowIfCancellationRequested();

            pixels = Shrunk(pixels, LongSide);
            if (turning != default)
            {
                pixels = Replaced(pixels, pixels.Turned(turning));
            }
            var (kept, kind, shrunk) = Written(ref pixels, bytes.Span, ct);
            return kept is null
                ? new SheetIsBroken()
                : new ReadSheet(
                    kept,
                    kind,
                    1,
                    [.. codes.Select(c => c.Text).Distinct()],
                    Note(picture, bytes.Length, turning != default, shrunk || kept.Length < bytes.Length, codes.Count)
                );
        }
        finally
        {
            pixels.Dispose();
        }
    }

    private static (byte[]? Bytes, string Kind, bool Shrunk) Written(
        ref PixelBuffer pixels,
        ReadOnlySpan<byte> original,
        CancellationToken ct
    )
    {
        byte[]? best = null;
        var width = pixels.Width;
        foreach (var (side, quality) in Steps)
        {
            ct.ThrowIfCancellationRequested();
            pixels = Shrunk(pixels, side);
            best = pixels.Encoded(SKEncodedImageFormat.Jpeg, quality);
            if (best is null || best.Length <= MostBytes)
            {
                break;
            }
        }
        // A clean scan can be smaller as PNG; where the original was not, trying is a waste.
        if (
            best is not null
            && original[0] == 0x89
            && original.Length < best.Length
            && pixels.Width == width
            && pixels.Encoded(SKEncodedImageFormat.Png, 100) is { } png
            && png.Length < best.Length
        )
        {
            return (png, "png", false);
        }
        return (best, "jpg", pixels.Width != width);
    }

    private static PixelBuffer Shrunk(PixelBuffer pixels, int longSide)
    {
        var longest = Math.Max(pixels.Width, pixels.Height);
        return longest <= longSide
            ? pixels
            : Replaced(
                pixels,
                pixels.Shrunk(
                    Math.Max(1, (int)Math.Round(pixels.Width * (double)longSide / longest)),
                    Math.Max(1, (int)Math.Round(pixels.Height * (double)longSide / longest))
                )
            );
    }

    private static PixelBuffer Replaced(PixelBuffer before, PixelBuffer after)
    {
        before.Dispose();
        return after;
    }

    private static string Note(DecodedPicture picture, int size, bool turned, bool smaller, int codes)
    {
        var done = (turned ? "已转正并" : "已") + (smaller ? "压缩" : "重新保存");
        var original = string.Create(CultureInfo.InvariantCulture, $"原图 {picture.Width}×{picture.Height}、{PictureSize.Show(size)}");
        return codes > 0 ? $"{done}，{original}" : $"{done}，{original}；没有读到二维码";
    }
}

/// <summary>How the size of a file is written.</summary>
internal static class PictureSize
{
    /// <summary>「5.2 MB」 or 「812 KB」.</summary>
    public static string Show(int bytes) =>
        bytes >= 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} KB");
}
