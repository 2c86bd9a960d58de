using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Evidence;

/// <summary>A word on a finding as shown.</summary>
public sealed record EvidenceSaid(string Step, string Name, bool Holds, string Remark, DateTime At);

/// <summary>A finding as shown, masked.</summary>
public sealed record EvidenceRow
{
    /// <summary>Says which finding of the item it is.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the file.</summary>
    public required int FileId { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Rule.</summary>
    public required RuleFacts Rule { get; init; }

    /// <summary>Severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Confidence.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Excerpt with its sensitive part masked.</summary>
    public required string Masked { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>What to do.</summary>
    public required string Action { get; init; }

    /// <summary>Thresholds in words, or empty.</summary>
    public required string Measure { get; init; }

    /// <summary>True when there is something masked, or a value that can be computed.</summary>
    public required bool MayOpen { get; init; }

    /// <summary>True when the last revision did not have it.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Words of other steps and rounds, oldest first.</summary>
    public required IReadOnlyList<EvidenceSaid> Others { get; init; }

    /// <summary>The word of the present step, or null.</summary>
    public EvidenceSaid? Own { get; init; }

    /// <summary>True while the present step owes a word on it.</summary>
    public bool IsOwed => Severity == Severity.A && Own is null;
}

/// <summary>A file with its coverage.</summary>
public sealed record EvidenceOfFile(
    int FileId,
    string Name,
    CoverageState State,
    string Line,
    string Advice,
    bool IsReady,
    int Findings,
    int Omitted
);

/// <summary>The evidence of an item for one reader.</summary>
public sealed record ItemEvidence
{
    /// <summary>Files in order.</summary>
    public required IReadOnlyList<EvidenceOfFile> Files { get; init; }

    /// <summary>Findings: new ones first, then the worst.</summary>
    public required IReadOnlyList<EvidenceRow> Rows { get; init; }

    /// <summary>True when everything is examined.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Number of the version of the rules.</summary>
    public required int RulesVersion { get; init; }

    /// <summary>True when the reader may judge now.</summary>
    public required bool MayJudge { get; init; }

    /// <summary>True when an earlier step has given words that the present one may take over.</summary>
    public required bool MayAgree { get; init; }

    /// <summary>Grave findings on which the present step owes a word.</summary>
    public int Owed => Rows.Count(r => r.IsOwed);

    /// <summary>Findings beside a question.</summary>
    public IReadOnlyList<EvidenceRow> Beside(string criterion) => [.. Rows.Where(r => r.Rule.Beside == criterion)];
}

/// <summary>What was masked, opened.</summary>
/// <param name="Excerpt">The excerpt as it stands.</param>
/// <param name="Recovered">The value that can be computed, or null.</param>
public sealed record OpenedEvidence(string Excerpt, string? Recovered);
