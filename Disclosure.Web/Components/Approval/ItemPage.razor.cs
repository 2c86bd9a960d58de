using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Evidence;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Approval;

/// <summary>One item, one page: what it is, what was said about it, and what there is to decide.</summary>
public sealed partial class ItemPage : IAsyncDisposable
{
    private TextPane? pane;
    private ItemView? view;
    private Actor? actor;
    private EvidenceModel? model;
    private Neighbours? neighbours;
    private NewsListener? listener;
    private IJSObjectReference? keys;
    private Move? done;
    private string? news;
    private string tab = "text";
    private IReadOnlyList<Answer>? answered;
    private int loaded;
    private int opened;
    private bool office;

    /// <summary>Key of the item.</summary>
    [Parameter]
    public int Id { get; set; }

    /// <summary>Tab to open with.</summary>
    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [Inject]
    private ItemQueries Items { get; set; } = default!;

    [Inject]
    private InboxQueries Inbox { get; set; } = default!;

    [Inject]
    private ApprovalService Approval { get; set; } = default!;

    [Inject]
    private EvidenceQueries Evidence { get; set; } = default!;

    [Inject]
    private EvidenceService Words { get; set; } = default!;

    [Inject]
    private ItemNews News { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private IEnumerable<(string Key, string Name)> Tabs =>
        [
            ("text", "正文"),
            ("content", "稿件信息"),
            ("files", $"附件 {view!.Files.Count}"),
            ("evidence", $"证据 {model?.View?.Rows.Count}".TrimEnd()),
            ("review", "三审对照"),
            ("flow", "意见与流转"),
            ("print", "打印"),
            ("versions", $"版本 {view.Revisions.Count}"),
        ];

    // While the page is taken down the tabs go one by one, and each says that none is chosen.
    private void Choose(int place)
    {
        if (place >= 0 && place < Tabs.Count())
        {
            tab = Tabs.ElementAt(place).Key;
        }
    }

    private int Place => Tabs.Select((t, i) => (t.Key, i)).First(t => t.Key == tab).i;

    // What the reader has answered and not signed: at the model the draft's, at a review what stands in the panel.
    private IReadOnlyList<Answer>? Own =>
        view switch
        {
            { MayEdit: true } => view.EditorAnswers,
            { Step.Review: not null } when view.Can(MoveKind.Approve) => answered ?? TypedDecision.FromJson(view.TypedJson).Answers,
            _ => null,
        };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener?.Dispose();
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
        if (loaded == Id)
        {
            return;
        }
        (loaded, done, news, answered) = (Id, null, null, null);
        actor ??= await Current.GetAsync();
        office = (await Current.GrantsAsync()).Has(Duty.DisclosureOffice);
        view = await Items.FindAsync(Id, actor, Now);
        if (view is null)
        {
            // The same answer for what is not there and for what is not theirs.
            Navigation.NotFound();
            return;
        }
        tab = Tabs.Any(t => t.Key == Tab) ? Tab! : "text";
        neighbours = await Inbox.NeighboursAsync(Id, actor, Now);
        model = new EvidenceModel(Evidence, Words, Clock, Id, actor, () => InvokeAsync(StateHasChanged)) { Showing = ShowAsync };
        await model.LoadAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            listener = new NewsListener(News, Clock, id => id == Id, () => InvokeAsync(() => RefreshAsync(false)), DispatchExceptionAsync);
            keys = await Js.InvokeAsync<IJSObjectReference>("import", "./js/item-keys.js");
            await keys.InvokeVoidAsync("start");
        }
        if (view is not null && actor is not null && opened != view.Id)
        {
            // Only a page that somebody really sees counts as opening; a prerendered one does not.
            opened = view.Id;
            await Approval.OpenAsync(view.Id, actor, Now);
            await model!.CatchUpAsync();
        }
    }

    private async Task RefreshAsync(bool quiet)
    {
        var before = view;
        view = await Items.FindAsync(Id, actor!, Now) ?? view;
        if (
            before is not null
            && view is { } now
            && now.Version != before.Version
            && !quiet
            && done is null
            && now.Signatures is [.., var last]
        )
        {
            news = $"{last.Name}已{last.Kind.Name()}，{Where(now)}";
        }
        neighbours = await Inbox.NeighboursAsync(Id, actor!, Now);
        await model!.LoadAsync();
        StateHasChanged();
    }

    private async Task DecidedAsync(Move move)
    {
        (done, news, answered) = (move, null, null);
        await RefreshAsync(true);
    }

    // A finding leads to its place in the text beside it.
    private async Task ShowAsync(EvidenceRow row)
    {
        tab = "text";
        StateHasChanged();
        await pane!.GoToAsync(row);
    }

    private string After(Move move) => move.To == move.From || view is null ? "" : Where(view);

    private static string Where(ItemView item) =>
        item.State switch
        {
            ItemState.UnderWay => $"稿件现在在“{item.Step.Name}”。",
            ItemState.Returned => "稿件回到编辑人员手中。",
            _ => $"稿件{item.State.Name()}。",
        };
}
