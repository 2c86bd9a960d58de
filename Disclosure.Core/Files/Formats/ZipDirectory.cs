using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Files.Formats;

/// <summary>One entry of a package as its central directory lists it.</summary>
/// <param name="Name">Full name with forward slashes.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Flags">General purpose bits; bit 0 means encrypted.</param>
/// <param name="Packed">Bytes in the package.</param>
/// <param name="Unpacked">Bytes it claims to unpack to.</param>
/// <param name="Offset">Where its local header stands.</param>
internal sealed record ZipEntry(string Name, int Method, int Flags, long Packed, long Unpacked, long Offset);

/// <summary>
/// Reads a zip's central directory and nothing else. The framework's reader believes the archive about how many entries there are and
/// would build millions of them; this one stops at the limit first.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int HeaderSize = 46;
    private const uint EndMark = 0x06054B50;
    private const uint HeaderMark = 0x02014B50;

    /// <summary>Entries in order; null when the directory is damaged; an over-long list is cut after <paramref name="most"/> + 1.</summary>
    public static async Task<List<ZipEntry>?> ReadAsync(Stream content, int most, CancellationToken ct)
    {
        if (await EndAsync(content, ct) is not { } end)
        {
            return null;
        }
        var entries = new List<ZipEntry>();
        var header = new byte[HeaderSize];
        var at = end.Start;
        for (var n = 0; n < end.Count && n <= most; n++)
        {
            if (at + HeaderSize > end.Stop)
            {
                return null;
            }
            content.Position = at;
            if (
                await content.ReadAtLeastAsync(header, HeaderSize, false, ct) < HeaderSize
                || BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderMark
            )
            {
                return null;
            }
            var nameLength = U16(header, 28);
            var rest = new byte[nameLength + U16(header, 30)];
            if (
                await content.ReadAtLeastAsync(rest, rest.Length, false, ct) < rest.Length
                || Entry(header, rest, nameLength) is not { } entry
            )
            {
                return null;
            }
            entries.Add(entry);
            at += HeaderSize + rest.Length + U16(header, 32);
        }
        return at <= end.Stop ? entries : null;
    }

    /// <summary>Finds the end record: the last one whose comment reaches exactly to the end of the file.</summary>
    private static async Task<(long Start, long Stop, int Count)?> EndAsync(Stream content, CancellationToken ct)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndSize + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, ct);
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != EndMark || at + EndSize + U16(tail, at + 20) != tail.Length)
            {
                continue;
            }
            var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
            // Two disks, or a directory only the 64-bit record can describe, is no report of ours.
            var isPlain = U16(tail, at + 4) == 0 && U16(tail, at + 8) == U16(tail, at + 10) && start != uint.MaxValue;
            return isPlain ? (start, content.Length - tail.Length + at, U16(tail, at + 10)) : null;
        }
        return null;
    }

    private static ZipEntry? Entry(byte[] header, byte[] rest, int nameLength)
    {
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(20));
        long unpacked = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(24));
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(42));
        var wide = WideSizes(rest.AsSpan(nameLength));
        var used = 0;
        long Wide() => used < wide.Count ? wide[used++] : -1;
        unpacked = unpacked == uint.MaxValue ? Wide() : unpacked;
        packed = packed == uint.MaxValue ? Wide() : packed;
        offset = offset == uint.MaxValue ? Wide() : offset;
        return unpacked < 0 || packed < 0 || offset < 0
            ? null
            : new ZipEntry(Encoding.UTF8.GetString(rest, 0, nameLength), U16(header, 10), U16(header, 8), packed, unpacked, offset);
    }

    /// <summary>Values of the 64-bit extra field (id 1), which some programs write for small files too.</summary>
    private static List<long> WideSizes(ReadOnlySpan<byte> extra)
    {
        var values = new List<long>();
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length + 4 > extra.Length)
            {
                break;
            }
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                for (var at = 0; at + 8 <= length; at += 8)
                {
                    values.Add(BinaryPrimitives.ReadInt64LittleEndian(extra[(4 + at)..]));
                }
                break;
            }
            extra = extra[(4 + length)..];
        }
        return values;
    }

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
