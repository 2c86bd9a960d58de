using System.Diagnostics;
using Disclosure.Core.Files.Imaging;
using SkiaSharp;

namespace Disclosure.Tests.Core.Files.Imaging;

/// <summary>A printed form on a table: rendered from its PDF, photographed, and written as a camera or a scanner would.</summary>
internal sealed class PhotographedSheet
{
    private readonly GrayImage page;

    public PhotographedSheet(byte[] pdf, int dpi)
    {
        Dpi = dpi;
        Png = Render(pdf, dpi);
        page = Gray(Png);
    }

    public int Dpi { get; }

    /// <summary>The first page as a scanner gives it.</summary>
    public byte[] Png { get; }

    public GrayImage Page => page;

    /// <summary>
    /// Photographed from above a dark table, the sheet filling a part of the picture's height; a unit is a pixel of the page.
    /// </summary>
    public GrayImage Photographed(Photograph camera, double filling = 0.85) =>
        On(
            camera with
            {
                Scale = filling * Math.Max(camera.Width, camera.Height) / page.Height,
                Middle = (page.Width / 2.0, page.Height / 2.0),
            }
        );

    /// <summary>Photographed as the camera stands.</summary>
    public GrayImage On(Photograph camera) =>
        camera.Of((x, y) => x >= 0 && y >= 0 && x < page.Width && y < page.Height ? page.Row((int)y)[(int)x] / 255.0 : Table(x, y));

    /// <summary>A JPEG with a tint of its own, as the light of a room gives.</summary>
    public static byte[] Jpeg(GrayImage image, int quality = 92) => Encoded(image, SKEncodedImageFormat.Jpeg, quality);

    /// <summary>The part lower right, a quarter of the picture.</summary>
    public static GrayImage LowerRight(GrayImage image)
    {
        var (width, height) = (image.Width / 2, image.Height / 2);
        var part = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            image.Row(image.Height - height + y)[(image.Width - width)..].CopyTo(part.AsSpan(y * width));
        }
        return new(width, height, part);
    }

    public static byte[] PngOf(GrayImage image) => Encoded(image, SKEncodedImageFormat.Png, 100);

    public static GrayImage Gray(byte[] file)
    {
        var bounds = SKBitmap.DecodeBounds(file);
        using var bitmap = SKBitmap.Decode(file, new SKImageInfo(bounds.Width, bounds.Height, SKColorType.Rgba8888));
        var colours = bitmap.Bytes;
        var gray = new byte[bitmap.Width * bitmap.Height];
        for (var i = 0; i < gray.Length; i++)
        {
            gray[i] = colours[(i * 4) + 1];
        }
        return new(bitmap.Width, bitmap.Height, gray);
    }

    /// <summary>Puts an EXIF block with an orientation and a place after the first marker of a JPEG.</summary>
    public static byte[] WithExif(byte[] jpeg, int orientation)
    {
        byte[] tiff =
        [
            .. "MM\0*\0\0\0\x08"u8,
            0,
            2,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)orientation,
            0,
            0,
            0x01,
            0x0E,
            0,
            2,
            0,
            0,
            0,
            14,
            0,
            0,
            0,
            38,
            0,
            0,
            0,
            0,
            .. "GPS 31.14,97.2"u8,
        ];
        var length = tiff.Length + 8;
        return [.. jpeg.AsSpan(0, 2), 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff, .. jpeg.AsSpan(2)];
    }

    /// <summary>Turned clockwise by quarters.</summary>
    public static GrayImage Turned(GrayImage image, int quarters)
    {
        for (; quarters > 0; quarters--)
        {
            var turned = new byte[image.Pixels.Length];
            for (var y = 0; y < image.Height; y++)
            {
                for (var x = 0; x < image.Width; x++)
                {
                    turned[(x * image.Height) + image.Height - 1 - y] = image.Row(y)[x];
                }
            }
            image = new(image.Height, image.Width, turned);
        }
        return image;
    }

    private static double Table(double x, double y) => 0.25 + (0.1 * Math.Sin(x / 9) * Math.Sin((x + y) / 71));

    private static byte[] Encoded(GrayImage image, SKEncodedImageFormat format, int quality)
    {
        var colours = new byte[image.Pixels.Length * 4];
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var shade = image.Pixels[i];
            (colours[i * 4], colours[(i * 4) + 1], colours[(i * 4) + 2], colours[(i * 4) + 3]) = (
                shade,
                (byte)(shade * 0.97),
                (byte)(shade * 0.9),
                255
            );
        }
        using var bitmap = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        System.Runtime.InteropServices.Marshal.Copy(colours, 0, bitmap.GetPixels(), colours.Length);
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    private static byte[] Render(byte[] pdf, int dpi)
    {
        var stem = Path.Combine(Path.GetTempPath(), $"sheet-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(stem + ".pdf", pdf);
            using var process = Process.Start(
                "pdftoppm",
                ["-r", $"{dpi}", "-f", "1", "-l", "1", "-singlefile", "-png", stem + ".pdf", stem]
            );
            process.WaitForExit();
            return File.ReadAllBytes(stem + ".png");
        }
        finally
        {
            File.Delete(stem + ".pdf");
            File.Delete(stem + ".png");
        }
    }
}
