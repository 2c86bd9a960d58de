using Microsoft.CodeAnalysis.CSharp;

namespace Disclosure.Mutation;

/// <summary>
/// All mutants of a file in one text, each behind a switch (mutant schemata: Untch, Offutt and Harrold 1993), so that one build serves them
/// all.
/// </summary>
internal static class Schemata
{
    private const string Switch = """
        namespace Disclosure.Core;

        /// <summary>Which mutant is on; 0 for none.</summary>
        public static class MutantSwitch
        {
            public static int Active;
            public static readonly bool[] Reached = new bool[100_000];

            public static bool On(int id)
            {
                Reached[id] = true;
                return id == Active;
            }
        }
        """;

    /// <summary>Writes the rewritten files and the switch into the copy; answers the mutants in them.</summary>
    /// <param name="copy">Folder of the copied solution.</param>
    /// <param name="sources">Text of each file as it stands, by its path.</param>
    /// <param name="refused">Mutants left out.</param>
    public static IReadOnlyList<Mutant> WriteInto(string copy, IReadOnlyDictionary<string, string> sources, IReadOnlySet<int> refused)
    {
        var mutants = new List<Mutant>();
        var next = 1;
        foreach (var (file, text) in sources)
        {
            var rewriter = new MutatingRewriter(file, next, refused);
            var root = rewriter.Visit(CSharpSyntaxTree.ParseText(text).GetRoot());
            File.WriteAllText(Path.Combine(copy, file), root.ToFullString());
            mutants.AddRange(rewriter.Mutants);
            next = rewriter.Next;
        }
        File.WriteAllText(Path.Combine(copy, "Disclosure.Core", "MutantSwitch.cs"), Switch);
        return mutants;
    }
}
