using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What a photograph tells of itself (EXIF): where it was taken, with what, by whom, when.</summary>
internal static class PictureFacts
{
    private const int MostTags = 500;

    private static readonly Dictionary<int, string> Texts = new() { [0x010F] = "设备厂商", [0x0110] = "设备型号", [0x013B] = "作者", [0x0132] = "时间", [0x9003] = "拍摄时间", [0x8298] = "版权" };

    /// <summary>Tells what a JPEG holds; other pictures hold nothing that is read.</summary>
    public static void Tell(ReadOnlySpan<byte> picture, Place place, IContentSink sink)
    {
        var exif = Exif(picture);
        if (exif.Length < 8)
        {
            return;
        }
        var (facts, located) = Read(exif);
        if (located)
        {
            sink.Observe(new Observation(ObservationKind.PictureLocation, place, "照片带有拍摄地点"));
        }
        if (facts.Count > 0)
        {
            sink.Observe(new Observation(ObservationKind.PictureOrigin, place, string.Join("，", facts), facts.Count));
        }
    }

    private static ReadOnlySpan<byte> Exif(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg is not [0xFF, 0xD8, ..])
        {
            return default;
        }
        for (var at = 2; at + 10 < jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is not (0xDA or 0xD9);)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (jpeg[at + 1] == 0xE1 && jpeg[(at + 4)..].StartsWith("Exif\0\0"u8))
            {
                return jpeg[(at + 10)..Math.Min(jpeg.Length, at + 2 + length)];
            }
            at += 2 + Math.Max(2, (int)length);
        }
        return default;
    }

    private static (List<string> Facts, bool Located) Read(ReadOnlySpan<byte> tiff)
    {
        var (facts, located, little) = (new List<string>(), false, tiff[0] == 'I');
        var folders = new Queue<uint>([U32(tiff, 4, little)]);
        for (var (tags, seen) = (0, new HashSet<uint>()); folders.TryDequeue(out var folder) && seen.Add(folder);)
        {
            var count = U16(tiff, folder, little);
            for (var i = 0; i < count && tags < MostTags; i++, tags++)
            {
                var at = folder + 2 + (12L * i);
                var (tag, number, value) = (U16(tiff, at, little), U32(tiff, at + 4, little), U32(tiff, at + 8, little));
                located |= tag == 0x8825 && U16(tiff, value, little) > 1;
                if (tag == 0x8769)
                {
                    folders.Enqueue(value);
                }
                else if (Texts.TryGetValue(tag, out var name) && Text(tiff, number > 4 ? value : at + 8, number) is { Length: > 0 } text)
                {
                    facts.Add($"{name}：{text}");
                }
            }
        }
        return (facts, located);
    }

    private static string Text(ReadOnlySpan<byte> tiff, long at, uint count) =>
        at < 0 || count > 200 || at + count > tiff.Length ? "" : Encoding.UTF8.GetString(tiff.Slice((int)at, (int)count)).Trim('\0', ' ');

    private static int U16(ReadOnlySpan<byte> tiff, long at, bool little) =>
        at < 0 || at + 2 > tiff.Length ? 0 : little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[(int)at..]);

    private static uint U32(ReadOnlySpan<byte> tiff, long at, bool little) =>
        at < 0 || at + 4 > tiff.Length ? 0 : little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[(int)at..]);
}
