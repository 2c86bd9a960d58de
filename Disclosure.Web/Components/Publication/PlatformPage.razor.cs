using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Publication;

/// <summary>发布台: what is signed and waits for paper, file and form to come in, and for publication.</summary>
public sealed partial class PlatformPage : IDisposable
{
    private NewsListener? listener;
    private IReadOnlyList<PublishingRow>? rows;
    private IReadOnlyList<ComingDownRow> comingDown = [];
    private Actor? actor;
    private int total;
    private IReadOnlyList<(int Id, string Number, string? Index)> done = [];

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    /// <summary>Item to show opened.</summary>
    [SupplyParameterFromQuery]
    public int? Open { get; set; }

    [Inject]
    private PublicationQueries Queries { get; set; } = default!;

    [Inject]
    private ItemQueries Items { get; set; } = default!;

    [Inject]
    private AmendmentQueries Amendments { get; set; } = default!;

    [Inject]
    private ItemNews News { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    private int Number => Math.Max(1, Page ?? 1);

    /// <inheritdoc/>
    public void Dispose() => listener?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor ??= await Current.GetAsync();
        await ReadAsync();
    }

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
        (rows, total) = await Queries.ToPublishAsync(Number - 1, actor!, Now);
        comingDown = await Amendments.ComingDownAsync(actor!, Now);
    }

    // A document takes its interpretation along when that lies ready on the same desk (C2).
    private PublishingRow? Together(PublishingRow row) =>
        row is { Item.Kind: ItemKind.PolicyDocument, Pair: { AtPlatform: true } pair }
            ? rows!.FirstOrDefault(r => r.Item.Id == pair.Id && r.Ticks.Count == 3)
            : null;

    // The number stands in the store by now; it is read there and never foretold.
    private async Task PublishedAsync(IReadOnlyList<PublishingRow> published)
    {
        var numbered = new List<(int Id, string Number, string? Index)>();
        foreach (var row in published)
        {
            var item = await Items.FindAsync(row.Item.Id, actor!, Now);
            numbered.Add((row.Item.Id, row.Item.Number ?? "", item?.CatalogueIndex));
        }
        done = numbered;
        await ReadAsync();
    }
}
