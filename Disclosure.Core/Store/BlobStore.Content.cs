using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

public sealed partial class BlobStore
{
    /// <summary>
    /// Checks the whole content and makes it count. Content already there is recognised and the new chunks dropped. Content the check
    /// refuses, or that was erased before, is dropped with its upload. Asked again, it answers the same.
    /// </summary>
    public Task<Outcome<StoredBlob>> FinishAsync(Guid uploadId, int ownerStaffId, CancellationToken ct = default) =>
        FinishAsync<StoredBlob>(uploadId, ownerStaffId, (_, blob) => Task.FromResult<Outcome<StoredBlob>>(blob), uploadId, ct);

    /// <summary>
    /// As above, and links the file in the same transaction; when <paramref name="link"/> refuses, the upload stays complete and can be
    /// finished again.
    /// </summary>
    /// <param name="uploadId">Key from <see cref="StartAsync"/>.</param>
    /// <param name="ownerStaffId">Who started it.</param>
    /// <param name="link">Runs inside the finishing transaction.</param>
    /// <param name="commandId">Chosen by the page; the same id again is answered as the first time.</param>
    /// <param name="ct">Gives up while reading or waiting.</param>
    /// <param name="member">Who asks, filled in by the compiler; the answer to a repeated click is kept for it.</param>
    /// <param name="file">Where that stands.</param>
    public async Task<Outcome<T>> FinishAsync<T>(
        Guid uploadId,
        int ownerStaffId,
        Func<DisclosureDb, StoredBlob, Task<Outcome<T>>> link,
        Guid commandId,
        CancellationToken ct = default,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    )
    {
        var status = await StatusAsync(uploadId, ownerStaffId, ct);
        if (!status.Ok)
        {
            return status.Problem!;
        }
        var examined = status.Value.Sha256 is { } finished ? await FindAsync(finished, null, ct) : await ExamineAsync(status.Value, ct);
        if (!examined.Ok)
        {
            return await AfterRefusalAsync(examined.Problem!, status.Value, ownerStaffId);
        }
        var isDuplicate = false;
        var outcome = await gate.WriteAsync(
            async db =>
            {
                var settled = await SettleAsync(db, uploadId, ownerStaffId, examined.Value);
                isDuplicate = settled is { Ok: true, Value: true };
                return settled.Ok ? await link(db, examined.Value) : settled.Problem!;
            },
            CommandKey.Of(commandId, ownerStaffId, member, file),
            ct
        );
        if (outcome.Ok && isDuplicate)
        {
            await DropChunksAsync(uploadId, CancellationToken.None);
        }
        return outcome.Ok ? outcome : await AfterRefusalAsync(outcome.Problem!, status.Value, ownerStaffId);
    }

    /// <summary>
    /// What is known of finished content; <see cref="NotFound"/>, <see cref="ContentIsErased"/> or <see cref="ContentIsWithdrawn"/>
    /// otherwise. Whether the reader may know is the caller's rule.
    /// </summary>
    /// <param name="sha256">The content.</param>
    /// <param name="by">The record that refers to it; null for a new one.</param>
    /// <param name="ct">Gives up while reading.</param>
    public async Task<Outcome<StoredBlob>> FindAsync(string sha256, Holder? by = null, CancellationToken ct = default)
    {
        var found = await ReadableAsync(sha256, by, ct);
        return found.Ok ? found.Value.AsStored() : found.Problem!;
    }

    /// <summary>
    /// Seekable, read-only stream over finished content, which is read once before and held against its hash:
    /// <see cref="ContentIsDamaged"/> when a byte differs. It keeps 1 MB in memory and no transaction open between reads. Refuses as
    /// <see cref="FindAsync"/> does.
    /// </summary>
    /// <param name="sha256">The content.</param>
    /// <param name="by">The record that refers to it; null for a new one.</param>
    /// <param name="ct">Gives up while reading.</param>
    public async Task<Outcome<Stream>> OpenReadAsync(string sha256, Holder? by = null, CancellationToken ct = default)
    {
        var found = await ReadableAsync(sha256, by, ct);
        return !found.Ok ? found.Problem!
            : await IsAsStoredAsync(found.Value, ct) ? new ChunkStream(contexts, found.Value.ChunkSet, found.Value.Size)
            : new ContentIsDamaged();
    }

