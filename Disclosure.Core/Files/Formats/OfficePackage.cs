using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Looks into a docx or xlsx before any parser does: limits of the zip, no part twice, nothing encrypted, the main part of the right
/// kind, and every part unpacking to exactly what the directory says, so that no later reader can be told another story.
/// </summary>
internal static class OfficePackage
{
    private const int MostParts = 5_000;
    private const int MostRatio = 100;
    private const long RatioCountsPast = 100_000;
    private const long MostUnpacked = 200L << 20;
    private const long MostContentTypes = 1 << 20;
    private const int LocalHeaderSize = 30;
    private const string ContentTypesName = "[Content_Types].xml";
    private static readonly byte[] LocalMark = [(byte)'P', (byte)'K', 3, 4];

    private static readonly Dictionary<string, string> MainTypes = new()
    {
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    };

    /// <summary>Null for a sound package of this kind; otherwise why not.</summary>
    public static async Task<Problem?> RefusalAsync(string kind, Stream content, CancellationToken ct)
    {
        if (await OleContainer.IsOneAsync(content, ct))
        {
            var names = await OleContainer.StreamNamesAsync(content, ct);
            return names.Contains("EncryptedPackage") ? new FileIsEncrypted() : new ContentIsNotOfKind(kind);
        }
        if (!await FileCheck.BeginsWithAsync(content, LocalMark, ct))
        {
            return new ContentIsNotOfKind(kind);
        }
        if (await ZipDirectory.ReadAsync(content, MostParts, ct) is not { } entries)
        {
            return new PackageIsDamaged();
        }
        return ListRefusal(entries)
            ?? await MainPartRefusalAsync(kind, content, entries, ct)
            ?? await UnpackingRefusalAsync(content, entries, ct);
    }

    private static Problem? ListRefusal(List<ZipEntry> entries) =>
        entries switch
        {
            { Count: > MostParts } => new PackageHasTooManyParts(MostParts),
            _ when entries.Any(e => (e.Flags & 1) != 0) => new FileIsEncrypted(),
            _ when entries.Any(e => e.Method is not (0 or 8)) => new PackageIsDamaged(),
            _ when entries.DistinctBy(e => e.Name.ToUpperInvariant()).Count() < entries.Count => new PackageIsDamaged(),
            _ when entries.Any(e => e.Unpacked > RatioCountsPast && e.Unpacked > e.Packed * MostRatio) => new PackageUnpacksTooLarge(),
            _ when entries.Aggregate(0m, (sum, e) => sum + e.Unpacked) > MostUnpacked => new PackageUnpacksTooLarge(),
            _ when entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) => new FileHasMacros(),
            _ => null,
        };

    private static async Task<Problem?> MainPartRefusalAsync(string kind, Stream content, List<ZipEntry> entries, CancellationToken ct)
    {
        if (entries.Find(e => e.Name == ContentTypesName) is not { Unpacked: <= MostContentTypes } listed)
        {
            return new ContentIsNotOfKind(kind);
        }
        try
        {
            using var unpacked = new MemoryStream();
            if (!await UnpackAsync(content, listed, unpacked, ct))
            {
                return new PackageIsDamaged();
            }
            unpacked.Position = 0;
            using var reader = XmlReader.Create(
                unpacked,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            return HasMainPart(XDocument.Load(reader), MainTypes[kind], entries) ? null : new ContentIsNotOfKind(kind);
        }
        catch (XmlException)
        {
            return new PackageIsDamaged();
        }
    }

    /// <summary>The main part may be called anything; the list of content types says which it is, by name or by extension.</summary>
    private static bool HasMainPart(XDocument types, string main, List<ZipEntry> entries) =>
        types
            .Root!.Elements()
            .Where(e => string.Equals((string?)e.Attribute("ContentType"), main, StringComparison.OrdinalIgnoreCase))
            .Any(e =>
                (string?)e.Attribute("PartName") is { } part
                    ? entries.Exists(x => string.Equals("/" + x.Name, part, StringComparison.OrdinalIgnoreCase))
                    : (string?)e.Attribute("Extension") is { } extension
                        && entries.Exists(x => x.Name.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase))
            );

    private static async Task<Problem?> UnpackingRefusalAsync(Stream content, List<ZipEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            if (!await UnpackAsync(content, entry, Stream.Null, ct))
            {
                return new PackageIsDamaged();
            }
        }
        return null;
    }

    /// <summary>Copies a part out, at most as many bytes as it declares; false when it holds more, fewer or another name.</summary>
    private static async Task<bool> UnpackAsync(Stream content, ZipEntry entry, Stream into, CancellationToken ct)
    {
        if (await DataStartAsync(content, entry, ct) is not { } start || entry.Packed > content.Length - start)
        {
            return false;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using var packed = new PartStream(content, start, entry.Packed);
            await using Stream part = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
            var left = entry.Unpacked;
            while (await part.ReadAsync(buffer, ct) is > 0 and var count)
            {
                left -= count;
                if (left < 0)
                {
                    return false;
                }
                await into.WriteAsync(buffer.AsMemory(0, count), ct);
            }
            return left == 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<long?> DataStartAsync(Stream content, ZipEntry entry, CancellationToken ct)
    {
        var header = new byte[LocalHeaderSize];
        content.Position = entry.Offset;
        if (
            await content.ReadAtLeastAsync(header, LocalHeaderSize, false, ct) < LocalHeaderSize
            || !header.AsSpan(0, 4).SequenceEqual(LocalMark)
        )
        {
            return null;
        }
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))];
        if (await content.ReadAtLeastAsync(name, name.Length, false, ct) < name.Length || Encoding.UTF8.GetString(name) != entry.Name)
        {
            return null;
        }
        return entry.Offset + LocalHeaderSize + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
    }
}
