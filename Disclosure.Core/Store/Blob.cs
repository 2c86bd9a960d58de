using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Store;

/// <summary>A finished file, known by its content alone; names belong to whoever links it.</summary>
/// <param name="Sha256">Lower-case hex, 64 characters.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Kind">docx, xlsx, pdf, txt, csv, png, jpg, doc, xls, wps or et.</param>
/// <param name="Note">Sentence to show beside the file, or null.</param>
public sealed record StoredBlob(string Sha256, long Size, string Kind, string? Note);

/// <summary>Content addressed by its hash. The row outlives an erasure so that the same content is refused later.</summary>
public sealed class Blob
{
    /// <summary>Lower-case hex, 64 characters.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Kind found by the file check when the content first came in.</summary>
    public required string Kind { get; init; }

    /// <summary>Note of the file check, or null.</summary>
    public string? Note { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StoredAt { get; init; }

    /// <summary>Which chunks hold the content: the id of the upload that brought them.</summary>
    public required Guid ChunkSet { get; init; }

    /// <summary>UTC moment the content was erased, or null.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Why it was erased, or null.</summary>
    public string? EraseReason { get; private set; }

    internal StoredBlob AsStored() => new(Sha256, Size, Kind, Note);
}

/// <summary>At most 1 MB of content, at its place.</summary>
internal sealed class BlobChunk
{
    public long Id { get; init; }

    public required Guid ChunkSet { get; init; }

    /// <summary>Bytes before this chunk.</summary>
    public required long Start { get; init; }

    public required byte[] Data { get; init; }
}

/// <summary>A file on its way in, visible to nobody but its owner.</summary>
internal sealed class Upload
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required long Size { get; init; }

    public required int OwnerStaffId { get; init; }

    public required string Purpose { get; init; }

    public required DateTime StartedAt { get; init; }

    public long Received { get; private set; }

    public DateTime TouchedAt { get; private set; }

    /// <summary>Set once finished; the row stays until the sweep so that a repeated finish is answered, and only to its owner.</summary>
    public string? Sha256 { get; private set; }

    public UploadStatus AsStatus() => new(Id, Name, Size, Received, Purpose, Sha256);

    public Upload StartedNow()
    {
        TouchedAt = StartedAt;
        return this;
    }

    public void FinishAs(string sha256, DateTime at) => (Sha256, TouchedAt) = (sha256, at);
}

internal static class BlobTables
{
    extension(DisclosureDb db)
    {
        public DbSet<Blob> Blobs => db.Set<Blob>();

        public DbSet<BlobChunk> BlobChunks => db.Set<BlobChunk>();

        public DbSet<Upload> Uploads => db.Set<Upload>();
    }
}

internal sealed class BlobMapping : IEntityTypeConfiguration<Blob>, IEntityTypeConfiguration<BlobChunk>, IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Blob> builder)
    {
        builder.ToTable("Blobs");
        builder.HasKey(b => b.Sha256);
        builder.HasIndex(b => b.ChunkSet).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BlobChunk> builder)
    {
        builder.ToTable("BlobChunks");
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => new { c.ChunkSet, c.Start }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("Uploads");
        builder.HasKey(u => u.Id);
        builder.HasIndex(u => u.TouchedAt);
        builder.HasIndex(u => u.Sha256);
    }
}
