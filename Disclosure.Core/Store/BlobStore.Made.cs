using System.Security.Cryptography;
using Disclosure.Core.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Content that the program makes of an upload (a photograph turned upright and shrunk) and keeps instead of it.</summary>
public sealed partial class BlobStore
{
    /// <summary>
    /// The bytes of an upload that has come in whole and is not finished; <see cref="UploadIncomplete"/> before that, a
    /// <see cref="FileRefusal"/> when the file check refuses them.
    /// </summary>
    /// <param name="uploadId">Key from <see cref="StartAsync"/>.</param>
    /// <param name="ownerStaffId">Who started it.</param>
    /// <param name="ct">Gives up while reading.</param>
    public async Task<Outcome<(StoredBlob Blob, byte[] Bytes)>> ReadUploadAsync(
        Guid uploadId,
        int ownerStaffId,
        CancellationToken ct = default
    )
    {
        var status = await StatusAsync(uploadId, ownerStaffId, ct);
        if (!status.Ok)
        {
            return status.Problem!;
        }
        var examined = await ExamineAsync(status.Value, ct);
        if (!examined.Ok)
        {
            return await AfterRefusalAsync(examined.Problem!, status.Value, ownerStaffId);
        }
        await using var content = new ChunkStream(contexts, uploadId, status.Value.Size);
        var bytes = new byte[status.Value.Size];
        await content.ReadExactlyAsync(bytes, ct);
        return (examined.Value, bytes);
    }

    /// <summary>
    /// Keeps bytes that the program made, inside a write-gate work; <see cref="ContentErasedBefore"/> for what was erased once.
    /// </summary>
    /// <param name="db">Context of the write under way.</param>
    /// <param name="bytes">A few megabytes at most: other writers wait meanwhile.</param>
    /// <param name="kind">As in <see cref="StoredBlob"/>.</param>
    /// <param name="at">UTC.</param>
    public static async Task<Outcome<StoredBlob>> KeepAsync(DisclosureDb db, byte[] bytes, string kind, DateTime at)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (await db.Blobs.SingleOrDefaultAsync(b => b.Sha256 == sha) is { } known)
        {
            return known.ErasedAt is not null ? new ContentErasedBefore()
                : await ContentAccess.RefusalAsync(db, sha, null) is { } withdrawn ? withdrawn
                : known.AsStored();
        }
        var set = Guid.NewGuid();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        for (var start = 0; start < bytes.Length; start += ChunkSize)
        {
            InsertChunk(
                connection,
                new UploadStatus(set, "", bytes.Length, start, "", null),
                bytes.AsSpan(start, Math.Min(ChunkSize, bytes.Length - start))
            );
        }
        var blob = new Blob
        {
            Sha256 = sha,
            Size = bytes.Length,
            Kind = kind,
            StoredAt = at,
            ChunkSet = set,
        };
        db.Blobs.Add(blob);
        return blob.AsStored();
    }

    /// <summary>
    /// Deletes one upload that is not finished and what came of it, inside a write-gate work; what is finished may be content that others
    /// hold, and stays.
    /// </summary>
    public static async Task DropUploadAsync(DisclosureDb db, Guid uploadId)
    {
        var blobs = db.Blobs;
        await db.BlobChunks.Where(c => c.ChunkSet == uploadId && !blobs.Any(b => b.ChunkSet == uploadId)).ExecuteDeleteAsync();
        await db.Uploads.Where(u => u.Id == uploadId && u.Sha256 == null).ExecuteDeleteAsync();
    }
}
