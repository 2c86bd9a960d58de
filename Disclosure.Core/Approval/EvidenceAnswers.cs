using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>Answers what evidence asks: the items are those of the reading rights, and whoever may sign may judge.</summary>
public sealed class EvidenceAnswers(ItemQueries items, ReadingLog readings) : IEvidenceItems
{
    /// <inheritdoc/>
    public IQueryable<Submission> Readable(Operation op) => op.Items;

    /// <inheritdoc/>
    public async Task<EvidenceItem?> OpenAsync(Operation op, int itemId, CancellationToken ct) =>
        await op.CaseAsync(itemId, ct) is { } file
            ? new EvidenceItem(
                file.Item,
                file.DraftFiles,
                file.Step.Review is not null,
                file.Evidence,
                NotYours(file, op.Grants),
                s => file.Route.Step(s).Name
            )
            : null;

    /// <inheritdoc/>
    public async Task<ReadableFile?> FileAsync(int fileId, Actor by, DateTime now, CancellationToken ct) =>
        await items.FileAsync(fileId, by, now, ct) is { } found
            ? new ReadableFile(found.SubmissionId, found.File.Name, found.File.Sha256, found.Published)
            : null;

    /// <inheritdoc/>
    public Task NoteReadingAsync(Submission item, Actor by, DateTime now, CancellationToken ct) =>
        readings.NoteAsync(item, "证据", by, now, ct);

    private static NotYourStep? NotYours(CaseFile file, Grants by) =>
        MayJudge(file, by) ? null : new(file.Step.Name, string.Join('或', file.Step.Duties.Select(d => d.Name())));

    /// <summary>True when the person may act at a step that reviews, or edits the draft.</summary>
    private static bool MayJudge(CaseFile file, Grants by) =>
        file.Item.Editable
            ? Judge.May(file, MoveKind.Send, by).Ok
            : file.Step.Review is not null && Judge.May(file, MoveKind.Approve, by).Ok;
}
