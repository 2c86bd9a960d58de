using System.Xml;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>
/// Reads what a file holds, hidden parts included, and hands it to a sink piece by piece. Whatever the file holds, the answer is what was
/// covered or one sentence why not: a hostile file costs at most the limits and never an exception.
/// </summary>
public static class ContentReading
{
    /// <summary>Reads one file; files inside it are named and left to the caller.</summary>
    /// <param name="name">Its name; the extension says which kind it claims to be.</param>
    /// <param name="content">Seekable; read from its beginning, left anywhere, used by nobody else meanwhile, open until the files inside are read.</param>
    /// <param name="sink">Receives the pieces, on another thread, one after the other.</param>
    /// <param name="limits">What it may cost; null for the usual.</param>
    /// <param name="ct">Gives up between steps, with an exception.</param>
    public static async Task<Outcome<ContentRead>> ReadAsync(string name, Stream content, IContentSink sink, ReadingLimits? limits = null, CancellationToken ct = default)
    {
        limits ??= ReadingLimits.Usual;
        if (content.Length > limits.FileBytes)
        {
            return new ReadingIsTooLarge();
        }
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(limits.Time);
        try
        {
            // Parsers run to their end on one thread; whoever asked goes on when the time is over, and the parser stops at its next step.
            return await Task.Run(() => ByKindAsync(Path.GetExtension(name).ToUpperInvariant(), content, sink, limits, timed.Token), timed.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ReadingTookTooLong();
        }
    }

    private static async Task<Outcome<ContentRead>> ByKindAsync(string extension, Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        try
        {
            var kind = await KindAsync(extension, content, sink, limits, ct);
            return kind switch
            {
                ".DOCX" => await InPackageAsync(content, sink, limits, DocumentContent.Read, ct),
                ".XLSX" => await InPackageAsync(content, sink, limits, BookContent.Read, ct),
                ".CSV" => PlainContent.Read(content, true, sink, limits, ct),
                ".TXT" => PlainContent.Read(content, false, sink, limits, ct),
                ".PDF" => PdfContent.Read(content, sink, limits, ct),
                ".XLS" => OldBookContent.Read(content, sink, limits, ct),
                _ => Unread(kind),
            };
        }
        catch (ReadingLimitException)
        {
            return new ReadingIsTooLarge();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or FormatException or OverflowException)
        {
            return new ReadingIsDamaged();
        }
    }

    private static Problem Unread(string kind) => kind switch
    {
        ".DOC" or ".WPS" or ".RTF" or ".ODT" or ".OFD" => new KindWantsSaving("docx"),
        ".ET" or ".ODS" or ".XLSB" or ".DBF" => new KindWantsSaving("xlsx"),
        ".PPT" or ".PPTX" or ".DPS" => new KindWantsSaving("pdf"),
        ".PNG" or ".JPG" or ".JPEG" or ".GIF" or ".TIF" or ".TIFF" or ".BMP" => new KindIsPicture(),
        ".ZIP" or ".RAR" or ".7Z" or ".GZ" or ".TAR" => new KindIsArchive(),
        _ => new KindIsNotRead(),
    };

    /// <summary>What the file is: as its extension says, unless its bytes plainly say otherwise.</summary>
    private static async Task<string> KindAsync(string extension, Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        extension = extension switch
        {
            ".DOCM" or ".DOTX" or ".DOTM" => ".DOCX",
            ".XLSM" or ".XLTX" or ".XLTM" => ".XLSX",
            ".XLT" => ".XLS",
            ".TSV" => ".CSV",
            ".TEXT" or ".LOG" or ".MD" or ".XML" or ".JSON" or ".HTM" or ".HTML" => ".TXT",
            _ => extension,
        };
        var start = new byte[16];
        content.Position = 0;
        var count = await content.ReadAtLeastAsync(start, start.Length, false, ct);
        var kind = FileKinds.Of(start.AsSpan(0, count));
        if (kind == ".ZIP" && await ZipDirectory.ReadAsync(content, limits.Entries, ct) is { } parts)
        {
            kind = FileKinds.OfPackage(parts.Select(p => p.Name)) ?? kind;
        }
        // A container of the old kind may be several things; the extension decides, and a reader finds out.
        if (kind is null or ".OLE" || kind == extension || (kind, extension) is (".JPG", ".JPEG") or (".TIF", ".TIFF") || (kind == ".ZIP" && extension is ".DOCX" or ".XLSX" or ".ODT" or ".ODS" or ".OFD"))
        {
            if (kind == ".JPG")
            {
                await PictureAsync(content, sink, ct);
            }
            return extension;
        }
        sink.Observe(new Observation(ObservationKind.WrongExtension, new Place { Part = "整个文件" }, $"扩展名是 {extension.ToLowerInvariant().TrimStart('.')}，内容是 {kind.ToLowerInvariant().TrimStart('.')}"));
        if (kind == ".JPG")
        {
            await PictureAsync(content, sink, ct);
        }
        return kind;
    }

    private static async Task PictureAsync(Stream content, IContentSink sink, CancellationToken ct)
    {
        const int Most = 1 << 20;
        content.Position = 0;
        var start = new byte[(int)Math.Min(Most, content.Length)];
        var count = await content.ReadAtLeastAsync(start, start.Length, false, ct);
        PictureFacts.Tell(start.AsSpan(0, count), new Place { Part = "图片" }, sink);
    }

    private static async Task<Outcome<ContentRead>> InPackageAsync(
        Stream content, IContentSink sink, ReadingLimits limits, Func<Package, IContentSink, ReadingLimits, CancellationToken, Outcome<ContentRead>> read, CancellationToken ct)
    {
        var package = await Package.OpenAsync(content, limits, ct);
        return package.Ok ? read(package.Value, sink, limits, ct) : package.Problem!;
    }
}
