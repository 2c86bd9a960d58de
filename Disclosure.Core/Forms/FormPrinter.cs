using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines;

namespace Disclosure.Core.Forms;

/// <summary>Draws sheets as PDF; the one place that knows which engine was built in. Safe for many requests at once: keep one for the whole program.</summary>
public sealed class FormPrinter(FontOptions options) : IDisposable
{
    private readonly FontStack fonts = new(options);

#if QUESTPDF
    private readonly IPdfEngine engine = new QuestPdfEngine();
#else
    private readonly IPdfEngine engine = new SkiaPdfEngine();
#endif

    /// <summary>The sheet as PDF bytes, continuation pages included; <see cref="MissingGlyphProblem"/> or <see cref="NoFontsProblem"/> when it cannot be printed whole.</summary>
    public Outcome<byte[]> Pdf(FormSheet sheet)
    {
        var painter = new PagePainter(fonts);
        return painter.Missing(sheet) is { } problem
            ? problem
            : engine.Write($"{sheet.Name} {sheet.Number}".TrimEnd(), painter.Draw(sheet));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        engine.Dispose();
        fonts.Dispose();
    }
}
