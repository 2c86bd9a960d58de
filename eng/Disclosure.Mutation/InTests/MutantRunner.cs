using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Disclosure.Core;
using Xunit.Runner.InProc.SystemConsole;

namespace Disclosure.Tests;

/// <summary>
/// Takes the place of the test runner's entry point in the copy that eng/mutate makes. First every class of tests runs once and says which
/// mutants it reaches; then each mutant is switched on and the classes that reach it run, the quickest and the most successful first,
/// until one is red.
/// </summary>
public static class MutantRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<int> Main(string[] args)
    {
        var (folder, part, parts) = (
            args[0],
            int.Parse(args[1], CultureInfo.InvariantCulture),
            int.Parse(args[2], CultureInfo.InvariantCulture)
        );
        var results = Path.Combine(folder, $"results.{part}.tsv");
        var done = File.Exists(results) ? File.ReadAllLines(results).Select(l => l.Split('\t')[0]).ToHashSet() : [];
        var reach = await ReachAsync(Path.Combine(folder, "reach.tsv"), part);
        var kills = new Dictionary<string, int>();
        foreach (var line in File.ReadAllLines(Path.Combine(folder, "mutants.tsv")))
        {
            var id = int.Parse(line.Split('\t')[0], CultureInfo.InvariantCulture);
            if (id % parts != part || done.Contains(line.Split('\t')[0]))
            {
                continue;
            }
            var classes = reach
                .Where(r => r.Reached.Contains(id))
                .OrderByDescending(r => (1 + kills.GetValueOrDefault(r.Class)) / (r.Seconds + 0.3))
                .ToList();
            var verdict = classes.Count == 0 ? "not reached" : "survived";
            using var watch = new Timer(_ => GiveUp(results, id), null, Patience, Timeout.InfiniteTimeSpan);
            foreach (var candidate in classes)
            {
                MutantSwitch.Active = id;
                var red = await RedAsync(candidate.Class);
                MutantSwitch.Active = 0;
                if (red)
                {
                    kills[candidate.Class] = kills.GetValueOrDefault(candidate.Class) + 1;
                    verdict = "killed\t" + candidate.Class;
                    break;
                }
            }
            File.AppendAllText(results, $"{id}\t{verdict}\n");
        }
        return 0;
    }

    // A change that never ends is seen, too; what waits on it cannot be stopped, so the process begins anew with the next.
    private static void GiveUp(string results, int id)
    {
        File.AppendAllText(results, $"{id}\tkilled\tby time\n");
        Environment.Exit(9);
    }

    private static async Task<IReadOnlyList<(string Class, double Seconds, HashSet<int> Reached)>> ReachAsync(string file, int part)
    {
        if (!File.Exists(file))
        {
            if (part != 0)
            {
                throw new InvalidOperationException("The first part finds out what each class reaches.");
            }
            var lines = new List<string>();
            foreach (var type in Classes())
            {
                Array.Clear(MutantSwitch.Reached);
                var started = Stopwatch.GetTimestamp();
                if (await RedAsync(type))
                {
                    Console.Error.WriteLine($"{type} is red without any mutant and is left out.");
                    continue;
                }
                var reached = Enumerable.Range(0, MutantSwitch.Reached.Length).Where(i => MutantSwitch.Reached[i]);
                lines.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{type}\t{Stopwatch.GetElapsedTime(started).TotalSeconds:0.00}\t{string.Join(' ', reached)}"
                    )
                );
            }
            File.WriteAllLines(file, lines);
        }
        return
        [
            .. File.ReadAllLines(file)
                .Select(l => l.Split('\t'))
                .Select(f =>
                    (
                        f[0],
                        double.Parse(f[1], CultureInfo.InvariantCulture),
                        f[2]
                            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                            .Select(n => int.Parse(n, CultureInfo.InvariantCulture))
                            .ToHashSet()
                    )
                ),
        ];
    }

    // Rules are tested in Core and on pages without a browser; what starts the program or a browser is too slow to ask for every mutant.
    private static IEnumerable<string> Classes() =>
        Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false }
                && t.GetMethods().Any(m => m.GetCustomAttributes(inherit: true).Any(a => a is FactAttribute))
            )
            .Where(t =>
                t.Namespace is { } n
                && (
                    n.StartsWith("Disclosure.Tests.Core.", StringComparison.Ordinal)
                    || n.StartsWith("Disclosure.Tests.Web.", StringComparison.Ordinal)
                )
                && !n.EndsWith(".Commands", StringComparison.Ordinal)
                && !n.Contains(".Files.", StringComparison.Ordinal)
                && !n.EndsWith(".Forms", StringComparison.Ordinal)
                && !n.EndsWith(".Examiner", StringComparison.Ordinal)
                && !t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType.Name == "OpenHouse"))
            )
            .Select(t => t.FullName!)
            .Order(StringComparer.Ordinal);

    private static async Task<bool> RedAsync(string type)
    {
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(TextWriter.Null);
            return await ConsoleRunner.Run(["-class", type, "-stopOnFail", "-noColor", "-noLogo", "-reporter", "silent"]) != 0;
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
