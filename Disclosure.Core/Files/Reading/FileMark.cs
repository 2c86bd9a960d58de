using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Files.Reading;

/// <summary>Tells by its bytes what a file is, whatever it is called.</summary>
internal static class FileMark
{
    private const int Look = 4096;

    private static readonly (byte[] Mark, FileKind Kind)[] Marks =
    [
        ("{\\rtf"u8.ToArray(), FileKind.Rtf),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], FileKind.Archive),
        ("Rar!\x1A\x07"u8.ToArray(), FileKind.Archive),
        ([0x1F, 0x8B, 0x08], FileKind.Archive),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileKind.Picture),
        ([0xFF, 0xD8, 0xFF], FileKind.Picture),
        ("GIF8"u8.ToArray(), FileKind.Picture),
        ([0x49, 0x49, 0x2A, 0x00], FileKind.Picture),
        ([0x4D, 0x4D, 0x00, 0x2A], FileKind.Picture),
    ];

    /// <summary>What the bytes are; <see cref="FileKind.Unknown"/> where nothing tells, and for a file without bytes.</summary>
    public static async Task<FileKind> OfAsync(Stream content, ReadingLimits limits, CancellationToken ct)
    {
        var first = new byte[Look];
        content.Position = 0;
        first = first[..await content.ReadAtLeastAsync(first, first.Length, false, ct)];
        if (first.AsSpan().StartsWith("PK\x03\x04"u8) || first.AsSpan().StartsWith("PK\x05\x06"u8))
        {
            return InZip(await ZipDirectory.ReadAsync(content, limits.Entries, ct) ?? []);
        }
        if (await OleContainer.IsOneAsync(content, ct))
        {
            return InContainer(await OleContainer.StreamNamesAsync(content, ct));
        }
        foreach (var (mark, kind) in Marks)
        {
            if (first.AsSpan().StartsWith(mark))
            {
                return kind;
            }
        }
        // Some writers put a few bytes before the mark of a PDF.
        return first.AsSpan(0, Math.Min(first.Length, 1024)).IndexOf("%PDF-"u8) is >= 0 and var at && (at == 0 || !IsText(first[..at]))
                ? FileKind.Pdf
            : first.Length > 0 && IsText(first) ? FileKind.Plain
            : FileKind.Unknown;
    }

    private static FileKind InZip(List<ZipEntry> entries)
    {
        bool Has(string start) => entries.Exists(e => e.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return Has("word/") ? FileKind.Document
            : Has("xl/workbook.bin") ? FileKind.BinaryWorkbook
            : Has("xl/") ? FileKind.Workbook
            : Has("ppt/") ? FileKind.Presentation
            : Has("OFD.xml") ? FileKind.Ofd
            : Has("mimetype") && Has("content.xml") ? FileKind.OpenDocument
            : FileKind.Zip;
    }

    private static FileKind InContainer(HashSet<string> names) =>
        names.Contains("EncryptedPackage") ? FileKind.Locked
        : names.Contains("WordDocument") ? FileKind.OldDocument
        : names.Contains("Workbook") || names.Contains("Book") ? FileKind.OldWorkbook
        : names.Contains("PowerPoint Document") ? FileKind.Presentation
        : FileKind.Ole;

    /// <summary>True when the first bytes can be text: a mark of an encoding, or no control characters in UTF-8 or GB18030.</summary>
    private static bool IsText(byte[] first) =>
        first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..] || TextEncoding.Decoded(first, isWhole: false) is not null;
}
