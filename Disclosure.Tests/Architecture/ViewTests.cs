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

    private static IEnumerable<string> Naming(Regex word) => SourceCode.All().Where(f => word.IsMatch(f.Text)).Select(f => f.Name);

    [GeneratedRegex(@"\bItemView\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bItemQueries\b")]
    private static partial Regex Queries();
}
