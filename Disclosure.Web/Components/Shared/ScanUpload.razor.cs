using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Shared;

/// <summary>A scan that has arrived.</summary>
/// <param name="Sha256">Hash, 64 hex digits.</param>
/// <param name="Name">Name as uploaded.</param>
public sealed record ArrivedScan(string Sha256, string Name);

/// <summary>Takes the scan of a receipt (D11) or of a paper the secrecy review rests on.</summary>
public sealed partial class ScanUpload : IAsyncDisposable
{
    private readonly string id = $"scan-{Guid.NewGuid():N}";
    private FileInput? input;
    private DotNetObjectReference<ScanUpload>? self;
    private IJSObjectReference? script;
    private string? refusal;

    /// <summary>The item.</summary>
    [Parameter, EditorRequired]
    public int ItemId { get; set; }

    /// <summary>What the scan is.</summary>
    [Parameter]
    public string Label { get; set; } = "签字页扫描件";

    /// <summary>"scan" for the signed page at receipt, "paper" for a paper the secrecy review rests on.</summary>
    [Parameter]
    public string Purpose { get; set; } = "scan";

    /// <summary>Name of the scan that is there, or empty.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Raised once it has arrived.</summary>
    [Parameter]
    public EventCallback<ArrivedScan> OnUploaded { get; set; }

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

    /// <summary>Called by the script when every byte is stored and linked.</summary>
    [JSInvokable]
    public async Task ArrivedAsync(string sha256, string name)
    {
        refusal = null;
        await OnUploaded.InvokeAsync(new ArrivedScan(sha256, name));
        StateHasChanged();
    }

    /// <summary>Called by the script with the sentence of a refusal.</summary>
    [JSInvokable]
    public void Refused(string sentence)
    {
        refusal = sentence;
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Shared/ScanUpload.razor.js");
            await script.InvokeVoidAsync("watch", input!.Element, ItemId, Purpose, self);
        }
    }
}
