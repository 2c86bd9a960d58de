using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Writes small xls files: records of BIFF8 ([MS-XLS]) in a compound file ([MS-CFB]) of one stream.</summary>
internal sealed class OldBookFiles
{
    private const int Sector = 512;

    private readonly List<(string Name, byte State, byte[] Records)> sheets = [];
    private readonly List<string> formats = [];

    /// <summary>Adds a format; cells name it by its number from 1, 0 being General.</summary>
    public OldBookFiles Format(string code)
    {
        formats.Add(code);
        return this;
    }

    /// <summary>Adds a sheet; state 0 visible, 1 hidden, 2 very hidden.</summary>
    public OldBookFiles Sheet(string name, byte state, params byte[][] records)
    {
        sheets.Add((name, state, records.SelectMany(r => r).ToArray()));
        return this;
    }

    public static byte[] Number(int row, int column, double value, int format = 0) =>
        Record(0x0203, Short(row), Short(column), Short(format), BitConverter.GetBytes(value));

    public static byte[] Label(int row, int column, string text) => Record(0x0204, Short(row), Short(column), Short(0), Text(text));

    public static byte[] Row(int row, bool hidden) =>
        Record(
            0x0208,
            Short(row),
            Short(0),
            Short(9),
            Short(hidden ? 0 : 300),
            Short(0),
            Short(0),
            Short(hidden ? 0x0120 : 0x0100),
            Short(0x0F)
        );

    public static byte[] Column(int column, bool hidden) =>
        Record(0x007D, Short(column), Short(column), Short(2560), Short(0), Short(hidden ? 1 : 0), Short(0));

    public static byte[] Merged(int top, int bottom, int left, int right) =>
        Record(0x00E5, Short(1), Short(top), Short(bottom), Short(left), Short(right));

    public static byte[] Header(string coded) => Record(0x0014, Text(coded));

    /// <summary>The file; with a password only its mark stands in it. Up to two more streams are listed and empty.</summary>
    public byte[] File(bool locked = false, params string[] more)
    {
        var head = Join(
            Begin(5),
            locked ? Record(0x002F, Short(0), new byte[4]) : [],
            Record(0x0042, Short(1200)),
            Join([.. formats.Select((f, i) => Record(0x041E, Short(164 + i), Text(f)))]),
            Join([
                .. Enumerable.Range(0, formats.Count + 1).Select(i => Record(0x00E0, Short(0), Short(i == 0 ? 0 : 163 + i), new byte[16])),
            ])
        );
        var bodies = sheets
            .Select(s =>
                Join(Begin(16), Record(0x0200, new byte[4], BitConverter.GetBytes(99), Short(0), Short(20), Short(0)), s.Records, End)
            )
            .ToList();
        // Each entry of the list of sheets: offset, state, kind, name.
        byte[] Listed(string name, byte state, int offset) =>
            Record(0x0085, BitConverter.GetBytes(offset), [state, 0], [(byte)name.Length, 1], Encoding.Unicode.GetBytes(name));
        var offset = head.Length + sheets.Sum(s => Listed(s.Name, s.State, 0).Length) + End.Length;
        var list = new List<byte>();
        for (var i = 0; i < sheets.Count; offset += bodies[i++].Length)
        {
            list.AddRange(Listed(sheets[i].Name, sheets[i].State, offset));
        }
        return Container(Join(head, [.. list], End, Join([.. bodies])), more);
    }

    private static byte[] End => Record(0x000A);

    private static byte[] Begin(int kind) => Record(0x0809, Short(0x0600), Short(kind), Short(0x0DBB), Short(1996), new byte[8]);

    private static byte[] Record(int id, params byte[][] data) => Join([Short(id), Short(data.Sum(d => d.Length)), .. data]);

    private static byte[] Text(string text) => Join(Short(text.Length), [1], Encoding.Unicode.GetBytes(text));

    private static byte[] Short(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] Join(params byte[][] pieces) => pieces.SelectMany(p => p).ToArray();

    /// <summary>Sector 0 is the table, 1 the directory, then the stream, which is made long enough not to need the small table.</summary>
    private static byte[] Container(byte[] stream, string[] more)
    {
        var sectors = Math.Max(8, (stream.Length + Sector - 1) / Sector);
        var file = new byte[Sector * (3 + sectors)];
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file);
        foreach (var (at, value) in new (int, ushort)[] { (0x18, 0x3E), (0x1A, 3), (0x1C, 0xFFFE), (0x1E, 9), (0x20, 6) })
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
        }
        foreach (
            var (at, value) in new (int, uint)[] { (0x2C, 1), (0x30, 1), (0x38, 4096), (0x3C, 0xFFFFFFFE), (0x44, 0xFFFFFFFE), (0x4C, 0) }
        )
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        }
        file.AsSpan(0x50, Sector - 0x50).Fill(0xFF);
        var table = file.AsSpan(Sector, Sector);
        table.Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(table, 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(table[4..], 0xFFFFFFFE);
        for (var i = 0; i < sectors; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(table[((2 + i) * 4)..], i == sectors - 1 ? 0xFFFFFFFE : (uint)(3 + i));
        }
        Entry(file.AsSpan(Sector * 2), "Root Entry", 5, 0xFFFFFFFE, 0, 1);
        Entry(file.AsSpan((Sector * 2) + 128), "Workbook", 2, 2, (uint)(sectors * Sector), 0xFFFFFFFF);
        for (var i = 0; i < more.Length; i++)
        {
            Entry(file.AsSpan((Sector * 2) + (128 * (2 + i))), more[i], 2, 0xFFFFFFFE, 0, 0xFFFFFFFF);
        }
        stream.CopyTo(file, Sector * 3);
        return file;
    }

    private static void Entry(Span<byte> at, string name, byte kind, uint first, uint size, uint child)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(at);
        BinaryPrimitives.WriteUInt16LittleEndian(at[64..], (ushort)((name.Length + 1) * 2));
        (at[66], at[67]) = (kind, 1);
        BinaryPrimitives.WriteUInt32LittleEndian(at[68..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(at[72..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(at[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(at[116..], first);
        BinaryPrimitives.WriteUInt32LittleEndian(at[120..], size);
    }
}
