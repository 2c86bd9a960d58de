using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Reads the stream names of an OLE compound file ([MS-CFB]): the container of doc, xls, wps, et and of every encrypted docx and xlsx.
/// </summary>
internal static class OleContainer
{
    private const int EntrySize = 128;
    private const int MostSectors = 4096;
    private static readonly byte[] Magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>True when the bytes begin as an OLE container.</summary>
    public static async Task<bool> IsOneAsync(Stream content, CancellationToken ct)
    {
        var first = new byte[Magic.Length];
        return await ReadAsync(content, 0, first, ct) && first.AsSpan().SequenceEqual(Magic);
    }

    /// <summary>Names of storages and streams; empty when the container cannot be followed.</summary>
    public static async Task<HashSet<string>> StreamNamesAsync(Stream content, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[512];
        if (!await ReadAsync(content, 0, header, ct))
        {
            return names;
        }
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x1E));
        if (shift is not (9 or 12))
        {
            return names;
        }
        var sector = new byte[1 << shift];
        var number = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(0x30));
        // A chain that bites its own tail must end too.
        for (var read = 0; read < MostSectors && number < 0xFFFFFFFA; read++)
        {
            if (!await ReadAsync(content, (number + 1L) << shift, sector, ct))
            {
                break;
            }
            CollectNames(sector, names);
            number = await NextAsync(content, header, shift, number, ct);
        }
        return names;
    }

    private static void CollectNames(byte[] sector, HashSet<string> names)
    {
        for (var at = 0; at < sector.Length; at += EntrySize)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(at + 64));
            if (sector[at + 66] != 0 && length is >= 4 and <= 64)
            {
                names.Add(Encoding.Unicode.GetString(sector, at, length - 2));
            }
        }
    }

    /// <summary>
    /// Looks the next sector up in the allocation table; the first 109 table sectors are listed in the header, which reaches past 6 MB and
    /// any directory an old document has.
    /// </summary>
    private static async Task<uint> NextAsync(Stream content, byte[] header, int shift, uint number, CancellationToken ct)
    {
        var perSector = 1u << (shift - 2);
        var table = number / perSector;
        if (table >= 109)
        {
            return uint.MaxValue;
        }
        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(0x4C + (4 * (int)table)));
        var entry = new byte[4];
        return tableSector < 0xFFFFFFFA && await ReadAsync(content, ((tableSector + 1L) << shift) + (4 * (number % perSector)), entry, ct)
            ? BinaryPrimitives.ReadUInt32LittleEndian(entry)
            : uint.MaxValue;
    }

    private static async Task<bool> ReadAsync(Stream content, long at, byte[] into, CancellationToken ct)
    {
        if (at >= content.Length)
        {
            return false;
        }
        content.Position = at;
        return await content.ReadAtLeastAsync(into, into.Length, throwOnEndOfStream: false, ct) == into.Length;
    }
}
