using System.Diagnostics;
using Disclosure.Core.Files.Imaging;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Core.Files.Imaging;

namespace Disclosure.Bench;

/// <summary>
/// The filled approval form, scanned and photographed: how long it takes to be read and made ready, what memory, and where reading ends.
/// </summary>
internal static class ScanBench
{
    private const int Tries = 20;

    public static void Run()
    {
        using var printer = new FormPrinter(new FontOptions());
        var pdf = printer.Pdf(ReleaseApprovalForm.Sheet(FormSamples.ReleaseApproval)).Value;
        var sheet = new PhotographedSheet(pdf, 400);
        // Small things first: the peak of memory only ever grows.
        Time("scan 300 dpi, png", new PhotographedSheet(pdf, 300).Png, "png");
        Time("scan 300 dpi, jpg", PhotographedSheet.Jpeg(new PhotographedSheet(pdf, 300).Page), "jpg");
        Time("scan 150 dpi, jpg", PhotographedSheet.Jpeg(new PhotographedSheet(pdf, 150).Page), "jpg");
        Time(
            "photograph 12 MP",
            PhotographedSheet.Jpeg(
                sheet.Photographed(
                    new(3024, 4032)
                    {
                        Tilt = 15,
                        Lean = 70,
                        Turn = 3,
                        Blur = 0.8,
                        Noise = 6,
                        Shade = 0.4,
                    }
                )
            ),
            "jpg"
        );
        Time(
            "photograph 12 MP, blank table",
            PhotographedSheet.Jpeg(
                new Photograph(3024, 4032) { Noise = 12, Shade = 0.4 }.Of((x, y) => 0.5 + (0.2 * Math.Sin(x / 7) * Math.Sin(y / 11)))
            ),
            "jpg"
        );
        Grid(sheet);
    }

    private static void Time(string name, byte[] file, string kind)
    {
        _ = SheetReader.Read(file, kind, default);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var work = process.TotalProcessorTime;
        var durations = new List<double>();
        ReadSheet? read = null;
        for (var i = 0; i < 10; i++)
        {
            var one = Stopwatch.StartNew();
            read = SheetReader.Read(file, kind, default).Value;
            durations.Add(one.Elapsed.TotalMilliseconds);
        }
        process.Refresh();
        Console.WriteLine(
            $"{name}: {file.Length / 1e6:0.0} MB to {read!.Bytes.Length / 1e6:0.00} MB {read.Kind}, {read.Codes.Count} code, "
                + $"{Percentiles.Of(durations)}, {(process.TotalProcessorTime - work).TotalMilliseconds / 10:0} ms of processor each, "
                + $"process {before >> 20} MB before, {process.PeakWorkingSet64 >> 20} MB at most; {read.Note}"
        );
    }

    /// <summary>
    /// Share read of photographs in which the sheet fills ever less of 12 megapixels, is tilted and out of focus; only the part about the
    /// code is taken.
    /// </summary>
    private static void Grid(PhotographedSheet sheet)
    {
        double[] fillings = [0.9, 0.75, 0.6, 0.5, 0.4];
        var code = QrReader.Read(sheet.Page)[0].Corners;
        var middle = (code.Average(c => c.X), code.Average(c => c.Y));
        Console.WriteLine("tilt  blur px | " + string.Join(" | ", fillings.Select(f => $"sheet {f:0%} of height")));
        foreach (var tilt in new[] { 0, 20, 35 })
        {
            foreach (var blur in new[] { 0.5, 1, 1.5, 2 })
            {
                var shares = fillings.Select(filling => Share(sheet, middle, tilt, blur, filling));
                Console.WriteLine($"{tilt,3}°  {blur,5:0.0}   | " + string.Join(" | ", shares.Select(s => $"{s,19:0%}")));
            }
        }
    }

    private static double Share(PhotographedSheet sheet, (double X, double Y) middle, double tilt, double blur, double filling)
    {
        var read = 0;
        for (var i = 0; i < Tries; i++)
        {
            var camera = new Photograph(500, 500)
            {
                Tilt = tilt,
                Lean = i * 47,
                Turn = i * 23,
                Blur = blur,
                Noise = 6,
                Shade = 0.3,
                Seed = i,
                Focal = 3226,
                Scale = filling * 4032 / sheet.Page.Height,
                Middle = middle,
            };
            read += QrReader.Read(sheet.On(camera)).Count;
        }
        return read / (double)Tries;
    }
}
