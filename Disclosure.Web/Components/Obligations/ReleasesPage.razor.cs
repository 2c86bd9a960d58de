using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Obligations;

/// <summary>发布日历: what is planned to be released, as a month and as a list.</summary>
public sealed partial class ReleasesPage
{
    private IReadOnlyList<ReleaseRow> rows = [];
    private IReadOnlyList<ChoiceRow> sections = [];
    private DateOnly first;
    private string done = "";
    private bool planning;

    /// <summary>「2026-11」; the present month when none is given.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    [Inject]
    private ReleaseQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    // Mondays of the weeks that touch the month.
    private IEnumerable<DateOnly> Weeks
    {
        get
        {
            var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
            return Enumerable.Range(0, 6).Select(w => monday.AddDays(7 * w)).Where(m => m < first.AddMonths(1));
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        first = Read(Month) ?? new DateOnly(Today.Year, Today.Month, 1);
        (planning, done) = (false, "");
        await ReadAsync();
    }

    private static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and < 8999
            ? day
            : null;

    private async Task ReadAsync()
    {
        var by = await Current.GetAsync();
        rows = (await Queries.PageAsync(first, first.AddMonths(1).AddDays(-1), null, by, Now)).Rows;
        sections = await Queries.SectionsAsync(by, Now);
    }

    private async Task PlannedAsync(DateOnly day)
    {
        (planning, done) = (false, $"已列入 {Day(day)}，目前为暂定；确定以后全局可见。");
        await ReadAsync();
    }

    private async Task ActedAsync(string said)
    {
        done = said;
        await ReadAsync();
    }

    private void Go(ChangeEventArgs e)
    {
        if (Read(e.Value as string) is { } wanted)
        {
            Navigation.NavigateTo(Link(wanted));
        }
    }

    private static string Kind(ReleaseState state) =>
        state switch
        {
            ReleaseState.Provisional => "provisional",
            ReleaseState.Adjusted => "adjusted",
            ReleaseState.Released => "released",
            ReleaseState.Cancelled => "cancelled",
            _ => "confirmed",
        };

    private static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Link(DateOnly month) => $"/releases?month={Key(month)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
