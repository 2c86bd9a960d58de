using Xunit.v3;

namespace Disclosure.Tests.Support;

/// <summary>
/// Tests of this class take seconds: they start programs or a browser, walk whole routes or draw many papers. eng/test --fast leaves them
/// out.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SlowAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Pace", "Slow")];
}
