using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// Writes a small TrueType font. Skia draws fonts with CFF outlines glyph by glyph (Type 3), which takes twice the time and space; TrueType
/// outlines it embeds as a proper font.
/// </summary>
internal static class TrueTypeWriter
{
    /// <summary>How far lines reach above the baseline, em; they reach 0.12 below it.</summary>
    public const double Ascent = 0.88;

    /// <summary>Font file of the glyphs in order, the first standing for missing characters.</summary>
    /// <param name="name">PostScript name.</param>
    /// <param name="unitsPerEm">Units in one em.</param>
    /// <param name="glyphs">Outlines (empty for white space) with their widths in units.</param>
    /// <param name="characters">Glyph number of every code point.</param>
    /// <param name="family">Family name, the PostScript name when empty.</param>
    public static byte[] Write(
        string name,
        int unitsPerEm,
        IReadOnlyList<(byte[] Outline, int Width)> glyphs,
        IReadOnlyDictionary<uint, int> characters,
        string family = ""
    )
    {
        var offsets = new List<uint> { 0 };
        foreach (var (outline, _) in glyphs)
        {
            offsets.Add(offsets[^1] + (uint)outline.Length);
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["OS/2"] = Os2(unitsPerEm, characters),
            ["cmap"] = CharacterMap(characters),
            ["glyf"] = Table(w => w.Each(glyphs, (t, g) => t.Bytes(g.Outline))),
            ["head"] = Table(w =>
                w.U32(0x00010000)
                    .U32(0x00010000)
                    .U32(0)
                    .U32(0x5F0F3CF5)
                    .U16(0x000B)
                    .U16(unitsPerEm)
                    .U32(0)
                    .U32(0)
                    .U32(0)
                    .U32(0)
                    .U16(-unitsPerEm)
                    .U16(-unitsPerEm)
                    .U16(2 * unitsPerEm)
                    .U16(2 * unitsPerEm)
                    .U16(0)
                    .U16(8)
                    .U16(2)
                    .U16(1)
                    .U16(0)
            ),
            ["hhea"] = Table(w =>
                w.U32(0x00010000)
                    .U16(Above(unitsPerEm))
                    .U16(Above(unitsPerEm) - unitsPerEm)
                    .U16(0)
                    .U16(glyphs.Max(g => g.Width))
                    .Zeros(22)
                    .U16(glyphs.Count)
            ),
            ["hmtx"] = Table(w =>
                w.Each(
                    glyphs,
                    (t, g) => t.U16(g.Width).U16(g.Outline.Length == 0 ? 0 : BinaryPrimitives.ReadInt16BigEndian(g.Outline.AsSpan(2)))
                )
            ),
            ["loca"] = Table(w => w.Each(offsets, (t, o) => t.U32(o))),
            ["maxp"] = Table(w => w.U32(0x00010000).U16(glyphs.Count).U16(0x7FFF).U16(0x3FF).U16(0).U16(0).U16(2).Zeros(16)),
            ["name"] = Name(name, family.Length > 0 ? family : name),
            ["post"] = Table(w => w.U32(0x00030000).Zeros(28)),
        };
        return Assemble(tables);
    }

    /// <summary>An outline as the glyf table holds it, padded to four bytes; nothing for no contours.</summary>
    public static byte[] Outline(IReadOnlyList<IReadOnlyList<OutlinePoint>> contours)
    {
        var points = contours.SelectMany(c => c).ToList();
        return points.Count == 0
            ? []
            : Table(w =>
            {
                w.U16(contours.Count)
                    .U16(points.Min(p => p.X))
                    .U16(points.Min(p => p.Y))
                    .U16(points.Max(p => p.X))
                    .U16(points.Max(p => p.Y));
                var end = -1;
                foreach (var contour in contours)
                {
                    w.U16(end += contour.Count);
                }

                w.U16(0);
                var xs = Steps([.. points.Select(p => p.X)]);
                var ys = Steps([.. points.Select(p => p.Y)]);
                for (var i = 0; i < points.Count; i++)
                {
                    w.U8((points[i].OnCurve ? 0x01 : 0) | Flag(xs[i], 0x02, 0x10) | Flag(ys[i], 0x04, 0x20));
                }

                foreach (var step in xs.Concat(ys).Where(s => s != 0))
                {
                    _ = Math.Abs(step) < 256 ? w.U8(Math.Abs(step)) : w.U16(step);
                }
            });
    }

