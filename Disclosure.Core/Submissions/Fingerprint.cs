using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Core.Submissions;

/// <summary>
/// SHA-256 over a canonical form of content, files in order (name, role, hash) and the five answers they were sent with.
/// A signature binds to it; the form prints its first 16 digits.
/// </summary>
public static class Fingerprint
{
    /// <summary>64 lower-case hex digits.</summary>
    public static string Of(string contentJson, IEnumerable<ItemFile> files, string answersJson)
    {
        var text = new StringBuilder("disclosure-revision/1\n");
        Add(text, contentJson);
        foreach (var file in files.OrderBy(f => f.Order))
        {
            Add(text, $"{file.Role}|{file.Name}|{file.Size}|{file.Sha256}");
        }
        Add(text, answersJson);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>
    /// Digest of the files alone, in order: the same as long as no byte, name or place of them has changed. 64 hex digits.
    /// </summary>
    public static string OfFiles(IEnumerable<ItemFile> files) =>
        OfFiles(files.OrderBy(f => f.Order).Select(f => (f.Role, f.Name, f.Size, f.Sha256)));

    /// <summary>The same digest, from the files as a list shows them, in order.</summary>
    public static string OfRows(IEnumerable<ItemFileRow> rows) => OfFiles(rows.Select(f => (f.Role, f.Name, f.Size, f.Sha256)));

    private static string OfFiles(IEnumerable<(FileRole Role, string Name, long Size, string Sha256)> files)
    {
        var text = new StringBuilder("disclosure-files/1\n");
        foreach (var file in files)
        {
            Add(text, $"{file.Role}|{file.Name}|{file.Size}|{file.Sha256}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>First 16 digits in groups of four, as printed.</summary>
    public static string Short(string fingerprint) =>
        fingerprint.Length < 16 ? "" : string.Join(' ', fingerprint[..16].ToUpperInvariant().Chunk(4).Select(c => new string(c)));

    private static void Add(StringBuilder text, string part) => text.Append(part.Length).Append(':').Append(part).Append('\n');
}
