using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Publication;

/// <summary>发布台: what is signed and waits for paper, file and form to come in, and for publication.</summary>
public sealed partial class PlatformPage : IDisposable
{
    private NewsListener? listener;
    private IReadOnlyList<DeskRow>? rows;
    private Actor? actor;
    private int total;
    private int? open;
    private string? done;

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery] public int? Page { get; set; }

    /// <summary>Item to show opened.</summary>
    [SupplyParameterFromQuery] public int? Open { get; set; }

    [Inject] private PublicationQueries Queries { get; set; } = default!;

    [Inject] private ItemNews News { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

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
            listener = new NewsListener(News, Clock, _ => true, () => InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            }));
        }
    }

    private async Task ReadAsync() => (rows, total) = await Queries.DeskAsync(Number - 1, actor!, Now);

    private async Task PublishedAsync(DeskRow row)
    {
        (open, done) = (null, $"{row.Item.Number} 已发布，已进入公开目录。");
        await ReadAsync();
    }
}
