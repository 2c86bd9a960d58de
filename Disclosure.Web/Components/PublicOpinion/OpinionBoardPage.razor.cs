using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>The wall board: the time that is left, large, and who owes the next act. It reads itself anew.</summary>
public sealed partial class OpinionBoardPage(OpinionQueries queries, CurrentActor current, TimeProvider clock) : IDisposable
{
    private const int Most = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private IReadOnlyList<OpinionRow>? open;
    private Ticker? ticker;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private int Late => open?.Count(r => r.Late(Now)) ?? 0;

    /// <inheritdoc/>
    public void Dispose() => ticker?.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            ticker = new Ticker(
                clock,
                Pause,
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

    private async Task ReadAsync() => open = (await queries.PageAsync(OpinionFilter.Open, "", 0, await current.GetAsync(), Now)).Rows;
}
