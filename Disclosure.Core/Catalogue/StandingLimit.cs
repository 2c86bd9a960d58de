using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Catalogue;

/// <summary>How often a matter is to be published.</summary>
public enum LimitPeriod
{
    /// <summary>不定期: whenever there is something, counted from the day it was formed.</summary>
    Irregular,

    /// <summary>月.</summary>
    Month,

    /// <summary>季.</summary>
    Quarter,

    /// <summary>半年.</summary>
    HalfYear,

    /// <summary>年.</summary>
    Year,
}

/// <summary>The time limit of a matter, as far as it can be computed (C4).</summary>
/// <param name="Months">Whole months after the end of the period; 0 where irregular.</param>
/// <param name="Days">Calendar days after that; where irregular, working days from the day the information was formed, 0 for no fixed
/// limit.</param>
public sealed partial record StandingLimit(LimitPeriod Period, int Months = 0, int Days = 0)
{
    /// <summary>Most months and days that make sense.</summary>
    public const int MostMonths = 24;

    /// <summary>Most days.</summary>
    public const int MostDays = 366;

    /// <summary>True where dates follow from the calendar alone.</summary>
    [JsonIgnore]
    public bool IsPeriodic => Period != LimitPeriod.Irregular;

    /// <summary>True while it can be reckoned with.</summary>
    [JsonIgnore]
    public bool IsSound =>
        Enum.IsDefined(Period) && Months is >= 0 and <= MostMonths && Days is >= 0 and <= MostDays && (IsPeriodic || Months == 0);

    /// <summary>「每年，期满后6个月内」.</summary>
    [JsonIgnore]
    public string Words
    {
        get
        {
            if (!IsPeriodic)
            {
                return Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"自形成之日起{Days}个工作日内") : "不定期";
            }
            var after = (Months > 0 ? $"{Months}个月" : "") + (Days > 0 ? $"{(Months > 0 ? "零" : "")}{Days}天" : "");
            return $"每{Period.Name()}，{(after.Length > 0 ? $"期满后{after}内" : "期内")}";
        }
    }

    /// <summary>Last day of the period in which a day lies.</summary>
    public DateOnly EndOf(DateOnly day)
    {
        var last = Period switch
        {
            LimitPeriod.Month => day.Month,
            LimitPeriod.Quarter => (day.Month + 2) / 3 * 3,
            LimitPeriod.HalfYear => day.Month <= 6 ? 6 : 12,
            _ => 12,
        };
        return MonthEnd(day.Year, last);
    }

    /// <summary>Last day of the period before the one that ends on a day.</summary>
    public DateOnly EndBefore(DateOnly end) =>
        EndOf(
            new DateOnly(end.Year, end.Month, 1).AddMonths(
                -(
                    Period switch
                    {
                        LimitPeriod.Month => 1,
                        LimitPeriod.Quarter => 3,
                        LimitPeriod.HalfYear => 6,
                        _ => 12,
                    }
                )
            )
        );

    /// <summary>Last day of the period after the one that ends on a day.</summary>
    public DateOnly EndAfter(DateOnly end) => EndOf(end.AddDays(1));

    /// <summary>Day on which what concerns the period ending then is due.</summary>
    public DateOnly Due(DateOnly end)
    {
        var month = new DateOnly(end.Year, end.Month, 1).AddMonths(Months);
        return MonthEnd(month.Year, month.Month).AddDays(Days);
    }

    /// <summary>What can be read out of words such as 「每季度，季后20日内」; irregular without a limit where nothing can.</summary>
    public static StandingLimit Guess(string words)
    {
        if (WorkDays().Match(words) is { Success: true } work)
        {
            return new StandingLimit(LimitPeriod.Irregular, 0, Number(work));
        }
        var period = words switch
        {
            _ when words.Contains("半年", StringComparison.Ordinal) => LimitPeriod.HalfYear,
            _ when words.Contains('季', StringComparison.Ordinal) => LimitPeriod.Quarter,
            _ when words.Contains("每月", StringComparison.Ordinal)
                    || words.Contains("月度", StringComparison.Ordinal)
                    || words.Contains("月后", StringComparison.Ordinal) => LimitPeriod.Month,
            _ when words.Contains('年', StringComparison.Ordinal) => LimitPeriod.Year,
            _ => LimitPeriod.Irregular,
        };
        if (period == LimitPeriod.Irregular)
        {
            return new StandingLimit(period);
        }
        var limit = new StandingLimit(
            period,
            AfterMonths().Match(words) is { Success: true } m ? Number(m) : 0,
            AfterDays().Match(words) is { Success: true } d ? Number(d) : 0
        );
        return limit.IsSound ? limit : new StandingLimit(LimitPeriod.Irregular);
    }

    private static int Number(Match match) =>
        int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? Math.Min(n, MostDays)
            : MostDays;

    private static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    [GeneratedRegex(@"(\d+)\s*个?工作日")]
    private static partial Regex WorkDays();

    [GeneratedRegex(@"(\d+)\s*个月")]
    private static partial Regex AfterMonths();

    [GeneratedRegex(@"(\d+)\s*[日天]")]
    private static partial Regex AfterDays();
}

/// <summary>Words of the limits.</summary>
public static class LimitWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this LimitPeriod period) =>
        period switch
        {
            LimitPeriod.Month => "月",
            LimitPeriod.Quarter => "季",
            LimitPeriod.HalfYear => "半年",
            LimitPeriod.Year => "年",
            LimitPeriod.Irregular => "不定期",
        };
}
