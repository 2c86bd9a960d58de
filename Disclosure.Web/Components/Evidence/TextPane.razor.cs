using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Evidence;

/// <summary>Reads the files of an item for its page; every reading of an unpublished one is written down.</summary>
public sealed partial class TextPane : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource gone = new();
    private ElementReference root;
    private ReadableText? text;
    private Problem? problem;
    private (string Part, int? Line)? line;
    private string reads = "";
    private int shown;
    private bool slow;
    private bool find;

    /// <summary>The item.</summary>
    [Parameter, EditorRequired]
    public required ItemView Item { get; set; }

    /// <summary>Who reads.</summary>
    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>The evidence; what was found in the file shown is marked in it.</summary>
    [Parameter]
    public EvidenceModel? Model { get; set; }

    [Inject]
    private FileTexts Texts { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private List<ItemFileRow> Readable =>
        [.. Item.Files.Where(f => f.Role is FileRole.Body or FileRole.Attachment && !Item.IsClosed(f.Sha256)).OrderBy(f => f.Role)];

    private List<EvidenceRow> Found => [.. Model?.View?.Rows.Where(r => r.FileId == shown) ?? []];

    private string Said =>
        text?.Base switch
        {
            null => "",
            { Changes: null } then => $"与{Version(then)}相比改动很大，不逐段标出；可在“版本”里对照。",
            { Changes: 0 } then => $"文字与{Version(then)}相同。",
            { Changes: { } count } then => $"与{Version(then)}相比改动 {count} 处：新写的有底色，删去的有删除线。",
        };

    /// <summary>Shows a place that something was found at.</summary>
    public async Task GoToAsync(EvidenceRow row)
    {
        find = true;
        await ShowAsync(row.FileId, 0, (row.Place.Whole, row.Place.Line));
        // It was asked from another part of the page, which is drawn by itself afterwards, and this one is not.
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // The same files need no second reading; every reading is an entry.
        var now = string.Join(' ', Readable.Select(f => f.Id));
        if (now != reads)
        {
            reads = now;
            if (Readable is [var first, ..])
            {
                await ShowAsync(first.Id, 0, null);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (find && text is not null)
        {
            find = false;
            try
            {
                await Js.InvokeVoidAsync("disclosureScreen.bring", root);
            }
            catch (Exception e) when (e.IsOfTheLine())
            {
                // The place is marked; it is only not brought into view.
            }
        }
    }

    private static string Version(TextBase then) =>
        then.LastSeen ? $"您上次看的版本 {then.Revision} " : $"上一版本（版本 {then.Revision}）";

    private static string Name(ItemFileRow file) => file.Role == FileRole.Body ? $"正文：{file.Name}" : file.Name;

    private async Task ShowAsync(int file, int from, (string, int?)? at)
    {
        (shown, text, problem, line, slow) = (file, null, null, at, false);
        var stop = gone.Token;
        // Reading a file takes the processor; the circuit goes on meanwhile.
        var reading = Task.Run(() => Texts.ReadAsync(file, from, at, By, Clock.GetUtcNow().UtcDateTime, stop), stop);
        if (await Task.WhenAny(reading, Task.Delay(Patience, Clock, stop)) != reading)
        {
            slow = true;
            StateHasChanged();
        }
        try
        {
            var read = await reading;
            if (shown == file)
            {
                (text, problem) = (read.Ok ? read.Value : null, read.Problem);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
