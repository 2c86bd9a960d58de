using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Submissions;

internal sealed class SubmissionMapping
    : IEntityTypeConfiguration<Submission>,
        IEntityTypeConfiguration<Revision>,
        IEntityTypeConfiguration<ItemFile>,
        IEntityTypeConfiguration<Contribution>,
        IEntityTypeConfiguration<NumberCounter>,
        IEntityTypeConfiguration<DraftTemplate>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        // Whatever stands between, of two decisions on the same state only one is written.
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => s.CatalogueIndex).IsUnique();
        builder.HasIndex(s => new { s.State, s.Step });
        builder.HasIndex(s => s.UnitId);
        builder.HasIndex(s => s.EndedAt);
        builder.HasIndex(s => new { s.Kind, s.State });
        builder.HasIndex(s => s.LinkedItemId);
        builder.HasOne<Submission>().WithMany().HasForeignKey(s => s.AmendsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.CatalogueEntryId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(s => s.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.PrimitiveCollection(s => s.DraftAuthors);
        builder.Ignore(s => s.Draft);
        builder.Ignore(s => s.ToSend);
        builder.Ignore(s => s.Editable);
        builder.Ignore(s => s.Ended);
    }

    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasIndex(r => new { r.SubmissionId, r.Number }).IsUnique();
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(r => r.Content);
        builder.Ignore(r => r.ColumnsAgree);
    }

    public void Configure(EntityTypeBuilder<ItemFile> builder)
    {
        builder.ToTable("ItemFiles");
        builder.HasIndex(f => new { f.SubmissionId, f.RevisionId });
        builder.HasIndex(f => f.Sha256);
        builder.HasOne<Submission>().WithMany().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("Contributions");
        builder
            .HasIndex(c => new
            {
                c.SubmissionId,
                c.StaffId,
                c.Round,
            })
            .IsUnique();
        builder.HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NumberCounter> builder)
    {
        builder.ToTable("NumberCounters");
        builder.HasKey(c => new { c.Series, c.Year });
    }

    public void Configure(EntityTypeBuilder<DraftTemplate> builder)
    {
        builder.ToTable("DraftTemplates");
        builder.HasIndex(t => new { t.StaffId, t.Name }).IsUnique();
        builder.HasIndex(t => t.SubmissionId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of this module.</summary>
public static class SubmissionTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Items.</summary>
        public DbSet<Submission> Submissions => db.Set<Submission>();

        /// <summary>What was sent in, frozen.</summary>
        public DbSet<Revision> Revisions => db.Set<Revision>();

        /// <summary>Files of drafts and revisions.</summary>
        public DbSet<ItemFile> ItemFiles => db.Set<ItemFile>();

        /// <summary>Forms that people begin new items with.</summary>
        public DbSet<DraftTemplate> DraftTemplates => db.Set<DraftTemplate>();

        /// <summary>Hands put to the content.</summary>
        public DbSet<Contribution> Contributions => db.Set<Contribution>();
    }
}
