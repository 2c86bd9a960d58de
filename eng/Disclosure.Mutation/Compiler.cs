using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Disclosure.Mutation;

/// <summary>Builds the copy and reads from the errors which mutants cannot stay.</summary>
internal static partial class Compiler
{
    /// <summary>Numbers of the mutants in which an error stands; none when the copy builds.</summary>
    public static HashSet<int> MutantsThatDoNotBuild(string copy)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = copy };
        string[] words = ["build", "Disclosure.Core", "-c", "Release", "-nologo", "-v", "quiet"];
        foreach (var word in (string[])[.. words, "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"])
        {
            start.ArgumentList.Add(word);
        }
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var broken = new HashSet<int>();
        foreach (var file in Error().Matches(said).GroupBy(m => m.Groups[1].Value))
        {
            var text = SourceText.From(File.ReadAllText(file.Key));
            var root = CSharpSyntaxTree.ParseText(text).GetRoot();
            foreach (var error in file)
            {
                var line = text.Lines[int.Parse(error.Groups[2].Value, CultureInfo.InvariantCulture) - 1];
                var at = Math.Min(line.Start + int.Parse(error.Groups[3].Value, CultureInfo.InvariantCulture) - 1, text.Length - 1);
                broken.UnionWith(At(root, at));
            }
        }
        return process.ExitCode == 0 || broken.Count > 0
            ? broken
            : throw new InvalidOperationException(
                "The copy does not build, and no mutant is the cause:\n" + string.Join('\n', Error().Matches(said))
            );
    }

    // The innermost change around the error; where another was the cause, the error is still there in the next round.
    private static IEnumerable<int> At(SyntaxNode root, int at) =>
        root.FindToken(at)
            .Parent!.AncestorsAndSelf()
            .Select(node =>
                node switch
                {
                    ConditionalExpressionSyntax { Condition: InvocationExpressionSyntax call } => Number(call),
                    IfStatementSyntax { Condition: PrefixUnaryExpressionSyntax { Operand: InvocationExpressionSyntax call } } => Number(
                        call
                    ),
                    SwitchExpressionArmSyntax { WhenClause: { } when } => when.DescendantNodes()
                        .OfType<InvocationExpressionSyntax>()
                        .Select(Number)
                        .FirstOrDefault(n => n is not null),
                    _ => null,
                }
            )
            .OfType<int>()
            .Take(1);

    private static int? Number(InvocationExpressionSyntax call) =>
        call.Expression.ToString() == "MutantSwitch.On"
            ? int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^(.+?\.cs)\((\d+),(\d+)\): error .*$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
