using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Printing;

/// <summary>我的手写签名: drawn on the screen or taken from a photograph, by the person alone.</summary>
public sealed partial class HandwritingPage : IAsyncDisposable
{
    private ElementReference pad;
    private FileInput? photo;
    private DotNetObjectReference<HandwritingPage>? self;
    private IJSObjectReference? script;
    private (HandwritingPicture Picture, DateTime From)? mine;
    private string? refusal;
    private string? done;
    private bool removing;

    [Inject]
    private HandwritingService Hands { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        try
        {
            if (script is not null)
            {
                await script.DisposeAsync();
            }
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // The browser is gone already.
        }
    }

    /// <summary>Called by the script once the picture is stored.</summary>
    [JSInvokable]
    public async Task StoredAsync()
    {
        (refusal, done, removing) = (null, "手写签名已设置，此后的签署打印时使用。", false);
        await ReadAsync();
        StateHasChanged();
    }

    /// <summary>Called by the script with the sentence of a refusal.</summary>
    [JSInvokable]
    public void Refused(string sentence)
    {
        (refusal, done) = (sentence, null);
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Printing/HandwritingPage.razor.js");
            await script.InvokeVoidAsync("attach", pad, photo!.Element, self);
        }
    }

    private static string DataUrl(HandwritingPicture picture) => $"data:image/png;base64,{Convert.ToBase64String(picture.Png.Span)}";

    private async Task ReadAsync() => mine = await Hands.MineAsync(await Current.GetAsync());

    private async Task RemoveAsync()
    {
        var outcome = await Hands.RemoveAsync(await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        (refusal, done, removing) = (outcome.Problem?.Text, outcome.Ok ? "手写签名已停用。" : null, false);
        await ReadAsync();
    }
}
