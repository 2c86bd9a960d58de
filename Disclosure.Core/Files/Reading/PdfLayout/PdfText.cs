using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Reading;

/// <summary>Text of a PDF as its readers see it, page by page; cells of a table are separated by tabs.</summary>
internal static class PdfText
{
    /// <summary>Reads the pages.</summary>
    public static Outcome<FileText> Read(Stream content, ReadingLimits limits, CancellationToken ct)
    {
        var shown = new ShownText(TextKind.Pdf, limits);
        var read = PdfContent.Read(content, shown, limits, ct);
        if (!read.Ok || read.Value.Broken)
        {
            return read.Problem ?? new ReadingIsDamaged();
        }
        var text = shown.Made(read.Value.Truncated);
        return text.Parts.Count == 0 ? new ReadingHasNoTextLayer() : text;
    }
}
