using System.Buffers;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>Tells text in UTF-8 or GB18030 from everything else, in one pass.</summary>
internal static class PlainText
{
    private const int Step = 64 * 1024;

    // Allowed below the space: tab, line feed, form feed, carriage return.
    private static readonly SearchValues<byte> Binary = SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 12 or 13)).Select(b => (byte)b),
    ]);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>Null for text; otherwise why not.</summary>
    public static async Task<Problem?> RefusalAsync(Stream content, CancellationToken ct)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Step);
        var letters = ArrayPool<char>.Shared.Rent(Step + 16);
        try
        {
            List<Decoder> possible = [new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder(), Gb18030.GetDecoder()];
            content.Position = 0;
            int count;
            do
            {
                count = await content.ReadAtLeastAsync(bytes.AsMemory(0, Step), Step, throwOnEndOfStream: false, ct);
                if (bytes.AsSpan(0, count).ContainsAny(Binary))
                {
                    return new TextIsUnreadable();
                }
                possible.RemoveAll(d => !Decodes(d, bytes.AsSpan(0, count), letters, last: count < Step));
            } while (count == Step && possible.Count > 0);
            return possible.Count > 0 ? null : new TextIsUnreadable();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, Span<char> letters, bool last)
    {
        try
        {
            decoder.GetChars(bytes, letters, flush: last);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
