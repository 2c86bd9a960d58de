using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>One case: its clocks, who owes the next act, the reply and where it stands, and everything that happened.</summary>
public sealed partial class OpinionCasePage(
    OpinionQueries queries,
    ItemNews news,
    CurrentActor current,
    TimeProvider clock,
    NavigationManager navigation
) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private OpinionView? shown;
    private Actor? actor;
    private NewsListener? listener;
    private Ticker? ticker;

    /// <summary>Key of the case.</summary>
    [Parameter]
    public int Id { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public void Dispose()
    {
        listener?.Dispose();
        ticker?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor ??= await current.GetAsync();
        shown = await queries.FindAsync(Id, actor, Now);
        if (shown is null)
        {
            // The same answer for what is not there and for what is not theirs.
            navigation.NotFound();
        }
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listener = new NewsListener(
                news,
                clock,
                id => shown?.Replies.Any(r => r.Id == id) == true,
                () => InvokeAsync(ReadAsync),
                DispatchExceptionAsync
            );
            ticker = new Ticker(clock, Pause, () => InvokeAsync(ReadAsync), DispatchExceptionAsync);
        }
    }

    private async Task ReadAsync()
    {
        shown = await queries.FindAsync(Id, actor!, Now) ?? shown;
        StateHasChanged();
    }
}
