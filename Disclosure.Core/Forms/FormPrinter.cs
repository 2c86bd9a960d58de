using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines;

namespace Disclosure.Core.Forms;

/// <summary>Draws sheets as PDF; the one place that knows an engine, which of the two the build decides (PdfEngine in Disclosure.Core.csproj). Safe for many requests at once: keep one for the whole program.</summary>
public sealed class FormPrinter : IDisposable
{
    private readonly FontStack fonts;
    private readonly PdfEngine engine;

    /// <summary>A printer with these fonts; they are looked for at the first print.</summary>
    public FormPrinter(FontOptions options)
    {
        fonts = new(options);
        engine = new(fonts);
    }

    /// <summary>The sheet as PDF bytes, continuation pages included; <see cref="MissingGlyphProblem"/> or <see cref="NoFontsProblem"/> when it cannot be printed whole.</summary>
    public Outcome<byte[]> Pdf(FormSheet sheet) => SheetCheck.Of(sheet, fonts) is { } problem ? problem : engine.Draw(sheet);

    /// <inheritdoc/>
    public void Dispose()
    {
        engine.Dispose();
        fonts.Dispose();
    }
}
