using System.Collections.Concurrent;
using System.Security.Cryptography;
using QuestPDF.Drawing;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// The fonts registered with QuestPDF, whose register belongs to the process and forgets nothing. Names are hashes of the contents, so that
/// equal fonts are registered once; what is not equal stays until the program ends (docs/decisions/0002-pdf-engines.md says what that
/// costs).
/// </summary>
internal static class FontRegister
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Registered = [];

    /// <summary>Family name under which QuestPDF knows a font of these glyphs; see <see cref="TrueTypeWriter.Write"/>.</summary>
    public static string Family(
        string name,
        int unitsPerEm,
        IReadOnlyList<(byte[] Outline, int Width)> glyphs,
        IReadOnlyDictionary<uint, int> characters
    )
    {
        var hash = Hash(name, unitsPerEm, glyphs, characters);
        var family = "Disclosure-" + Convert.ToHexStringLower(hash.AsSpan(0, 16));
        return Registered
            .GetOrAdd(
                family,
                key =>
                    new(() =>
                    {
                        using var font = new MemoryStream(TrueTypeWriter.Write($"{Tag(hash)}+{name}", unitsPerEm, glyphs, characters, key));
                        FontManager.RegisterFont(font);
                        return key;
                    })
            )
            .Value;
    }

    /// <summary>Six letters by which a PDF tells that it holds a part of a font.</summary>
    private static string Tag(byte[] hash) => new([.. hash[..6].Select(b => (char)('A' + (b % 26)))]);

    private static byte[] Hash(
        string name,
        int unitsPerEm,
        IReadOnlyList<(byte[] Outline, int Width)> glyphs,
        IReadOnlyDictionary<uint, int> characters
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            System.Text.Encoding.UTF8.GetBytes($"{name} {unitsPerEm} {string.Join(' ', characters.OrderBy(c => c.Key).Select(c => c.Key))}")
        );
        foreach (var (outline, width) in glyphs)
        {
            hash.AppendData(BitConverter.GetBytes(width));
            hash.AppendData(outline);
        }

        return hash.GetHashAndReset();
    }
}
