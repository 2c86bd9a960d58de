using System.Security.Cryptography;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>
/// Reads every stored file and makes its hash again, and names every file that is referred to and not there; what was erased has no bytes
/// left, and that is what is looked at.
/// </summary>
public sealed class StoredFiles : IVerifiesFacts
{
    /// <inheritdoc/>
    public string What => "文件";

    /// <inheritdoc/>
    public bool OutsideSnapshot => true;

    /// <inheritdoc/>
    public async Task<CheckedFacts> VerifyAsync(DisclosureDb db, Action<string> fault, CancellationToken ct)
    {
        long bytes = 0;
        var blobs = await db.Blobs.AsNoTracking().OrderBy(b => b.StoredAt).ThenBy(b => b.Sha256).ToListAsync(ct);
        foreach (var listed in blobs)
        {
            var blob = listed;
            var (sha, size) = await ReadAsync(db, blob.ChunkSet, ct);
            if (
                !IsAsStored(blob, sha, size)
                && await db.Blobs.AsNoTracking().FirstOrDefaultAsync(b => b.Sha256 == listed.Sha256, ct) is { } now
                && now.ErasedAt != blob.ErasedAt
            )
            {
                // Erased by somebody at work since the list was read, and before its bytes were.
                blob = now;
            }
            bytes += size;
            if (!IsAsStored(blob, sha, size))
            {
                fault(
                    blob.ErasedAt is not null
                        ? $"文件 {Short(blob.Sha256)} 已登记清除，库中仍有其内容。"
                        : $"文件 {Short(blob.Sha256)} 的内容（{size} 字节）与存入时（{blob.Size} 字节）不符，曾被改动或已损坏。"
                );
            }
        }
        foreach (var (missing, holder) in await ContentHolders.MissingAsync(db, ct))
        {
            fault($"{(holder.Kind == HolderKind.Item ? $"稿件 {holder.Key} " : holder.Words)}的文件 {Short(missing)} 不在库中。");
        }
        return new CheckedFacts(What, blobs.Count, bytes);
    }

    private static bool IsAsStored(Blob blob, string sha, long size) =>
        blob.ErasedAt is not null ? size == 0 : sha == blob.Sha256 && size == blob.Size;

    /// <summary>Beginning of a hash, by which a fault names a file.</summary>
    internal static string Short(string sha256) => sha256[..Math.Min(16, sha256.Length)];

    // Chunk by chunk: a file may be larger than the memory that verifying may take.
    private static async Task<(string Sha, long Size)> ReadAsync(DisclosureDb db, Guid set, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        await foreach (
            var chunk in db
                .BlobChunks.Where(c => c.ChunkSet == set)
                .OrderBy(c => c.Start)
                .Select(c => new { c.Start, c.Data })
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
        {
            if (chunk.Start != size)
            {
                return ("", size);
            }
            hash.AppendData(chunk.Data);
            size += chunk.Data.Length;
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}
