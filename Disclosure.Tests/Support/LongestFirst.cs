using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Disclosure.Tests.Support.LongestFirst))]

// Journeys mostly wait for a browser; with as many threads as cores the cores would wait with them.
[assembly: Parallelization(MaxThreads = 5)]

namespace Disclosure.Tests.Support;

/// <summary>Begins with what takes longest: a walk through the browser that began last would be waited for alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "screens",
        "journeys",
        nameof(Disclosure.Tests.Core.Approval.RandomWalkTests),
        nameof(Disclosure.Tests.Journeys.TwoHandsJourneys),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => Place(c))];

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
