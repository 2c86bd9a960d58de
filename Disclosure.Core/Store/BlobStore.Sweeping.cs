using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

public sealed partial class BlobStore
{
    // Zeroing 8 MB under secure_delete takes a few milliseconds; a whole file at once would hold every other writer up.
    private const int ChunksDroppedAtOnce = 8;

    /// <summary>
    /// Removes uploads untouched since <paramref name="olderThan"/> (UTC) and chunks nobody owns, and empties the log; answers how many
    /// uploads went.
    /// </summary>
    public async Task<Outcome<int>> SweepAsync(DateTime olderThan, CancellationToken ct = default)
    {
        var swept = await gate.WriteAsync<int>(
            async db => await db.Uploads.Where(u => u.TouchedAt < olderThan).ExecuteDeleteAsync(CancellationToken.None),
            ct: ct
        );
        if (!swept.Ok)
        {
            return swept;
        }
        foreach (var orphan in await OrphansAsync(ct))
        {
            if (await DropChunksAsync(orphan, ct) is { Ok: false } stopped)
            {
                return stopped.Problem!;
            }
        }
        // An erasure whose own checkpoint met a reader is caught up here at the latest.
        _ = await CheckpointAsync(ct);
        return swept;
    }

    private async Task<List<Guid>> OrphansAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (uploads, blobs) = (db.Uploads, db.Blobs);
        return await db
            .BlobChunks.Select(c => c.ChunkSet)
            .Distinct()
            .Where(set => !uploads.Any(u => u.Id == set && u.Sha256 == null) && !blobs.Any(b => b.ChunkSet == set))
            .ToListAsync(ct);
    }

    private async Task<Outcome<Done>> DropChunksAsync(Guid chunkSet, CancellationToken ct)
    {
        while (true)
        {
            var dropped = await gate.WriteAsync<int>(
                async db =>
                {
                    // The pages just overwritten would otherwise stay in memory up to the whole cache.
                    await db.Database.ExecuteSqlRawAsync("PRAGMA shrink_memory", CancellationToken.None);
                    var next = db
                        .BlobChunks.Where(x => x.ChunkSet == chunkSet)
                        .OrderBy(x => x.Start)
                        .Select(x => x.Id)
                        .Take(ChunksDroppedAtOnce);
                    return await db.BlobChunks.Where(c => next.Contains(c.Id)).ExecuteDeleteAsync(CancellationToken.None);
                },
                ct: ct
            );
            if (!dropped.Ok || dropped.Value == 0)
            {
                return dropped.Ok ? Done.It : dropped.Problem!;
            }
        }
    }
}
