using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Core.Uploads;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Body and attachments. The bytes go over plain HTTP; the circuit learns the result only.</summary>
public sealed partial class FilesSection(
    DraftService drafts,
    DraftQueries queries,
    BlobStore blobs,
    StoreOptions options,
    CurrentActor current,
    TimeProvider clock,
    IJSRuntime js
) : IAsyncDisposable
{
    private ElementReference zone;
    private FileInput? input;
    private ElementReference bars;
    private DotNetObjectReference<FilesSection>? me;
    private IJSObjectReference? module;
    private IJSObjectReference? uploads;
    private ItemFileRow? removed;
    private Problem? problem;
    private HashSet<Guid> live = [];

    /// <summary>The form.</summary>
    [CascadingParameter]
    public required DraftForm Form { get; set; }

    /// <summary>The item needs its row before a file can come; answers its key, or 0 where it could not begin.</summary>
    [Parameter, EditorRequired]
    public Func<Task<int>> OnBegin { get; set; } = null!;

    /// <summary>Raised when the files were read again.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    private static IReadOnlyList<FileType> Taken => UploadKinds.Draft.Types;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // What this page is sending right now has a bar of its own.
    private IEnumerable<UnfinishedUpload> Leftovers => Form.Unfinished.Where(u => !live.Contains(u.Id));

    /// <summary>Called by the page's script when an upload was finished, refused or given up.</summary>
    /// <param name="sending">Keys of the uploads still being sent.</param>
    [JSInvokable]
    public Task UploadsChanged(Guid[] sending)
    {
        live = [.. sending];
        return InvokeAsync(ReadAsync);
    }

    /// <summary>Called by the page's script before the first file of a new item; answers the item's key.</summary>
    [JSInvokable]
    public async Task<int> BeginItem()
    {
        var begun = 0;
        await InvokeAsync(async () => begun = await OnBegin());
        return begun;
    }

    /// <summary>Reads files and unfinished uploads again.</summary>
    public async Task ReadAsync()
    {
        var by = await current.GetAsync();
        if (await queries.FilesAsync(Form.Item.Id, by, Now) is { } now)
        {
            Form.SetFiles(now.Files, now.Unfinished);
        }
        await OnChange.InvokeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (uploads is not null)
            {
                await uploads.InvokeVoidAsync("dispose");
                await uploads.DisposeAsync();
            }
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // The page is gone, and its script with it.
        }
        me?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }
        me = DotNetObjectReference.Create(this);
        module = await js.InvokeAsync<IJSObjectReference>("import", "./js/upload.js");
        uploads = await module.InvokeAsync<IJSObjectReference>("attach", zone, input!.Element, bars, Form.Item.Id, me);
        if (!Form.IsBlank)
        {
            await ReadAsync();
        }
    }

    private static long Percent(UnfinishedUpload upload) => upload.Received * 100 / upload.Size;

    private static string Size(long bytes) =>
        bytes switch
        {
            < 1024 => $"{bytes} B",
            < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MB"),
        };

    private async Task RemoveAsync(ItemFileRow file)
    {
        var outcome = await drafts.RemoveFileAsync(Form.Item.Id, file.Id, await current.GetAsync(), Now);
        (problem, removed) = (outcome.Problem, outcome.Ok ? file : null);
        await ReadAsync();
    }

    private async Task UndoAsync()
    {
        problem = (await drafts.RestoreFileAsync(Form.Item.Id, removed!, await current.GetAsync(), Now)).Problem;
        removed = null;
        await ReadAsync();
    }

    private async Task MakeBodyAsync(ItemFileRow file)
    {
        problem = (await drafts.MakeBodyAsync(Form.Item.Id, file.Id, await current.GetAsync(), Now)).Problem;
        await ReadAsync();
    }

    private async Task GiveUpAsync(UnfinishedUpload upload)
    {
        problem = (await blobs.AbortAsync(upload.Id, (await current.GetAsync()).StaffId)).Problem;
        await ReadAsync();
    }
}
