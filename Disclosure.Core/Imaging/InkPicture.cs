using Disclosure.Core.Common;
using SkiaSharp;

namespace Disclosure.Core.Imaging;

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
    private const long MostPixels = 60_000_000;
    private const double MostInk = 0.35;

    /// <summary>Takes the strokes out of a drawing or of a photograph of a signature on light paper; position data and all else of the file is dropped.</summary>
    /// <param name="file">PNG or JPEG.</param>
    public static Outcome<InkPicture> Read(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg)
            || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels)
        {
            return new InkUnreadable();
        }
        using var drawn = Small(codec);
        return drawn is null ? new InkUnreadable() : Cut(drawn);
    }

    /// <summary>The picture on white, turned upright, at most <see cref="WorkingSide"/> pixels a side.</summary>
    private static SKBitmap? Small(SKCodec codec)
    {
        using var whole = SKBitmap.Decode(codec, codec.Info.WithColorType(SKColorType.Rgba8888).WithAlphaType(SKAlphaType.Premul));
        if (whole is null)
        {
            return null;
        }
        var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (whole.Height, whole.Width) : (whole.Width, whole.Height);
        var scale = Math.Min(1f, WorkingSide / (float)Math.Max(width, height));
        var small = new SKBitmap(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.White);
        canvas.Scale(small.Width / (float)width, small.Height / (float)height);
        switch (codec.EncodedOrigin)
        {
            case SKEncodedOrigin.BottomRight:
                canvas.RotateDegrees(180, width / 2f, height / 2f);
                break;
            case SKEncodedOrigin.RightTop:
                canvas.Translate(width, 0);
                canvas.RotateDegrees(90);
                break;
            case SKEncodedOrigin.LeftBottom:
                canvas.Translate(0, height);
                canvas.RotateDegrees(-90);
                break;
        }
        Draw(canvas, whole);
        canvas.Flush();
        return small;
    }

    private static void Draw(SKCanvas canvas, SKBitmap bitmap)
    {
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    private static Outcome<InkPicture> Cut(SKBitmap drawn)
    {
        var (width, height) = (drawn.Width, drawn.Height);
        var light = Light(drawn);
        var paper = Paper(light, width, height);
        var ink = new byte[light.Length];
        var (left, top, right, bottom, inked) = (width, height, -1, -1, 0);
        for (var i = 0; i < light.Length; i++)
        {
            // Against the paper around it: a shadow over half the sheet is no ink.
            var dark = paper[i] - light[i];
            ink[i] = (byte)Math.Clamp((dark - 45) * 4, 0, 255);
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
        return inked > MostInk * light.Length ? new TooMuchInk() : Encode(ink, width, new SKRectI(left, top, right + 1, bottom + 1));
    }

    private static byte[] Light(SKBitmap bitmap)
    {
        var pixels = bitmap.GetPixelSpan();
        var light = new byte[bitmap.Width * bitmap.Height];
        for (var i = 0; i < light.Length; i++)
        {
            light[i] = (byte)((pixels[4 * i] * 299 + pixels[(4 * i) + 1] * 587 + pixels[(4 * i) + 2] * 114) / 1000);
        }
        return light;
    }

    /// <summary>How light the paper is at each place: the lightest of its square of 1/12 of the width, spread without steps.</summary>
    private static byte[] Paper(byte[] light, int width, int height)
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

    private static InkPicture Encode(byte[] ink, int stride, SKRectI box)
    {
        using var cut = new SKBitmap(box.Width, box.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var pixels = cut.GetPixelSpan();
        for (var y = 0; y < box.Height; y++)
        {
            for (var x = 0; x < box.Width; x++)
            {
                pixels[(4 * ((y * box.Width) + x)) + 3] = ink[((y + box.Top) * stride) + x + box.Left];
            }
        }
        var scale = Math.Min(1f, Math.Min(HeightPx / (float)box.Height, WidthPx / (float)box.Width));
        using var small = new SKBitmap(Math.Max(1, (int)(box.Width * scale)), Math.Max(1, (int)(box.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(small.Width / (float)box.Width, small.Height / (float)box.Height);
        Draw(canvas, cut);
        canvas.Flush();
        using var png = small.Encode(SKEncodedImageFormat.Png, 100);
        return new InkPicture(png.ToArray(), small.Width, small.Height);
    }
}
