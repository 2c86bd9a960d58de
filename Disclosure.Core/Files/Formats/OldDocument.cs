using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>Looks into a doc, xls, wps or et as far as its container tells.</summary>
internal static class OldDocument
{
    /// <summary>Null for a readable old document; otherwise why not.</summary>
    public static async Task<Problem?> RefusalAsync(string kind, Stream content, CancellationToken ct)
    {
        if (!await OleContainer.IsOneAsync(content, ct))
        {
            return new ContentIsNotOfKind(kind);
        }
        var names = await OleContainer.StreamNamesAsync(content, ct);
        if (names.Contains("EncryptedPackage"))
        {
            return new FileIsEncrypted();
        }
        return kind switch
        {
            _ when names.Count == 0 => new PackageIsDamaged(),
            "doc" when !names.Contains("WordDocument") => new ContentIsNotOfKind(kind),
            "xls" when !names.Contains("Workbook") && !names.Contains("Book") => new ContentIsNotOfKind(kind),
            _ => null,
        };
    }
}
