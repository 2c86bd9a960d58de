using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Publication;

/// <summary>A printing of an item's form: which one it was, and what it was a print of.</summary>
public sealed class FormPrint
{
    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>第n次打印, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Fingerprint of the revision at that moment.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Who printed.</summary>
    public required int StaffId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class FormPrintMapping : IEntityTypeConfiguration<FormPrint>
{
    public void Configure(EntityTypeBuilder<FormPrint> builder)
    {
        builder.ToTable("FormPrints");
        builder.HasKey(p => new { p.SubmissionId, p.Number });
        builder.HasOne<Submission>().WithMany().HasForeignKey(p => p.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
