using Disclosure.Core.Common;
using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>What examining one file came to.</summary>
/// <param name="Coverage">How far it could be examined.</param>
/// <param name="Findings">What was found, worst first.</param>
public sealed record FileExamination(Coverage Coverage, IReadOnlyList<Finding> Findings)
{
    /// <summary>Rules of which more was found than is listed, with how many more.</summary>
    public IReadOnlyDictionary<string, int> Omitted { get; init; } = new Dictionary<string, int>();
}
