using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Web.Components.Holds;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Holds on the form: opened at the editor's own step, and the processed version that one may ask for (B5).</summary>
public sealed partial class EditPage
{
    private TypedHold typedHold = new();
    private PapersKeeper? processing;
    private bool busy;

    private async Task HoldAsync(ActEventArgs act)
    {
        if (busy)
        {
            return;
        }
        busy = true;
        Ask(MoveKind.Hold);
        await DecideAsync(act);
        busy = false;
    }

    private async Task TakeUpProcessingAsync(ItemView item)
    {
        await ForgetProcessingAsync();
        if (item.OpenHold is { Kind: HoldKind.Redaction, MayHandle: true } hold)
        {
            processing = new PapersKeeper(holds, hold, current.GetAsync, clock, work => InvokeAsync(work), log);
            processing.Told += OnProcessing;
            form!.SetProcessing(hold.Papers);
        }
    }

    private async Task ForgetProcessingAsync()
    {
        if (processing is not null)
        {
            processing.Told -= OnProcessing;
            await processing.SaveAsync();
            await processing.DisposeAsync();
            processing = null;
        }
    }

    private void OnProcessing()
    {
        form!.SetProcessing(processing!.Papers);
        Recheck();
    }

    private async Task ReloadProcessingAsync()
    {
        if (await LatestHoldAsync() is { } latest)
        {
            processing!.GiveUp(latest);
            OnProcessing();
        }
    }

    private async Task OverwriteProcessingAsync()
    {
        if (await LatestHoldAsync() is { } latest)
        {
            processing!.BuildOn(latest);
            await processing.SaveAsync();
        }
    }

    private async Task<HoldView?> LatestHoldAsync() => (await items.FindAsync(itemId, await current.GetAsync(), Now))?.OpenHold;
}
