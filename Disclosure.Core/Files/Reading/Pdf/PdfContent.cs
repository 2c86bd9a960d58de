using System.Runtime.ExceptionServices;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Disclosure.Core.Files.Reading;

/// <summary>Reads a PDF: its pages, what cannot be seen on them, then what hangs beside the pages.</summary>
internal static class PdfContent
{
    // Fonts of Chinese letters are the largest streams that reading a page unpacks.
    private const int MostStream = 24_000_000;
    private const long MostBytes = 100 << 20;
    private const int MostLetters = 200_000;

    // The library calls itself for what lies inside; a file made for it must not end the program.
    private const int Stack = 256 << 20;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

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
        return OnItsOwn(() => Open(file, sink as BoundedSink ?? new BoundedSink(sink, limits.Characters), limits, ct), ct);
    }

    /// <summary>
    /// On a thread with room for deep calls. A step of the library that does not end is left behind when the time is over.
    /// </summary>
    private static Outcome<ContentRead> OnItsOwn(Func<Outcome<ContentRead>> read, CancellationToken ct)
    {
        Outcome<ContentRead> outcome = new ReadingIsDamaged();
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    outcome = read();
                }
                catch (Exception e)
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            Stack
        )
        {
            IsBackground = true,
        };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(50)))
        {
            if (ct.IsCancellationRequested && !thread.Join(Grace))
            {
                throw new OperationCanceledException(ct);
            }
        }
        thrown?.Throw();
        return outcome;
    }

    private static Outcome<ContentRead> Open(byte[] file, BoundedSink sink, ReadingLimits limits, CancellationToken ct)
    {
        if (!PdfNesting.Ends(file))
        {
            return new ReadingIsDamaged();
        }
        var filters = new BoundedFilters(MostStream);
        var reading = new PdfReading
        {
            UseLenientParsing = true,
            FilterProvider = filters,
            Stop = ct,
            MostLetters = Math.Min(MostLetters, limits.Characters),
        };
        // The library answers a damaged file with exceptions of many kinds; what they mean to the person is the same.
        try
        {
            using var document = PdfDocument.Open(file, reading);
            if (document.NumberOfPages < 1)
            {
                return new ReadingIsDamaged();
            }
            var tokens = new PdfTokens(document.Structure.TokenScanner, filters, document.Structure.Catalog.CatalogDictionary);
            reading.Layers = PdfLayers.Of(tokens);
            document.AddPageFactory<PdfPage, PdfPageReader>();
            return Read(document, tokens, file, sink, limits, ct);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ReadingIsLocked();
        }
        catch (Exception e) when (IsDamage(e))
        {
            return new ReadingIsDamaged();
        }
    }

    private static Outcome<ContentRead> Read(
        PdfDocument document,
        PdfTokens tokens,
        byte[] file,
        BoundedSink sink,
        ReadingLimits limits,
        CancellationToken ct
    )
    {
        var pages = new PdfPages(document, sink, ct);
        var last = Math.Min(document.NumberOfPages, limits.Pages);
        for (var number = 1; number <= last && !sink.Full; number++)
        {
            pages.Read(number);
        }
        var extras = new PdfExtras(document, tokens, file, sink, ct);
        if (!sink.Full)
        {
            extras.Read(last);
        }
        if (!pages.HasText)
        {
            return pages.Broken == document.NumberOfPages ? new ReadingIsDamaged() : new ReadingHasNoTextLayer();
        }
        return new ContentRead([.. pages.Coverage, .. extras.Coverage], extras.Embedded)
        {
            Truncated = sink.Full || last < document.NumberOfPages,
            Broken = pages.Broken > 0,
        };
    }

    /// <summary>True for what the library throws at a file that does not hold together.</summary>
    public static bool IsDamage(Exception e) =>
        e is not (OperationCanceledException or OutOfMemoryException or ReadingLimitException or PdfDocumentEncryptedException);
}
