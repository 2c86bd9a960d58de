using Disclosure.Core.Deadlines;

namespace Disclosure.Core.PublicOpinion;

/// <summary>What must happen within natural hours.</summary>
public enum OpinionClock
{
    /// <summary>发布权威信息 (C2).</summary>
    Information,

    /// <summary>举行新闻发布会.</summary>
    PressConference,

    /// <summary>予以回应.</summary>
    Response,
}

/// <summary>Which clocks run for which level, and what they are called.</summary>
public static class OpinionClocks
{
    /// <summary>The clocks of a level in the order of their ends: 5 and 24 hours for the two gravest, 48 for the others.</summary>
    public static IReadOnlyList<(OpinionClock Clock, int Hours)> Of(OpinionLevel level) =>
        level is OpinionLevel.Gravest or OpinionLevel.Grave
            ? [(OpinionClock.Information, DueDates.InformationHours), (OpinionClock.PressConference, DueDates.PressConferenceHours)]
            : [(OpinionClock.Response, DueDates.ResponseHours)];

    /// <summary>Natural hours of a clock.</summary>
    public static int HoursOf(OpinionClock clock) => Enum.GetValues<OpinionLevel>().SelectMany(Of).First(c => c.Clock == clock).Hours;

    /// <summary>What it is called.</summary>
    public static string Name(this OpinionClock clock) =>
        clock switch
        {
            OpinionClock.Information => "发布权威信息",
            OpinionClock.PressConference => "举行新闻发布会",
            OpinionClock.Response => "予以回应",
        };
}

/// <summary>One clock of one case as it stands.</summary>
/// <param name="Hours">Natural hours.</param>
/// <param name="Limit">The clock itself.</param>
public sealed record ClockState(OpinionClock Clock, int Hours, NaturalClock Limit)
{
    /// <summary>UTC at which it was met; null until then.</summary>
    public DateTime? MetAt { get; init; }

    /// <summary>Who met it, or entered that it was met.</summary>
    public string MetBy { get; init; } = "";

    /// <summary>By what: the publication, the press conference.</summary>
    public string MetText { get; init; } = "";

    /// <summary>The item whose publication met it.</summary>
    public int? SubmissionId { get; init; }

    /// <summary>True where it was entered by hand and may be taken back.</summary>
    public bool ByHand { get; init; }

    /// <summary>What is left, or was left when it was met; negative past the end.</summary>
    /// <param name="now">UTC.</param>
    public TimeSpan Left(DateTime now) => Limit.Left(MetAt ?? now);

    /// <summary>True once it is past its end unmet, or was met too late.</summary>
    /// <param name="now">UTC.</param>
    public bool Over(DateTime now) => Left(now) < TimeSpan.Zero;

    /// <summary>「还剩 3 小时 20 分」, 「超时 12 分」, 「按时完成」, 「超时 12 分完成」.</summary>
    /// <param name="now">UTC.</param>
    public string Words(DateTime now) =>
        (MetAt, Over(now)) switch
        {
            (null, _) => NaturalClock.LeftWords(Left(now)),
            (_, false) => "按时完成",
            _ => $"{NaturalClock.LeftWords(Left(now))}完成",
        };
}
