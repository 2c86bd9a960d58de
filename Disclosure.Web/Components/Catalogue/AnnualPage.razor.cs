using System.Globalization;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Catalogue;

/// <summary>年度目录: the year's publications, for everybody who is signed in (A11), and its files for the public.</summary>
public sealed partial class AnnualPage
{
    private const string PageKey = "page";
    private AnnualCatalogueView? view;
    private IReadOnlyList<PublishedRow>? rows;
    private int total;
    private int year;
    private string typed = "";

    /// <summary>Calendar year; this one when none is given.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    /// <summary>Searched text.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private PublicationQueries Publications { get; set; } = default!;

    [Inject]
    private AnnualCatalogueQueries Catalogue { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private IReadOnlyList<Choice<int>> Years =>
        [.. view!.Years.Append(year).Distinct().OrderDescending().Select(y => new Choice<int>(y, $"{y} 年"))];

    private int Number => Math.Max(1, Page ?? 1);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        (year, typed) = (Year ?? BureauTime.Day(Now).Year, Text ?? "");
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var by = await Current.GetAsync();
        view = await Catalogue.FindAsync(year, by, Now);
        if (view is null)
        {
            Navigation.NotFound();
            return;
        }
        (rows, total) = await Publications.PublishedAsync(year, typed, Number - 1, by, Now);
    }

    private void Go(int chosen) => Navigation.NavigateTo($"/catalogue/annual?year={chosen}");

    private void Search() =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>
                {
                    ["year"] = year,
                    ["text"] = typed.Trim().Length > 0 ? typed.Trim() : null,
                    [PageKey] = null,
                }
            )
        );

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
