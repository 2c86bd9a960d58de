using System.Diagnostics;

namespace Disclosure.Tests.Support;

/// <summary>
/// A data folder with the demonstration bureau in it: filled once per run by the program's own verb, copied for everybody who needs one.
/// </summary>
public static class DemonstrationFolder
{
    private static readonly Lazy<string> Filled = new(Fill);

    /// <summary>The program as it was built beside the tests.</summary>
    // Both projects are built into the same tree, whichever that is.
    public static string Program { get; } =
        Path.Combine(
            AppContext.BaseDirectory.Replace("Disclosure.Tests", "Disclosure.Web", StringComparison.Ordinal),
            "Disclosure.Web.dll"
        );

    /// <summary>Puts the bureau into an empty folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Filled.Value, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(Filled.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static string Fill()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-bureau").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[Program, "demo", "--demonstration", "--data", folder, "--Disclosure:FreeSpaceReserveMegabytes=0"])
        {
            start.ArgumentList.Add(word);
        }
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException("The demonstration bureau was not filled:\n" + said);
    }
}
