using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>
/// Reads the text of a file. Whatever the file holds, the answer is its text or one sentence why not: a hostile file costs at most the
/// limits and never an exception.
/// </summary>
public static class FileReading
{
    /// <summary>Text of a docx, xlsx, csv, txt or pdf.</summary>
    /// <param name="name">Its name; the extension says which kind it claims to be.</param>
    /// <param name="content">Seekable; read from its beginning, left anywhere, used by nobody else meanwhile.</param>
    /// <param name="limits">What it may cost; null for the usual.</param>
    /// <param name="ct">Gives up between steps, with an exception.</param>
    public static async Task<Outcome<FileText>> ReadAsync(string name, Stream content, ReadingLimits? limits = null, CancellationToken ct = default)
    {
        limits ??= ReadingLimits.Usual;
        if (KindOf(name) is not { } kind)
        {
            return new KindIsNotRead();
        }
        var shown = new ShownText(limits);
        var read = await ContentReading.ReadAsync(name, content, shown, limits, ct);
        return read.Ok ? shown.Made(kind, read.Value.Truncated) : read.Problem!;
    }

    private static TextKind? KindOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".DOCX" => TextKind.Document,
        ".XLSX" or ".XLS" => TextKind.Workbook,
        ".CSV" => TextKind.Table,
        ".TXT" => TextKind.Plain,
        ".PDF" => TextKind.Pdf,
        _ => null,
    };
}
