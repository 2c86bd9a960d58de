using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Ledgers;

/// <summary>A month's ledger as the office confirmed it; never changed afterwards.</summary>
public sealed class MonthlyReport
{
    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Month, from 1.</summary>
    public required int Month { get; init; }

    /// <summary>The figures as they stood, as JSON.</summary>
    public required string FiguresJson { get; init; }

    /// <summary>SHA-256 of that text, 64 hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Remark, or empty.</summary>
    public required string Remark { get; init; }

    /// <summary>Who confirmed.</summary>
    public required int ConfirmedBy { get; init; }

    /// <summary>Name as confirmed.</summary>
    public required string ConfirmedByName { get; init; }

    /// <summary>For whom, when confirmed under a delegation; otherwise empty.</summary>
    public required string ActingForName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ConfirmedAt { get; init; }
}

internal sealed class LedgerMapping : IEntityTypeConfiguration<MonthlyReport>, IEntityTypeConfiguration<WithholdingReview>
{
    public void Configure(EntityTypeBuilder<MonthlyReport> builder)
    {
        builder.ToTable("MonthlyReports");
        builder.HasKey(r => new { r.Year, r.Month });
    }

    public void Configure(EntityTypeBuilder<WithholdingReview> builder)
    {
        builder.ToTable("WithholdingReviews");
        builder.HasKey(r => new { r.SubmissionId, r.Year });
        builder.HasOne<Submissions.Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of this module.</summary>
public static class LedgerTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Months the office has confirmed.</summary>
        public DbSet<MonthlyReport> MonthlyReports => db.Set<MonthlyReport>();

        /// <summary>Yearly judgements of what was withheld.</summary>
        public DbSet<WithholdingReview> WithholdingReviews => db.Set<WithholdingReview>();
    }
}
