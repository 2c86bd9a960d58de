using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Takes content that still bears a valid marking out of the store (B3-1, 保密法 art. 31); the record of who did what stays.</summary>
internal static class Erasure
{
    private const string Reason = "标有密级且未到期";

    /// <summary>Erases bytes, names, texts and drafts of the item inside the caller's transaction.</summary>
    public static async Task EraseAsync(DisclosureDb db, Submission item, DateTime now, CancellationToken ct)
    {
        var files = await db.ItemFiles.Where(f => f.SubmissionId == item.Id).ToListAsync(ct);
        // Also what was uploaded and taken out again, and what is only half here.
        var brought = await BroughtFiles.OnlyOfAsync(db, item.Id, ct);
        await BlobStore.EraseAsync(db, [.. files.Select(f => f.Sha256).Concat(brought).Distinct()], Reason, now);
        await BlobStore.DropUnfinishedAsync(db, [CaseFile.UploadPurpose(item.Id), SignedPages.UploadPurpose(item.Id)]);
        foreach (var file in files)
        {
            file.Name = "（已清除）";
        }
        item.EraseContent();
        foreach (var revision in await db.Revisions.Where(r => r.SubmissionId == item.Id).ToListAsync(ct))
        {
            revision.ContentJson = item.DraftJson;
        }
        db.RemoveRange(db.DecisionDrafts.Where(d => d.SubmissionId == item.Id));
    }
}
