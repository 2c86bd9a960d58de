using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines;

namespace Disclosure.Core.Forms;

/// <summary>
/// Draws sheets as PDF or DOCX; the one place that knows engines, of which the build decides the one for PDF (PdfEngine in
/// Disclosure.Core.csproj). Safe for many requests at once: keep one for the whole program.
/// </summary>
public sealed class FormPrinter : IDrawsText, IDisposable
{
    private readonly FontOptions fonts;
    private readonly Lock gate = new();
    private FormEngines? engines;

    /// <summary>Prints with the fonts of the options.</summary>
    public FormPrinter(FontOptions fonts)
        : this(fonts, new FormEngines(fonts)) { }

    private FormPrinter(FontOptions fonts, FormEngines begun) => (this.fonts, engines) = (fonts, begun);

    /// <summary>
    /// Another printer that begins with the fonts this one has open, until it is told to use others; opening them takes 90 MB and a
    /// tenth of a second.
    /// </summary>
    internal FormPrinter Another() => With(held => new FormPrinter(fonts, held.Hold()));

    /// <summary>
    /// The sheet as PDF bytes, continuation pages included. A character no font has becomes 〓 with a note at the foot;
    /// <see cref="MissingGlyphProblem"/> or <see cref="NoFontsProblem"/> when the fonts lack what every form needs.
    /// </summary>
    public Outcome<byte[]> Pdf(FormSheet sheet) => With(p => p.Checked(sheet, p.Engine.Draw));

    /// <summary>
    /// The sheet as a document for Word and WPS, with the sizes and the continuation of the PDF; refused for the same reasons.
    /// </summary>
    public Outcome<byte[]> Docx(FormSheet sheet) => With(p => p.Checked(sheet, p.Docx.Draw));

    /// <summary>The sheet as Pdf and Docx draw it: what no font has replaced and noted.</summary>
    public FormSheet Printable(FormSheet sheet) => With(p => PrintableSheet.Of(sheet, p.Fonts));

    /// <inheritdoc/>
    public bool Draws(Rune character) => With(p => p.Fonts.Draws(character));

    /// <summary>
    /// The fonts in force, role by role, and what else could be chosen. The first time opens every font (about a tenth of a second for a
    /// few hundred).
    /// </summary>
    public FontReport Fonts() => With(p => p.Report);

    /// <summary>Character by character which font draws a text; line ends and what draws nothing are left out.</summary>
    public IReadOnlyList<DrawnBy> Drawn(string text, FontRole role) =>
        With<IReadOnlyList<DrawnBy>>(p =>
            [
                .. p
                    .Fonts.Drawn(string.Concat(text.Where(c => !char.IsControl(c))), role)
                    .Select(d => new DrawnBy(d.Text, d.Face?.Place.ShownAs)),
            ]
        );

    /// <summary>
    /// Searches the folders anew and prints from now on with what is found under this choice; who is printing goes on with the fonts begun
    /// with.
    /// </summary>
    public void Use(FontChoice choice)
    {
        FormEngines former;
        lock (gate)
        {
            former = Present;
            engines = new(fonts.Under(choice));
        }

        former.Leave();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FormEngines? last;
        lock (gate)
        {
            (last, engines) = (engines, null);
        }

        last?.Leave();
    }

    private FormEngines Present => engines ?? throw new ObjectDisposedException(nameof(FormPrinter));

    private T With<T>(Func<FormEngines, T> work)
    {
        FormEngines held;
        lock (gate)
        {
            held = Present.Hold();
        }

        try
        {
            return work(held);
        }
        finally
        {
            held.Leave();
        }
    }
}
