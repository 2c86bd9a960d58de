using Disclosure.Core.Common;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Asks once before something that cannot be taken back, naming what will happen.</summary>
public sealed partial class ConfirmDialog(IJSRuntime js)
{
    private ElementReference dialog;
    private bool busy;

    /// <summary>What is asked.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>Words of the button that does it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Yes { get; set; }

    /// <summary>True where something is lost.</summary>
    [Parameter]
    public bool Danger { get; set; }

    /// <summary>The consequence.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Why it was refused, or null.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>Does it; the dialog stays open and locked meanwhile.</summary>
    [Parameter]
    public EventCallback<ActEventArgs> OnYes { get; set; }

    /// <summary>Raised when it was called off.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./js/draft.js");
            await module.InvokeVoidAsync("ask", dialog);
        }
    }

    private async Task YesAsync(ActEventArgs act)
    {
        // A second click of a hurried hand is no second act.
        if (busy)
        {
            return;
        }
        busy = true;
        await OnYes.InvokeAsync(act);
        busy = false;
    }

    private Task CloseAsync() => OnClose.InvokeAsync();
}
