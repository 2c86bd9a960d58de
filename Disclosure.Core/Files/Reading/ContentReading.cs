using System.Xml;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Reads what a file holds, hidden parts included, and hands it to a sink piece by piece. Whatever the file holds, the answer is what was
/// covered or one sentence why not: a hostile file costs at most the limits and never an exception.
/// </summary>
public static class ContentReading
{
    /// <summary>Reads one file; files inside it are named and left to the caller.</summary>
    /// <param name="name">Its name; the extension says which kind it claims to be.</param>
    /// <param name="content">Seekable; read from its beginning, left anywhere, used by nobody else meanwhile, open until the files inside
    /// are read.</param>
    /// <param name="sink">Receives the pieces, on another thread, one after the other.</param>
    /// <param name="limits">What it may cost; null for the usual.</param>
    /// <param name="ct">Gives up between steps, with an exception.</param>
    public static async Task<Outcome<ContentRead>> ReadAsync(
        string name,
        Stream content,
        IContentSink sink,
        ReadingLimits? limits = null,
        CancellationToken ct = default
    )
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
            return await Task.Run(
                () => ByKindAsync(Path.GetExtension(name).ToUpperInvariant(), content, sink, limits, timed.Token),
                timed.Token
            );
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ReadingTookTooLong();
        }
    }

    private static async Task<Outcome<ContentRead>> ByKindAsync(
        string extension,
        Stream content,
        IContentSink sink,
        ReadingLimits limits,
        CancellationToken ct
    )
    {
        try
        {
            var claimed = FileKinds.Claimed(extension);
            var kind = Meant(claimed, await FileMark.OfAsync(content, limits, ct));
            if (kind != claimed && claimed != FileKind.Unknown && kind != FileKind.Locked)
            {
                sink.Observe(
                    new Observation(
                        ObservationKind.WrongExtension,
                        new Place { Part = "文件" },
                        $"扩展名是 {extension.ToLowerInvariant()}，内容是{kind.Name()}"
                    )
                );
            }
            if (kind == FileKind.Picture)
            {
                await FactsAsync(content, sink, ct);
            }
            return kind switch
            {
                FileKind.Document => await InPackageAsync(
                    content,
                    limits,
                    (package, _, _) => DocumentContent.Read(package, sink, limits, ct),
                    ct
                ),
                FileKind.Workbook => await InPackageAsync(
                    content,
                    limits,
                    (package, _, _) => BookContent.Read(package, sink, limits, ct),
                    ct
                ),
                FileKind.OldWorkbook when extension is not (".ET" or ".ETT") => await OldBookContent.ReadAsync(content, sink, limits, ct),
                FileKind.Table => PlainContent.Read(content, true, sink, limits, ct),
                FileKind.Plain => PlainContent.Read(content, false, sink, limits, ct),
                FileKind.Pdf => PdfContent.Read(content, sink, limits, ct),
                FileKind.Locked => new ReadingIsLocked(),
                _ => KindNeedsAnother.For(kind, kind == claimed ? extension : "") ?? (Problem)new KindIsNotRead(),
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

    /// <summary>A picture is not examined, but what its camera wrote into it is told.</summary>
    private static async Task FactsAsync(Stream content, IContentSink sink, CancellationToken ct)
    {
        var first = new byte[(int)Math.Min(content.Length, PictureFacts.Look)];
        content.Position = 0;
        var count = await content.ReadAtLeastAsync(first, first.Length, false, ct);
        PictureFacts.Of(first.AsSpan(0, count)).Observe(new Place { Part = "图片" }, sink);
    }

    /// <summary>What the bytes are where they tell; otherwise what the extension claims, so that its reader says what is wrong.</summary>
    private static FileKind Meant(FileKind claimed, FileKind found) =>
        (claimed, found) switch
        {
            (_, FileKind.Unknown) => claimed,
            (FileKind.Table, FileKind.Plain) => claimed,
            // A package whose main part is missing, a container whose streams are not known.
            (FileKind.Document or FileKind.Workbook or FileKind.OpenDocument, FileKind.Zip) => claimed,
            (FileKind.OldDocument or FileKind.OldWorkbook or FileKind.Presentation, FileKind.Ole) => claimed,
            _ => found,
        };

    private static async Task<Outcome<ContentRead>> InPackageAsync(
        Stream content,
        ReadingLimits limits,
        Func<Package, ReadingLimits, CancellationToken, ContentRead> read,
        CancellationToken ct
    )
    {
        var package = await Package.OpenAsync(content, limits, ct);
        return package.Ok ? read(package.Value, limits, ct) : package.Problem!;
    }
}
