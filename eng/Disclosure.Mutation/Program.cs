using Disclosure.Mutation;

// Called by eng/mutate with a copy of the solution; writes all mutants of the named files into it at once, each behind a switch,
// leaves those out that do not build, and says where each stands.
if (args is not ["rewrite", var copy, .. var files])
{
    Console.Error.WriteLine("Called by eng/mutate: rewrite COPY FILE…");
    return 2;
}
var sources = files.ToDictionary(f => f, f => File.ReadAllText(Path.Combine(copy, f)));
var refused = new HashSet<int>();
for (var attempt = 1; attempt <= 12; attempt++)
{
    var mutants = Schemata.WriteInto(copy, sources, refused);
    var broken = Compiler.MutantsThatDoNotBuild(copy);
    if (broken.Count == 0)
    {
        File.WriteAllLines(
            Path.Combine(copy, "mutants.tsv"),
            mutants.Select(m => $"{m.Id}\t{m.File}:{m.Line}\t{m.What}\t{m.Before}\t{m.After}")
        );
        Console.WriteLine($"{mutants.Count} mutants in {sources.Count} files; {refused.Count} more do not build and are left out.");
        return 0;
    }
    refused.UnionWith(broken);
}
Console.Error.WriteLine("The rewritten copy does not build.");
return 1;
