using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Core.Publication;

/// <summary>
/// Writes a zip entry by entry into a stream that only goes forward; what was written is hashed on the way, and the list of hashes comes
/// last. Memory holds one buffer and the list.
/// </summary>
public sealed class PackageWriter : IAsyncDisposable
{
    /// <summary>Name of the list with hash, size and path.</summary>
    public const string ManifestName = "manifest.txt";

    /// <summary>Name of the list that sha256sum -c reads.</summary>
    public const string SumsName = "SHA256SUMS";

    private const int LongestName = 100;
    private static readonly string[] Reserved =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
    ];

    private readonly ZipArchive zip;
    private readonly DateTimeOffset stamp;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { ManifestName, SumsName };
    private readonly List<(string Sha256, long Size, string Path)> written = [];

    private PackageWriter(ZipArchive zip, DateTimeOffset stamp) => (this.zip, this.stamp) = (zip, stamp);

    /// <summary>Begins a package.</summary>
    /// <param name="output">Written forward only, left open.</param>
    /// <param name="now">UTC; every entry bears it in the bureau's time.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<PackageWriter> BeginAsync(Stream output, DateTime now, CancellationToken ct = default) =>
        new(
            await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct),
            new DateTimeOffset(Common.BureauTime.Local(now), TimeSpan.Zero)
        );

    /// <summary>A name that every system can write: no separators or signs it cannot bear, not too long, never one of a device.</summary>
    public static string Safe(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var bad =
                rune.Value is '<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*'
                || rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator;
            clean.Append(bad ? "_" : rune.ToString());
        }
        var (stem, extension) = (
            Path.GetFileNameWithoutExtension(clean.ToString()).Trim(' ', '.'),
            Path.GetExtension(clean.ToString()).TrimEnd(' ', '.')
        );
        stem = stem.Length == 0 || Reserved.Contains(stem.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? "_" + stem : stem;
        return stem[..Math.Min(stem.Length, LongestName)] + extension[..Math.Min(extension.Length, 12)];
    }

    /// <summary>Adds what a stream holds; answers the path under which it stands, which is another one when this was taken.</summary>
    /// <param name="path">Folders and name, with forward slashes; the caller made it safe.</param>
    public async Task<string> AddAsync(string path, Stream content, CancellationToken ct = default)
    {
        var at = Free(path);
        var entry = zip.CreateEntry(at, CompressionLevel.Fastest);
        entry.LastWriteTime = stamp;
        await using (var into = await entry.OpenAsync(ct))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, size) = (new byte[128 * 1024], 0L);
            while (await content.ReadAsync(buffer, ct) is > 0 and var count)
            {
                hash.AppendData(buffer, 0, count);
                await into.WriteAsync(buffer.AsMemory(0, count), ct);
                size += count;
            }
            written.Add((Convert.ToHexStringLower(hash.GetHashAndReset()), size, at));
        }
        return at;
    }

    /// <summary>Adds bytes.</summary>
    public Task<string> AddAsync(string path, byte[] bytes, CancellationToken ct = default) =>
        AddAsync(path, new MemoryStream(bytes, false), ct);

    /// <summary>Adds a text in UTF-8.</summary>
    public Task<string> AddAsync(string path, string text, CancellationToken ct = default) =>
        AddAsync(path, Encoding.UTF8.GetBytes(text), ct);

    /// <summary>Writes the lists of hashes: one with sizes for people, one for the usual program.</summary>
    public async Task FinishAsync(CancellationToken ct = default)
    {
        taken.Remove(ManifestName);
        taken.Remove(SumsName);
        await AddAsync(
            ManifestName,
            string.Concat(written.Select(w => $"{w.Sha256}  {w.Size.ToString(CultureInfo.InvariantCulture),12}  {w.Path}\n")),
            ct
        );
        await AddAsync(SumsName, string.Concat(written.Select(w => $"{w.Sha256}  {w.Path}\n")), ct);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private string Free(string path)
    {
        var (folder, name) = (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
        var at = path;
        for (var n = 2; !taken.Add(at); n++)
        {
            at = $"{folder}{Path.GetFileNameWithoutExtension(name)}({n}){Path.GetExtension(name)}";
        }
        return at;
    }
}
