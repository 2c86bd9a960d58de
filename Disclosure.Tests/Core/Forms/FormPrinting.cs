using System.Diagnostics;
using System.Text;
using Disclosure.Core.Forms;
using Disclosure.Core.Forms.Engines;

namespace Disclosure.Tests.Core.Forms;

/// <summary>One printer for all form tests, as in the running program, and readers of what it prints.</summary>
public sealed class FormPrinting : IDisposable
{
    private readonly FontStack fonts = new(new FontOptions());

    public FormPrinter Printer { get; } = new(new FontOptions());

    public byte[] Print(FormSheet sheet)
    {
        var outcome = Printer.Pdf(sheet);
        Assert.True(outcome.Ok, outcome.Problem?.Text);
        return outcome.Value;
    }

    /// <summary>The rows of a page as the engine lays them out.</summary>
    internal IReadOnlyList<LaidPage> Laid(FormPage page) => [.. new PagePainter(fonts).Laid(page)];

    /// <summary>Those of the code points that values and names can be printed with here.</summary>
    internal IReadOnlyList<string> Printable(IEnumerable<int> codePoints) =>
        [
            .. codePoints
                .Select(char.ConvertFromUtf32)
                .Where(c => fonts.Missing(c, FontRole.Value) is null && fonts.Missing(c, FontRole.Kai) is null),
        ];

    /// <summary>The lines a text is set in.</summary>
    internal IReadOnlyList<string> Lines(string text, double sizePt, double widthMm)
    {
        var typesetter = new Typesetter(fonts);
        return
        [
            .. typesetter
                .Lines(typesetter.Atoms([new Entered(text)], FontRole.Value), sizePt, widthMm)
                .Select(l => string.Concat(l.Cast<TextAtom>().Select(a => a.Text))),
        ];
    }

    public void Dispose()
    {
        fonts.Dispose();
        Printer.Dispose();
    }

    /// <summary>The text poppler extracts, with every kind of white space taken out, since line ends are the layout's.</summary>
    public static string Poppler(byte[] pdf) => Solid(Run("pdftotext", pdf, "-raw", "-enc", "UTF-8", "{0}", "-").Output);

    /// <summary>
    /// The text PdfPig extracts, without white space: letters in the order of the page, and where the page says what a group of glyphs
    /// stands for (Tibetan stacks), that.
    /// </summary>
    public static string PdfPig(byte[] pdf)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        return Solid(string.Concat(document.GetPages().Select(Said)));
    }

    private static string Said(UglyToad.PdfPig.Content.Page page)
    {
        var groups = new Dictionary<object, UglyToad.PdfPig.Content.MarkedContentElement>(ReferenceEqualityComparer.Instance);
        foreach (var group in page.GetMarkedContents().Where(m => m.ActualText is not null))
        {
            foreach (var letter in group.Letters)
            {
                groups[letter] = group;
            }
        }

        var text = new StringBuilder();
        object? last = null;
        foreach (var letter in page.Letters)
        {
            var group = groups.GetValueOrDefault(letter);
            text.Append(
                group is null ? letter.Value
                : ReferenceEquals(group, last) ? ""
                : group.ActualText
            );
            last = group;
        }

        return text.ToString();
    }

    /// <summary>A page as poppler draws it, 200 dots an inch: rows of grey values, 0 is black.</summary>
    public static byte[][] Picture(byte[] pdf, int page)
    {
        var file = Path.Combine(Path.GetTempPath(), $"form-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var number = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var start = new ProcessStartInfo("pdftoppm", ["-r", "200", "-gray", "-singlefile", "-f", number, "-l", number, file])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            using var memory = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(memory);
            process.WaitForExit();
            return Rows(memory.ToArray());
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Reads a binary PGM: "P5", width, height, 255, then the pixels.</summary>
    private static byte[][] Rows(byte[] pgm)
    {
        var head = new List<string>();
        var at = 0;
        while (head.Count < 4)
        {
            var end = Array.FindIndex(pgm, at, b => b <= ' ');
            head.Add(Encoding.ASCII.GetString(pgm, at, end - at));
            at = end + 1;
        }

        Assert.Equal("P5", head[0]);
        var width = int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture);
        return [.. pgm.Skip(at).Chunk(width)];
    }

    public static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\f'));

    /// <summary>Runs a program on the PDF; {0} stands for its file.</summary>
    public static (int Code, string Output) Run(string program, byte[] pdf, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"form-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program, arguments.Select(a => a == "{0}" ? file : a))
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
