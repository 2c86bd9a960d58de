using Disclosure.Core.Forms;

namespace Disclosure.Tests.Support;

/// <summary>The fonts of this machine, opened once in a run; each bureau has a printer of its own that begins with them.</summary>
internal static class OpenFonts
{
    private static readonly FormPrinter First = new(new FontOptions());

    /// <summary>A printer that may be told to use other fonts, and no other printer notices.</summary>
    public static FormPrinter Printer() => First.Another();
}
