using System.Collections.Concurrent;
using Disclosure.Core.Approval;
using Disclosure.Core.Search;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Setup;

/// <summary>Keeps the index of search: at start what was missed, then what one hears of, and every hour everything once more.</summary>
internal sealed class SearchKeeper(SearchService search, ItemNews news, TimeProvider clock, ILogger<SearchKeeper> log) : BackgroundService
{
    private const int TicksOfAnHour = 1800;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = new ConcurrentQueue<int>();
        using var listening = news.Listen(told.Enqueue);
        using var timer = new PeriodicTimer(Pause, clock);
        var tick = 0;
        do
        {
            await KeepAsync(told, tick % TicksOfAnHour == 0, stoppingToken);
            tick++;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(ConcurrentQueue<int> told, bool all, CancellationToken ct)
    {
        try
        {
            var changed = new HashSet<int>();
            while (told.TryDequeue(out var id))
            {
                changed.Add(id);
            }
            foreach (var id in changed)
            {
                await search.UpdateAsync(id, ct);
            }
            _ = all ? await search.CatchUpAsync(ct) : await search.CatchUpDraftsAsync(ct);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // What was missed differs from the index, so that a later round finds it.
            log.LogError(e, "The index of search could not be brought up to date");
        }
    }
}
