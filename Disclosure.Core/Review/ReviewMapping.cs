using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Review;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.ToTable("Holds");
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.SubmissionId);
        builder.HasIndex(h => h.ClosedAt);
        builder.HasOne<Submission>().WithMany().HasForeignKey(h => h.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(h => h.Open);
        builder.Ignore(h => h.Papers);
    }
}

/// <summary>The tables of this module.</summary>
public static class ReviewTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Holds, open and ended.</summary>
        public DbSet<Hold> Holds => db.Set<Hold>();
    }
}
