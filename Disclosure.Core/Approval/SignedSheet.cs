using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Approval;

/// <summary>How a scan was matched to its printing.</summary>
public enum SheetMatch
{
    /// <summary>By the QR code on the paper.</summary>
    Code,

    /// <summary>By the person who uploaded it.</summary>
    Hand,
}

/// <summary>The scan of a signed sheet (签字原件扫描件), bound to one printing; never part of the content.</summary>
public sealed class SignedSheet
{
    /// <summary>How the purpose of every upload of a sheet begins.</summary>
    public const string PurposeStart = "sheet:";

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>Number of the printing.</summary>
    public required int PrintNumber { get; init; }

    /// <summary>The file, with its hash.</summary>
    public required int FileId { get; init; }

    /// <summary>How it was matched.</summary>
    public required SheetMatch Match { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Codes of the steps whose boxes carry a signature by pen, with commas between; empty while nobody has looked.</summary>
    public string Steps { get; private set; } = "";

    /// <summary>Who looked.</summary>
    public string MarkedByName { get; private set; } = "";

    /// <summary>UTC of the looking, or null.</summary>
    public DateTime? MarkedAt { get; private set; }

    /// <summary>Why it counts no longer (uploaded by mistake), or empty.</summary>
    public string Withdrawn { get; private set; } = "";

    /// <summary>Steps signed by pen.</summary>
    public IReadOnlyList<string> SignedSteps => Steps.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What an upload is kept under until it is finished; 0 leaves the item to the code on the paper.</summary>
    public static string UploadPurpose(int id) => $"{PurposeStart}{id}";

    /// <summary>Enters which boxes carry a signature by pen.</summary>
    public void Mark(IEnumerable<string> steps, string byName, DateTime at) =>
        (Steps, MarkedByName, MarkedAt) = (string.Join(',', steps), byName, at);

    /// <summary>Takes it out of account; the scan itself stays.</summary>
    public void Withdraw(string reason) => Withdrawn = reason;
}

internal sealed class SignedSheetMapping : IEntityTypeConfiguration<SignedSheet>
{
    public void Configure(EntityTypeBuilder<SignedSheet> builder)
    {
        builder.ToTable("SignedSheets");
        builder.Ignore(s => s.SignedSteps);
        builder.HasIndex(s => new { s.SubmissionId, s.PrintNumber });
        builder.HasOne<FormPrint>().WithMany().HasForeignKey(s => new { s.SubmissionId, s.PrintNumber }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of paper.</summary>
public static class PaperTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Printings of forms.</summary>
        public DbSet<FormPrint> FormPrints => db.Set<FormPrint>();

        /// <summary>What stood on them.</summary>
        public DbSet<PrintedSheet> PrintedSheets => db.Set<PrintedSheet>();

        /// <summary>Scans of signed sheets.</summary>
        public DbSet<SignedSheet> SignedSheets => db.Set<SignedSheet>();
    }
}
