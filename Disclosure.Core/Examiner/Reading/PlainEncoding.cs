using System.Buffers;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Finds the encoding of a text file by its mark or by trying (UTF-8, UTF-16, GB18030), strictly, on the whole of it; nothing is held in memory for that.</summary>
internal static class PlainEncoding
{
    private const int Piece = 1 << 16;

    // Allowed below the space: tab, line feed, vertical tab, form feed, carriage return, end of file.
    private static readonly SearchValues<char> Binary =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 11 or 12 or 13 or 26)).Select(c => (char)c)]);

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>GB18030 that shows what it cannot read as such.</summary>
    public static readonly Encoding Gb18030Lenient = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    /// <summary>The encoding with the number of bytes of its mark, or null when none fits.</summary>
    /// <param name="bytes">So many bytes from the beginning are tried.</param>
    /// <param name="isWhole">False when the file goes on, so that a character may be cut at the end.</param>
    public static (Encoding Encoding, int Mark)? Find(Stream content, long bytes, bool isWhole, CancellationToken ct)
    {
        var start = new byte[Piece];
        content.Position = 0;
        var count = content.ReadAtLeast(start, (int)Math.Min(Piece, bytes), false);
        (Encoding, int)[] tries = start.AsSpan(0, count) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => [(Utf8, 3)],
            [0xFF, 0xFE, ..] => [(new UnicodeEncoding(false, false, true), 2)],
            [0xFE, 0xFF, ..] => [(new UnicodeEncoding(true, false, true), 2)],
            var first when first.Contains((byte)0) => [(new UnicodeEncoding(IsBigEndian(first), false, true), 0)],
            _ => [(Utf8, 0), (Gb18030, 0)],
        };
        foreach (var (encoding, mark) in tries)
        {
            if (Fits(content, bytes, encoding, mark, isWhole, ct))
            {
                return (encoding, mark);
            }
        }
        return null;
    }

    private static bool Fits(Stream content, long bytes, Encoding encoding, int mark, bool isWhole, CancellationToken ct)
    {
        var (decoder, piece, letters) = (encoding.GetDecoder(), new byte[Piece], new char[encoding.GetMaxCharCount(Piece)]);
        content.Position = mark;
        try
        {
            for (var left = bytes - mark; left > 0;)
            {
                ct.ThrowIfCancellationRequested();
                var read = content.Read(piece, 0, (int)Math.Min(Piece, left));
                left = read == 0 ? 0 : left - read;
                if (letters.AsSpan(0, decoder.GetChars(piece, 0, read, letters, 0, flush: left == 0 && isWhole)).ContainsAny(Binary))
                {
                    return false;
                }
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Without a mark: line feeds and blanks tell on which side the zeros stand.</summary>
    private static bool IsBigEndian(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at + 1 < Math.Min(bytes.Length, 4096); at += 2)
        {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }
        return even > odd;
    }
}
