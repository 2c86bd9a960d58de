using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines.Docx;

namespace Disclosure.Core.Forms.Engines;

/// <summary>The engines with their fonts. Whoever prints holds it; it is gone when nobody does any more.</summary>
internal sealed class FormEngines
{
    private readonly Lazy<FontReport> report;
    private int holders = 1;

    /// <summary>Engines with the fonts of the options, held by the caller.</summary>
    public FormEngines(FontOptions options)
    {
        Fonts = new(options);
        Engine = new(Fonts);
        Docx = new(options, Fonts);
        report = new(() => new FontSurvey(Fonts, options).Report());
    }

    /// <summary>What its fonts are.</summary>
    public FontReport Report => report.Value;

    /// <summary>Its fonts.</summary>
    public FontStack Fonts { get; }

    /// <summary>Draws with them.</summary>
    public PdfEngine Engine { get; }

    /// <summary>Sets documents that break their lines as it does.</summary>
    public DocxEngine Docx { get; }

    /// <summary>What an engine draws, or why these fonts print no form at all.</summary>
    public Outcome<byte[]> Checked(FormSheet sheet, Func<FormSheet, byte[]> draw)
    {
        var printable = PrintableSheet.Of(sheet, Fonts);
        return SheetCheck.Of(printable, Fonts) is { } problem ? problem : draw(printable);
    }

    /// <summary>Holds it once more; only somebody who knows that it is held may ask.</summary>
    public FormEngines Hold()
    {
        Interlocked.Increment(ref holders);
        return this;
    }

    /// <summary>Lets it go.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            Engine.Dispose();
            Fonts.Dispose();
        }
    }
}
