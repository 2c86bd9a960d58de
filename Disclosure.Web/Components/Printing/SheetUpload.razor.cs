using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Printing;

/// <summary>
/// Takes in signed sheets. The bytes go by plain HTTP, the page only learns the result; what was uploaded is kept while the person says
/// which printing it is.
/// </summary>
public sealed partial class SheetUpload : IAsyncDisposable
{
    private readonly string id = $"sheet-{Guid.NewGuid():N}";
    private readonly List<Waiting> waiting = [];
    private readonly List<string> refusals = [];
    private FileInput? input;
    private DotNetObjectReference<SheetUpload>? self;
    private IJSObjectReference? script;
    private string state = "";

    /// <summary>The item; 0 leaves it to the code on the paper.</summary>
    [Parameter]
    public int ItemId { get; set; }

    /// <summary>Prints to choose from where the code cannot be read.</summary>
    [Parameter]
    public IReadOnlyList<PrintRow> Prints { get; set; } = [];

    /// <summary>Raised once a sheet was taken in.</summary>
    [Parameter]
    public EventCallback<TakenSheet> OnTaken { get; set; }

    [Inject]
    private SignedSheetService Scans { get; set; } = default!;

    [Inject]
    private PrintQueries Queries { get; set; } = default!;

    [Inject]
    private BlobStore Blobs { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>What is said of a sheet taken in.</summary>
    public static string Say(TakenSheet scan) =>
        scan.Match == SheetMatch.Code
            ? $"已登记，二维码与第 {scan.Print} 次打印相符。请核对哪几栏是用笔签的。"
            : $"已登记为第 {scan.Print} 次打印的签字原件（没有读出二维码，由您对应）。请核对哪几栏是用笔签的。";

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

    /// <summary>Called by the script when the person has chosen files.</summary>
    [JSInvokable]
    public void Begun()
    {
        refusals.Clear();
        StateHasChanged();
    }

    /// <summary>Called by the script when every byte of a file has come in.</summary>
    [JSInvokable]
    public async Task ArrivedAsync(string uploadId, string name)
    {
        state = $"正在转正图片、读取二维码：{name}";
        StateHasChanged();
        await TakeAsync(new Waiting(Guid.Parse(uploadId), name), ItemId, null);
    }

    /// <summary>Called by the script with the sentence of a refusal.</summary>
    [JSInvokable]
    public void Refused(string sentence, string name)
    {
        refusals.Add($"{name}：{sentence}");
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Printing/SheetUpload.razor.js");
            await script.InvokeVoidAsync("watch", input!.Element, ItemId, self);
        }
    }

    private string Asks => $"上传签字原件（扫描或手机拍照，pdf、jpg、png{(ItemId == 0 ? "，可一次选多份" : "")}）";

    private IReadOnlyList<Choice<int?>> Printings =>
        [
            .. Prints.Select(p => new Choice<int?>(
                p.Number,
                $"第 {p.Number} 次打印（{BureauTime.Show(p.At)}{(p.IsVoid ? "，已作废" : "")}）"
            )),
        ];

    private async Task ByHandAsync(ActEventArgs act, Waiting sheet)
    {
        if (!await sheet.Screen!.AgreesAsync(act))
        {
            return;
        }
        if (sheet.Print is not { } print)
        {
            sheet.Why = new NoSuchPrint().Text;
            return;
        }
        var item =
            ItemId != 0 ? ItemId : await Queries.FindItemAsync(sheet.Number, await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime) ?? 0;
        if (item == 0)
        {
            sheet.Why = new NoSuchNumber().Text;
            return;
        }
        await TakeAsync(sheet, item, print);
    }

    private async Task GiveUpAsync(Waiting sheet)
    {
        await Blobs.AbortAsync(sheet.Upload, (await Current.GetAsync()).StaffId);
        waiting.Remove(sheet);
    }

    private async Task TakeAsync(Waiting sheet, int item, int? print)
    {
        var outcome = await Scans.TakeAsync(sheet.Upload, item, print, await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        state = "";
        waiting.Remove(sheet);
        if (outcome.Ok)
        {
            await OnTaken.InvokeAsync(outcome.Value);
        }
        else if (outcome.Problem is NoCodeRead or NoSuchPrint)
        {
            // What has come in stays while the person can still say what it is.
            sheet.Why = outcome.Problem.Text;
            waiting.Add(sheet);
        }
        else
        {
            refusals.Add($"{sheet.Name}：{outcome.Problem!.Text}");
        }
        StateHasChanged();
    }

    private sealed class Waiting(Guid upload, string name)
    {
        public Guid Upload => upload;

        public string Name => name;

        public string Why { get; set; } = "";

        public string Number { get; set; } = "";

        public int? Print { get; set; }

        public ScreenScope? Screen { get; set; }
    }
}
