using System.ComponentModel;
using System.Diagnostics;

namespace Disclosure.Bench;

/// <summary>What a form costs when a word processor makes the PDF of its DOCX.</summary>
internal static class DocxBench
{
    private const int Runs = 5;

    /// <summary>One process for every document; the profile is made at the first.</summary>
    public static void LibreOffice(byte[] docx, string name)
    {
        var folder = Directory.CreateTempSubdirectory("docx-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "form.docx");
            File.WriteAllBytes(file, docx);
            var all = Enumerable.Range(0, Runs).Select(_ => Convert(folder.FullName, file)).ToList();
            var later = all.Skip(1).Select(r => r.Seconds).Order().ToList();
            Console.WriteLine(
                $"LibreOffice {name}: first {all[0].Seconds:0.0} s, then {later[0]:0.00}–{later[^1]:0.00} s, "
                    + $"{all.Max(r => r.PeakBytes) / 1048576.0:0} MB at its peak, "
                    + $"{new FileInfo(Path.ChangeExtension(file, "pdf")).Length / 1024.0:0} KB"
            );
        }
        catch (Win32Exception)
        {
            Console.WriteLine("LibreOffice: no soffice on the PATH, nothing measured.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double Seconds, long PeakBytes) Convert(string folder, string file)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(
                "soffice",
                [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, file]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(10))
        {
            // soffice only starts the program proper, which has a name of its own.
            foreach (var worker in Process.GetProcessesByName("soffice.bin"))
            {
                using (worker)
                {
                    peak = Math.Max(peak, Peak(worker));
                }
            }
        }

        said.Wait();
        return (watch.Elapsed.TotalSeconds, peak);
    }

    private static long Peak(Process worker)
    {
        try
        {
            return worker.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // Gone in between.
        }
    }
}
