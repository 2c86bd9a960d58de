using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A file inside an OLE container, as office programs embed it: whole in a stream named Package or CONTENTS, or wrapped with its name in Ole10Native.</summary>
internal static class OleObject
{
    private const uint LastSector = 0xFFFFFFFA;

    /// <summary>True for an OLE container.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => FileKinds.Of(bytes) == ".OLE";

    /// <summary>The file inside; null when the container holds none of the known kinds or does not hold together.</summary>
    public static (string Name, byte[] Bytes)? Content(byte[] container)
    {
        var streams = Streams(container);
        if (streams.FirstOrDefault(s => s.Name is "Package" or "CONTENTS") is { Data: { Length: > 0 } whole })
        {
            return ("", whole);
        }
        return streams.FirstOrDefault(s => s.Name == "\u0001Ole10Native") is { Data: { Length: > 12 } native } ? Unwrapped(native) : null;
    }

    /// <summary>Names of the streams.</summary>
    public static IReadOnlyList<string> Names(byte[] container) => [.. Streams(container).Select(s => s.Name)];

    /// <summary>Size, two bytes, name, path, eight bytes, path, size, file.</summary>
    private static (string, byte[])? Unwrapped(byte[] native)
    {
        var at = 6;
        var name = Text(native, ref at);
        _ = Text(native, ref at);
        at += 4;
        if (at + 4 > native.Length)
        {
            return null;
        }
        var path = BinaryPrimitives.ReadInt32LittleEndian(native.AsSpan(at));
        at += 4 + Math.Max(0, path);
        if (path < 0 || at + 4 > native.Length)
        {
            return null;
        }
        var size = BinaryPrimitives.ReadInt32LittleEndian(native.AsSpan(at));
        return size > 0 && size <= native.Length - at - 4 ? (Path.GetFileName(name.Replace('\\', '/')), native.AsSpan(at + 4, size).ToArray()) : null;
    }

    private static string Text(byte[] bytes, ref int at)
    {
        var start = Math.Min(at, bytes.Length);
        var length = bytes.AsSpan(start).IndexOf((byte)0);
        at = start + Math.Max(0, length) + 1;
        return length <= 0 ? "" : PlainEncoding.Gb18030Lenient.GetString(bytes, start, length);
    }

    private static List<(string Name, byte[] Data)> Streams(byte[] file)
    {
        var found = new List<(string, byte[])>();
        if (!IsOne(file) || file.Length < 1024)
        {
            return found;
        }
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x1E));
        if (shift is not (9 or 12))
        {
            return found;
        }
        var table = Table(file, shift);
        var directory = Chain(file, shift, table, U32(file, 0x30), int.MaxValue);
        var small = Chain(file, shift, table, U32(file, 0x3C), int.MaxValue);
        byte[]? root = null;
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            var (kind, first, size) = (directory[at + 66], U32(directory, at + 116), U32(directory, at + 120));
            if (kind == 5)
            {
                root = Chain(file, shift, table, first, (int)Math.Min(size, int.MaxValue));
            }
            else if (kind == 2 && length is >= 2 and <= 64 && size > 0 && size < file.Length)
            {
                var name = Encoding.Unicode.GetString(directory, at, length - 2);
                found.Add((name, size >= 4096 || root is null ? Chain(file, shift, table, first, (int)size) : SmallChain(root, small, first, (int)size)));
            }
        }
        return found;
    }

    private static uint[] Table(byte[] file, int shift)
    {
        var per = 1 << (shift - 2);
        var table = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            var sector = U32(file, 0x4C + (4 * i));
            var at = (sector + 1L) << shift;
            if (sector >= LastSector || at + (1 << shift) > file.Length)
            {
                break;
            }
            for (var n = 0; n < per; n++)
            {
                table.Add(U32(file, (int)at + (4 * n)));
            }
        }
        return [.. table];
    }

    // A chain that bites its own tail ends when it is longer than the file.
    private static byte[] Chain(byte[] file, int shift, uint[] table, uint first, int most)
    {
        using var data = new MemoryStream();
        for (var (sector, steps) = (first, 0L); sector < LastSector && steps << shift < file.Length; steps++)
        {
            var at = (sector + 1L) << shift;
            if (at >= file.Length)
            {
                break;
            }
            data.Write(file, (int)at, (int)Math.Min(1 << shift, file.Length - at));
            if (sector >= table.Length || data.Length >= most)
            {
                break;
            }
            sector = table[sector];
        }
        var whole = data.ToArray();
        return whole.Length > most ? whole[..most] : whole;
    }

    private static byte[] SmallChain(byte[] root, byte[] small, uint first, int size)
    {
        using var data = new MemoryStream();
        for (var (sector, steps) = (first, 0); sector < LastSector && data.Length < size && steps <= root.Length / 64; steps++)
        {
            var at = sector * 64L;
            if (at >= root.Length || (sector * 4L) + 4 > small.Length)
            {
                break;
            }
            data.Write(root, (int)at, (int)Math.Min(64, root.Length - at));
            sector = U32(small, (int)sector * 4);
        }
        var whole = data.ToArray();
        return whole.Length > size ? whole[..size] : whole;
    }

    private static uint U32(byte[] bytes, int at) => at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) : uint.MaxValue;
}
