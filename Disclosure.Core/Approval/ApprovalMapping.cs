using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Approval;

/// <summary>What a reviewer has typed but not signed; kept on the server so that a cut line loses nothing.</summary>
public sealed class DecisionDraft
{
    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>Who typed it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Step it was typed at.</summary>
    public required string Step { get; init; }

    /// <summary>Round it was typed in.</summary>
    public required int Round { get; init; }

    /// <summary>The typed state as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Signature>, IEntityTypeConfiguration<DecisionDraft>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("Signatures");
        builder.HasIndex(s => s.SubmissionId);
        builder.HasIndex(s => s.StaffId);
        builder.HasOne<Submission>().WithMany().HasForeignKey(s => s.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(s => s.Answers);
        builder.Ignore(s => s.Particulars);
        builder.Ignore(s => s.ColumnsAgree);
    }

    public void Configure(EntityTypeBuilder<DecisionDraft> builder)
    {
        builder.ToTable("DecisionDrafts");
        builder.HasKey(d => new
        {
            d.SubmissionId,
            d.StaffId,
            d.Step,
            d.Round,
        });
    }
}

/// <summary>The tables of this module.</summary>
public static class ApprovalTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Readings of items that wait for their hour.</summary>
        public DbSet<PlannedReading> PlannedReadings => db.Set<PlannedReading>();

        /// <summary>Everything anybody signed.</summary>
        public DbSet<Signature> Signatures => db.Set<Signature>();

        /// <summary>Typed, not yet signed.</summary>
        public DbSet<DecisionDraft> DecisionDrafts => db.Set<DecisionDraft>();
    }
}
