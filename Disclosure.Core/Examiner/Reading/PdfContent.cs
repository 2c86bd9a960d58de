using System.Text;
using Disclosure.Core.Common;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A PDF page by page: lines, tables, what cannot be seen, then what hangs beside the pages.</summary>
internal sealed class PdfContent
{
    // Fonts of Chinese letters are the largest streams that reading a page unpacks.
    private const int MostStream = 24_000_000;
    private const long MostBytes = 100 << 20;

    // Parsers of PDF call themselves for what lies inside; a file made for it must not end the program.
    private const int Stack = 256 << 20;

    /// <summary>Reads the file.</summary>
    public static Outcome<ContentRead> Read(Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
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
        Outcome<ContentRead> read = new ReadingIsDamaged();
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? gaveUp = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    read = Open(file, sink, limits, ct);
                }
                catch (Exception e)
                {
                    gaveUp = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
                }
            },
            Stack);
        thread.Start();
        thread.Join();
        gaveUp?.Throw();
        return read;
    }

    private static Outcome<ContentRead> Open(byte[] file, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        // PdfPig answers a damaged file with exceptions of many kinds; what they mean to the person is the same.
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, FilterProvider = new BoundedFilters(MostStream) });
            return document.NumberOfPages < 1 ? new ReadingIsDamaged() : Pages(document, file, sink, limits, ct);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ReadingIsLocked();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or ReadingLimitException))
        {
            return new ReadingIsDamaged();
        }
    }

    private static Outcome<ContentRead> Pages(PdfDocument document, byte[] file, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var pages = Math.Min(document.NumberOfPages, limits.Pages);
        var (done, texts, pictures, scanned, broken, unreliable) = (0, 0, 0, 0, 0, 0);
        for (var number = 1; number <= pages && !sink.Full; number++)
        {
            ct.ThrowIfCancellationRequested();
            var place = new Place { Part = $"第 {number} 页", Page = number, Key = $"{number}" };
            try
            {
                var page = document.GetPage(number);
                var reader = new PageReader(page, sink, place);
                reader.Read();
                pictures += page.NumberOfImages;
                texts += reader.Letters > 0 ? 1 : 0;
                var isScan = reader.Letters == 0 && page.NumberOfImages > 0;
                (scanned, unreliable) = (scanned + (isScan ? 1 : 0), unreliable + (reader.IsUnreliable ? 1 : 0));
                done += isScan || reader.IsUnreliable ? 0 : 1;
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or ReadingLimitException))
            {
                broken++;
            }
        }
        if (texts == 0)
        {
            return broken > 0 ? new ReadingIsDamaged() : new ReadingHasNoTextLayer();
        }
        var why = new StringBuilder()
            .AppendJoin("，", new[] { (scanned, "页是扫描页，没有文字层"), (unreliable, "页文本层不可靠"), (broken, "页已损坏"), (document.NumberOfPages - pages, "页超过上限") }.Where(w => w.Item1 > 0).Select(w => $"{w.Item1} {w.Item2}"));
        List<CoveragePart> coverage = [new("页", done, document.NumberOfPages, why.ToString()), .. pictures > 0 ? new[] { new CoveragePart("张图片", 0, pictures) } : []];
        if (sink.Full)
        {
            return new ContentRead(coverage, []) { Truncated = true };
        }
        var extras = new PdfExtras(document, file, sink);
        extras.Read();
        return new ContentRead([.. coverage, .. extras.Coverage], extras.Embedded) { Truncated = sink.Full || pages < document.NumberOfPages };
    }
}
