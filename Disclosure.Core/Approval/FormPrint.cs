using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Approval;

/// <summary>Where the paper of a printing is.</summary>
public enum OriginalPlace
{
    /// <summary>在外: printed and not yet back.</summary>
    Out,

    /// <summary>已收回: back at the office, signed or void.</summary>
    Received,

    /// <summary>已归档: in a numbered box.</summary>
    Archived,

    /// <summary>已注销: misprinted, void and destroyed, or lost, with the reason.</summary>
    WrittenOff,
}

/// <summary>A printing of an item's form: which one it was, what it was a print of, and where its paper is.</summary>
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

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Where the paper is.</summary>
    public OriginalPlace Place { get; private set; }

    /// <summary>UTC of the last entry about the paper, or null while it is out.</summary>
    public DateTime? PlacedAt { get; private set; }

    /// <summary>Who entered it.</summary>
    public string PlacedByName { get; private set; } = "";

    /// <summary>Number of the archive box, or empty.</summary>
    public string Box { get; private set; } = "";

    /// <summary>Why it was written off, or empty.</summary>
    public string PlaceNote { get; private set; } = "";

    /// <summary>
    /// True when it stands for the item no longer: the content changed, or is with the editor to be changed, or was stopped.
    /// </summary>
    /// <param name="present">Fingerprint of the item.</param>
    /// <param name="state">State of the item.</param>
    public bool IsVoid(string present, ItemState state) =>
        Fingerprint != present || state is ItemState.Draft or ItemState.Returned or ItemState.Withdrawn or ItemState.Stopped;

    /// <summary>Enters where the paper is now.</summary>
    public void Put(OriginalPlace place, string box, string note, string byName, DateTime at) =>
        (Place, Box, PlaceNote, PlacedByName, PlacedAt) = (place, box, note, byName, at);
}

/// <summary>What stood on the paper of a printing, a few kilobytes; gone once the item's content was erased.</summary>
public sealed class PrintedSheet
{
    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>第n次打印.</summary>
    public required int Number { get; init; }

    /// <summary>The sheet as JSON, compressed.</summary>
    public required byte[] Packed { get; init; }
}

/// <summary>Words for the places of an original.</summary>
public static class OriginalWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this OriginalPlace place) =>
        place switch
        {
            OriginalPlace.Out => "在外",
            OriginalPlace.Received => "已收回",
            OriginalPlace.Archived => "已归档",
            OriginalPlace.WrittenOff => "已注销",
        };
}

internal sealed class FormPrintMapping : IEntityTypeConfiguration<FormPrint>, IEntityTypeConfiguration<PrintedSheet>
{
    public void Configure(EntityTypeBuilder<PrintedSheet> builder)
    {
        builder.ToTable("PrintedSheets");
        builder.HasKey(p => new { p.SubmissionId, p.Number });
        builder
            .HasOne<FormPrint>()
            .WithOne()
            .HasForeignKey<PrintedSheet>(p => new { p.SubmissionId, p.Number })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FormPrint> builder)
    {
        builder.ToTable("FormPrints");
        builder.HasKey(p => new { p.SubmissionId, p.Number });
        builder.HasIndex(p => new { p.Place, p.At });
        builder.HasOne<Submission>().WithMany().HasForeignKey(p => p.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
