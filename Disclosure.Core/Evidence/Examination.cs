namespace Disclosure.Core.Evidence;

/// <summary>What examining a file came to, once for each content and version of the rules, whatever items hold it.</summary>
public sealed class Examination
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Extension in capitals, with its dot; the same bytes under another extension are read otherwise.</summary>
    public required string Extension { get; init; }

    /// <summary>Mark of the settings it was examined with.</summary>
    public required string Mark { get; init; }

    /// <summary>The examination as JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Milliseconds it took.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The extension by which a file is examined.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).ToUpperInvariant();
}

/// <summary>What the files of an item give away together, and their names.</summary>
public sealed class ItemExamination
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>What stands for the findings where the files could not be held against each other.</summary>
    internal const string NotDone = "";

    /// <summary>Digest over names and contents of the files, and over those they were held against.</summary>
    public required string Digest { get; init; }

    /// <summary>Mark of the settings.</summary>
    public required string Mark { get; init; }

    /// <summary>Findings as JSON; empty where the files could not be held against each other.</summary>
    public required string Json { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>True when the files were held against each other.</summary>
    public bool IsDone => Json.Length > 0;
}

/// <summary>A person's word on a finding: 属实 or 不属实. Never changed; a later one of the same step stands before it.</summary>
public sealed class FindingJudgement
{
    /// <summary>Longest remark, characters.</summary>
    public const int RemarkLength = 500;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The finding, see <see cref="EvidenceFact.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Rule of the finding.</summary>
    public required string Rule { get; init; }

    /// <summary>Step at which it was given.</summary>
    public required string Step { get; init; }

    /// <summary>Round of the item.</summary>
    public required int Round { get; init; }

    /// <summary>True for 属实.</summary>
    public required bool Holds { get; init; }

    /// <summary>Remark, or empty.</summary>
    public required string Remark { get; set; }

    /// <summary>Who.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>A version of the examiner's settings; never changed.</summary>
public sealed class ExaminerVersion
{
    /// <summary>Key; the number of the version is this plus one, since the program's own settings are version 1.</summary>
    public int Id { get; private set; }

    /// <summary>The settings as JSON.</summary>
    public required string SettingsJson { get; init; }

    /// <summary>Why they were changed.</summary>
    public required string Note { get; init; }

    /// <summary>Who.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
