using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Publication;

/// <summary>Checks one item on one channel: a file found there is uploaded, or the text of the page pasted (D3).</summary>
public sealed partial class CheckPage
{
    private ItemView? item;
    private IReadOnlyList<PublicationView> channels = [];
    private IReadOnlyList<CheckView> checks = [];
    private Actor? actor;
    private Channel channel;
    private int fileId;
    private string text = "";
    private Problem? problem;
    private bool busy;
    private bool read;
    private KeptFormScope? kept;

    /// <summary>The item.</summary>
    [Parameter]
    public int ItemId { get; set; }

    /// <summary>Channel chosen beforehand.</summary>
    [SupplyParameterFromQuery(Name = "channel")]
    public string? Chosen { get; set; }

    [Inject]
    private ItemQueries Items { get; set; } = default!;

    [Inject]
    private PublicationQueries Publications { get; set; } = default!;

    [Inject]
    private ConsistencyQueries Queries { get; set; } = default!;

    [Inject]
    private ConsistencyService Checks { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor ??= await Current.GetAsync();
        item = await Items.FindAsync(ItemId, actor, Now) is { State: ItemState.Published } found ? found : null;
        channels = (await Publications.OfItemAsync(ItemId, actor, Now)).Channels;
        channel =
            channels.FirstOrDefault(c => c.Channel.ToString() == Chosen)?.Channel
            ?? (channels is [var first, ..] ? first.Channel : Channel.Website);
        fileId = item?.Files is [var body, ..] ? body.Id : 0;
        await ReadAsync();
        read = true;
    }

    private PublicationView? On => channels.FirstOrDefault(c => c.Channel == channel);

    private CheckView? Latest => checks.FirstOrDefault(c => c.Channel == channel);

    private IReadOnlyList<Choice<Channel>> Places => [.. channels.Select(c => new Choice<Channel>(c.Channel, c.Channel.Name()))];

    private IReadOnlyList<Choice<int>> Approved =>
        [.. item!.Files.Select(f => new Choice<int>(f.Id, $"{(f.Role == FileRole.Body ? "正文" : "附件")}：{f.Name}"))];

    private async Task ReadAsync() => checks = item is null ? [] : await Queries.OfItemAsync(ItemId, actor!, Now);

    private async Task PasteAsync(ActEventArgs act)
    {
        if (!busy && await kept!.AgreesAsync(act))
        {
            await CheckAsync(() => Checks.PastedAsync(new CheckTarget(ItemId, channel, fileId), text, Guid.NewGuid(), actor!, Now));
        }
    }

    private Task ArrivedAsync(Guid upload) =>
        CheckAsync(() => Checks.UploadedAsync(new CheckTarget(ItemId, channel, fileId), upload, actor!, Now));

    private async Task CheckAsync(Func<Task<Outcome<int>>> check)
    {
        (busy, problem) = (true, null);
        StateHasChanged();
        var outcome = await check();
        (busy, problem) = (false, outcome.Problem);
        if (outcome.Ok)
        {
            text = "";
            await kept!.ForgetAsync();
            await ReadAsync();
        }
    }
}
