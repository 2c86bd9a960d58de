using System.Diagnostics;
using Disclosure.Core.Forms;

namespace Disclosure.Bench;

/// <summary>The filled approval form, drawn again and again on one core.</summary>
internal static class PdfBench
{
    public static void Run()
    {
        using var printer = new FormPrinter(new FontOptions());
        foreach (var form in FormLibrary.All)
        {
            var first = Stopwatch.StartNew();
            var bytes = printer.Pdf(form.Sample).Value.Length;
            var cold = first.Elapsed.TotalMilliseconds;
            var durations = new List<double>();
            var all = Stopwatch.StartNew();
            for (var i = 0; i < 100; i++)
            {
                var one = Stopwatch.StartNew();
                _ = printer.Pdf(form.Sample).Value;
                durations.Add(one.Elapsed.TotalMilliseconds);
            }
            Console.WriteLine($"PDF {form.Name}: first {cold:0} ms, then {Percentiles.Of(durations)}, {100 / all.Elapsed.TotalSeconds:0} a second on one core, {bytes / 1024.0:0} KB");
        }
    }
}
