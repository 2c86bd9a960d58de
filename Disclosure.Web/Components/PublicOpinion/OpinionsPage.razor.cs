using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>政务舆情: open cases by the time that is left, then the closed ones.</summary>
public sealed partial class OpinionsPage : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyList<Choice<OpinionFilter>> Filters =
    [
        new(OpinionFilter.All, "全部"),
        new(OpinionFilter.Open, "在办"),
        new(OpinionFilter.Late, "超时"),
        new(OpinionFilter.Closed, "已办结"),
    ];

    private OpinionPage? found;
    private OpinionFilter filter;
    private bool registers;
    private string typed = "";
    private Ticker? ticker;
    private NewsListener? listener;

    /// <summary>Searched text.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>Which cases, e.g. late.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private OpinionQueries Queries { get; set; } = default!;

    [Inject]
    private ItemNews News { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private int Number => Math.Max(1, Page ?? 1);

    /// <summary>The filter an address names; all when it names none.</summary>
    internal static OpinionFilter Read(string? name) =>
        Enum.TryParse<OpinionFilter>(name, ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : OpinionFilter.All;

    /// <inheritdoc/>
    public void Dispose()
    {
        ticker?.Dispose();
        listener?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        (typed, filter) = (Text ?? "", Read(Show));
        registers = (await Queries.UnitsAsync(await Current.GetAsync(), Now)).Count > 0;
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            ticker = new Ticker(Clock, Pause, () => InvokeAsync(AgainAsync), DispatchExceptionAsync);
            listener = new NewsListener(News, Clock, _ => true, () => InvokeAsync(AgainAsync), DispatchExceptionAsync);
        }
    }

    private static string Name(OpinionFilter filter) => filter.ToString().ToLowerInvariant();

    private async Task AgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync() => found = await Queries.PageAsync(filter, Text ?? "", Number - 1, await Current.GetAsync(), Now);

    private void Search() =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>
                {
                    ["text"] = typed.Trim().Length > 0 ? typed.Trim() : null,
                    ["show"] = filter == OpinionFilter.All ? null : Name(filter),
                    ["page"] = null,
                }
            )
        );
}
