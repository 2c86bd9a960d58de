using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Obligations;

/// <summary>年度事项: what is owed every year, with its state, who owes it and what was done (D4, A11, C1, 条例 art. 50).</summary>
public sealed partial class DutiesPage
{
    private DutyYear? view;
    private IReadOnlyList<ChoiceRow> sections = [];
    private string? entering;
    private string? choosing;
    private string done = "";
    private int year;

    /// <summary>Calendar year of the last days; this one when none is given.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    [Inject]
    private ObligationQueries Queries { get; set; } = default!;

    [Inject]
    private FormDraftService Drafts { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        year = Year is >= 2000 and <= 8998 ? Year.Value : BureauTime.Day(Now).Year;
        Leave();
        done = "";
        await ReadAsync();
        if (view is { MayEdit: true })
        {
            // What was begun and not sent stands open again.
            var left = await Drafts.LeftAsync($"duties/{year}/", await Current.GetAsync(), Now);
            entering = view.Rows.Select(r => r.Duty.Code).FirstOrDefault(c => left.Contains(DutyEntryForm.PlaceOf(year, c)));
        }
    }

    private async Task ReadAsync()
    {
        var by = await Current.GetAsync();
        view = await Queries.YearAsync(year, by, Now);
        sections = await Queries.SectionsAsync(by, Now);
    }

    private void Enter(string code) => (entering, choosing, done) = (code, null, "");

    private void Choose(string code) => (entering, choosing, done) = (null, code, "");

    private void Leave() => (entering, choosing) = (null, null);

    private async Task EnteredAsync()
    {
        Leave();
        done = "已登记，此前的登记保留可查。";
        await ReadAsync();
    }

    private async Task ChosenAsync()
    {
        Leave();
        done = "责任单位已调整，今后的提醒发给新的责任单位。";
        await ReadAsync();
    }

    private static string Remaining(int days) =>
        days < 0 ? $" {-days} 天"
        : days == 0 ? "，今天到期"
        : $"，还有 {days} 天";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
