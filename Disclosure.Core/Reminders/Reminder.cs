using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Reminders;

/// <summary>A sentence one person was told once (提醒), with the page that it leads to.</summary>
public sealed class Reminder
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Who is told.</summary>
    public required int StaffId { get; init; }

    /// <summary>What it is about and at which stage; a person hears each once.</summary>
    public required string Key { get; init; }

    /// <summary>The sentence. It names numbers and days; content of an item only where <see cref="SubmissionId"/> says which.</summary>
    public required string Text { get; init; }

    /// <summary>Path of the page where it is dealt with, with the leading slash.</summary>
    public required string Link { get; init; }

    /// <summary>The item it speaks of; hidden from whoever may no longer read that item. Null when it speaks of none.</summary>
    public int? SubmissionId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RaisedAt { get; init; }

    /// <summary>UTC at which the person said that it was seen; null until then.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>Notes that the person has seen it; a second time changes nothing.</summary>
    public void See(DateTime now) => SeenAt ??= now;
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.HasIndex(r => new { r.Key, r.StaffId }).IsUnique();
        builder.HasIndex(r => new { r.StaffId, r.SeenAt });
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
        // A draft thrown away takes with it what was said of it.
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The table of this module.</summary>
public static class ReminderTables
{
    extension(DisclosureDb db)
    {
        /// <summary>What people were told.</summary>
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}
