using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Disclosure.Core.Files.Reading;

/// <summary>The encoding of a text file, found by its mark or by trying (UTF-8, UTF-16, GB18030) on all of it.</summary>
/// <param name="Encoding">The encoding; what does not fit becomes U+FFFD.</param>
/// <param name="Mark">Bytes of the mark before the text.</param>
/// <param name="Unfit">Characters that do not fit.</param>
internal sealed record TextEncoding(Encoding Encoding, int Mark, long Unfit)
{
    private const int Block = 128 << 10;
    private const int Look = 4096;

    // Allowed below the space: tab, line feed, vertical tab, form feed, carriage return, and the old mark of the end.
    private static readonly byte[] BinaryBytes =
    [
        .. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 11 or 12 or 13 or 26)).Select(c => (byte)c),
    ];
    private static readonly SearchValues<byte> Binary = SearchValues.Create(BinaryBytes);
    private static readonly SearchValues<char> BinaryLetters = SearchValues.Create([.. BinaryBytes.Select(b => (char)b)]);

    private static readonly Encoding Letters8 = new UTF8Encoding(false);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936,
        EncoderFallback.ReplacementFallback,
        new DecoderReplacementFallback("\uFFFD")
    )!;

    /// <summary>The encoding of the whole stream, or null when it is no text.</summary>
    public static TextEncoding? Of(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var first = new byte[(int)Math.Min(Look, content.Length)];
        content.ReadExactly(first);
        switch (first)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Held(Letters8, 3, content, ct);
            case [0xFF, 0xFE, ..]:
                return Wide(false, 2, content, ct);
            case [0xFE, 0xFF, ..]:
                return Wide(true, 2, content, ct);
        }
        var (hasZero, hasBinary, isUtf8, resembles) = Scan(content, ct);
        if (hasZero)
        {
            return Wide(IsBigEndian(first), 0, content, ct);
        }
        if (hasBinary || isUtf8)
        {
            return isUtf8 && !hasBinary ? new TextEncoding(Letters8, 0, 0) : null;
        }
        // UTF-8 with a broken character mostly makes some sense in GB18030 too, and none to a reader.
        return (resembles ? Held(Letters8, 0, content, ct) : null) ?? Held(Gb18030, 0, content, ct) ?? Held(Letters8, 0, content, ct);
    }

    /// <summary>A short text in whichever encoding fits without a gap, or null.</summary>
    public static string? Decoded(ReadOnlySpan<byte> bytes, bool isWhole) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Strictly(Letters8, rest, isWhole),
            [0xFF, 0xFE, .. var rest] => Strictly(new UnicodeEncoding(false, false), rest, isWhole),
            [0xFE, 0xFF, .. var rest] => Strictly(new UnicodeEncoding(true, false), rest, isWhole),
            _ when bytes.Contains((byte)0) => Strictly(new UnicodeEncoding(IsBigEndian(bytes), false), bytes, isWhole),
            _ => Strictly(Letters8, bytes, isWhole) ?? Strictly(Gb18030, bytes, isWhole),
        };

    /// <summary>A reader of the stream from behind the mark.</summary>
    public StreamReader Open(Stream content)
    {
        content.Position = Mark;
        return new StreamReader(content, Encoding, detectEncodingFromByteOrderMarks: false, Block, leaveOpen: true);
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var letters = new char[encoding.GetMaxCharCount(bytes.Length)];
        var text = letters.AsSpan(0, encoding.GetDecoder().GetChars(bytes, letters, flush: isWhole));
        return text.Contains('\uFFFD') || text.ContainsAny(BinaryLetters) ? null : new string(text);
    }

    /// <summary>
    /// One pass over the bytes: zeros, other bytes that no text has, whether all of it is UTF-8, and whether it nearly is.
    /// </summary>
    private static (bool HasZero, bool HasBinary, bool IsUtf8, bool Resembles) Scan(Stream content, CancellationToken ct)
    {
        var (buffer, kept, hasZero, hasBinary, isUtf8, resembles, hasWide) = (new byte[Block], 0, false, false, true, false, false);
        content.Position = 0;
        while (!hasZero && content.Read(buffer, kept, Block - kept) is > 0 and var count)
        {
            ct.ThrowIfCancellationRequested();
            var read = buffer.AsSpan(0, kept + count);
            hasBinary |= read.ContainsAny(Binary);
            hasZero = hasBinary && read.Contains((byte)0);
            var whole = isUtf8 ? Whole(read) : read.Length;
            if (isUtf8 && !Utf8.IsValid(read[..whole]))
            {
                (isUtf8, resembles) = (false, Resembles(read[..whole]));
            }
            hasWide |= read[..whole].ContainsAnyInRange((byte)0xE0, (byte)0xEF);
            read[whole..].CopyTo(buffer);
            kept = read.Length - whole;
        }
        return (hasZero, hasBinary, isUtf8 && kept == 0, resembles || (isUtf8 && kept > 0 && hasWide));
    }

    /// <summary>True when far more characters of three bytes fit than do not: no other encoding gives such bytes by chance.</summary>
    private static bool Resembles(ReadOnlySpan<byte> bytes)
    {
        var (fit, unfit) = (0, 0);
        foreach (var c in Letters8.GetString(bytes))
        {
            fit += c is >= '\u0800' and not '\uFFFD' ? 1 : 0;
            unfit += c == '\uFFFD' ? 1 : 0;
        }
        return fit > unfit * 4;
    }

    /// <summary>Bytes before a character that the end of the block cuts.</summary>
    private static int Whole(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                return
                    (
                        b >= 0xF0 ? 4
                        : b >= 0xE0 ? 3
                        : 2
                    ) > back
                    ? bytes.Length - back
                    : bytes.Length;
            }
            if (b < 0x80)
            {
                break;
            }
        }
        return bytes.Length;
    }

    private static TextEncoding? Wide(bool isBigEndian, int mark, Stream content, CancellationToken ct) =>
        Held(new UnicodeEncoding(isBigEndian, false), mark, content, ct) is { Unfit: 0 } held ? held : null;

    /// <summary>
    /// The encoding held against all bytes; null when more than one character in ten does not fit, or when there are letters that no text
    /// has.
    /// </summary>
    private static TextEncoding? Held(Encoding encoding, int mark, Stream content, CancellationToken ct)
    {
        var (buffer, letters, decoder) = (new byte[Block], new char[encoding.GetMaxCharCount(Block)], encoding.GetDecoder());
        var (unfit, all) = (0L, 0L);
        content.Position = mark;
        for (var count = 1; count > 0;)
        {
            ct.ThrowIfCancellationRequested();
            count = content.Read(buffer);
            var text = letters.AsSpan(0, decoder.GetChars(buffer.AsSpan(0, count), letters, flush: count == 0));
            if (text.ContainsAny(BinaryLetters))
            {
                return null;
            }
            unfit += text.Count('\uFFFD');
            all += text.Length;
        }
        return unfit * 10 > all ? null : new TextEncoding(encoding, mark, unfit);
    }

    /// <summary>Without a mark: line feeds and blanks tell on which side the zeros stand.</summary>
    private static bool IsBigEndian(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at + 1 < Math.Min(bytes.Length, Look); at += 2)
        {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }
        return even > odd;
    }
}
