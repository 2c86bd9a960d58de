using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Audit;

/// <summary>
/// One link of the append-only chain: who did what to which item, when, from where; holds the hash of the link before it (B8).
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Position in the chain, from 1, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>Hash of the entry before, 64 hex digits; zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash of this entry, 64 hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Name and version of the way the hash is made.</summary>
    public required string Algorithm { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Key of the person; 0 for the program itself.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>Duty acted under, in Chinese, or empty.</summary>
    public required string Duty { get; init; }

    /// <summary>Name of the person acted for (代), or empty.</summary>
    public required string ActingFor { get; init; }

    /// <summary>Permanent code of what was done, e.g. <c>item.approve</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What was done, in Chinese; never content of an item.</summary>
    public required string Detail { get; init; }

    /// <summary>The item concerned, or null.</summary>
    public required int? SubmissionId { get; init; }

    /// <summary>Fingerprint of the revision concerned, or empty.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Network address the request came from.</summary>
    public required string Address { get; init; }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedNever();
        builder.HasIndex(e => e.SubmissionId);
        builder.HasIndex(e => e.At);
    }
}

/// <summary>The tables of this module.</summary>
public static class AuditTables
{
    extension(DisclosureDb db)
    {
        /// <summary>The chain.</summary>
        public DbSet<AuditEntry> Audit => db.Set<AuditEntry>();
    }
}
