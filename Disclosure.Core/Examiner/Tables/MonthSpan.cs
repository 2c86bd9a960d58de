using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>The months of a year that a figure is about, both ends included; cumulative figures begin with January.</summary>
/// <param name="Year">The year, four digits; empty where none is named.</param>
/// <param name="From">First month, 1 to 12.</param>
/// <param name="To">Last month, 1 to 12.</param>
internal readonly partial record struct MonthSpan(string Year, int From, int To)
{
    /// <summary>Number of months.</summary>
    public int Length => To - From + 1;

    /// <summary>The time that words name, or null where they name none, or one of another year such as 上年同期.</summary>
    /// <param name="words">A label or a title.</param>
    /// <param name="around">Time of the table, for 本月 and 累计, and for a year that the words leave out.</param>
    public static MonthSpan? Of(string words, MonthSpan? around)
    {
        if (OfAnotherTime().IsMatch(words))
        {
            return null;
        }
        var year = YearOf().Match(words) is { Success: true } named ? named.Groups[1].Value : around?.Year ?? "";
        var cumulative = words.Contains("累计", StringComparison.Ordinal);
        if (Months().Match(words) is { Success: true } range)
        {
            return Between(year, Month(range.Groups[1]), Month(range.Groups[2]));
        }
        if (OneMonth().Match(words) is { Success: true } one)
        {
            var month = Month(one.Groups[1]);
            return Between(year, cumulative ? 1 : month, month);
        }
        if (Part().Match(words) is { Success: true } part)
        {
            var (from, to) = part.Value switch
            {
                "前三季度" => (1, 9),
                "上半年" => (1, 6),
                "下半年" => (7, 12),
                "全年" => (1, 12),
                { Length: > 3 } upTo => (
                    1,
                    3 * ("一二三四".IndexOf(upTo[^3], StringComparison.Ordinal) is >= 0 and var quarter ? quarter + 1 : upTo[^3] - '0')
                ),
                ['一' or '1', ..] => (1, 3),
                ['二' or '2', ..] => (cumulative ? 1 : 4, 6),
                ['三' or '3', ..] => (cumulative ? 1 : 7, 9),
                _ => (cumulative ? 1 : 10, 12),
            };
            return new MonthSpan(year, from, to);
        }
        // A year alone is the whole of it, unless the table is about some months: there it may mean the same months of another year.
        if (YearOf().IsMatch(words) && !cumulative)
        {
            return around is null or { Length: 12 } ? new MonthSpan(year, 1, 12) : null;
        }
        return around is not { } table ? null
            : cumulative ? table with { Year = year, From = 1 }
            : ThisMonth().IsMatch(words) ? table with { Year = year, From = table.To }
            : null;
    }

    /// <summary>True for words such as 上年同期, and for a year alone; such a line is not of the table's own time.</summary>
    public static bool SpeaksOfAnotherTime(string words) => OfAnotherTime().IsMatch(words) || YearOf().IsMatch(words);

    /// <summary>The words without what they say of the time, so that those of two months are equal.</summary>
    public static string Without(string words) => Time().Replace(words, "");

    private static MonthSpan? Between(string year, int from, int to) =>
        from is >= 1 and <= 12 && to >= from && to <= 12 ? new MonthSpan(year, from, to) : null;

    private static int Month(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("上年|去年|上月|同期|同比|环比|往年|年初", RegexOptions.None, 1000)]
    private static partial Regex OfAnotherTime();

    [GeneratedRegex(@"((?:19|20)[0-9]{2})\s*年", RegexOptions.None, 1000)]
    private static partial Regex YearOf();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})\s*月?\s*[-—–－~～至到]+\s*([0-9]{1,2})\s*月", RegexOptions.None, 1000)]
    private static partial Regex Months();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})\s*月", RegexOptions.None, 1000)]
    private static partial Regex OneMonth();

    [GeneratedRegex(@"前三季度|上半年|下半年|全年|[一1]\s*[-—–－~～至到]\s*[二三四2-4]季度|[一二三四1-4]季度", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("本月|当月|本期", RegexOptions.None, 1000)]
    private static partial Regex ThisMonth();

    [GeneratedRegex(
        @"(?:(?:19|20)[0-9]{2}\s*年度?)?(?:[0-9]{1,2}\s*月?\s*[-—–－~～至到]+\s*)?[0-9]{1,2}\s*月份?|(?:19|20)[0-9]{2}\s*年度?|前三季度|上半年|下半年|全年|第?[一1]\s*[-—–－~～至到]\s*[二三四2-4]季度|第?[一二三四1-4]季度|本月止累计|止累计|累计|本月止|本月|当月|本期|末|[止/\s]",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Time();
}
