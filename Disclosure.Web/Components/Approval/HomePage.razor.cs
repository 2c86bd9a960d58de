using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Approval;

/// <summary>The first page: what waits lies on top, what came back beneath it, then what went through one's hands.</summary>
public sealed partial class HomePage : IDisposable
{
    private const int Short = 8;
    private const int Few = 5;
    private NewsListener? listener;
    private WorklistCounts? counts;
    private IReadOnlyList<ItemRow>? waiting;
    private HoldList? held;
    private IReadOnlyList<int> missing = [];
    private Officers? officers;
    private bool weekly;
    private int tick;
    private ItemList? warned;
    private Grants grants = Grants.None(0);
    private IReadOnlyList<ItemRow> returned = [];
    private IReadOnlyList<ItemRow> drafts = [];
    private IReadOnlyList<ItemRow> handled = [];

    [Inject]
    private InboxQueries Inbox { get; set; } = default!;

    [Inject]
    private HoldQueries Holds { get; set; } = default!;

    [Inject]
    private CalendarQueries Calendar { get; set; } = default!;

    [Inject]
    private BureauQueries BureauFacts { get; set; } = default!;

    [Inject]
    private ItemNews News { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    /// <inheritdoc/>
    public void Dispose() => listener?.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listener = new NewsListener(
                News,
                Clock,
                _ => true,
                () =>
                    InvokeAsync(async () =>
                    {
                        await ReadAsync();
                        StateHasChanged();
                    }),
                DispatchExceptionAsync
            );
        }
    }

    private async Task ReadAsync()
    {
        var by = await Current.GetAsync();
        grants = await Current.GrantsAsync();
        if (grants.Has(Duty.DisclosureOffice))
        {
            warned = await Inbox.PageAsync(Worklist.Clock, "", 0, by, Now);
        }
        weekly = WeekQueries.MaySee(grants);
        tick++;
        officers = grants.Has(Duty.SecurityAdmin) ? await BureauFacts.OfficersAsync(Today) : null;
        missing = await Calendar.MissingAsync(Today);
        counts = await Inbox.CountAsync(by, Now);
        waiting = await FirstAsync(Worklist.Waiting, InboxQueries.PageSize, by);
        held = await Holds.ToHandleAsync(Few, by, Now);
        returned = await FirstAsync(Worklist.Returned, InboxQueries.PageSize, by);
        drafts = await FirstAsync(Worklist.Drafts, Short, by);
        handled = await FirstAsync(Worklist.Handled, Short, by);
    }

    private async Task<IReadOnlyList<ItemRow>> FirstAsync(Worklist worklist, int most, Actor by) =>
        [.. (await Inbox.PageAsync(worklist, "", 0, by, Now)).Rows.Take(most)];
}
