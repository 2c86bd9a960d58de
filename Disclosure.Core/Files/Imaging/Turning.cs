using SkiaSharp;

namespace Disclosure.Core.Files.Imaging;

/// <summary>How a stored picture becomes upright: mirrored left to right or not, then turned clockwise.</summary>
/// <param name="Mirrored">Left and right are exchanged first.</param>
/// <param name="Quarters">Quarters of a turn, 0 to 3.</param>
internal readonly record struct Turning(bool Mirrored, int Quarters)
{
    /// <summary>As the camera noted it (EXIF orientation).</summary>
    public static Turning Noted(SKEncodedOrigin origin) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(true, 0),
            SKEncodedOrigin.BottomRight => new(false, 2),
            SKEncodedOrigin.BottomLeft => new(true, 2),
            SKEncodedOrigin.LeftTop => new(true, 3),
            SKEncodedOrigin.RightTop => new(false, 1),
            SKEncodedOrigin.RightBottom => new(true, 1),
            SKEncodedOrigin.LeftBottom => new(false, 3),
            _ => default,
        };

    /// <summary>Turned further.</summary>
    public Turning Clockwise(int quarters) => this with { Quarters = (Quarters + quarters) & 3 };

    /// <summary>How to read a stored picture of a size.</summary>
    public PixelOrder Over(int width, int height)
    {
        var order = Mirrored ? new PixelOrder(width, height, width - 1, -1, width) : new PixelOrder(width, height, 0, 1, width);
        for (var i = 0; i < Quarters; i++)
        {
            // The left column, read upwards, becomes the upper row.
            order = new(order.Height, order.Width, order.First + ((order.Height - 1) * order.Down), -order.Down, order.Right);
        }
        return order;
    }
}

/// <summary>Order of the upright picture's pixels: pixel (x, y) is stored at First + x × Right + y × Down.</summary>
/// <param name="Width">Pixels of the upright picture.</param>
/// <param name="Height">Pixels of the upright picture.</param>
/// <param name="First">Where its upper left pixel is stored.</param>
/// <param name="Right">Step to the next pixel of a row.</param>
/// <param name="Down">Step to the next row.</param>
internal readonly record struct PixelOrder(int Width, int Height, int First, int Right, int Down);
