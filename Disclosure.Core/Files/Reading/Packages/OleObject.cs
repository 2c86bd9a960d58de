using System.Buffers.Binary;
using System.Text;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Files.Reading;

/// <summary>The file inside an embedded object of the old kind.</summary>
/// <param name="Name">Its name with extension, as far as the object tells.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record OleObject(string Name, byte[] Bytes)
{
    private const string Native = "\u0001Ole10Native";

    private static readonly (string Stream, string Extension)[] Whole =
    [
        ("WordDocument", ".doc"),
        ("Workbook", ".xls"),
        ("Book", ".xls"),
        ("PowerPoint Document", ".ppt"),
    ];

    /// <summary>Unpacks an object; one that holds no other file is handed back as it is, so that its reader says what it is.</summary>
    /// <param name="name">Name of the part without its folder.</param>
    /// <param name="container">Bytes of the object.</param>
    public static OleObject Unpack(string name, byte[] container)
    {
        var streams = new OleStreams(container);
        var names = streams.Names.ToHashSet(StringComparer.Ordinal);
        var stem = Path.GetFileNameWithoutExtension(name);
        if (names.Contains(Native))
        {
            return FromNative(stem, streams.Read(Native));
        }
        foreach (var stream in new[] { "Package", "CONTENTS" })
        {
            if (names.Contains(stream) && streams.Read(stream) is { Length: > 8 } inner && ExtensionOf(inner) is { } extension)
            {
                return new OleObject(stem + extension, inner);
            }
        }
        return new OleObject(stem + (Whole.FirstOrDefault(w => names.Contains(w.Stream)).Extension ?? ".bin"), container);
    }

    /// <summary>Extension of what begins with these bytes; null where they do not tell.</summary>
    private static string? ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ".pdf"
        : bytes.StartsWith("PK\x03\x04"u8)
            ? bytes.IndexOf("word/"u8) >= 0 ? ".docx"
                : bytes.IndexOf("xl/"u8) >= 0 ? ".xlsx"
                : bytes.IndexOf("ppt/"u8) >= 0 ? ".pptx"
                : ".zip"
        : null;

    /// <summary>
    /// Size, mark, label, path, mark, path of the copy, size, bytes; names end with a zero and are in the code page of the machine.
    /// </summary>
    private static OleObject FromNative(string stem, byte[] native)
    {
        var at = 6;
        var label = Words(native, ref at);
        Words(native, ref at);
        at += 4;
        var copy = at + 4 <= native.Length ? BinaryPrimitives.ReadInt32LittleEndian(native.AsSpan(at)) : -1;
        at += 4;
        if (copy < 0 || copy > native.Length - at - 4)
        {
            throw new InvalidDataException();
        }
        at += copy;
        var size = BinaryPrimitives.ReadInt32LittleEndian(native.AsSpan(at));
        at += 4;
        if (size < 0 || size > native.Length - at)
        {
            throw new InvalidDataException();
        }
        var bytes = native[at..(at + size)];
        label = label[(label.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return new OleObject(
            Path.GetExtension(label).Length > 1 ? label : (label.Length > 0 ? label : stem) + (ExtensionOf(bytes) ?? ".bin"),
            bytes
        );
    }

    private static string Words(byte[] native, ref int at)
    {
        var end = at < native.Length ? native.AsSpan(at).IndexOf((byte)0) : -1;
        if (end < 0)
        {
            throw new InvalidDataException();
        }
        var bytes = native.AsSpan(at, end);
        at += end + 1;
        return TextEncoding.Decoded(bytes, isWhole: true) ?? Encoding.Latin1.GetString(bytes);
    }
}
