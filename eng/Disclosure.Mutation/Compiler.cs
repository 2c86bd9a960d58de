using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Mutation;

/// <summary>Builds the copy and reads from the errors which mutants cannot stay.</summary>
internal static partial class Compiler
{
    /// <summary>Numbers of the mutants at or before a line with an error; none when the copy builds.</summary>
    public static HashSet<int> MutantsThatDoNotBuild(string copy)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = copy };
        foreach (
            var word in (string[])
                [
                    "build",
                    "Disclosure.Core",
                    "-c",
                    "Release",
                    "-nologo",
                    "-v",
                    "quiet",
                    "-p:RunAnalyzers=false",
                    "-p:TreatWarningsAsErrors=false",
                ]
        )
        {
            start.ArgumentList.Add(word);
        }
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var broken = new HashSet<int>();
        foreach (Match error in Error().Matches(said))
        {
            var lines = File.ReadAllLines(error.Groups[1].Value);
            var at = int.Parse(error.Groups[2].Value, CultureInfo.InvariantCulture) - 1;
            broken.UnionWith(Around(lines, at));
        }
        return process.ExitCode == 0 || broken.Count > 0
            ? broken
            : throw new InvalidOperationException("The copy does not build, and no mutant is the cause:\n" + said);
    }

    // Each switch begins a line of its own, so the error stands on the line of its mutant or of what belongs to it.
    private static List<int> Around(string[] lines, int at)
    {
        for (var i = Math.Min(at, lines.Length - 1); i >= 0; i--)
        {
            var here = Switch().Matches(lines[i]).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            if (here.Count > 0)
            {
                return here;
            }
        }
        return [];
    }

    [GeneratedRegex(@"^(.+?\.cs)\((\d+),\d+\): error ", RegexOptions.Multiline)]
    private static partial Regex Error();

    [GeneratedRegex(@"MutantSwitch\.On\((\d+)\)")]
    private static partial Regex Switch();
}
