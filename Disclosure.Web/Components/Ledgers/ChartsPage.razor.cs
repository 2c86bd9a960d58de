using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Ledgers;

/// <summary>统计图表: what came from whom, how long each step took, why items went back; each with its table.</summary>
public sealed partial class ChartsPage(OfficeYearQueries queries, CurrentActor current, TimeProvider clock)
{
    // As many shades of one blue as an eye tells apart.
    private const int MostUnits = 6;

    // As many names as stand side by side on a phone.
    private const int MostLevel = 2;

    // Twelve times 月 would not stand side by side on a phone.
    private static readonly string[] Months = ["1月", .. Enumerable.Range(2, 11).Select(m => m.ToString(CultureInfo.InvariantCulture))];

    private OfficeYear? figures;
    private int shown;
    private bool read;

    /// <summary>Calendar year; this one when none is given.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        shown = Year is >= 2000 and <= 8998 ? Year.Value : BureauTime.Day(now).Year;
        figures = await queries.ReadAsync(shown, await current.GetAsync(), now);
        read = true;
    }

    private static IReadOnlyList<(string Name, double[] Values)> UnitSeries(OfficeYear f) =>
        [.. f.Largest(MostUnits).Select(u => (u.Unit, u.Months.Select(m => (double)m).ToArray()))];

    private static IReadOnlyList<(string Name, double[] Values)> StepSeries(OfficeYear f) =>
        [("中位数", [.. f.Steps.Select(s => s.Median)]), ("最长", [.. f.Steps.Select(s => (double)s.Longest)])];

    private static IReadOnlyList<(string Name, double[] Values)> ReasonSeries(OfficeYear f) =>
        [("退回次数", [.. f.Reasons.Select(r => (double)r.Count)])];

    private static string Label(StepDays s) => $"{s.Route[..1]}·{s.Step}";
}
