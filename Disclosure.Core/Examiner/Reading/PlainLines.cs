using System.Buffers;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Text files: the encoding is found by its mark or by trying (UTF-8, UTF-16, GB18030), strictly, on the whole of what is read.</summary>
internal static class PlainLines
{
    // Allowed below the space: tab, line feed, vertical tab, form feed, carriage return.
    private static readonly SearchValues<char> Binary =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 11 or 12 or 13 or 26)).Select(c => (char)c)]);

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Reads the file.</summary>
    /// <param name="isTable">True for csv: lines become rows.</param>
    public static Outcome<FileText> Read(Stream content, bool isTable, ReadingLimits limits, CancellationToken ct)
    {
        var bytes = new byte[(int)Math.Min(content.Length, 4L * limits.Characters)];
        content.Position = 0;
        var count = content.ReadAtLeast(bytes, bytes.Length, false);
        ct.ThrowIfCancellationRequested();
        if (Decoded(bytes.AsSpan(0, count), isWhole: count == content.Length) is not { } text)
        {
            return new ReadingIsNoText();
        }
        var into = new TextGathering(limits);
        if (isTable)
        {
            new TableRows(text, into, ct).Run();
        }
        else
        {
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                into.Add(LineKind.Paragraph, line.ToString());
            }
        }
        into.End("正文", PartKind.Body);
        var made = into.Made(isTable ? TextKind.Table : TextKind.Plain);
        return count < content.Length ? made with { Truncated = true } : made;
    }

    /// <summary>The text, or null when no encoding fits.</summary>
    internal static string? Decoded(ReadOnlySpan<byte> bytes, bool isWhole) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Strictly(Utf8, rest, isWhole),
        [0xFF, 0xFE, .. var rest] => Strictly(new UnicodeEncoding(false, false, true), rest, isWhole),
        [0xFE, 0xFF, .. var rest] => Strictly(new UnicodeEncoding(true, false, true), rest, isWhole),
        _ when bytes.Contains((byte)0) => Strictly(new UnicodeEncoding(IsBigEndian(bytes), false, true), bytes, isWhole),
        _ => Strictly(Utf8, bytes, isWhole) ?? Strictly(Gb18030, bytes, isWhole),
    };

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var letters = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            var count = encoding.GetDecoder().GetChars(bytes, letters, flush: isWhole);
            return letters.AsSpan(0, count).ContainsAny(Binary) ? null : new string(letters, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
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
