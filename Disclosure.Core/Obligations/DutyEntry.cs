using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Obligations;

/// <summary>What the office entered about a yearly duty; never changed. The newest one counts, the earlier ones stay to be seen.</summary>
public sealed class DutyEntry
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Code of the duty.</summary>
    public required string DutyCode { get; init; }

    /// <summary>Calendar year of its last day.</summary>
    public required int Year { get; init; }

    /// <summary>Day on which it was done.</summary>
    public required DateOnly DoneOn { get; init; }

    /// <summary>Address or document; empty for a hearing.</summary>
    public required string Place { get; init; }

    /// <summary>Who reported at the hearing; otherwise empty.</summary>
    public required string Reporter { get; init; }

    /// <summary>Minutes of the hearing; otherwise empty.</summary>
    public required string Minutes { get; init; }

    /// <summary>Remark, or empty.</summary>
    public required string Remark { get; init; }

    /// <summary>Hash of the file that came with it, or null.</summary>
    public required string? FileSha256 { get; init; }

    /// <summary>Name of that file, or empty.</summary>
    public required string FileName { get; init; }

    /// <summary>Why it stands in place of an earlier one; empty for the first.</summary>
    public required string Reason { get; init; }

    /// <summary>True when it only takes back the earlier one: the duty is owed again.</summary>
    public required bool TakesBack { get; init; }

    /// <summary>Who entered it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>For whom, under a delegation; otherwise empty.</summary>
    public required string ActingForName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>Who answers for a yearly duty; never changed, the newest one counts.</summary>
public sealed class DutyOwner
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Code of the duty.</summary>
    public required string DutyCode { get; init; }

    /// <summary>Under which duty of the procedure; <see cref="Duty.SectionHead"/> with a unit.</summary>
    public required Duty Post { get; init; }

    /// <summary>The unit, or null for a post of the whole bureau.</summary>
    public required int? UnitId { get; init; }

    /// <summary>Who chose.</summary>
    public required int StaffId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class ObligationsMapping
    : IEntityTypeConfiguration<DutyEntry>,
        IEntityTypeConfiguration<DutyOwner>,
        IEntityTypeConfiguration<PlannedRelease>,
        IEntityTypeConfiguration<ReleaseChange>
{
    public void Configure(EntityTypeBuilder<DutyEntry> builder)
    {
        builder.ToTable("DutyEntries");
        builder.HasIndex(e => new { e.Year, e.DutyCode });
        builder.HasOne<Staff>().WithMany().HasForeignKey(e => e.StaffId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DutyOwner> builder)
    {
        builder.ToTable("DutyOwners");
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(o => o.StaffId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlannedRelease> builder)
    {
        builder.ToTable("PlannedReleases");
        builder.HasIndex(r => r.Day);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Submissions.Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReleaseChange> builder)
    {
        builder.ToTable("ReleaseChanges");
        builder.HasIndex(c => c.ReleaseId);
        builder.HasOne<PlannedRelease>().WithMany().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of this module.</summary>
public static class ObligationTables
{
    extension(DisclosureDb db)
    {
        /// <summary>What the office entered about yearly duties.</summary>
        public DbSet<DutyEntry> DutyEntries => db.Set<DutyEntry>();

        /// <summary>Who answers for yearly duties.</summary>
        public DbSet<DutyOwner> DutyOwners => db.Set<DutyOwner>();

        /// <summary>The release calendar.</summary>
        public DbSet<PlannedRelease> PlannedReleases => db.Set<PlannedRelease>();

        /// <summary>How the entries of the release calendar changed.</summary>
        public DbSet<ReleaseChange> ReleaseChanges => db.Set<ReleaseChange>();
    }
}