    private async Task<bool> IsAsStoredAsync(Blob blob, CancellationToken ct)
    {
        await using var content = new ChunkStream(contexts, blob.ChunkSet, blob.Size);
        try
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == blob.Sha256;
        }
        catch (IOException)
        {
            // A part is missing.
            return false;
        }
    }

    /// <summary>
    /// Deletes content for good (B3-1), overwriting its pages; to be called inside a write-gate work and followed by
    /// <see cref="CheckpointAsync"/>. The hash stays, so that the same content is refused later. Answers how many were erased.
    /// </summary>
    /// <param name="db">Context of the write under way.</param>
    /// <param name="shas">Hashes of the content; unknown and already erased ones are passed over.</param>
    /// <param name="reason">Kept with the hash.</param>
    /// <param name="at">UTC.</param>
    public static async Task<int> EraseAsync(DisclosureDb db, IReadOnlyCollection<string> shas, string reason, DateTime at)
    {
        var sets = await db
            .Blobs.Where(b => shas.Contains(b.Sha256))
            .Select(b => b.ChunkSet)
            .Union(db.Uploads.Where(u => u.Sha256 != null && shas.Contains(u.Sha256)).Select(u => u.Id))
            .ToListAsync();
        await db.BlobChunks.Where(c => sets.Contains(c.ChunkSet)).ExecuteDeleteAsync();
        await db.Uploads.Where(u => u.Sha256 != null && shas.Contains(u.Sha256)).ExecuteDeleteAsync();
        return await db
            .Blobs.Where(b => shas.Contains(b.Sha256) && b.ErasedAt == null)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.ErasedAt, at).SetProperty(x => x.EraseReason, reason));
    }

    /// <summary>
    /// Deletes uploads that are not finished and what came of them, overwriting the pages; to be called inside a write-gate work.
    /// </summary>
    /// <param name="db">Context of the write under way.</param>
    /// <param name="purposes">Keys the uploads were started under.</param>
    public static async Task DropUnfinishedAsync(DisclosureDb db, IReadOnlyCollection<string> purposes)
    {
        var uploads = db.Uploads.Where(u => purposes.Contains(u.Purpose) && u.Sha256 == null);
        await db.BlobChunks.Where(c => uploads.Any(u => u.Id == c.ChunkSet)).ExecuteDeleteAsync();
        await uploads.ExecuteDeleteAsync();
    }

    /// <summary>
    /// Empties the write-ahead log into the store, so that nothing erased is left in it; <see cref="LogStillInUse"/> when a reader holds
    /// it.
    /// </summary>
    public async Task<Outcome<Done>> CheckpointAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            var busy = (long)(await command.ExecuteScalarAsync(ct))!;
            // An erasure of a large file has filled the page cache with zeros.
            await db.Database.ExecuteSqlRawAsync("PRAGMA shrink_memory", ct);
            return busy == 0 ? Done.It : new LogStillInUse();
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
    }

    private async Task<Outcome<Blob>> ReadableAsync(string sha256, Holder? by, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var blob = await db.Blobs.AsNoTracking().SingleOrDefaultAsync(b => b.Sha256 == sha256, ct);
        return blob switch
        {
            null => new NotFound(),
            { ErasedAt: not null } => new ContentIsErased(),
            _ => await ContentAccess.RefusalAsync(db, sha256, by, ct) is { } refusal ? refusal : blob,
        };
    }

    private async Task<Outcome<StoredBlob>> ExamineAsync(UploadStatus upload, CancellationToken ct)
    {
        if (upload.Received != upload.Size)
        {
            return new UploadIncomplete(upload.Received, upload.Size);
        }
        await using var content = new ChunkStream(contexts, upload.Id, upload.Size);
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        // Erased content is not even parsed again, nor is what waits for a decision.
        if (await FindAsync(sha, null, ct) is { Problem: ContentIsErased or ContentIsWithdrawn } known)
        {
            return known.Problem is ContentIsErased ? new ContentErasedBefore() : known.Problem!;
        }
        var found = await check.ContentAsync(upload.Name, content, ct);
        return found.Ok ? new StoredBlob(sha, upload.Size, found.Value.Kind, found.Value.Note) : found.Problem!;
    }

    /// <summary>Makes the content count; answers whether it was there before.</summary>
    private async Task<Outcome<bool>> SettleAsync(DisclosureDb db, Guid uploadId, int owner, StoredBlob blob)
    {
        var upload = await db.Uploads.SingleOrDefaultAsync(u => u.Id == uploadId && u.OwnerStaffId == owner);
        if (upload is null)
        {
            return new NotFound();
        }
        var known = await db.Blobs.SingleOrDefaultAsync(b => b.Sha256 == blob.Sha256);
        if (known is { ErasedAt: not null })
        {
            return new ContentErasedBefore();
        }
        if (await ContentAccess.RefusalAsync(db, blob.Sha256, null) is { } withdrawn)
        {
            return withdrawn;
        }
        upload.FinishAs(blob.Sha256, Now);
        if (known is not null)
        {
            return known.ChunkSet != uploadId;
        }
        db.Blobs.Add(
            new Blob
            {
                Sha256 = blob.Sha256,
                Size = blob.Size,
                Kind = blob.Kind,
                Note = blob.Note,
                StoredAt = Now,
                ChunkSet = uploadId,
            }
        );
        await db.SaveChangesAsync();
        return false;
    }

    private async Task<Problem> AfterRefusalAsync(Problem refusal, UploadStatus upload, int owner)
    {
        if (refusal is FileRefusal or ContentErasedBefore or ContentIsWithdrawn)
        {
            await AbortAsync(upload.Id, owner, CancellationToken.None);
        }
        if (refusal is ContentErasedBefore or ContentIsWithdrawn)
        {
            await CheckpointAsync(CancellationToken.None);
        }
        return refusal;
    }
}
