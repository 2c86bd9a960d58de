using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Items as an operation sees them: only those that the person may read, and what may not be read is answered like what is not there.</summary>
internal static class ItemOperations
{
    extension(Operation op)
    {
        /// <summary>The items that the person may read.</summary>
        public IQueryable<Submission> Items => op.Db.Submissions.Where(ReadingRights.Of(op.Db, op.Grants));

        /// <summary>True when there is such an item and the person may read it.</summary>
        public Task<bool> MayReadAsync(int id, CancellationToken ct = default) => op.Items.AnyAsync(s => s.Id == id, ct);

        /// <summary>The case file of an item that the person may read; null for every other.</summary>
        public async Task<CaseFile?> CaseAsync(int id, CancellationToken ct = default) => await op.MayReadAsync(id, ct) ? await CaseFile.LoadAsync(op.Db, id, ct) : null;
    }
}
