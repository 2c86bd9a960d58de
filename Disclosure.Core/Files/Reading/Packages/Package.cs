using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Files.Reading;

/// <summary>A limit was passed while reading.</summary>
internal sealed class ReadingLimitException : Exception;

/// <summary>
/// A docx or xlsx whose list of entries was held against the limits before anything was unpacked. Parts unpack to what the list says
/// or fail; their XML may name no document type and so no entity.
/// </summary>
internal sealed class Package
{
    private const long RatioCountsPast = 100_000;
    private const int LocalHeaderSize = 30;
    private static readonly byte[] OleMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly Stream content;
    private readonly ReadingLimits limits;
    private readonly CancellationToken ct;
    private readonly Dictionary<string, ZipEntry> entries;

    private Package(Stream content, ReadingLimits limits, List<ZipEntry> listed, CancellationToken ct)
    {
        (this.content, this.limits, this.ct) = (content, limits, ct);
        entries = listed.ToDictionary(e => e.Name.ToUpperInvariant());
    }

    /// <summary>The package, or why it is not looked into.</summary>
    public static async Task<Outcome<Package>> OpenAsync(Stream content, ReadingLimits limits, CancellationToken ct)
    {
        content.Position = 0;
        var first = new byte[OleMark.Length];
        if (await content.ReadAtLeastAsync(first, first.Length, false, ct) == first.Length && first.AsSpan().SequenceEqual(OleMark))
        {
            // A package with a password lies inside a container of the old kind.
            return new ReadingIsLocked();
        }
        return await ZipDirectory.ReadAsync(content, limits.Entries, ct) switch
        {
            null => new ReadingIsDamaged(),
            { } e when e.Count > limits.Entries => new ReadingIsTooLarge(),
            { } e when e.Exists(x => (x.Flags & 1) != 0) => new ReadingIsLocked(),
            { } e when e.Exists(x => x.Method is not (0 or 8)) => new ReadingIsDamaged(),
            { } e when e.DistinctBy(x => x.Name.ToUpperInvariant()).Count() < e.Count => new ReadingIsDamaged(),
            { } e when e.Exists(x => x.Unpacked > RatioCountsPast && x.Unpacked / limits.Ratio > x.Packed) => new ReadingIsTooLarge(),
            { } e when e.Aggregate(0m, (sum, x) => sum + x.Unpacked) > limits.UnpackedBytes => new ReadingIsTooLarge(),
            { } e => new Package(content, limits, e, ct),
        };
    }

    /// <summary>True when there is such a part.</summary>
    public bool Has(string name) => entries.ContainsKey(name.ToUpperInvariant());

    /// <summary>A reader of a part's XML, or null when there is no such part.</summary>
    public PartReader? Read(string name) =>
        entries.TryGetValue(name.ToUpperInvariant(), out var entry)
            ? new PartReader(XmlReader.Create(Open(entry), Settings), limits, ct)
            : null;

    /// <summary>Parts that a part refers to, by key; what lies outside the package is left out.</summary>
    public Dictionary<string, Related> Relations(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var found = new Dictionary<string, Related>();
        using var reader = Read($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Next() is true)
        {
            if (
                reader is { IsStart: true, Name: "Relationship" }
                && reader.Attribute("Id") is { } id
                && reader.Attribute("Target") is { } target
                && reader.Attribute("TargetMode") != "External"
            )
            {
                found[id] = new Related((reader.Attribute("Type") ?? "").Split('/')[^1], Resolved(folder, target));
            }
        }
        return found;
    }

    /// <summary>Addresses outside the package that a part refers to, by key.</summary>
    public Dictionary<string, Related> Outside(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var found = new Dictionary<string, Related>();
        using var reader = Read($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Next() is true)
        {
            if (
                reader is { IsStart: true, Name: "Relationship" }
                && reader.Attribute("Id") is { } id
                && reader.Attribute("Target") is { } target
                && reader.Attribute("TargetMode") == "External"
            )
            {
                found[id] = new Related((reader.Attribute("Type") ?? "").Split('/')[^1], target);
            }
        }
        return found;
    }

    /// <summary>Names of all parts.</summary>
    public IEnumerable<string> Names => entries.Values.Select(e => e.Name);

    /// <summary>The part that the package is about.</summary>
    public string Main(string usual) => Relations("").Values.FirstOrDefault(r => r.Type == "officeDocument")?.Part ?? usual;

    /// <summary>
    /// Unpacks every part once: one that holds more than the list says is found before a reader that trusts the list sees it.
    /// </summary>
    public void Prove()
    {
        foreach (var entry in entries.Values)
        {
            using var part = Open(entry);
            part.CopyTo(Stream.Null);
        }
    }

    /// <summary>Bytes that a part unpacks to.</summary>
    public long Size(string name) => entries.TryGetValue(name.ToUpperInvariant(), out var entry) ? entry.Unpacked : 0;

    /// <summary>Bytes of a part that need not be XML, and that may still be asked for when the reading is over.</summary>
    public MemoryStream Bytes(string name)
    {
        var entry = entries.GetValueOrDefault(name.ToUpperInvariant()) ?? throw new InvalidDataException();
        using var packed = Unpacked(entry);
        var bytes = new byte[entry.Unpacked];
        packed.ReadExactly(bytes);
        return packed.ReadByte() < 0 ? new MemoryStream(bytes, writable: false) : throw new ReadingLimitException();
    }

    /// <summary>First bytes of a part that need not be XML, at most so many.</summary>
    public byte[] First(string name, int most)
    {
        var entry = entries.GetValueOrDefault(name.ToUpperInvariant()) ?? throw new InvalidDataException();
        using var packed = Unpacked(entry);
        var bytes = new byte[(int)Math.Min(most, entry.Unpacked)];
        return bytes[..packed.ReadAtLeast(bytes, bytes.Length, false)];
    }

    private static XmlReaderSettings Settings =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = 400_000_000,
            CloseInput = true,
        };

    private static string Resolved(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target is ['/', ..] ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }
        return string.Join('/', path);
    }

    private GuardedStream Open(ZipEntry entry) => new(Unpacked(entry), entry.Unpacked, ct);

    private Stream Unpacked(ZipEntry entry)
    {
        var header = new byte[LocalHeaderSize];
        if (entry.Offset > content.Length - LocalHeaderSize)
        {
            throw new InvalidDataException();
        }
        content.Position = entry.Offset;
        if (content.ReadAtLeast(header, LocalHeaderSize, false) < LocalHeaderSize || !header.AsSpan(0, 4).SequenceEqual("PK\x03\x04"u8))
        {
            throw new InvalidDataException();
        }
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))];
        if (content.ReadAtLeast(name, name.Length, false) < name.Length || Encoding.UTF8.GetString(name) != entry.Name)
        {
            throw new InvalidDataException();
        }
        var start = entry.Offset + LocalHeaderSize + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (entry.Packed > content.Length - start)
        {
            throw new InvalidDataException();
        }
        var packed = new PartStream(content, start, entry.Packed);
        return entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }
}

/// <summary>A part that another refers to.</summary>
/// <param name="Type">Last word of the type of the relation.</param>
/// <param name="Part">Name of the part.</param>
internal sealed record Related(string Type, string Part);
