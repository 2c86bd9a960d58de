using System.Diagnostics;
using System.Text;
using Disclosure.Core.Forms;
using Xunit;

namespace Disclosure.Tests.Core.Forms;

/// <summary>One printer for all form tests, as in the running program, and readers of what it prints.</summary>
public sealed class FormPrinting : IDisposable
{
    public FormPrinter Printer { get; } = new(new FontOptions());

    public byte[] Print(FormSheet sheet)
    {
        var outcome = Printer.Pdf(sheet);
        Assert.True(outcome.Ok, outcome.Problem?.Text);
        return outcome.Value;
    }

    public void Dispose() => Printer.Dispose();

    /// <summary>The text poppler extracts, with every kind of white space taken out, since line ends are the layout's.</summary>
    public static string Poppler(byte[] pdf) => Solid(Run("pdftotext", pdf, "-raw", "-enc", "UTF-8", "{0}", "-").Output);

    /// <summary>The text PdfPig extracts, without white space.</summary>
    public static string PdfPig(byte[] pdf)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        return Solid(string.Concat(document.GetPages().Select(p => p.Text)));
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
