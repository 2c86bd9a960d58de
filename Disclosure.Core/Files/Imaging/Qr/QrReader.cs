namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Reads QR codes (ISO/IEC 18004 Model 2, versions 1–20, all levels; numbers, capitals and bytes) from a picture: turned in any way, tilted
/// up to some 35°, in uneven light. Mirrored codes are not read.
/// </summary>
public static class QrReader
{
    // Above this a picture is halved before anybody looks: a code of our forms is readable at a third of it.
    private const int MostPixels = 24_000_000;
    private const int MostDoubled = 4_500_000;
    private const int SmallestSide = 21;

    /// <summary>
    /// All codes found at the first of the picture's sizes that shows any: as it is, then smaller (noise, blur), and twice as large for a
    /// small picture; then, at each size again, in black and white by another threshold. Empty when there is none; never throws but for a
    /// cancellation. Work is bounded whatever the picture shows.
    /// </summary>
    public static IReadOnlyList<QrFound> Read(GrayImage image, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        // A size is made when the one before has shown nothing; making them again costs little beside the search.
        return First(Sizes(image), level => new QrSearch(level).Find(ct))
            ?? First(Sizes(image).Where(s => BlockThreshold.Takes(s.Level)), level => new QrSearch(BlockThreshold.Of(level)).Find(ct))
            ?? [];
    }

    private static List<QrFound>? First(IEnumerable<(GrayImage Level, double Scale)> sizes, Func<GrayImage, IReadOnlyList<QrFound>> find) =>
        sizes
            .Select(s => (Found: find(s.Level), s.Scale))
            .Where(s => s.Found.Count > 0)
            .Select(s =>
                s.Found.Select(f => f with { Corners = [.. f.Corners.Select(c => new PicturePoint(c.X * s.Scale, c.Y * s.Scale))] })
                    .ToList()
            )
            .FirstOrDefault();

    private static IEnumerable<(GrayImage Level, double Scale)> Sizes(GrayImage image)
    {
        var (level, scale) = (image, 1.0);
        while (level.Pixels.Length > MostPixels)
        {
            (level, scale) = (level.Halved(), scale * 2);
        }
        yield return (level, scale);
        if (image.Pixels.Length <= MostDoubled)
        {
            yield return (image.Doubled(), 0.5);
        }
        for (var i = 0; i < 3 && Math.Min(level.Width, level.Height) >= 2 * SmallestSide; i++)
        {
            (level, scale) = (level.Halved(), scale * 2);
            yield return (level, scale);
        }
    }
}
