using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>
/// Looks at what a reader hands on, in the order of the file, and keeps what it found. One for each reading of each file.
/// </summary>
public abstract class Inspector : IContentSink
{
    private readonly List<Finding> findings = [];

    /// <summary>Most findings of one rule in one file; beyond it they are counted, see <see cref="Omitted"/>.</summary>
    public const int MostOfOneRule = 200;

    private readonly Dictionary<string, int> ofRule = [];
    private readonly Dictionary<string, int> alike = [];

    /// <summary>What was found so far; complete after <see cref="Finish"/>.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Rules of which more was found than is listed, with how many more.</summary>
    public IReadOnlyDictionary<string, int> Omitted =>
        ofRule
            .Keys.Union(alike.Keys)
            .Select(rule => (Rule: rule, More: Math.Max(0, ofRule.GetValueOrDefault(rule) - MostOfOneRule) + alike.GetValueOrDefault(rule)))
            .Where(r => r.More > 0)
            .ToDictionary(r => r.Rule, r => r.More);

    /// <inheritdoc/>
    public virtual void Passage(Passage passage) { }

    /// <inheritdoc/>
    public virtual void BeginTable(TableSource table) { }

    /// <inheritdoc/>
    public virtual void Row(CellRow row) { }

    /// <inheritdoc/>
    public virtual void EndTable(TableEnd end) { }

    /// <inheritdoc/>
    public virtual void Observe(Observation observation) { }

    /// <summary>Called once after the last piece, also when reading broke off.</summary>
    public virtual void Finish(CancellationToken ct) { }

    /// <summary>Counts a finding that is as good as one already kept.</summary>
    protected void Omit(string rule) => alike[rule] = alike.GetValueOrDefault(rule) + 1;

    /// <summary>Keeps a finding.</summary>
    protected void Keep(Finding finding)
    {
        var count = ofRule[finding.Rule] = ofRule.GetValueOrDefault(finding.Rule) + 1;
        if (count <= MostOfOneRule)
        {
            findings.Add(finding);
        }
    }
}
