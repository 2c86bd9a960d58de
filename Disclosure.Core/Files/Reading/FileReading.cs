using System.Xml;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Reads the text of a file. Whatever the file holds, the answer is its text or one sentence why not: a hostile file costs at most the
/// limits and never an exception.
/// </summary>
public static class FileReading
{
    /// <summary>Text of a docx, xlsx, xls, csv, txt or pdf.</summary>
    /// <param name="name">Its name; the extension says which kind it claims to be.</param>
    /// <param name="content">Seekable; read from its beginning, left anywhere, used by nobody else meanwhile.</param>
    /// <param name="limits">What it may cost; null for the usual.</param>
    /// <param name="ct">Gives up between steps, with an exception.</param>
    public static async Task<Outcome<FileText>> ReadAsync(
        string name,
        Stream content,
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
            return await Task.Run(() => ByKindAsync(name, content, limits, timed.Token), timed.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ReadingTookTooLong();
        }
    }

    private static async Task<Outcome<FileText>> ByKindAsync(string name, Stream content, ReadingLimits limits, CancellationToken ct)
    {
        try
        {
            return FileTypes.Of(name)?.Text switch
            {
                TextKind.Pdf => PdfText.Read(content, limits, ct),
                { } kind => await ShownAsync(name, content, kind, limits, ct),
                null => new KindIsNotRead(),
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

    private static async Task<Outcome<FileText>> ShownAsync(
        string name,
        Stream content,
        TextKind kind,
        ReadingLimits limits,
        CancellationToken ct
    )
    {
        var shown = new ShownText(kind, limits);
        var read = await ContentReading.ReadAsync(name, content, shown, limits, ct);
        return !read.Ok ? read.Problem!
            : read.Value.Broken ? new ReadingIsDamaged()
            : shown.Made(read.Value.Truncated);
    }
}
