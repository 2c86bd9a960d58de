using System.Diagnostics;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;

namespace Disclosure.Bench;

/// <summary>
/// Every filled form as PDF and as DOCX, drawn again and again on one core, and what the approval form costs through LibreOffice.
/// </summary>
internal static class PdfBench
{
    private const int Rows = 10_000;

    public static void Run()
    {
        using var printer = new FormPrinter(new FontOptions());
        foreach (var form in FormLibrary.All)
        {
            Measure("PDF", form, s => printer.Pdf(s).Value);
            Measure("DOCX", form, s => printer.Docx(s).Value);
        }
        DocxBench.LibreOffice(printer.Docx(FormLibrary.All[0].Sample).Value, FormLibrary.All[0].Name);
        Catalogue(printer);
    }

    private static void Measure(string kind, FormEntry form, Func<FormSheet, byte[]> draw)
    {
        var first = Stopwatch.StartNew();
        var bytes = draw(form.Sample).Length;
        var cold = first.Elapsed.TotalMilliseconds;
        var durations = new List<double>();
        var all = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
        {
            var one = Stopwatch.StartNew();
            _ = draw(form.Sample);
            durations.Add(one.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine(
            $"{kind} {form.Name}: first {cold:0} ms, then {Percentiles.Of(durations)}, {100 / all.Elapsed.TotalSeconds:0} a second on one "
                + $"core, {bytes / 1024.0:0} KB"
        );
    }

    // A list as long as ten years of the bureau's publications.
    private static void Catalogue(FormPrinter printer)
    {
        var lines = ListSamples.Annual.Lines!;
        var sheet = AnnualCatalogueForm.Sheet(
            ListSamples.Annual with
            {
                Lines =
                [
                    .. Enumerable
                        .Range(0, Rows)
                        .Select(i => lines[i % lines.Count] with { Index = $"12540300MB0123456X/2026-{i + 1:00000}" }),
                ],
            }
        );
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var peak = before;
        using var done = new CancellationTokenSource();
        var watch = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
                Thread.Sleep(5);
            }
        });
        watch.Start();
        var one = Stopwatch.StartNew();
        var bytes = printer.Pdf(sheet).Value.Length;
        var first = one.Elapsed.TotalSeconds;
        done.Cancel();
        watch.Join();
        one.Restart();
        _ = printer.Pdf(sheet).Value;
        Console.WriteLine(
            $"PDF catalogue of {Rows} rows: first {first:0.00} s, then {one.Elapsed.TotalSeconds:0.00} s, {(peak - before) / 1048576.0:0} "
                + $"MB more at its peak, {bytes} bytes"
        );
    }
}
