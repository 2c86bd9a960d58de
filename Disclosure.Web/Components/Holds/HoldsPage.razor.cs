using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Holds;

/// <summary>Everything that waits and what came of what has waited, as far as the reader may read it.</summary>
public sealed partial class HoldsPage(HoldQueries queries, ItemNews news, CurrentActor current, TimeProvider clock) : IDisposable
{
    private NewsListener? listener;
    private HoldList? open;
    private HoldList? ended;

    /// <summary>Page of the open ones, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    /// <summary>Page of the ended ones, from 1.</summary>
    [SupplyParameterFromQuery(Name = "ended")]
    public int? EndedPage { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    private int Number => Math.Max(1, Page ?? 1);

    private int NumberEnded => Math.Max(1, EndedPage ?? 1);

    /// <inheritdoc/>
    public void Dispose() => listener?.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listener = new NewsListener(
                news,
                clock,
                _ => true,
                () =>
                    InvokeAsync(async () =>
                    {
                        await ReadAsync();
                        StateHasChanged();
                    }),
                DispatchExceptionAsync
            );
        }
    }

    private async Task ReadAsync()
    {
        var by = await current.GetAsync();
        open = await queries.PageAsync(false, Number - 1, by, Now);
        ended = await queries.PageAsync(true, NumberEnded - 1, by, Now);
    }
}
