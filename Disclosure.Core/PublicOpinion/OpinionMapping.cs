using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.PublicOpinion;

internal sealed class OpinionMapping
    : IEntityTypeConfiguration<OpinionCase>,
        IEntityTypeConfiguration<OpinionEvent>,
        IEntityTypeConfiguration<OpinionReply>
{
    public void Configure(EntityTypeBuilder<OpinionCase> builder)
    {
        builder.ToTable("OpinionCases");
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.ClosedAt);
        builder.HasIndex(c => c.SectionId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.RegisteredUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.RegisteredById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OpinionEvent> builder)
    {
        builder.ToTable("OpinionEvents");
        builder.HasIndex(e => e.CaseId);
        builder.HasOne<OpinionCase>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        // A draft thrown away leaves the words; only the way to it is gone.
        builder.HasOne<Submission>().WithMany().HasForeignKey(e => e.SubmissionId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<OpinionReply> builder)
    {
        builder.ToTable("OpinionReplies");
        builder.HasKey(r => r.SubmissionId);
        builder.HasIndex(r => r.CaseId);
        builder.HasOne<OpinionCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The tables of this module.</summary>
public static class OpinionTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Cases.</summary>
        public DbSet<OpinionCase> OpinionCases => db.Set<OpinionCase>();

        /// <summary>What happened to them.</summary>
        public DbSet<OpinionEvent> OpinionEvents => db.Set<OpinionEvent>();

        /// <summary>Items that answer them.</summary>
        public DbSet<OpinionReply> OpinionReplies => db.Set<OpinionReply>();
    }
}
