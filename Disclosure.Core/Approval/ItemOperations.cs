using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>
/// Items as an operation sees them: only those that the person may read, and what may not be read is answered like what is not there.
/// </summary>
internal static class ItemOperations
{
    extension(Operation op)
    {
        /// <summary>The items that the person may read.</summary>
        public IQueryable<Submission> Items => op.Db.Submissions.Where(ReadingRights.Of(op.Db, op.Grants));

        /// <summary>True when there is such an item and the person may read it.</summary>
        public Task<bool> MayReadAsync(int id, CancellationToken ct = default) => op.Items.AnyAsync(s => s.Id == id, ct);

        /// <summary>The case file of an item that the person may read; null for every other.</summary>
        public async Task<CaseFile?> CaseAsync(int id, CancellationToken ct = default) =>
            await op.MayReadAsync(id, ct) ? await CaseFile.LoadAsync(op.Db, id, ct) : null;

        /// <summary>A case file as papers take it.</summary>
        /// <param name="file">Opened in this operation.</param>
        /// <param name="files">Files of the item, as far as they are read already; null to read those of what is under review.</param>
        public async Task<CaseRecord> RecordAsync(CaseFile file, IReadOnlyList<ItemFile>? files = null, CancellationToken ct = default)
        {
            var (db, item) = (op.Db, file.Item);
            var revision = item.WithEditor ? null : item.RevisionId;
            var shown =
                files?.Where(f => f.RevisionId == revision && f.Role is FileRole.Body or FileRole.Attachment)
                ?? (
                    revision is null
                        ? file.DraftFiles
                        : await db
                            .ItemFiles.Where(f => f.SubmissionId == item.Id && f.RevisionId == revision)
                            .OrderBy(f => f.Order)
                            .ToListAsync(ct)
                );
            var units = await db.Units.Where(u => u.Id == item.UnitId || u.Id == item.SectionId).ToListAsync(ct);
            return CaseRecord.Of(
                file,
                op.By.StaffId,
                units.First(u => u.Id == item.UnitId),
                units.First(u => u.Id == item.SectionId),
                shown
            );
        }
    }
}
