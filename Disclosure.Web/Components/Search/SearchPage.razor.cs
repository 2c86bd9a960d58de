using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Search;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Search;

/// <summary>搜索: what is asked stands in the address; the filters used last are remembered in the browser.</summary>
public sealed partial class SearchPage : IAsyncDisposable
{
    private const int Oldest = 2020;
    private static readonly IReadOnlyList<Choice<string>> States = Choices<ItemState>(s => s.Name());
    private static readonly IReadOnlyList<Choice<string>> Kinds = Choices<ItemKind>(k => k.Name());
    private static readonly IReadOnlyList<Choice<string>> Sorts = [new("newest", "按时间从新到旧")];

    private readonly Typed typed = new();
    private IReadOnlyList<Choice<int?>> units = [];
    private CancellationTokenSource? asking;
    private IJSObjectReference? script;
    private SearchAddress asked = new();
    private SearchResults? found;
    private Problem? problem;
    private bool searching;
    private string remembered = "";

    /// <summary>What is searched.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>State.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>Kind.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <summary>Unit.</summary>
    [SupplyParameterFromQuery]
    public int? Unit { get; set; }

    /// <summary>Year.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    /// <summary>Group.</summary>
    [SupplyParameterFromQuery]
    public string? In { get; set; }

    /// <summary>Order.</summary>
    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private SearchQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private int Number => Math.Clamp(Page ?? 1, 1, 100_000);

    private IReadOnlyList<Choice<int?>> Years =>
        [
            .. Enumerable
                .Range(Oldest, Math.Max(1, BureauTime.Day(Now).Year - Oldest + 1))
                .Reverse()
                .Select(y => new Choice<int?>(y, y.ToString(CultureInfo.InvariantCulture))),
        ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        asking?.Cancel();
        asking?.Dispose();
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("stop");
                await script.DisposeAsync();
            }
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // The browser has gone already.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() =>
        units = [.. (await Queries.UnitsAsync()).Select(u => new Choice<int?>(u.Id, u.Name))];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        asked = new SearchAddress
        {
            Text = Text?.Trim(),
            State = State,
            Kind = Kind,
            Unit = Unit,
            Year = Year,
            In = In,
            Sort = Sort,
        };
        (typed.Text, typed.State, typed.Kind, typed.Unit, typed.Year, typed.Sort) = (
            asked.Text ?? "",
            State ?? "",
            Kind ?? "",
            Unit,
            Year,
            Sort ?? ""
        );
        if (Recalled())
        {
            return;
        }
        await RememberAsync(asked.Filters);
        await SearchAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Search/SearchPage.razor.js");
            remembered = await script.InvokeAsync<string?>("start") ?? "";
            if (!Recalled())
            {
                await RememberAsync(asked.Filters);
            }
        }
    }

    private static IReadOnlyList<Choice<string>> Choices<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice<string>($"{v}", name(v)))];

    private static string At(SearchAddress address, int page) =>
        $"/search?{SearchAddress.Joined(address.All, page > 1 ? FormattableString.Invariant($"page={page}") : "")}";

    // An address without filters, from the line at the top, takes those used last.
    private bool Recalled()
    {
        if (asked.Filters.Length > 0 || remembered.Length == 0)
        {
            return false;
        }
        Navigation.NavigateTo($"/search?{SearchAddress.Joined(asked.All, remembered)}", replace: true);
        return true;
    }

    private async Task RememberAsync(string filters)
    {
        if (script is not null && remembered != filters)
        {
            remembered = filters;
            await script.InvokeVoidAsync("remember", filters);
        }
    }

    private async Task SearchAsync()
    {
        asking?.Cancel();
        if (string.IsNullOrEmpty(asked.Text))
        {
            (found, problem, searching) = (null, null, false);
            return;
        }
        using var mine = new CancellationTokenSource();
        asking = mine;
        searching = true;
        StateHasChanged();
        var (by, now, what, page) = (await Current.GetAsync(), Now, asked.Asked, Number - 1);
        try
        {
            // The driver answers on the thread that asks: not on the one that draws the page.
            var outcome = await Task.Run(() => Queries.PageAsync(what, page, by, now, mine.Token), mine.Token);
            (found, problem) = (outcome.Ok ? outcome.Value : null, outcome.Problem);
        }
        catch (OperationCanceledException)
        {
            // Something else is asked meanwhile, or the page was left.
            return;
        }
        finally
        {
            if (asking == mine)
            {
                (asking, searching) = (null, false);
            }
        }
    }

    private async Task Search()
    {
        var next = asked with
        {
            Text = typed.Text?.Trim(),
            State = typed.State,
            Kind = typed.Kind,
            Unit = typed.Unit,
            Year = typed.Year,
            Sort = typed.Sort,
            In = typed.Text?.Trim() == asked.Text ? asked.In : null,
        };
        await RememberAsync(next.Filters);
        Navigation.NavigateTo(At(next, 1));
    }

    private async Task ClearAsync()
    {
        await RememberAsync("");
        Navigation.NavigateTo(At(new SearchAddress { Text = asked.Text }, 1));
    }

    private sealed class Typed
    {
        public string? Text { get; set; } = "";

        public string? State { get; set; } = "";

        public string? Kind { get; set; } = "";

        public int? Unit { get; set; }

        public int? Year { get; set; }

        public string? Sort { get; set; } = "";
    }
}