    private static int Above(int unitsPerEm) => (int)Math.Round(unitsPerEm * Ascent);

    private static List<int> Steps(List<short> values) => [.. values.Select((v, i) => v - (i == 0 ? 0 : values[i - 1]))];

    private static int Flag(int step, int isByte, int sameOrPositive) =>
        step switch
        {
            0 => sameOrPositive,
            > 0 and < 256 => isByte | sameOrPositive,
            < 0 and > -256 => isByte,
            _ => 0,
        };

    private static byte[] CharacterMap(IReadOnlyDictionary<uint, int> characters) =>
        Table(w =>
        {
            w.U16(0)
                .U16(1)
                .U16(3)
                .U16(10)
                .U32(12)
                .U16(12)
                .U16(0)
                .U32((uint)(16 + (12 * characters.Count)))
                .U32(0)
                .U32((uint)characters.Count);
            foreach (var (character, glyph) in characters.OrderBy(c => c.Key))
            {
                w.U32(character).U32(character).U32((uint)glyph);
            }
        });

    private static byte[] Os2(int unitsPerEm, IReadOnlyDictionary<uint, int> characters) =>
        Table(w =>
            w.U16(4)
                .U16(1000)
                .U16(400)
                .U16(5)
                .Zeros(54)
                .U16(0x40)
                .U16((int)Math.Min(0xFFFF, characters.Keys.DefaultIfEmpty(0u).Min()))
                .U16((int)Math.Min(0xFFFF, characters.Keys.DefaultIfEmpty(0u).Max()))
                .U16(Above(unitsPerEm))
                .U16(Above(unitsPerEm) - unitsPerEm)
                .U16(0)
                .U16(Above(unitsPerEm))
                .U16(unitsPerEm - Above(unitsPerEm))
                .Zeros(18)
        );

    private static byte[] Name(string name, string family) =>
        Table(w =>
        {
            var (text, own) = (Encoding.BigEndianUnicode.GetBytes(family), Encoding.BigEndianUnicode.GetBytes(name));
            var both = name == family ? text : [.. text, .. own];
            (int Id, int Length, int Offset)[] records =
            [
                (1, text.Length, 0),
                (4, text.Length, 0),
                (6, own.Length, both.Length - own.Length),
            ];
            w.U16(0).U16(records.Length).U16(6 + (12 * records.Length));
            foreach (var (id, length, offset) in records)
            {
                w.U16(3).U16(1).U16(0x409).U16(id).U16(length).U16(offset);
            }

            w.Bytes(both);
        });

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var power = (int)Math.Log2(tables.Count);
        var file = new Writer().U32(0x00010000).U16(tables.Count).U16(16 << power).U16(power).U16((16 * tables.Count) - (16 << power));
        var offset = 12 + (16 * tables.Count);
        foreach (var (tag, table) in tables)
        {
            file.Bytes(Encoding.ASCII.GetBytes(tag)).U32(Checksum(table)).U32((uint)offset).U32((uint)table.Length);
            offset += table.Length;
        }

        return file.Each(tables.Values, (f, t) => f.Bytes(t)).ToArray();
    }

    private static uint Checksum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan(i));
        }

        return sum;
    }

    private static byte[] Table(Action<Writer> write)
    {
        var writer = new Writer();
        write(writer);
        return writer.Padded().ToArray();
    }

    /// <summary>Big-endian bytes, one after another.</summary>
    private sealed class Writer
    {
        private readonly List<byte> bytes = [];

        public Writer U8(int value)
        {
            bytes.Add((byte)value);
            return this;
        }

        public Writer U16(int value) => U8(value >> 8).U8(value);

        public Writer U32(uint value) => U16((int)(value >> 16)).U16((int)value);

        public Writer Zeros(int count) => Bytes(new byte[count]);

        public Writer Bytes(byte[] more)
        {
            bytes.AddRange(more);
            return this;
        }

        public Writer Padded() => Zeros((int)((4 - (bytes.Count % 4)) % 4));

        public Writer Each<T>(IEnumerable<T> items, Action<Writer, T> write)
        {
            foreach (var item in items)
            {
                write(this, item);
            }

            return this;
        }

        public byte[] ToArray() => [.. bytes];
    }
}
