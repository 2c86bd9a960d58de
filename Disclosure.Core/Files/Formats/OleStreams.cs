using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Streams of an OLE compound file that lies in memory. Chains that run out of the file, or in a circle, end the stream with
/// <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class OleStreams
{
    private const int EntrySize = 128;
    private const int MiniSector = 64;
    private const uint Last = 0xFFFFFFFA;

    private readonly byte[] file;
    private readonly int shift;
    private readonly List<uint> tableSectors = [];
    private readonly Dictionary<string, (uint Start, long Size)> streams = new(StringComparer.Ordinal);
    private readonly uint miniTable;
    private readonly int miniCutoff;
    private byte[]? mini;
    private byte[]? miniNext;

    /// <summary>Reads the directory.</summary>
    public OleStreams(byte[] file)
    {
        this.file = file;
        shift = file.Length > 512 ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x1E)) : 0;
        if (shift is not (9 or 12))
        {
            throw new InvalidDataException();
        }
        (miniCutoff, miniTable) = ((int)U32(0x38), U32(0x3C));
        Tables();
        var directory = Chain(U32(0x30), long.MaxValue);
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            if (directory[at + 66] is 2 or 5 && length is >= 4 and <= 64)
            {
                var name = directory[at + 66] == 5 ? "" : Encoding.Unicode.GetString(directory, at, length - 2);
                // The upper half of the size is undefined in the small form.
                streams.TryAdd(
                    name,
                    (
                        BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 116)),
                        BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 120))
                    )
                );
            }
        }
    }

    /// <summary>Names of the streams, whichever storage they lie in.</summary>
    public IEnumerable<string> Names => streams.Keys.Where(n => n.Length > 0);

    /// <summary>Bytes of a stream.</summary>
    public byte[] Read(string name)
    {
        var (start, size) = streams[name];
        return size >= miniCutoff ? Exactly(Chain(start, size), size) : Exactly(MiniChain(start, size), size);
    }

    private static byte[] Exactly(byte[] bytes, long size) => bytes.Length < size ? throw new InvalidDataException() : bytes[..(int)size];

    private void Tables()
    {
        for (var i = 0; i < 109 && U32(0x4C + (4 * i)) is < Last and var sector; i++)
        {
            tableSectors.Add(sector);
        }
        var perSector = (1 << (shift - 2)) - 1;
        for (var more = U32(0x44); more < Last && tableSectors.Count <= file.Length >> shift; more = U32(Offset(more) + (4 * perSector)))
        {
            for (var i = 0; i < perSector && U32(Offset(more) + (4 * i)) is < Last and var sector; i++)
            {
                tableSectors.Add(sector);
            }
        }
    }

    private byte[] Chain(uint sector, long size)
    {
        var bytes = new MemoryStream();
        for (var sectors = file.Length >> shift; sector < Last && bytes.Length < size; sector = Next(sector))
        {
            if (sectors-- < 0)
            {
                throw new InvalidDataException();
            }
            var at = Offset(sector);
            bytes.Write(file.AsSpan(at, Math.Min(1 << shift, file.Length - at)));
        }
        return bytes.ToArray();
    }

    private byte[] MiniChain(uint sector, long size)
    {
        mini ??= streams.TryGetValue("", out var root) ? Chain(root.Start, root.Size) : [];
        miniNext ??= Chain(miniTable, long.MaxValue);
        var bytes = new MemoryStream();
        for (
            var sectors = mini.Length / MiniSector;
            sector < Last && bytes.Length < size;
            sector = BinaryPrimitives.ReadUInt32LittleEndian(miniNext.AsSpan((int)sector * 4))
        )
        {
            if (sectors-- < 0 || ((long)sector * MiniSector) + MiniSector > mini.Length || ((long)sector * 4) + 4 > miniNext.Length)
            {
                throw new InvalidDataException();
            }
            bytes.Write(mini.AsSpan((int)sector * MiniSector, MiniSector));
        }
        return bytes.ToArray();
    }

    private uint Next(uint sector)
    {
        var table = (int)(sector >> (shift - 2));
        return table < tableSectors.Count
            ? U32(Offset(tableSectors[table]) + (4 * (int)(sector & ((1u << (shift - 2)) - 1))))
            : throw new InvalidDataException();
    }

    private int Offset(uint sector)
    {
        var at = (sector + 1L) << shift;
        return at < file.Length ? (int)at : throw new InvalidDataException();
    }

    private uint U32(int at) =>
        at + 4 <= file.Length ? BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) : throw new InvalidDataException();
}
