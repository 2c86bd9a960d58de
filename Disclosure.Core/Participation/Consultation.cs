using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Participation;

/// <summary>Where a consultation stands on a day.</summary>
public enum ConsultationState
{
    /// <summary>未开始.</summary>
    Ahead,

    /// <summary>征集中.</summary>
    Open,

    /// <summary>待反馈: it is over and nothing was answered yet.</summary>
    Unanswered,

    /// <summary>已反馈.</summary>
    Answered,
}

/// <summary>Who an opinion comes from; no names are kept.</summary>
public enum Voice
{
    /// <summary>个人.</summary>
    Citizen,

    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>社会组织.</summary>
    Association,

    /// <summary>党政机关、事业单位.</summary>
    Authority,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>What becomes of an opinion.</summary>
public enum FeedbackDecision
{
    /// <summary>采纳.</summary>
    Adopted,

    /// <summary>部分采纳.</summary>
    Partly,

    /// <summary>未采纳.</summary>
    Rejected,
}

/// <summary>The public is asked for its opinion (意见征集, C5).</summary>
public sealed class Consultation
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Title.</summary>
    public required string Title { get; set; }

    /// <summary>What is asked.</summary>
    public required string Text { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>The section that asks.</summary>
    public required int UnitId { get; init; }

    /// <summary>Where it is asked.</summary>
    public required Channel Channel { get; set; }

    /// <summary>The item consulted on (B3-4), or null.</summary>
    public int? SubmissionId { get; set; }

    /// <summary>Day on which the summary was published, or null.</summary>
    public DateOnly? SummaryOn { get; set; }

    /// <summary>Where the summary stands.</summary>
    public string SummaryPlace { get; set; } = "";

    /// <summary>The summary in short.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }

    /// <summary>State on a day.</summary>
    public ConsultationState StateOn(DateOnly today) =>
        SummaryOn is not null ? ConsultationState.Answered
        : today < From ? ConsultationState.Ahead
        : today <= Until ? ConsultationState.Open
        : ConsultationState.Unanswered;
}

/// <summary>One opinion that came in.</summary>
public sealed class Feedback
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The consultation.</summary>
    public required int ConsultationId { get; init; }

    /// <summary>Day on which it came in.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Kind of sender.</summary>
    public required Voice From { get; init; }

    /// <summary>The opinion.</summary>
    public required string Text { get; init; }

    /// <summary>What became of it, or null while undecided.</summary>
    public FeedbackDecision? Decision { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Who decided, or empty.</summary>
    public string DecidedBy { get; set; } = "";

    /// <summary>UTC of the entry.</summary>
    public required DateTime At { get; init; }
}

internal sealed class ParticipationMapping : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations");
        builder.HasIndex(c => c.Until);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("ConsultationFeedback");
        builder.HasIndex(f => f.ConsultationId);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(f => f.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of this module.</summary>
public static class ParticipationTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Consultations of the public.</summary>
        public DbSet<Consultation> Consultations => db.Set<Consultation>();

        /// <summary>Opinions that came in.</summary>
        public DbSet<Feedback> ConsultationFeedback => db.Set<Feedback>();
    }
}

/// <summary>Words of this module.</summary>
public static class ParticipationWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this ConsultationState state) =>
        state switch
        {
            ConsultationState.Ahead => "未开始",
            ConsultationState.Open => "征集中",
            ConsultationState.Unanswered => "待反馈",
            ConsultationState.Answered => "已反馈",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this Voice voice) =>
        voice switch
        {
            Voice.Citizen => "个人",
            Voice.Enterprise => "企业",
            Voice.Association => "社会组织",
            Voice.Authority => "党政机关、事业单位",
            Voice.Other => "其他",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this FeedbackDecision decision) =>
        decision switch
        {
            FeedbackDecision.Adopted => "采纳",
            FeedbackDecision.Partly => "部分采纳",
            FeedbackDecision.Rejected => "未采纳",
        };
}
