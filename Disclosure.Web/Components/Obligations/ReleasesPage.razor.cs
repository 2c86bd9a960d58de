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
    private IReadOnlySet<string> begun = new HashSet<string>();
    private DateOnly first;
    private string done = "";
    private bool planning;

    /// <summary>「2026-11」; the present month when none is given.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    [Inject]
    private ReleaseQueries Queries { get; set; } = default!;

    [Inject]
    private FormDraftService Drafts { get; set; } = default!;

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
        done = "";
        begun = await Drafts.LeftAsync("releases/", await Current.GetAsync(), Now);
        await ReadAsync();
        // What was begun and not sent stands open again.
        planning = sections.Count > 0 && begun.Contains(ReleaseForm.Place);
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

    private void Go(string? month)
    {
        if (Read(month) is { } wanted)
        {
            Navigation.NavigateTo(Link(wanted));
        }
    }

    private static string Edge(ReleaseState state) =>
        Tone(state) is { } tone ? $"mud-border-{tone}"
        : state == ReleaseState.Cancelled ? "mud-border-lines-default cancelled"
        : "mud-border-lines-default";

    private static string Ink(ReleaseState state) => Tone(state) is { } tone ? $"mud-{tone}-text" : "soft";

    private static string? Tone(ReleaseState state) =>
        state switch
        {
            ReleaseState.Adjusted => "warning",
            ReleaseState.Released => "success",
            ReleaseState.Provisional or ReleaseState.Cancelled => null,
            _ => "primary",
        };

    private static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Link(DateOnly month) => $"/releases?month={Key(month)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
