using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Evidence;

/// <summary>What evidence asks about items and about who may read and judge; the approval answers.</summary>
public interface IEvidenceItems
{
    /// <summary>The items that the person of the operation may read.</summary>
    IQueryable<Submission> Readable(Operation op);

    /// <summary>One of them as the evidence looks at it; null for every other.</summary>
    Task<EvidenceItem?> OpenAsync(Operation op, int itemId, CancellationToken ct);

    /// <summary>A file of an item that the person may read, noted as read; null for every other.</summary>
    Task<ReadableFile?> FileAsync(int fileId, Actor by, DateTime now, CancellationToken ct);

    /// <summary>Notes that the person has read the evidence, where readings are noted.</summary>
    Task NoteReadingAsync(Submission item, Actor by, DateTime now, CancellationToken ct);
}

/// <summary>An item as the evidence looks at it.</summary>
/// <param name="Files">Files under review.</param>
/// <param name="Reviewed">True when the present step reviews.</param>
/// <param name="Evidence">Evidence of a step that reviews; of every other <see cref="EvidenceFile.None"/>.</param>
/// <param name="NotYours">Why the person may not judge findings now, or null. Whoever may sign must be able to judge.</param>
/// <param name="StepName">Name of a step of the item's route.</param>
public sealed record EvidenceItem(
    Submission Item,
    IReadOnlyList<ItemFile> Files,
    bool Reviewed,
    EvidenceFile Evidence,
    Problem? NotYours,
    Func<string, string> StepName
);

/// <summary>A file that somebody may read.</summary>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Published">True once its item is published.</param>
public sealed record ReadableFile(int SubmissionId, string Name, string Sha256, bool Published);
