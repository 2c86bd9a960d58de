using System.Globalization;

namespace Disclosure.Core.Deadlines;

/// <summary>How far a clock in natural hours has run.</summary>
public enum NaturalStage
{
    /// <summary>Less than half.</summary>
    Early,

    /// <summary>Half or more.</summary>
    Half,

    /// <summary>The last hour.</summary>
    LastHour,

    /// <summary>Past the end.</summary>
    Over,
}

/// <summary>A limit in natural hours: it runs through the night, over weekends and over every holiday.</summary>
/// <param name="From">UTC at which it begins.</param>
/// <param name="Hours">Natural hours, 2 or more.</param>
public readonly record struct NaturalClock(DateTime From, int Hours)
{
    /// <summary>UTC of the end; done at that moment is done in time.</summary>
    public DateTime Due => From.AddHours(Hours);

    /// <summary>UTC at which half is used.</summary>
    public DateTime Half => From.AddMinutes(Hours * 30);

    /// <summary>UTC at which the last hour begins.</summary>
    public DateTime LastHour => Due.AddHours(-1);

    /// <summary>What is left; negative once it is over.</summary>
    /// <param name="at">UTC.</param>
    public TimeSpan Left(DateTime at) => Due - at;

    /// <summary>How far it has run.</summary>
    /// <param name="at">UTC.</param>
    public NaturalStage StageAt(DateTime at) =>
        at > Due ? NaturalStage.Over
        : at >= LastHour ? NaturalStage.LastHour
        : at >= Half ? NaturalStage.Half
        : NaturalStage.Early;

    /// <summary>「3 小时 20 分」; minutes begun count whole when time is left, so that nothing ever says 0 while there is time.</summary>
    public static string Words(TimeSpan span)
    {
        var minutes = (long)(span < TimeSpan.Zero ? Math.Floor(-span.TotalMinutes) : Math.Ceiling(span.TotalMinutes));
        var (hours, rest) = (minutes / 60, minutes % 60);
        return minutes == 0 ? "不到 1 分"
            : hours == 0 ? string.Create(CultureInfo.InvariantCulture, $"{rest} 分")
            : string.Create(CultureInfo.InvariantCulture, $"{hours} 小时 {rest} 分");
    }

    /// <summary>「还剩 3 小时 20 分」 or 「超时 12 分」.</summary>
    /// <param name="left">What is left; negative once it is over.</param>
    public static string LeftWords(TimeSpan left) => left < TimeSpan.Zero ? $"超时 {Words(left)}" : $"还剩 {Words(left)}";
}
