using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Ledgers;

/// <summary>不予公开复核: what is not, or not wholly, public, to be judged again each year (条例 art. 18).</summary>
public sealed partial class WithheldPage
{
    private const string PageKey = "page";
    private IReadOnlySet<string> begun = new HashSet<string>();
    private WithheldList? list;
    private int year;

    /// <summary>Calendar year; this one when none is given.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private WithheldQueries Queries { get; set; } = default!;

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

    private int Number => Math.Max(1, Page ?? 1);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        year = Year is >= 2000 and <= 8999 && Year <= Today.Year ? Year.Value : Today.Year;
        begun = await Drafts.LeftAsync("withheld/", await Current.GetAsync(), Now);
        await JudgedAsync();
    }

    private async Task JudgedAsync() => list = await Queries.PageAsync(year, Number - 1, await Current.GetAsync(), Now);

    private static string Day(DateTime utc) => BureauTime.Day(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
