using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// What a picture tells besides what it shows: place, device, author and time, as cameras and telephones write them into JPEG, PNG and TIFF
/// (EXIF).
/// </summary>
/// <param name="Latitude">Degrees north; null when no place is told.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Origin">Device, author and time in words; empty when none is told.</param>
internal sealed record PictureFacts(double? Latitude, double? Longitude, string Origin)
{
    /// <summary>Bytes from the beginning of a picture in which such facts stand.</summary>
    public const int Look = 256 << 10;

    private const int MostEntries = 500;
    private const int MostText = 200;
    private static readonly PictureFacts None = new(null, null, "");

    private static readonly (int Tag, string Name)[] Origins =
    [
        (0x010F, "设备"),
        (0x0110, "型号"),
        (0x013B, "作者"),
        (0x9C9D, "作者"),
        (0xA430, "所有者"),
        (0x9003, "拍摄时间"),
        (0x0132, "时间"),
        (0x0131, "软件"),
        (0x010E, "说明"),
    ];

    /// <summary>Reads the beginning of a picture; what does not hold together tells nothing.</summary>
    public static PictureFacts Of(ReadOnlySpan<byte> picture)
    {
        try
        {
            return Exif(picture) is { Length: > 8 } exif ? Facts(exif) : None;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return None;
        }
    }

    /// <summary>Hands on what a picture tells.</summary>
    public void Observe(Place place, IContentSink sink)
    {
        if (Latitude is { } latitude && Longitude is { } longitude)
        {
            var words = string.Create(
                CultureInfo.InvariantCulture,
                $"图片带有拍摄地点：{(latitude < 0 ? "南纬" : "北纬")} {Math.Abs(latitude):0.0000}，"
                    + $"{(longitude < 0 ? "西经" : "东经")} {Math.Abs(longitude):0.0000}"
            );
            sink.Observe(new Observation(ObservationKind.PictureLocation, place, words));
        }
        if (Origin.Length > 0)
        {
            sink.Observe(new Observation(ObservationKind.PictureOrigin, place, Origin));
        }
    }

    /// <summary>The block of facts, which has the form of a TIFF file.</summary>
    private static ReadOnlySpan<byte> Exif(ReadOnlySpan<byte> picture) =>
        picture switch
        {
            [0xFF, 0xD8, ..] => InJpeg(picture),
            [0x89, 0x50, 0x4E, 0x47, ..] => InPng(picture),
            [0x49, 0x49, 0x2A, 0, ..] or [0x4D, 0x4D, 0, 0x2A, ..] => picture,
            _ => [],
        };

    private static ReadOnlySpan<byte> InJpeg(ReadOnlySpan<byte> picture)
    {
        for (var at = 2; at + 10 <= picture.Length && picture[at] == 0xFF && picture[at + 1] != 0xDA;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
            if (picture[at + 1] == 0xE1 && picture[(at + 4)..].StartsWith("Exif\0\0"u8))
            {
                return picture[(at + 10)..Math.Min(picture.Length, at + 2 + length)];
            }
            at += 2 + Math.Max(length, (ushort)2);
        }
        return [];
    }

    private static ReadOnlySpan<byte> InPng(ReadOnlySpan<byte> picture)
    {
        for (var at = 8L; at + 12 <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture[(int)at..]);
            if (picture[((int)at + 4)..].StartsWith("eXIf"u8))
            {
                return picture[((int)at + 8)..(int)Math.Min(picture.Length, at + 8 + length)];
            }
            at += 12 + length;
        }
        return [];
    }

    private static PictureFacts Facts(ReadOnlySpan<byte> exif)
    {
        var isLittle = exif[0] == 0x49;
        var main = new Folder(exif, isLittle, U32(exif, 4, isLittle));
        var camera = new Folder(exif, isLittle, main.Number(0x8769));
        var place = new Folder(exif, isLittle, main.Number(0x8825));
        var origin = new List<string>();
        foreach (var (tag, name) in Origins)
        {
            if ((main.Text(tag) is { Length: > 0 } inMain ? inMain : camera.Text(tag)) is { Length: > 0 } text)
            {
                origin.Add($"{name}：{text}");
            }
        }
        var (latitude, longitude) = (place.Degrees(2), place.Degrees(4));
        return new PictureFacts(
            place.Text(1) == "S" ? -latitude : latitude,
            place.Text(3) == "W" ? -longitude : longitude,
            string.Join('，', origin)
        );
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static ushort U16(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    /// <summary>One list of entries; a position of 0 is an empty one.</summary>
    private readonly ref struct Folder(ReadOnlySpan<byte> exif, bool isLittle, uint at)
    {
        private readonly ReadOnlySpan<byte> exif = exif;

        /// <summary>A number or the position of another list; 0 when there is none.</summary>
        public uint Number(int tag) => Entry(tag) is > 0 and var entry ? U32(exif, entry + 8, isLittle) : 0;

        /// <summary>A text; empty when there is none.</summary>
        public string Text(int tag)
        {
            if (Value(tag, out var type) is not { Length: > 0 } value || type is not (1 or 2 or 7))
            {
                return "";
            }
            // Windows writes its own entries in UTF-16, all others are plain.
            var text = tag >= 0x9C00 && type == 1 ? Encoding.Unicode.GetString(value) : Encoding.UTF8.GetString(value);
            return text.Split('\0')[0].Trim();
        }

        /// <summary>Degrees, minutes and seconds as one number.</summary>
        public double? Degrees(int tag)
        {
            if (Value(tag, out var type) is not { Length: >= 24 } value || type != 5)
            {
                return null;
            }
            var sum = 0d;
            for (var i = 0; i < 3; i++)
            {
                var below = U32(value, (8 * i) + 4, isLittle);
                sum += below == 0 ? 0 : U32(value, 8 * i, isLittle) / (double)below / Math.Pow(60, i);
            }
            // Programs that blank the place leave zeros.
            return sum is > 0 and <= 180 ? sum : null;
        }

        private ReadOnlySpan<byte> Value(int tag, out int type)
        {
            type = 0;
            if (Entry(tag) is not (> 0 and var entry))
            {
                return [];
            }
            type = U16(exif, entry + 2, isLittle);
            var size =
                Math.Min(U32(exif, entry + 4, isLittle), MostText)
                * (
                    type switch
                    {
                        3 => 2,
                        4 or 9 => 4,
                        5 or 10 => 8,
                        _ => 1,
                    }
                );
            var start = size <= 4 ? (uint)entry + 8 : U32(exif, entry + 8, isLittle);
            return start < exif.Length ? exif[(int)start..(int)Math.Min(exif.Length, start + size)] : [];
        }

        private int Entry(int tag)
        {
            if (at == 0 || at + 2 > exif.Length)
            {
                return 0;
            }
            var count = Math.Min((int)U16(exif, (int)at, isLittle), MostEntries);
            for (var entry = (int)at + 2; count > 0 && entry + 12 <= exif.Length; count--, entry += 12)
            {
                if (U16(exif, entry, isLittle) == tag)
                {
                    return entry;
                }
            }
            return 0;
        }
    }
}
