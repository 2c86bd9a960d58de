using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Disclosure.Tests.Core.Files.Formats;

/// <summary>Small files of every kind, made on the spot.</summary>
internal static class SampleFiles
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string SheetMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static readonly byte[] Png =
    [
        0x89,
        0x50,
        0x4E,
        0x47,
        0x0D,
        0x0A,
        0x1A,
        0x0A,
        0,
        0,
        0,
        13,
        (byte)'I',
        (byte)'H',
        (byte)'D',
        (byte)'R',
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
    ];

    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F'];

    public static byte[] Docx() => Package(WordMain, "word/document.xml", "<w:document xmlns:w='x'/>"u8.ToArray());

    public static byte[] Xlsx() => Package(SheetMain, "xl/workbook.xml", "<workbook/>"u8.ToArray());

    /// <summary>A package whose list of types names the main part.</summary>
    public static byte[] Package(string mainType, string mainPart, byte[] main, params (string Name, byte[] Data)[] more) =>
        Zip([
            (
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes(
                    $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/{mainPart}' "
                        + $"ContentType='{mainType}'/></Types>"
                )
            ),
            (mainPart, main),
            .. more,
        ]);

    public static byte[] Zip(params (string Name, byte[] Data)[] entries)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, data) in entries)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(data);
            }
        }
        return made.ToArray();
    }

    /// <summary>An OLE container with the streams named, all empty.</summary>
    public static byte[] Ole(params string[] streams)
    {
        var file = new byte[512 * 3];
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x1E), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x30), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x4C), 0);
        file.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4), 0xFFFFFFFE);
        foreach (var (at, name) in new[] { "Root Entry" }.Concat(streams).Select((name, n) => (1024 + (n * 128), name)))
        {
            Encoding.Unicode.GetBytes(name).CopyTo(file, at);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 64), (ushort)((name.Length + 1) * 2));
            file[at + 66] = 2;
        }
        return file;
    }

    /// <summary>Text of at least this many bytes that does not repeat itself.</summary>
    public static byte[] Text(int size, int seed = 1)
    {
        var random = new Random(seed);
        var text = new byte[size];
        for (var at = 0; at < size; at++)
        {
            text[at] = (byte)('!' + random.Next(90));
        }
        return text;
    }
}
