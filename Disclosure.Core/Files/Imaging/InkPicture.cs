using Disclosure.Core.Common;
using SkiaSharp;

namespace Disclosure.Core.Files.Imaging;

/// <summary>Not a picture that can be read.</summary>
public sealed record InkUnreadable() : Problem("这个文件不是可以识别的 PNG 或 JPEG 图片，请换一张。");

/// <summary>A blank sheet.</summary>
public sealed record NoInk() : Problem("图中没有看到笔迹，请在白纸上用黑色笔签名后拍照，或者直接在框内手写。");

/// <summary>More ink than a name has.</summary>
public sealed record TooMuchInk() : Problem("图中深色部分太多，不像签名；请在白纸上签名，光线均匀，只拍签名部分。");

/// <summary>A name in ink: black on a transparent ground, cut to its strokes.</summary>
/// <param name="Png">PNG.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record InkPicture(byte[] Png, int Width, int Height)
{
    private const int WorkingSide = 1200;
    private const int HeightPx = 180;
    private const int WidthPx = 700;
    private const double MostInk = 0.35;

    /// <summary>
    /// Takes the strokes out of a drawing or of a photograph of a signature on light paper; position data and all else of the file is
    /// dropped.
    /// </summary>
    /// <param name="file">PNG or JPEG.</param>
    public static Outcome<InkPicture> Read(ReadOnlyMemory<byte> file)
    {
        var decoded = PictureFile.Decode(file);
        if (!decoded.Ok)
        {
            return new InkUnreadable();
        }
        using var whole = decoded.Value.Pixels;
        using var small = Fitted(whole, WorkingSide, WorkingSide);
        return Cut(small.Gray(decoded.Value.Turning));
    }

    private static PixelBuffer Fitted(PixelBuffer pixels, int widest, int highest)
    {
        var scale = Math.Min(1.0, Math.Min(widest / (double)pixels.Width, highest / (double)pixels.Height));
        return pixels.Shrunk(Math.Max(1, (int)(pixels.Width * scale)), Math.Max(1, (int)(pixels.Height * scale)));
    }

    private static Outcome<InkPicture> Cut(GrayImage drawn)
    {
        var (width, height) = (drawn.Width, drawn.Height);
        var light = drawn.Pixels;
        var paper = Paper(light, width, height);
        var ink = new byte[light.Length];
        var (left, top, right, bottom, inked) = (width, height, -1, -1, 0);
        for (var i = 0; i < light.Length; i++)
        {
            // Against the paper around it: a shadow over half the sheet is no ink.
            ink[i] = (byte)Math.Clamp((paper[i] - light[i] - 45) * 4, 0, 255);
            if (ink[i] > 60)
            {
                inked++;
                var (x, y) = (i % width, i / width);
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            }
        }
        if (inked < 40)
        {
            return new NoInk();
        }
        return inked > MostInk * light.Length ? new TooMuchInk() : Encoded(ink, width, left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>How light the paper is at each place: the lightest of its square of 1/12 of the width, spread without steps.</summary>
    private static byte[] Paper(ReadOnlySpan<byte> light, int width, int height)
    {
        var side = Math.Max(8, width / 12);
        var (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side);
        var squares = new byte[columns * rows];
        for (var i = 0; i < light.Length; i++)
        {
            ref var square = ref squares[(i / width / side * columns) + (i % width / side)];
            square = Math.Max(square, light[i]);
        }
        var paper = new byte[light.Length];
        for (var i = 0; i < light.Length; i++)
        {
            var (x, y) = ((i % width / (double)side) - 0.5, (i / width / (double)side) - 0.5);
            var (c, r) = (Math.Clamp((int)x, 0, columns - 1), Math.Clamp((int)y, 0, rows - 1));
            var (fx, fy) = (Math.Clamp(x - c, 0, 1), Math.Clamp(y - r, 0, 1));
            var (c2, r2) = (Math.Min(c + 1, columns - 1), Math.Min(r + 1, rows - 1));
            var upper = (squares[(r * columns) + c] * (1 - fx)) + (squares[(r * columns) + c2] * fx);
            var lower = (squares[(r2 * columns) + c] * (1 - fx)) + (squares[(r2 * columns) + c2] * fx);
            paper[i] = (byte)((upper * (1 - fy)) + (lower * fy));
        }
        return paper;
    }

    private static InkPicture Encoded(byte[] ink, int stride, int left, int top, int width, int height)
    {
        var shades = new byte[width * height];
        for (var i = 0; i < shades.Length; i++)
        {
            shades[i] = (byte)(255 - ink[(((i / width) + top) * stride) + (i % width) + left]);
        }
        using var cut = new PixelBuffer(width, height);
        cut.Fill(shades);
        using var small = Fitted(cut, WidthPx, HeightPx);
        small.InkOnly();
        return new InkPicture(small.Encoded(SKEncodedImageFormat.Png, 100)!, small.Width, small.Height);
    }
}
