using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>
/// Holds what is stored against what was signed: every byte of every file is hashed again, then the fingerprint is made anew.
/// </summary>
public sealed class StoredContent(IDbContextFactory<DisclosureDb> contexts, BlobStore blobs)
{
    /// <summary>Key of the revision under review when everything agrees; null when anything differs or is missing.</summary>
    public async Task<int?> VerifyAsync(int submissionId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var current = await db
            .Submissions.AsNoTracking()
            .Where(s => s.Id == submissionId)
            .Select(s => s.RevisionId)
            .FirstOrDefaultAsync(ct);
        if (await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == current, ct) is not { } revision)
        {
            return null;
        }
        var files = await db.ItemFiles.AsNoTracking().Where(f => f.RevisionId == revision.Id).ToListAsync(ct);
        foreach (var file in files)
        {
            // Opening reads every byte and holds it against the hash.
            var opened = await blobs.OpenReadAsync(file.Sha256, Holder.Item(submissionId), ct);
            if (!opened.Ok)
            {
                return null;
            }
            await opened.Value.DisposeAsync();
        }
        return Fingerprint.Of(revision.ContentJson, files, revision.AnswersJson) == revision.Fingerprint ? revision.Id : null;
    }
}
