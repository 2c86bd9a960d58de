using Disclosure.Core.Archive;
using Disclosure.Core.Common;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Kept = Disclosure.Core.Archive.ArchiveList;

namespace Disclosure.Web.Components.Archive;

/// <summary>归档: what ended in a year, how long it is kept, and its packages.</summary>
public sealed partial class ArchivePage
{
    private const string PageKey = "page";
    private static readonly IReadOnlyList<Choice<Disclosure.Core.Archive.Retention?>> Retentions =
    [
        .. Enum.GetValues<Disclosure.Core.Archive.Retention>().Select(r => new Choice<Disclosure.Core.Archive.Retention?>(r, r.Name())),
    ];

    private Kept? view;
    private int year;
    private int typedYear;
    private string typed = "";
    private Disclosure.Core.Archive.Retention? typedRetention;
    private bool taken;

    /// <summary>Calendar year; this one when none is given.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    /// <summary>Searched text.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>Only what is kept so long.</summary>
    [SupplyParameterFromQuery]
    public string? Retention { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private ArchiveQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private int Number => Math.Max(1, Page ?? 1);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        year = typedYear = Year is >= 2000 and <= 8999 ? Year.Value : BureauTime.Day(Now).Year;
        typed = Text ?? "";
        typedRetention = Enum.TryParse<Disclosure.Core.Archive.Retention>(Retention, out var asked) && Enum.IsDefined(asked) ? asked : null;
        view = await Queries.PageAsync(year, typed, typedRetention, Number - 1, await Current.GetAsync(), Now);
    }

    private static string Size(long bytes) => bytes < 1 << 20 ? $"{Math.Max(1, bytes >> 10)} KB" : $"{bytes / 1048576.0:0.0} MB";

    private void Search() =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>
                {
                    ["year"] = typedYear,
                    ["text"] = typed.Trim().Length > 0 ? typed.Trim() : null,
                    ["retention"] = typedRetention?.ToString(),
                    [PageKey] = null,
                }
            )
        );
}
