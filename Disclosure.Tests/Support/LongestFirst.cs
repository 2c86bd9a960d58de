using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Disclosure.Tests.Support.LongestFirst))]

// Journeys mostly wait for a browser; with as many threads as cores the cores would wait with them.
[assembly: Parallelization(MaxThreads = 6)]

namespace Disclosure.Tests.Support;

/// <summary>
/// Begins with what takes longest, then what is marked <see cref="SlowAttribute"/>: a walk that began last would be waited for alone.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "screens",
        "journeys",
        nameof(Disclosure.Tests.Core.Approval.RandomWalkTests),
        nameof(Disclosure.Tests.Web.EmbargoAddressTests),
        nameof(Disclosure.Tests.Web.Commands.ClosedFolderTests),
        nameof(Disclosure.Tests.Core.Approval.WhoMayDoWhatTests),
    ];

    private static readonly string[] Slow =
    [
        .. typeof(LongestFirst).Assembly.GetTypes().Where(t => t.IsDefined(typeof(SlowAttribute), false)).Select(t => $" {t.FullName} "),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => Place(c))];

    private static int Place(ITestCollection collection)
    {
        var name = $"{collection.TestCollectionDisplayName} ";
        var place = Array.FindIndex(Long, l => name.Contains(l, StringComparison.Ordinal));
        return place >= 0 ? place
            : Slow.Any(s => name.Contains(s, StringComparison.Ordinal)) ? Long.Length
            : Long.Length + 1;
    }
}
