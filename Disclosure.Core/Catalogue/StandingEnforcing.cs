using System.Globalization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>What a draft needs before it becomes a version.</summary>
internal static class StandingEnforcing
{
    public static Problem? Refusal(
        IReadOnlyList<StandingRow> rows,
        StandingVersion? last,
        DateOnly effectiveOn,
        string reason,
        DateOnly today
    ) =>
        last switch
        {
            _ when rows.Count == 0 => new NoMatters(),
            _ when last is not null && StandingRows.ToJson(StandingRows.Grouped(rows)) == last.RowsJson => new NothingChanged(),
            _ when reason.Length is 0 or > StandingRules.LongLength => new RevisionNeedsReason(),
            _ when last is not null && effectiveOn < last.EffectiveOn => new EffectiveTooEarly(last.EffectiveOn),
            _ when effectiveOn < today.AddYears(-DueDates.CatalogueYearsBack)
                    || effectiveOn > today.AddYears(DueDates.CatalogueYearsAhead) => new EffectiveDayWrong(),
            _ => null,
        };

    public static string Words(StandingVersion version, StandingVersion? last)
    {
        var day = version.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"施行主动公开基本目录第{version.Number}版，自 {day} 起，"
            + $"共 {version.Rows.Count} 项（{StandingComparison.Summary(last?.Rows ?? [], version.Rows)}）。理由：{version.Reason}";
    }
}
