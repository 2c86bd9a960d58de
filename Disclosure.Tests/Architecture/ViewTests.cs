using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>
/// A page's view is no domain type: papers, archive and packages take the case file, and only components of the Web know what a page shows.
/// </summary>
public sealed partial class ViewTests
{
    // Where the view is declared and where it is built.
    private static readonly string[] Builders = ["Disclosure.Core/Approval/ItemQueries.cs", "Disclosure.Core/Approval/ItemView.cs"];

    // Who in Core asks what a page asks, each for something else than the view.
    private static readonly Dictionary<string, string> Askers = new()
    {
        ["Disclosure.Core/CoreServices.cs"] = "registers it",
        ["Disclosure.Core/Approval/EvidenceAnswers.cs"] = "a file of the item",
    };

    [Fact]
    public void TheViewOfThePage_IsNamedByComponentsOnly() =>
        Assert.DoesNotContain(
            Naming(Word()),
            f => !Builders.Contains(f) && !f.StartsWith("Disclosure.Web/Components/", StringComparison.Ordinal)
        );

    [Fact]
    public void WhatThePageReads_IsReadByNobodyInCore() =>
        Assert.Equal(
            [.. Askers.Keys.Concat([Builders[0]]).Order(StringComparer.Ordinal)],
            Naming(Queries()).Where(f => f.StartsWith("Disclosure.Core/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Naming(Regex word) =>
        from folder in new[] { "Disclosure.Core", "Disclosure.Web" }
        from file in Directory.EnumerateFiles(Path.Combine(FolderTests.Root, folder), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        let name = Path.GetRelativePath(FolderTests.Root, file).Replace('\\', '/')
        where !Generated().IsMatch(name) && word.IsMatch(File.ReadAllText(file))
        select name;

    [GeneratedRegex(@"\bItemView\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bItemQueries\b")]
    private static partial Regex Queries();

    [GeneratedRegex(@"(^|/)(obj|bin)/")]
    private static partial Regex Generated();
}
