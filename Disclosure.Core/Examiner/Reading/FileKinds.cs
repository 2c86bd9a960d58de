using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What a file is by its first bytes.</summary>
internal static class FileKinds
{
    private static readonly string[] MainParts = ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"];

    /// <summary>Extension in capitals with its dot, by the bytes alone; null when they tell nothing for certain.</summary>
    public static string? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => ".PDF",
        [0x50, 0x4B, 0x03, 0x04, ..] => ".ZIP",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => ".OLE",
        [0x89, 0x50, 0x4E, 0x47, ..] => ".PNG",
        [0xFF, 0xD8, 0xFF, ..] => ".JPG",
        [0x47, 0x49, 0x46, 0x38, ..] => ".GIF",
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => ".TIF",
        [0x52, 0x61, 0x72, 0x21, ..] => ".RAR",
        [0x37, 0x7A, 0xBC, 0xAF, ..] => ".7Z",
        [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => ".RTF",
        [0x4D, 0x5A, ..] => ".EXE",
        _ => null,
    };

    /// <summary>The kind of office package by the names of its parts; null when it is none.</summary>
    public static string? OfPackage(IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            switch (part.ToUpperInvariant())
            {
                case "WORD/DOCUMENT.XML":
                    return ".DOCX";
                case "XL/WORKBOOK.XML":
                    return ".XLSX";
                case "PPT/PRESENTATION.XML":
                    return ".PPTX";
            }
        }
        return null;
    }

    /// <summary>A name whose extension fits the bytes, for files that come without one.</summary>
    public static string Named(string name, byte[]? bytes)
    {
        if (Path.GetExtension(name).ToUpperInvariant() is not ("" or ".BIN" or ".DAT" or ".TMP" or ".OLE") || bytes is null)
        {
            return name;
        }
        var kind = Of(bytes);
        if (kind == ".ZIP")
        {
            // Names of parts stand in the list at the end, uncompressed.
            var list = Encoding.Latin1.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - 65_536)));
            kind = OfPackage(MainParts.Where(n => list.Contains(n, StringComparison.OrdinalIgnoreCase))) ?? kind;
        }
        return kind is null ? name : Path.ChangeExtension(name, kind.ToLowerInvariant());
    }
}
