using Disclosure.Core.Submissions;

namespace Disclosure.Core.Obligations;

/// <summary>Where a planned release stands.</summary>
public enum ReleaseState
{
    /// <summary>暂定: seen by the section, the office and the leaders only.</summary>
    Provisional,

    /// <summary>已确定.</summary>
    Confirmed,

    /// <summary>已调整: confirmed once, then moved to another day.</summary>
    Adjusted,

    /// <summary>已发布.</summary>
    Released,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>One line of the release calendar. Its title is written for everybody and is never an item's.</summary>
public sealed class PlannedRelease
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Public title.</summary>
    public required string Title { get; set; }

    /// <summary>Kind of what will be released.</summary>
    public required ItemKind Kind { get; set; }

    /// <summary>The section that releases it.</summary>
    public required int UnitId { get; init; }

    /// <summary>The day, as of now.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>State as entered; a linked item that is published makes it 已发布 whatever stands here.</summary>
    public ReleaseState State { get; set; }

    /// <summary>True once it was confirmed: from then on everybody sees it.</summary>
    public bool Announced { get; set; }

    /// <summary>The item that will be released, where it is known.</summary>
    public int? SubmissionId { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }
}

/// <summary>One change of a planned release, kept for good.</summary>
public sealed class ReleaseChange
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The planned release.</summary>
    public required int ReleaseId { get; init; }

    /// <summary>State afterwards.</summary>
    public required ReleaseState State { get; init; }

    /// <summary>Day before; null where the day stayed.</summary>
    public required DateOnly? FromDay { get; init; }

    /// <summary>Day afterwards.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Reason, or empty where none is asked.</summary>
    public required string Reason { get; init; }

    /// <summary>Who changed it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
