using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Disclosure.Core;
using Disclosure.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

namespace Disclosure.Tests;

/// <summary>
/// Takes the place of the test runner's entry point in the copy that eng/mutate makes. First every test runs once and says which mutants
/// it reaches; then each mutant is switched on and the tests that reach it run, the quickest and the most successful first, until one is
/// red. Tests are called one after the other in this process: a runner of its own for each mutant would take longer to start than to ask.
/// </summary>
public static class MutantRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Every walk to an item's end reaches most rules; past this the likely tests have been asked and the rest only repeat them.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(45);

    /// <summary>Arguments: folder of the copy, which part of the mutants, of how many parts.</summary>
    public static async Task<int> Main(string[] args)
    {
        var part = int.Parse(args[1], CultureInfo.InvariantCulture);
        var parts = int.Parse(args[2], CultureInfo.InvariantCulture);
        var results = Path.Combine(args[0], $"results.{part}.tsv");
        var done = File.Exists(results) ? File.ReadAllLines(results).Select(l => l.Split('\t')[0]).ToHashSet() : [];
        Given.KeepsWalks = false;
        await (await Given.BureauAsync()).DisposeAsync();
        var tests = (await TestsAsync()).ToDictionary(t => t.Name);
        var reach = await ReachAsync(Path.Combine(args[0], "reach.tsv"), tests);
        if (parts == 0)
        {
            return 0;
        }
        var kills = new Dictionary<string, int>();
        foreach (var line in File.ReadAllLines(Path.Combine(args[0], "mutants.tsv")))
        {
            var id = int.Parse(line.Split('\t')[0], CultureInfo.InvariantCulture);
            if (id % parts != part || done.Contains(line.Split('\t')[0]))
            {
                continue;
            }
            // The likeliest of every class first: tests of one class tend to see, and to miss, the same.
            var reaching = reach
                .Where(r => r.Reached.Contains(id))
                .Select(r => (r.Test, Worth: (1 + kills.GetValueOrDefault(r.Test)) / (r.Seconds + 0.02)))
                .GroupBy(r => r.Test[..r.Test.LastIndexOf('.')])
                .SelectMany(g => g.OrderByDescending(r => r.Worth).Select((r, place) => (r.Test, r.Worth, Place: place)))
                .OrderBy(r => r.Place)
                .ThenByDescending(r => r.Worth)
                .ToList();
            var verdict = reaching.Count == 0 ? "not reached" : $"survived\tall {reaching.Count} tests that reach it";
            var begun = Stopwatch.GetTimestamp();
            foreach (var (place, candidate) in reaching.Index())
            {
                if (Stopwatch.GetElapsedTime(begun) > Enough)
                {
                    verdict = $"survived\t{place} of {reaching.Count} tests that reach it";
                    break;
                }
                MutantSwitch.Active = id;
                var red = await RedAsync(tests[candidate.Test]);
                MutantSwitch.Active = 0;
                if (red is null)
                {
                    // A change that never ends is seen, too; what hangs cannot be stopped, so the process begins anew with the next.
                    File.AppendAllText(results, $"{id}\tkilled\tby time, {candidate.Test}\n");
                    return 9;
                }
                if (red.Value)
                {
                    kills[candidate.Test] = kills.GetValueOrDefault(candidate.Test) + 1;
                    verdict = "killed\t" + candidate.Test;
                    break;
                }
            }
            File.AppendAllText(results, $"{id}\t{verdict}\n");
        }
        return 0;
    }

    private static async Task<List<(string Test, double Seconds, HashSet<int> Reached)>> ReachAsync(
        string file,
        Dictionary<string, Test> tests
    )
    {
        if (!File.Exists(file))
        {
            var lines = new List<string>();
            foreach (var test in tests.Values)
            {
                Array.Clear(MutantSwitch.Reached);
                var started = Stopwatch.GetTimestamp();
                if (await RedAsync(test) is not false)
                {
                    Console.Error.WriteLine($"{test.Name} is red without any mutant and is left out.");
                    continue;
                }
                var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                var reached = Enumerable.Range(0, MutantSwitch.Reached.Length).Where(i => MutantSwitch.Reached[i]);
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{test.Name}\t{seconds:0.000}\t{string.Join(' ', reached)}"));
            }
            await File.WriteAllLinesAsync(file, lines);
        }
        return
        [
            .. File.ReadAllLines(file)
                .Select(l => l.Split('\t'))
                .Where(f => tests.ContainsKey(f[0]))
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

    // Rules are tested in Core; what starts the program, draws papers or reads files is too slow to ask for every mutant, and what shares
    // a fixture would be asked with what another mutant left in it.
    private static async Task<List<Test>> TestsAsync()
    {
        var found = new List<Test>();
        var types = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false, Namespace: { } n }
                && n.StartsWith("Disclosure.Tests.Core.", StringComparison.Ordinal)
                && !((string[])[".Files.", ".Forms", ".Examiner", ".Demonstration"]).Any(w => $"{n}.".Contains(w, StringComparison.Ordinal))
                && t.GetConstructor([]) is not null
                && t.Name != "RandomWalkTests"
            )
            .OrderBy(t => t.FullName, StringComparer.Ordinal);
        foreach (var method in types.SelectMany(t => t.GetMethods()))
        {
            if (method.GetCustomAttributes<FactAttribute>().FirstOrDefault() is not { } fact || fact.Skip is not null)
            {
                continue;
            }
            if (fact is not TheoryAttribute)
            {
                found.Add(new($"{method.DeclaringType!.FullName}.{method.Name}", method, []));
                continue;
            }
            await using var tracker = new DisposalTracker();
            var place = 0;
            foreach (var data in method.GetCustomAttributes<DataAttribute>())
            {
                if (data is ITypeAwareDataAttribute aware)
                {
                    // As the runner does; without its type a member gives no row at all.
                    aware.MemberType ??= method.ReflectedType;
                }
                foreach (var row in await data.GetData(method, tracker))
                {
                    found.Add(new($"{method.DeclaringType!.FullName}.{method.Name}#{place++}", method, row.GetData()));
                }
            }
        }
        return found;
    }

    // True when red, null when it does not end.
    private static async Task<bool?> RedAsync(Test test)
    {
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        try
        {
            await Task.Run(() => CallAsync(test)).WaitAsync(Patience);
            return false;
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (Exception)
        {
            return true;
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static async Task CallAsync(Test test)
    {
        var instance = Activator.CreateInstance(test.Method.DeclaringType!)!;
        try
        {
            if (instance is IAsyncLifetime begins)
            {
                await begins.InitializeAsync();
            }
            switch (test.Method.Invoke(instance, Arguments(test)))
            {
                case Task task:
                    await task;
                    break;
                case ValueTask task:
                    await task;
                    break;
                default:
                    break;
            }
        }
        finally
        {
            switch (instance)
            {
                case IAsyncDisposable ends:
                    await ends.DisposeAsync();
                    break;
                case IDisposable ends:
                    ends.Dispose();
                    break;
                default:
                    break;
            }
        }
    }

    // As the runner does: words for a params array are gathered, and a number becomes the kind that is asked for.
    private static object?[] Arguments(Test test)
    {
        var asked = test.Method.GetParameters();
        var given = test.Row;
        if (
            asked is [.., { } last]
            && last.IsDefined(typeof(ParamArrayAttribute))
            && !(given.Length == asked.Length && last.ParameterType.IsInstanceOfType(given[^1]))
        )
        {
            var rest = given[(asked.Length - 1)..];
            var gathered = Array.CreateInstance(last.ParameterType.GetElementType()!, rest.Length);
            Array.Copy(rest, gathered, rest.Length);
            given = [.. given[..(asked.Length - 1)], gathered];
        }
        return [.. asked.Select((p, i) => i < given.Length ? given[i] : p.DefaultValue)];
    }

    private sealed record Test(string Name, MethodInfo Method, object?[] Row);
}
