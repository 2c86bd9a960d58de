using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Submissions;

/// <summary>
/// What a new item takes over from an earlier one or from a template: what is the same every month. Files, answers, confirmations, numbers
/// and days are of that one item and never come along.
/// </summary>
public static partial class ItemCopy
{
    private static readonly string[] Quarters = ["一", "二", "三", "四"];

    /// <summary>A new content with what may be taken over; authors and telephone are those of whoever begins.</summary>
    /// <param name="from">The earlier content.</param>
    /// <param name="begun">The content as a new item begins with it.</param>
    public static ItemContent Of(ItemContent from, ItemContent begun)
    {
        var copy = Kept(from);
        copy.Title = NextPeriod(copy.Title);
        (copy.Bylines, copy.Phone) = (begun.Copy().Bylines, begun.Phone);
        return copy;
    }

    /// <summary>What a template keeps: the same, with the title as it stands and without authors and telephone.</summary>
    public static ItemContent Kept(ItemContent from) =>
        new()
        {
            Title = from.Title,
            Summary = from.Summary,
            Kind = from.Kind,
            A8Category = from.A8Category,
            Origin = from.Origin,
            MakingBody = from.MakingBody,
            Attribute = from.Attribute,
            Ground = from.Ground,
            LegalBasis = from.LegalBasis,
            Channels = [.. from.Channels],
            WebsiteColumn = from.WebsiteColumn,
            OtherChannel = from.OtherChannel,
            CatalogueEntry = from.CatalogueEntry,
            CatalogueEntryId = from.CatalogueEntryId,
            Remarks = from.Remarks,
        };

    /// <summary>
    /// The title with its period moved on: 2026年9月 to 2026年10月, 2026年1-9月 to 2026年1-10月, 2026年三季度 to 2026年四季度. A title
    /// without year and month, and a range that ends with the year, stay as they are.
    /// </summary>
    public static string NextPeriod(string title) => QuarterOf().Replace(MonthOf().Replace(title, NextMonth), NextQuarter);

    private static string NextMonth(Match found)
    {
        var (year, month) = (Number(found.Groups["year"]), Number(found.Groups["month"]));
        var range = found.Groups["range"];
        if (month is < 1 or > 12 || (range.Success && month == 12))
        {
            return found.Value;
        }
        return month == 12
            ? string.Create(CultureInfo.InvariantCulture, $"{year + 1}年1月")
            : string.Create(CultureInfo.InvariantCulture, $"{year}年{range.Value}{month + 1}月");
    }

    private static string NextQuarter(Match found)
    {
        var (year, word) = (Number(found.Groups["year"]), found.Groups["quarter"].Value);
        var (place, figures) = (Array.IndexOf(Quarters, word), char.IsAsciiDigit(word[0]));
        var next = (figures ? word[0] - '1' : place) + 1;
        var shown = figures ? string.Create(CultureInfo.InvariantCulture, $"{(next % 4) + 1}") : Quarters[next % 4];
        return string.Create(CultureInfo.InvariantCulture, $"{year + (next / 4)}年{found.Groups["th"].Value}{shown}季度");
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<year>20[0-9]{2})年(?<range>1[-－—–~～至])?(?<month>[0-9]{1,2})月", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthOf();

    [GeneratedRegex("(?<year>20[0-9]{2})年(?<th>第)?(?<quarter>[一二三四1-4])季度", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuarterOf();
}
