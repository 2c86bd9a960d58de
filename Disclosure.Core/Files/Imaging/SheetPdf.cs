using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Imaging;

/// <summary>A scan as PDF: kept as it came; the pictures of its first twenty pages are looked at for codes.</summary>
internal static class SheetPdf
{
    private const int MostPages = 20;
    private const long MostPixels = 200_000_000;
    private const int LongestSide = 20_000;

    private static readonly string[] Sides = ["Columns", "Rows"];

    /// <summary>The PDF with what its codes say, or why it cannot be read.</summary>
    public static Outcome<ReadSheet> Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var file = bytes.ToArray();
        // Followed without end, a tree that contains itself would end the program, and nothing could catch that.
        if (!PdfNesting.Ends(file))
        {
            return new SheetPdfIsBroken();
        }
        // PdfPig answers a damaged file with exceptions of many kinds; what they mean to the person is the same.
        try
        {
            var filters = new BoundedFilters();
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, FilterProvider = filters });
            return document.NumberOfPages < 1 ? new SheetPdfIsEmpty() : Codes(document, filters, file, ct);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new SheetPdfIsLocked();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return new SheetPdfIsBroken();
        }
    }

    private static ReadSheet Codes(PdfDocument document, BoundedFilters filters, byte[] file, CancellationToken ct)
    {
        var pictures = new PdfPictures(document);
        var (codes, passedOver, pixels) = (new List<string>(), 0, 0L);
        foreach (var page in pictures.ByPage(MostPages))
        {
            foreach (var picture in page)
            {
                ct.ThrowIfCancellationRequested();
                var size = (long)Number(pictures, picture, "Width") * Number(pictures, picture, "Height");
                if (size < 21 * 21)
                {
                    continue;
                }
                pixels += size;
                if (pixels > MostPixels || Gray(pictures, picture, filters) is not { } gray)
                {
                    passedOver++;
                    continue;
                }
                codes.AddRange(QrReader.Read(gray, ct).Select(c => c.Text));
            }
        }
        return new(
            file,
            "pdf",
            document.NumberOfPages,
            [.. codes.Distinct()],
            Note(document.NumberOfPages, file.Length, codes.Count, passedOver)
        );
    }

    /// <summary>The picture in shades of grey, or null when it is of a kind that is passed over or broken.</summary>
    private static GrayImage? Gray(PdfPictures pictures, StreamToken picture, BoundedFilters filters)
    {
        try
        {
            return Names(pictures, picture) is [.., "DCTDecode" or "DCT"]
                ? Photograph(pictures, picture, filters)
                : Samples(pictures, picture, filters);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }

    private static GrayImage? Photograph(PdfPictures pictures, StreamToken picture, BoundedFilters filters)
    {
        var bytes = picture.Data;
        var chain = filters.GetFilters(picture.StreamDictionary);
        for (var i = 0; i < Names(pictures, picture).Count - 1; i++)
        {
            bytes = chain[i].Decode(bytes.ToArray(), picture.StreamDictionary, filters, i);
        }
        var decoded = PictureFile.Decode(bytes);
        if (!decoded.Ok)
        {
            return null;
        }
        using var pixels = decoded.Value.Pixels;
        return pixels.Gray(default);
    }

    private static GrayImage? Samples(PdfPictures pictures, StreamToken picture, BoundedFilters filters)
    {
        var (width, height) = (Number(pictures, picture, "Width"), Number(pictures, picture, "Height"));
        // A mask has one bit and need not say so.
        var bits = Math.Max(1, Number(pictures, picture, "BitsPerComponent"));
        var chain = filters.GetFilters(picture.StreamDictionary);
        if ((long)width * height > BoundedFilters.MostBytes || chain.Any(f => !f.IsSupported) || IsBeyondMeasure(pictures, picture))
        {
            return null;
        }
        Memory<byte> bytes = picture.Data.ToArray();
        for (var i = 0; i < chain.Count; i++)
        {
            bytes = chain[i].Decode(bytes, picture.StreamDictionary, filters, i);
        }
        var inverted = Entry(pictures, picture, "Decode") is ArrayToken { Data: [NumericToken { Int: 1 }, ..] };
        return PdfSamples.Gray(bytes.Span, width, height, bits, Table(pictures, picture), inverted);
    }

    /// <summary>
    /// True where the parameters of a filter claim rows or columns that no scan has: room would be made for them before the data is looked
    /// at.
    /// </summary>
    private static bool IsBeyondMeasure(PdfPictures pictures, StreamToken picture)
    {
        var parameters = Entry(pictures, picture, "DecodeParms") ?? Entry(pictures, picture, "DP");
        IEnumerable<IToken?> all = parameters is ArrayToken several ? several.Data.Select(pictures.Followed) : [parameters];
        return all.OfType<DictionaryToken>()
            .Any(p => Sides.Any(n => pictures.Entry(p, n) is NumericToken { Double: < 0 or > LongestSide }));
    }

    /// <summary>Shades of an indexed colour space; null for any other.</summary>
    private static byte[]? Table(PdfPictures pictures, StreamToken picture)
    {
        if (
            Entry(pictures, picture, "ColorSpace")
            is not ArrayToken { Data: [NameToken { Data: "Indexed" or "I" }, _, var highest, var lookup] }
        )
        {
            return null;
        }
        var count = ((pictures.Followed(highest) as NumericToken)?.Int ?? 0) + 1;
        var bytes = pictures.Followed(lookup) is StreamToken stream
            ? stream.Decode(new BoundedFilters()).ToArray()
            : PdfSamples.Bytes(pictures.Followed(lookup));
        return count is < 1 or > 256 || bytes.Length < count ? [] : PdfSamples.Table(bytes, Math.Min(4, bytes.Length / count));
    }

    private static IReadOnlyList<string> Names(PdfPictures pictures, StreamToken picture) =>
        Entry(pictures, picture, "Filter") switch
        {
            NameToken name => [name.Data],
            ArrayToken names => [.. names.Data.Select(n => (pictures.Followed(n) as NameToken)?.Data ?? "")],
            _ => [],
        };

    private static int Number(PdfPictures pictures, StreamToken picture, string name) =>
        Entry(pictures, picture, name) is NumericToken { Int: > 0 and var number } ? number : 0;

    private static IToken? Entry(PdfPictures pictures, StreamToken picture, string name) => pictures.Entry(picture.StreamDictionary, name);

    private static string Note(int pages, int size, int codes, int passedOver)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"PDF 原样保存，{pages} 页、{PictureSize.Show(size)}");
        note += pages > MostPages ? $"；只识读了前 {MostPages} 页" : "";
        note += passedOver > 0 ? $"；有 {passedOver} 幅图片不能识读" : "";
        return codes > 0 ? note : note + "；没有读到二维码";
    }
}
