using System.Buffers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>
/// Seekable stream over the chunks of one file. It keeps one chunk in a pooled buffer and lets the connection go between chunks, so
/// that a slow reader never holds the write-ahead log.
/// </summary>
internal sealed class ChunkStream(IDbContextFactory<DisclosureDb> contexts, Guid chunkSet, long length) : Stream
{
    private byte[]? buffer = ArrayPool<byte>.Shared.Rent(BlobStore.ChunkSize);
    private long start;
    private int filled;
    private long position;

    public override bool CanRead => buffer is not null;

    public override bool CanSeek => buffer is not null;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            position = value;
        }
    }

    /// <summary>Reads what is left of the chunk at hand; throws <see cref="IOException"/> when the content was erased meanwhile.</summary>
    public override int Read(Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(buffer is null, this);
        if (position >= length || destination.IsEmpty)
        {
            return 0;
        }
        if (position < start || position >= start + filled)
        {
            Load();
        }
        var at = (int)(position - start);
        var count = Math.Min(destination.Length, filled - at);
        buffer.AsSpan(at, count).CopyTo(destination);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The driver has no asynchronous reads; a chunk comes from the page cache in under a millisecond.
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
        }
        base.Dispose(disposing);
    }

    private void Load()
    {
        filled = 0;
        using var db = contexts.CreateDbContext();
        db.Database.OpenConnection();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        using var find = connection.CreateCommand();
        find.CommandText = """
            PRAGMA shrink_memory;
            SELECT Id, Start, length(Data) FROM BlobChunks WHERE ChunkSet = $set AND Start <= $at ORDER BY Start DESC LIMIT 1;
            """;
        find.Parameters.AddWithValue("$set", chunkSet);
        find.Parameters.AddWithValue("$at", position);
        // While this reader is open the blob beside it sees the same state of the store.
        using var row = find.ExecuteReader();
        if (!row.Read() || position >= row.GetInt64(1) + row.GetInt64(2))
        {
            throw new IOException("The content is no longer in the store.");
        }
        using var blob = new SqliteBlob(connection, "BlobChunks", "Data", row.GetInt64(0), readOnly: true);
        blob.ReadExactly(buffer.AsSpan(0, row.GetInt32(2)));
        start = row.GetInt64(1);
        filled = row.GetInt32(2);
    }
}
