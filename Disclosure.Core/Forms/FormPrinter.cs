using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines;
using Disclosure.Core.Forms.Engines.Docx;

namespace Disclosure.Core.Forms;

/// <summary>Draws sheets as PDF or DOCX; the one place that knows which engine was built in. Safe for many requests at once: keep one for the whole program.</summary>
public sealed class FormPrinter : IDisposable
{
    private readonly FontStack fonts;
    private readonly SkiaPdfEngine engine;
    private readonly DocxEngine docx;

    /// <summary>A printer with these fonts; they are looked for at the first print.</summary>
    public FormPrinter(FontOptions options)
    {
        fonts = new(options);
        engine = new(fonts);
        docx = new(options, fonts);
    }

    /// <summary>The sheet as PDF bytes, continuation pages included; <see cref="MissingGlyphProblem"/> or <see cref="NoFontsProblem"/> when it cannot be printed whole.</summary>
    public Outcome<byte[]> Pdf(FormSheet sheet) => SheetCheck.Of(sheet, fonts) is { } problem ? problem : engine.Draw(sheet);

    /// <summary>The sheet as a document for Word and WPS, with the sizes and the continuation of the PDF; refused for the same reasons.</summary>
    public Outcome<byte[]> Docx(FormSheet sheet) => SheetCheck.Of(sheet, fonts) is { } problem ? problem : docx.Draw(sheet);

    /// <inheritdoc/>
    public void Dispose()
    {
        engine.Dispose();
        fonts.Dispose();
    }
}
