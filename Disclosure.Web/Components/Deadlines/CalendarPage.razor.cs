using Disclosure.Core.Deadlines;

namespace Disclosure.Web.Components.Deadlines;

/// <summary>
/// 日历与时限: a year as it is worked, and the limits that are counted in it; entered by the system administrator, read by everybody.
/// </summary>
public partial class CalendarPage(CalendarQueries queries)
{
    private IReadOnlyList<int> years = [];
    private IReadOnlyList<int> missing = [];
    private YearView? view;
    private int shown;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        shown = Year is >= 2020 and <= 2099 and var wanted ? wanted : Today.Year;
        var known = await queries.YearsAsync();
        missing = await queries.MissingAsync(Today);
        years = [.. known.Concat([Today.Year, Today.Year + 1, shown]).Distinct().Order()];
        view = await queries.YearAsync(shown);
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }
}
