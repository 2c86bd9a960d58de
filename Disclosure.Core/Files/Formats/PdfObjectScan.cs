using System.IO.Compression;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Finds every object of a PDF by its bytes, wherever it lies, packed ones too, and tells which objects lie below it in a tree.
/// </summary>
/// <param name="below">Receives the number of an object and that of one below it.</param>
internal sealed class PdfObjectScan(Action<long, long> below)
{
    private const long MostUnpacked = 100 << 20;

    // Objects do not lie inside one another in a sound file; reading it costs each byte about once.
    private const int MostTimes = 4;

    private long left;
    private long unpacked;

    /// <summary>Runs; false when the file is built so that looking through it would not end.</summary>
    public bool Run(ReadOnlySpan<byte> file)
    {
        left = ((long)MostTimes * file.Length) + (1 << 20);
        for (var at = 0; file[at..].IndexOf("obj"u8) is >= 0 and var next; at += next + 3)
        {
            var end = at + next;
            if (NumberBefore(file[..end]) is { } number && !One(number, file[(end + 3)..], isPacked: false))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The number of an object whose word "obj" comes next; null when the word is no beginning of one.</summary>
    private static long? NumberBefore(ReadOnlySpan<byte> before)
    {
        var generation = before.TrimEnd(" \t\r\n\0\f"u8);
        return Digits(generation, out var rest) is null || rest.Length == generation.Length
            ? null
            : Digits(rest.TrimEnd(" \t\r\n\0\f"u8), out _);
    }

    private static long? Digits(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> rest)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < 12 && text[start - 1] is >= (byte)'0' and <= (byte)'9')
        {
            start--;
        }
        rest = text[..start];
        return start < text.Length ? long.Parse(text[start..], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Reads one object; false when the budget is used up.</summary>
    private bool One(long number, ReadOnlySpan<byte> body, bool isPacked)
    {
        var reader = new PdfObjectReader(body, isPacked);
        while (reader.Next())
        {
            if (reader.Reference is { } target)
            {
                below(number, target);
            }
        }
        left -= reader.At;
        return left >= 0 && (!reader.IsPackage || Packed(body[reader.At..], reader));
    }

    /// <summary>Objects that are packed into a stream.</summary>
    private bool Packed(ReadOnlySpan<byte> stream, in PdfObjectReader head)
    {
        var start = stream is [(byte)'\r', (byte)'\n', ..] ? 2 : 1;
        if (!head.IsPlainlyPacked)
        {
            return false;
        }
        var content = stream[Math.Min(start, stream.Length)..];
        var bytes = head.IsDeflated
            ? Unpacked(content)
            : content[..(content.IndexOf("endstream"u8) is >= 0 and var end ? end : content.Length)].ToArray();
        if ((unpacked += bytes.Length) > MostUnpacked)
        {
            return false;
        }
        left += (long)MostTimes * bytes.Length;
        var heads = new PdfObjectReader(bytes, isPacked: true);
        for (var i = 0; i < head.Count && heads.Number() is { } number && heads.Number() is { } offset; i++)
        {
            var from = head.First + offset;
            if (from >= 0 && from < bytes.Length && !One(number, bytes.AsSpan((int)from), isPacked: true))
            {
                return false;
            }
        }
        return true;
    }

    private byte[] Unpacked(ReadOnlySpan<byte> stream)
    {
        using var packed = new ZLibStream(new MemoryStream(stream.ToArray(), false), CompressionMode.Decompress);
        using var made = new MemoryStream();
        var part = new byte[81920];
        try
        {
            while (made.Length <= MostUnpacked - unpacked && packed.Read(part) is > 0 and var read)
            {
                made.Write(part, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What came before the damage is what the library sees, too.
        }
        return made.ToArray();
    }
}
