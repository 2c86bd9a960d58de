using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.PublicOpinion;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>Colour stands for overdue and due alone.</summary>
internal static class OpinionLook
{
    /// <summary>Class of the small mark in a row.</summary>
    public static string Due(ClockState clock, DateTime now) =>
        clock.MetAt is null ? Stage(clock.Limit.StageAt(now), "late", "today", "ahead")
        : clock.Over(now) ? "late"
        : "ahead";

    /// <summary>Class of the large face.</summary>
    public static string Face(ClockState clock, DateTime now) =>
        clock.MetAt is not null
            ? clock.Over(now)
                ? "met late"
                : "met"
            : Stage(clock.Limit.StageAt(now), "over", "last", "");

    /// <summary>Class of the edge of a face.</summary>
    public static string Edge(string face) => Tone(face) is { Length: > 0 } tone ? $"mud-border-{tone}" : "";

    /// <summary>Class of the words of a face.</summary>
    public static string Ink(string face) => Tone(face) is { Length: > 0 } tone ? $"mud-{tone}-text" : "";

    /// <summary>「3:20」, for a wall.</summary>
    public static string Figure(TimeSpan left)
    {
        var minutes = (long)(left < TimeSpan.Zero ? Math.Floor(-left.TotalMinutes) : Math.Ceiling(left.TotalMinutes));
        return $"{minutes / 60}:{minutes % 60:00}";
    }

    /// <summary>The bureau's minute that runs, for a field of date and time.</summary>
    public static DateTime Minute(DateTime utc) => BureauTime.Local(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute)));

    private static string Tone(string face) =>
        face switch
        {
            "over" or "met late" => "error",
            "last" => "warning",
            "met" => "success",
            _ => "",
        };

    private static string Stage(NaturalStage stage, string over, string last, string early) =>
        stage == NaturalStage.Over ? over
        : stage == NaturalStage.LastHour ? last
        : early;
}
