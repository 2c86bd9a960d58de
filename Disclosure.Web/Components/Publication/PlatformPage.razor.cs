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
    private int? open;
    private string? done;

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    /// <summary>Item to show opened.</summary>
    [SupplyParameterFromQuery]
    public int? Open { get; set; }

    [Inject]
    private PublicationQueries Queries { get; set; } = default!;

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
        open ??= rows!.FirstOrDefault(r => r.Item.Id == Open && r.Ticks.Count == 3)?.Item.Id;
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

    // The sentence of the service, in the order in which the judge asks.
    private Problem? Grey(PublishingRow row) =>
        PublishingRules.TooEarly(row.PlannedAt, Now)
        ?? row.Pair?.InTheWay
        ?? (
            row.Ticks.Count < 3 ? new ReceiptsIncomplete()
            : row.Allowed.Count == 0 ? new NoChannelLeft()
            : null
        );

    // A document takes its interpretation along when that lies ready on the same desk (C2).
    private PublishingRow? Together(PublishingRow row) =>
        row is { Item.Kind: ItemKind.PolicyDocument, Pair: { AtPlatform: true } pair }
            ? rows!.FirstOrDefault(r => r.Item.Id == pair.Id && r.Ticks.Count == 3)
            : null;

    private async Task PublishedAsync(PublishingRow row)
    {
        (open, done) = (
            null,
            row.Amendment == AmendmentKind.TakeDown
                ? $"{row.Item.Number} 已办结，原稿已下线。"
                : $"{row.Item.Number} 已发布，已进入公开目录。"
        );
        await ReadAsync();
    }
}
