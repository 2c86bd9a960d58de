using System.ComponentModel;
using System.Diagnostics;

namespace Disclosure.Tests.Core.Forms;

/// <summary>Another maker's reading of our documents.</summary>
internal static class LibreOffice
{
    /// <summary>
    /// The documents as PDF under the same names. All in one call, because a start costs seconds; a machine without LibreOffice Writer
    /// fails with a sentence that says so.
    /// </summary>
    public static IReadOnlyDictionary<string, byte[]> ToPdf(IReadOnlyDictionary<string, byte[]> documents)
    {
        var folder = Directory.CreateTempSubdirectory("docx-");
        try
        {
            var names = documents
                .Keys.Order(StringComparer.Ordinal)
                .Select((name, i) => (Name: name, File: Path.Combine(folder.FullName, $"{i}.docx")))
                .ToList();
            names.ForEach(n => File.WriteAllBytes(n.File, documents[n.Name]));
            var said = Run([
                $"-env:UserInstallation=file://{folder.FullName}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.FullName,
                .. names.Select(n => n.File),
            ]);
            return names.ToDictionary(
                n => n.Name,
                n =>
                    Path.ChangeExtension(n.File, "pdf") is var pdf && File.Exists(pdf)
                        ? File.ReadAllBytes(pdf)
                        : throw new InvalidOperationException($"LibreOffice made no PDF of 「{n.Name}」. It said: {said}")
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
            )!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + errors.Result;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                "The layout of DOCX forms is tested with LibreOffice Writer, and no soffice is on the PATH: install "
                    + "libreoffice-writer-nogui (eng/test does so on Debian) or LibreOffice.",
                e
            );
        }
    }
}
