using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Publication;

/// <summary>The year's publications, for everybody who is signed in (A11).</summary>
public sealed partial class PublishedPage
{
    private const string PageKey = "page";
    private IReadOnlyList<PublishedRow>? rows;
    private int total;
    private int year;
    private string typed = "";

    /// <summary>Calendar year; this one when none is given.</summary>
    [SupplyParameterFromQuery] public int? Year { get; set; }

    /// <summary>Searched text.</summary>
    [SupplyParameterFromQuery] public string? Text { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery] public int? Page { get; set; }

    [Inject] private PublicationQueries Queries { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    private int Number => Math.Max(1, Page ?? 1);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        year = Year is >= 2000 and <= 9000 ? Year.Value : Today.Year;
        typed = Text ?? "";
        (rows, total) = await Queries.PublishedAsync(year, typed, Number - 1, await Current.GetAsync(), Now);
    }

    private void Search() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["year"] = year, ["text"] = typed.Trim().Length > 0 ? typed.Trim() : null, [PageKey] = null }));
}
