using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Holds;

/// <summary>One hold: what waits and since when, the papers that come in, and its end.</summary>
public sealed partial class HoldPage(
    HoldQueries queries,
    HoldService service,
    ItemNews news,
    CurrentActor current,
    TimeProvider clock,
    NavigationManager navigation,
    IJSRuntime js,
    ILogger<HoldPage> log
) : IAsyncDisposable
{
    private HoldCase? shown;
    private PapersKeeper? keeper;
    private Actor? actor;
    private NewsListener? listener;
    private IJSObjectReference? keys;
    private Problem? problem;
    private string said = "";
    private bool busy;

    /// <summary>Key of the hold.</summary>
    [Parameter]
    public int Id { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private ItemFileRow? ScanFile => keeper?.Papers.Scan is { } scan ? shown!.Papers.FirstOrDefault(f => f.Sha256 == scan.Sha256) : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener?.Dispose();
        await LeaveAsync();
        try
        {
            if (keys is not null)
            {
                await keys.InvokeVoidAsync("stop");
                await keys.DisposeAsync();
            }
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // The browser is gone, and its listeners with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (shown?.Hold.Id == Id)
        {
            return;
        }
        actor ??= await current.GetAsync();
        await LeaveAsync();
        (said, problem) = ("", null);
        if (await queries.FindAsync(Id, actor, Now) is not { } found)
        {
            // The same answer for what is not there and for what is not theirs.
            navigation.NotFound();
            return;
        }
        shown = found;
        keeper = new PapersKeeper(service, found.Hold, () => Task.FromResult(actor), clock, work => InvokeAsync(work), log);
        keeper.Told += StateHasChanged;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            listener = new NewsListener(news, clock, id => id == shown?.Item.Id, () => InvokeAsync(RefreshAsync), DispatchExceptionAsync);
            keys = await js.InvokeAsync<IJSObjectReference>("import", "./js/item-keys.js");
            await keys.InvokeVoidAsync("start");
        }
    }

    private async Task LeaveAsync()
    {
        if (keeper is null)
        {
            return;
        }
        keeper.Told -= StateHasChanged;
        await keeper.SaveAsync();
        await keeper.DisposeAsync();
        keeper = null;
    }

    private async Task RefreshAsync()
    {
        if (await queries.FindAsync(Id, actor!, Now) is { } found)
        {
            shown = found;
            keeper?.Follow(found.Hold);
        }
        StateHasChanged();
    }

    private async Task ReloadAsync()
    {
        await RefreshAsync();
        keeper!.GiveUp(shown!.Hold);
    }

    private async Task OverwriteAsync()
    {
        await RefreshAsync();
        keeper!.BuildOn(shown!.Hold);
        await keeper.SaveAsync();
    }

    private async Task RemindAsync()
    {
        busy = true;
        problem = await keeper!.SaveAsync() ?? (await service.RemindAsync(Id, actor!, Now)).Problem;
        busy = false;
        await RefreshAsync();
    }

    private async Task EndedAsync(HoldOutcome outcome)
    {
        await RefreshAsync();
        var item = shown!.Item;
        said =
            $"已办结：{outcome.Name()}。"
            + (
                item.State switch
                {
                    ItemState.Stopped => "内容已清除，请按保密规定在纸质渠道办理。",
                    ItemState.Held => "",
                    ItemState.UnderWay => $"稿件现在在“{item.Step.Name}”。",
                    _ => "稿件回到编辑人员手中。",
                }
            );
    }
}
