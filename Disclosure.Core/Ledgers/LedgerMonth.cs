using System.Globalization;
using System.Text.Json.Serialization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Ledgers;

/// <summary>A calendar month of the bureau's time.</summary>
public readonly record struct LedgerMonth(int Year, int Month)
{
    /// <summary>Its first day.</summary>
    [JsonIgnore]
    public DateOnly First => new(Year, Month, 1);

    /// <summary>UTC of its beginning.</summary>
    [JsonIgnore]
    public DateTime FromUtc => BureauTime.ToUtc(First.ToDateTime(TimeOnly.MinValue));

    /// <summary>UTC of its end, which belongs to the next.</summary>
    [JsonIgnore]
    public DateTime UntilUtc => Next.FromUtc;

    /// <summary>The month after.</summary>
    [JsonIgnore]
    public LedgerMonth Next => Of(First.AddMonths(1));

    /// <summary>The month before.</summary>
    [JsonIgnore]
    public LedgerMonth Previous => Of(First.AddMonths(-1));

    /// <summary>「2026年11月」.</summary>
    [JsonIgnore]
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year}年{Month}月");

    /// <summary>The month of a day.</summary>
    public static LedgerMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads 「2026-11」; null for anything else.</summary>
    public static LedgerMonth? Read(string? text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is >= 2000 and < 9000
            ? Of(first)
            : null;

    /// <summary>True when the moment lies in it.</summary>
    public bool Holds(DateTime utc) => utc >= FromUtc && utc < UntilUtc;

    /// <summary>True once it is over on the bureau's day.</summary>
    public bool Over(DateOnly today) => Next.First <= today;

    /// <summary>「2026-11」, as in addresses.</summary>
    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
