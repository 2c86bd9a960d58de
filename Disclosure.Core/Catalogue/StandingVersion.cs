using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Catalogue;

/// <summary>A version of the standing catalogue as it was put in force; never changed.</summary>
public sealed class StandingVersion
{
    /// <summary>第 1 版, 2, …; key.</summary>
    public required int Number { get; init; }

    /// <summary>First day on which it is in force.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Why it was changed.</summary>
    public required string Reason { get; init; }

    /// <summary>The matters in order, as JSON.</summary>
    public required string RowsJson { get; init; }

    /// <summary>Who put it in force.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The matters in order.</summary>
    public IReadOnlyList<StandingRow> Rows => StandingRows.FromJson(RowsJson);
}

/// <summary>
/// One state of the draft of the next version. Every edit adds one; undoing takes the last away; putting it in force takes all.
/// </summary>
public sealed class StandingDraftStep
{
    /// <summary>Counts up through all drafts; key.</summary>
    public required int Number { get; init; }

    /// <summary>The matters after the edit, as JSON.</summary>
    public required string RowsJson { get; init; }

    /// <summary>What was done, in a few words.</summary>
    public required string Done { get; init; }

    /// <summary>Who did it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The matters in order.</summary>
    public IReadOnlyList<StandingRow> Rows => StandingRows.FromJson(RowsJson);
}

internal sealed class StandingMapping : IEntityTypeConfiguration<StandingVersion>, IEntityTypeConfiguration<StandingDraftStep>
{
    public void Configure(EntityTypeBuilder<StandingVersion> builder)
    {
        builder.ToTable("StandingVersions");
        builder.HasKey(v => v.Number);
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.HasIndex(v => v.EffectiveOn);
        builder.Ignore(v => v.Rows);
    }

    public void Configure(EntityTypeBuilder<StandingDraftStep> builder)
    {
        builder.ToTable("StandingDraftSteps");
        builder.HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Ignore(s => s.Rows);
    }
}

/// <summary>The tables of the standing catalogue.</summary>
public static class StandingTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Versions put in force.</summary>
        public DbSet<StandingVersion> StandingVersions => db.Set<StandingVersion>();

        /// <summary>The draft of the next version.</summary>
        public DbSet<StandingDraftStep> StandingDraftSteps => db.Set<StandingDraftStep>();
    }

    /// <summary>The version in force on a day, or null.</summary>
    public static Task<StandingVersion?> InForceAsync(this DbSet<StandingVersion> versions, DateOnly day, CancellationToken ct = default) =>
        versions.AsNoTracking().Where(v => v.EffectiveOn <= day).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
}
