using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Publication;

/// <summary>A published item came down (下线); kept for ever, and nothing of what was published is overwritten.</summary>
public sealed class TakeDown
{
    /// <summary>The item that came down; each comes down once.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>Why.</summary>
    public required TakeDownGround Ground { get; init; }

    /// <summary>Reason as entered.</summary>
    public required string Reason { get; init; }

    /// <summary>The item under whose signatures it came down or is countersigned; null when a notice simply ended (D6).</summary>
    public required int? AmendmentId { get; init; }

    /// <summary>Who entered it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC of entry.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC at which the last signature stood under it; null while an emergency waits to be countersigned.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>All have signed.</summary>
    public void Sign(DateTime at) => SignedAt ??= at;
}

/// <summary>Publishing on one channel was tried and failed (发布失败); a later success supersedes it and does not remove it.</summary>
public sealed class ChannelFailure
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>Who tried.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>An hour of publication was set, moved or lifted; all are kept.</summary>
public sealed class PlannedTime
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>UTC planned, or null when lifted.</summary>
    public required DateTime? PlannedAt { get; init; }

    /// <summary>Reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class TakeDownMapping
    : IEntityTypeConfiguration<TakeDown>,
        IEntityTypeConfiguration<ChannelFailure>,
        IEntityTypeConfiguration<PlannedTime>
{
    public void Configure(EntityTypeBuilder<TakeDown> builder)
    {
        builder.ToTable("TakeDowns");
        builder.HasKey(t => t.SubmissionId);
        builder.HasIndex(t => t.AmendmentId);
        builder.HasOne<Submission>().WithMany().HasForeignKey(t => t.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Submission>().WithMany().HasForeignKey(t => t.AmendmentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ChannelFailure> builder)
    {
        builder.ToTable("ChannelFailures");
        builder.HasIndex(f => new { f.SubmissionId, f.Channel });
        builder.HasOne<Submission>().WithMany().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlannedTime> builder)
    {
        builder.ToTable("PlannedTimes");
        builder.HasIndex(p => p.SubmissionId);
        builder.HasOne<Submission>().WithMany().HasForeignKey(p => p.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
