using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines;

namespace Disclosure.Core.Forms;

/// <summary>Draws sheets as PDF; the one place that knows which engine was built in. Safe for many requests at once: keep one for the whole program.</summary>
public sealed class FormPrinter(FontOptions fonts) : IDisposable
{
    private readonly SkiaPdfEngine engine = new(fonts);

    /// <summary>The sheet as PDF bytes, continuation pages included; <see cref="MissingGlyphProblem"/> or <see cref="NoFontsProblem"/> when it cannot be printed whole.</summary>
    public Outcome<byte[]> Pdf(FormSheet sheet) => engine.Draw(sheet);

    /// <inheritdoc/>
    public void Dispose() => engine.Dispose();
}
