using System.Text;
using Disclosure.Core.Common;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Text of a PDF page by page, in the order in which it is written; letters on one height make a line, wide gaps make cells.</summary>
internal static class PdfText
{
    private const double CellGap = 0.6;
    private const double WordGap = 0.3;

    // Fonts of Chinese letters are the largest streams that reading a page unpacks.
    private const int MostStream = 24_000_000;
    private const long MostBytes = 100 << 20;

    /// <summary>Reads the pages.</summary>
    public static Outcome<FileText> Read(Stream content, ReadingLimits limits, CancellationToken ct)
    {
        if (content.Length > MostBytes)
        {
            return new ReadingIsTooLarge();
        }
        content.Position = 0;
        Span<byte> mark = stackalloc byte[5];
        if (content.ReadAtLeast(mark, mark.Length, false) < mark.Length || !mark.SequenceEqual("%PDF-"u8))
        {
            return new ReadingIsDamaged();
        }
        content.Position = 0;
        var file = new byte[content.Length];
        content.ReadExactly(file);
        // PdfPig answers a damaged file with exceptions of many kinds; what they mean to the person is the same.
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, FilterProvider = new BoundedFilters(MostStream) });
            return document.NumberOfPages < 1 ? new ReadingIsDamaged() : Pages(document, limits, ct);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ReadingIsLocked();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return new ReadingIsDamaged();
        }
    }

    private static Outcome<FileText> Pages(PdfDocument document, ReadingLimits limits, CancellationToken ct)
    {
        var into = new TextGathering(limits);
        var pages = Math.Min(document.NumberOfPages, limits.Pages);
        for (var page = 1; page <= pages && !into.Full; page++)
        {
            ct.ThrowIfCancellationRequested();
            Lines(document.GetPage(page).Letters, into);
            into.End($"第 {page} 页", PartKind.Page);
        }
        if (into.Parts.Count == 0)
        {
            return new ReadingHasNoTextLayer();
        }
        var made = into.Made(TextKind.Pdf);
        return pages < document.NumberOfPages ? made with { Truncated = true } : made;
    }

    private static void Lines(IReadOnlyList<Letter> letters, TextGathering into)
    {
        var line = new StringBuilder();
        Letter? last = null;
        foreach (var letter in letters)
        {
            var size = Math.Max(letter.PointSize, 1);
            if (last is not null && Math.Abs(letter.StartBaseLine.Y - last.StartBaseLine.Y) > size * 0.5)
            {
                End(line, into);
            }
            else if (last is not null && letter.StartBaseLine.X - last.EndBaseLine.X is var gap && gap > size * WordGap)
            {
                line.Append(gap > size * CellGap ? '\t' : ' ');
            }
            line.Append(letter.Value);
            last = letter;
        }
        End(line, into);
    }

    private static void End(StringBuilder line, TextGathering into)
    {
        var text = line.ToString().Trim();
        into.Add(text.Contains('\t', StringComparison.Ordinal) ? LineKind.Row : LineKind.Paragraph, text);
        line.Clear();
    }
}
