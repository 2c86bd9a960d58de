using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Which file and which face of it holds a font of a given name; reads only the name tables.</summary>
internal sealed class FontIndex
{
    private static readonly string[] Regular = ["Regular", "Book", "Normal", "Roman", "常规", "標準", "標準體"];

    /// <summary>With everything below, what may not be read left out.</summary>
    public static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private readonly Dictionary<string, FontPlace> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Searches the folders in order with everything below them; unreadable files are passed over.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="own">Those of them that are the bureau's own.</param>
    public FontIndex(IEnumerable<string> folders, params IReadOnlyCollection<string> own)
    {
        foreach (var (folder, file) in folders.SelectMany(d => Files(d).Select(f => (d, f))))
        {
            if (Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC" or ".OTC")
            {
                Add(file, own.Contains(folder));
            }
        }
    }

    /// <summary>Where the font of this family, full or PostScript name is; null when it is not installed.</summary>
    public FontPlace? Find(string name) => places.GetValueOrDefault(name);

    /// <summary>Every font that is found by the name it is shown under.</summary>
    public IReadOnlyList<FontPlace> All() => [.. places.Values.Distinct().Where(p => Find(p.ShownAs) == p)];

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Add(string file, bool own)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var reader = new TableReader(stream);
            foreach (var (index, offset) in reader.Faces())
            {
                Add(file, index, own, reader.Names(offset));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A broken file in the folder must not keep the bureau from printing with the others.
        }
    }

    private void Add(string file, int index, bool own, ILookup<int, string> names)
    {
        // Names 16 and 17 are the real family and style where a family has more than four; 1 and 2 then speak of one weight only.
        var family = names[16].Any() ? 16 : 1;
        var isRegular = names[family + 1].Any(s => Regular.Contains(s, StringComparer.OrdinalIgnoreCase));
        var place = new FontPlace(file, index, names[6].FirstOrDefault("Font"), own, Shown(names[isRegular ? family : 4]));
        foreach (var name in names[4].Concat(names[6]).Concat(isRegular ? names[family] : []))
        {
            places.TryAdd(name, place);
        }
    }

    /// <summary>The Chinese one among the names that say the same.</summary>
    private static string Shown(IEnumerable<string> names) => names.MaxBy(n => n.Any(c => c is >= '一' and <= '鿿')) ?? "";

    private sealed class TableReader(Stream stream) : IDisposable
    {
        private readonly BinaryReader reader = new(stream, Encoding.ASCII, leaveOpen: true);

        public IReadOnlyList<(int Index, uint Offset)> Faces()
        {
            if (U32(0) != 0x74746366)
            {
                return [(0, 0)];
            }

            return [.. Enumerable.Range(0, (int)Math.Min(U32(8), 64)).Select(i => (i, U32(12 + (4 * i))))];
        }

        public ILookup<int, string> Names(uint face)
        {
            var table = Enumerable.Range(0, U16(face + 4)).Select(i => face + 12 + (16 * i)).FirstOrDefault(r => U32(r) == 0x6E616D65);
            return (table == 0 ? [] : Read(U32(table + 8))).ToLookup(n => n.Id, n => n.Text);
        }

        public void Dispose() => reader.Dispose();

        private List<(int Id, string Text)> Read(uint table)
        {
            var texts = table + U16(table + 4);
            var names = new List<(int, string)>();
            for (var record = table + 6L; record < table + 6 + (12L * U16(table + 2)); record += 12)
            {
                // Platforms 0 and 3 write UTF-16; the old Macintosh records only repeat them.
                if (U16(record) is 0 or 3 && U16(record + 6) is 1 or 2 or 4 or 6 or 16 or 17)
                {
                    names.Add((U16(record + 6), Encoding.BigEndianUnicode.GetString(Bytes(texts + U16(record + 10), U16(record + 8)))));
                }
            }

            return names;
        }

        private ushort U16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes(at, 2));

        private uint U32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Bytes(at, 4));

        private byte[] Bytes(long at, int count)
        {
            stream.Position = at;
            var bytes = reader.ReadBytes(count);
            return bytes.Length == count ? bytes : throw new EndOfStreamException();
        }
    }
}

/// <summary>One face in one file.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Index">Number of the face in a collection, 0 otherwise.</param>
/// <param name="Name">PostScript name.</param>
/// <param name="Own">True in a folder of the bureau's own, where people put files and take them away.</param>
/// <param name="ShownAs">Family, with the weight where it is not the ordinary one.</param>
internal sealed record FontPlace(string File, int Index, string Name, bool Own, string ShownAs);
