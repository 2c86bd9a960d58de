using System.Globalization;

namespace Disclosure.Tests.Support;

/// <summary>How far random walks go: as far as each says, times the number in DISCLOSURE_WALKS (eng/test --long sets it).</summary>
internal static class Walks
{
    private static readonly int Times = int.Parse(
        Environment.GetEnvironmentVariable("DISCLOSURE_WALKS") ?? "1",
        CultureInfo.InvariantCulture
    );

    /// <summary>The number of walks of a test.</summary>
    /// <param name="usual">How many a usual run takes.</param>
    public static int Of(int usual) => usual * Times;
}
