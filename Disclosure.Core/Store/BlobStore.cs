using System.Buffers;
using Disclosure.Core.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>How far an upload has come.</summary>
/// <param name="Id">Key of the upload.</param>
/// <param name="Name">Cleaned file name.</param>
/// <param name="Size">Declared bytes.</param>
/// <param name="Received">Bytes kept; the next body starts here.</param>
/// <param name="Purpose">Key given by the module that started it.</param>
/// <param name="Sha256">Hash once finished, or null.</param>
public sealed record UploadStatus(Guid Id, string Name, long Size, long Received, string Purpose, string? Sha256);

/// <summary>
/// Files inside the store, addressed by content. They come in as chunks of at most 1 MB, each in its own short transaction, so that
/// nobody waits behind a large file; one finishing transaction makes them count. Memory does not grow with the file.
/// </summary>
public sealed partial class BlobStore(
    IDbContextFactory<DisclosureDb> contexts,
    WriteGate gate,
    StoreOptions options,
    IncomingCheck check,
    TimeProvider clock
)
{
    /// <summary>Largest chunk in bytes.</summary>
    public const int ChunkSize = 1 << 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Opens an upload; refuses a bad name, a kind not allowed, an empty or too large file, a disk below its reserve.</summary>
    /// <param name="name">As the browser gave it; path parts are cut.</param>
    /// <param name="size">Bytes to come.</param>
    /// <param name="ownerStaffId">The only person who may go on with it.</param>
    /// <param name="purpose">Key of the module's own choosing.</param>
    /// <param name="ct">Gives up while waiting.</param>
    public async Task<Outcome<Guid>> StartAsync(string name, long size, int ownerStaffId, string purpose, CancellationToken ct = default)
    {
        var clean = check.Name(name);
        if (!clean.Ok)
        {
            return clean.Problem!;
        }
        if (size <= 0)
        {
            return new FileIsEmpty();
        }
        if (size > options.MaxUploadSize)
        {
            return new FileTooLarge(options.MaxUploadSize);
        }
        if (!options.HasRoomFor(size))
        {
            return new DiskBelowReserve(options.FreeSpace(), options.FreeSpaceReserve);
        }
        var upload = new Upload
        {
            Id = Guid.NewGuid(),
            Name = clean.Value,
            Size = size,
            OwnerStaffId = ownerStaffId,
            Purpose = purpose,
            StartedAt = Now,
        }.StartedNow();
        return await gate.WriteAsync<Guid>(
            async db =>
            {
                await db.Uploads.AddAsync(upload, CancellationToken.None);
                return upload.Id;
            },
            ct: ct
        );
    }

    /// <summary>
    /// Keeps what the body holds, chunk by chunk, and answers how far the upload has come. When the line is cut the chunks kept so far
    /// stay (at most 1 MB is sent again). Refuses a wrong offset, bytes past the declared size, a disk below its reserve, a stranger.
    /// </summary>
    public async Task<Outcome<UploadStatus>> AppendAsync(
        Guid uploadId,
        int ownerStaffId,
        long offset,
        Stream body,
        CancellationToken ct = default
    )
    {
        var status = await StatusAsync(uploadId, ownerStaffId, ct);
        if (!status.Ok)
        {
            return status;
        }
        if (status.Value.Received != offset || status.Value.Sha256 is not null)
        {
            return new UploadOffsetMismatch(status.Value.Received);
        }
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            return await AppendChunksAsync(status.Value, ownerStaffId, body, buffer.AsMemory(0, ChunkSize), ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>How far the upload has come; <see cref="NotFound"/> for anyone but its owner.</summary>
    public async Task<Outcome<UploadStatus>> StatusAsync(Guid uploadId, int ownerStaffId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && u.OwnerStaffId == ownerStaffId, ct);
        return upload is null ? new NotFound() : upload.AsStatus();
    }

    /// <summary>
    /// Gives an unfinished upload up and deletes what came of it; <see cref="NotFound"/> for a stranger or once finished.
    /// </summary>
    public async Task<Outcome<Done>> AbortAsync(Guid uploadId, int ownerStaffId, CancellationToken ct = default)
    {
        var gone = await gate.WriteAsync<Done>(
            async db =>
                await db
                    .Uploads.Where(u => u.Id == uploadId && u.OwnerStaffId == ownerStaffId && u.Sha256 == null)
                    .ExecuteDeleteAsync(CancellationToken.None) == 1
                    ? Done.It
                    : new NotFound(),
            ct: ct
        );
        return gone.Ok ? await DropChunksAsync(uploadId, CancellationToken.None) : gone;
    }

    private async Task<Outcome<UploadStatus>> AppendChunksAsync(
        UploadStatus status,
        int owner,
        Stream body,
        Memory<byte> buffer,
        CancellationToken ct
    )
    {
        while (await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct) is > 0 and var count)
        {
            if (status.Received + count > status.Size)
            {
                return new UploadTooLong(status.Size);
            }
            if (!options.HasRoomFor(count))
            {
                return new DiskBelowReserve(options.FreeSpace(), options.FreeSpaceReserve);
            }
            var before = status;
            var kept = await gate.WriteAsync(db => KeepChunkAsync(db, before, owner, buffer[..count]), ct: ct);
            if (!kept.Ok)
            {
                return kept;
            }
            status = kept.Value;
        }
        return status;
    }

    private async Task<Outcome<UploadStatus>> KeepChunkAsync(DisclosureDb db, UploadStatus status, int owner, ReadOnlyMemory<byte> data)
    {
        var next = status.Received + data.Length;
        var now = Now;
        var moved = await db
            .Uploads.Where(u => u.Id == status.Id && u.OwnerStaffId == owner && u.Received == status.Received && u.Sha256 == null)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.Received, next).SetProperty(x => x.TouchedAt, now));
        if (moved == 0)
        {
            // Another connection of the same owner was faster, or gave the upload up.
            var current = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == status.Id && u.OwnerStaffId == owner);
            return current is null ? new NotFound() : new UploadOffsetMismatch(current.Received);
        }
        InsertChunk((SqliteConnection)db.Database.GetDbConnection(), status, data.Span);
        return status with { Received = next };
    }

    /// <summary>Past the change tracker: it would keep a second copy of every chunk.</summary>
    private static void InsertChunk(SqliteConnection connection, UploadStatus status, ReadOnlySpan<byte> data)
    {
        using var insert = connection.CreateCommand();
        // Pages of the chunk before are of no use to anyone; without this the page cache fills with the file.
        insert.CommandText = """
            PRAGMA shrink_memory;
            INSERT INTO BlobChunks (ChunkSet, Start, Data) VALUES ($set, $start, zeroblob($length)) RETURNING Id;
            """;
        insert.Parameters.AddWithValue("$set", status.Id);
        insert.Parameters.AddWithValue("$start", status.Received);
        insert.Parameters.AddWithValue("$length", data.Length);
        var id = (long)insert.ExecuteScalar()!;
        using var blob = new SqliteBlob(connection, "BlobChunks", "Data", id);
        blob.Write(data);
    }
}
