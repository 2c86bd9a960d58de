using ZXing;
using ZXing.Common;

namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Where our own threshold shows nothing: the picture in black and white as ZXing decides them, block by block, which holds at the edge
/// of a hard shadow. Searched and decoded by our own code, whose work is bounded and which would rather read nothing than something else
/// (decision 0008).
/// </summary>
internal static class BlockThreshold
{
    // Five blocks of eight pixels; below that ZXing takes one threshold for all, which is not what is wanted here.
    private const int SmallestSide = 40;

    /// <summary>True for a picture large enough.</summary>
    public static bool Takes(GrayImage image) => Math.Min(image.Width, image.Height) >= SmallestSide;

    /// <summary>The picture in black and white.</summary>
    public static GrayImage Of(GrayImage image)
    {
        var source = new RGBLuminanceSource(image.Pixels.ToArray(), image.Width, image.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        var black = new HybridBinarizer(source).BlackMatrix;
        var pixels = new byte[image.Width * image.Height];
        for (var (y, at) = (0, 0); y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++, at++)
            {
                pixels[at] = black[x, y] ? byte.MinValue : byte.MaxValue;
            }
        }
        return new(image.Width, image.Height, pixels);
    }
}
