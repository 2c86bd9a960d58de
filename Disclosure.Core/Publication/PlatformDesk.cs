using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Publication;

/// <summary>The three things that must have come in before anything is published (三齐; D10, D11).</summary>
public enum DeskTick
{
    /// <summary>纸质.</summary>
    Paper,

    /// <summary>电子.</summary>
    Electronic,

    /// <summary>表单.</summary>
    Form,
}

/// <summary>
/// One of the three came in for one revision of an item: who says so, and when. Taking it back removes the row; the audit chain keeps both.
/// </summary>
public sealed class DeskReceipt
{
    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The revision it belongs to; a changed item must come in anew.</summary>
    public required int RevisionId { get; init; }

    /// <summary>What came in.</summary>
    public required DeskTick Tick { get; init; }

    /// <summary>Who took it in.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Copies, for paper.</summary>
    public int? Copies { get; init; }

    /// <summary>Pages, for paper.</summary>
    public int? Pages { get; init; }

    /// <summary>第n次打印, for the form; null for what came in before this was asked.</summary>
    public int? PrintNumber { get; init; }
}

/// <summary>One of the three as it is entered.</summary>
/// <param name="Tick">What came in.</param>
/// <param name="Received">True to tick, false to take the tick back.</param>
/// <param name="Copies">Copies, for paper; at least 1.</param>
/// <param name="Pages">Pages, for paper; at least 1.</param>
/// <param name="Print">第n次打印, for the form.</param>
public sealed record DeskEntry(DeskTick Tick, bool Received, int? Copies = null, int? Pages = null, int? Print = null);

/// <summary>The item stands on one channel (发布记录).</summary>
public sealed class ChannelPublication
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Web address, or ISBN and printing of a book, or where it hangs.</summary>
    public required string Place { get; init; }

    /// <summary>UTC of publication on this channel.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who entered it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC of entry.</summary>
    public required DateTime EnteredAt { get; init; }

    /// <summary>UTC at which it came down from this channel; null while it stands there.</summary>
    public DateTime? DownAt { get; private set; }

    /// <summary>Notes that it came down; address and time of publication stay.</summary>
    public void TakeDown(DateTime at) => DownAt ??= at;
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<DeskReceipt>, IEntityTypeConfiguration<ChannelPublication>
{
    public void Configure(EntityTypeBuilder<DeskReceipt> builder)
    {
        builder.ToTable("DeskReceipts");
        builder.HasKey(r => new
        {
            r.SubmissionId,
            r.RevisionId,
            r.Tick,
        });
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ChannelPublication> builder)
    {
        builder.ToTable("Publications");
        builder.HasIndex(p => new { p.SubmissionId, p.Channel }).IsUnique();
        builder.HasIndex(p => p.At);
        builder.HasOne<Submission>().WithMany().HasForeignKey(p => p.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of this module.</summary>
public static class PublicationTables
{
    extension(DisclosureDb db)
    {
        /// <summary>What the platform has received.</summary>
        public DbSet<DeskReceipt> DeskReceipts => db.Set<DeskReceipt>();

        /// <summary>What stands where.</summary>
        public DbSet<ChannelPublication> Publications => db.Set<ChannelPublication>();

        /// <summary>What came down and why.</summary>
        public DbSet<TakeDown> TakeDowns => db.Set<TakeDown>();

        /// <summary>Failed attempts.</summary>
        public DbSet<ChannelFailure> ChannelFailures => db.Set<ChannelFailure>();

        /// <summary>Hours set for publishing.</summary>
        public DbSet<PlannedTime> PlannedTimes => db.Set<PlannedTime>();
    }
}
