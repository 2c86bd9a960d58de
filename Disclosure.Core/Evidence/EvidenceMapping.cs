using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Evidence;

internal sealed class EvidenceMapping
    : IEntityTypeConfiguration<Examination>,
        IEntityTypeConfiguration<ItemExamination>,
        IEntityTypeConfiguration<FindingJudgement>,
        IEntityTypeConfiguration<ExaminerVersion>
{
    public void Configure(EntityTypeBuilder<Examination> builder)
    {
        builder.ToTable("Examinations");
        builder
            .HasIndex(e => new
            {
                e.Sha256,
                e.Extension,
                e.Mark,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<ItemExamination> builder)
    {
        builder.ToTable("ItemExaminations");
        builder.Ignore(e => e.IsDone);
        builder
            .HasIndex(e => new
            {
                e.SubmissionId,
                e.Digest,
                e.Mark,
            })
            .IsUnique();
        builder.HasOne<Submission>().WithMany().HasForeignKey(e => e.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FindingJudgement> builder)
    {
        builder.ToTable("FindingJudgements");
        builder.HasIndex(j => j.SubmissionId);
        builder.HasOne<Submission>().WithMany().HasForeignKey(j => j.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ExaminerVersion> builder) => builder.ToTable("ExaminerVersions");
}

/// <summary>The tables of this module.</summary>
public static class EvidenceTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Examined contents.</summary>
        public DbSet<Examination> Examinations => db.Set<Examination>();

        /// <summary>What files give away together.</summary>
        public DbSet<ItemExamination> ItemExaminations => db.Set<ItemExamination>();

        /// <summary>Words on findings.</summary>
        public DbSet<FindingJudgement> FindingJudgements => db.Set<FindingJudgement>();

        /// <summary>Versions of the settings.</summary>
        public DbSet<ExaminerVersion> ExaminerVersions => db.Set<ExaminerVersion>();
    }
}
