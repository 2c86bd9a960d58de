using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Tests.Support;

/// <summary>A package as whoever receives it opens it.</summary>
internal sealed class OpenedZip
{
    /// <summary>Opens a package and holds every entry against both lists.</summary>
    public OpenedZip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            using var all = new MemoryStream();
            part.CopyTo(all);
            Entries.Add(entry.FullName, all.ToArray());
        }
        Assert.Equal(Entries.Keys.Except(["SHA256SUMS"]).Order(), Lines("SHA256SUMS").Select(l => l[66..]).Order());
        Assert.All(Lines("SHA256SUMS"), l => Assert.Equal(l[..64], Sha256(l[66..])));
        Assert.All(
            Lines("manifest.txt"),
            l =>
                Assert.Equal(
                    (l[..64], Entries[l[80..]].Length),
                    (Sha256(l[80..]), int.Parse(l[66..78], System.Globalization.CultureInfo.InvariantCulture))
                )
        );
    }

    public Dictionary<string, byte[]> Entries { get; } = [];

    public string Text(string path) => Encoding.UTF8.GetString(Entries[path]);

    private string[] Lines(string path) => Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(Entries[path]));
}
