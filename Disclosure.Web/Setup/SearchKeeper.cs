using Disclosure.Core.Search;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Setup;

/// <summary>
/// Keeps the index of search: at start what was missed, then what one hears of, and every hour everything once more, because the index is
/// compared with the items as they are and so finds what was changed without a word.
/// </summary>
internal sealed class SearchKeeper : BackgroundWork
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly SearchService search;
    private readonly SearchQueue queue;
    private readonly IDisposable listening;
    private DateTime allAt;

    public SearchKeeper(SearchService search, SearchQueue queue, ItemNews news, TimeProvider clock, ILogger<SearchKeeper> log)
        : base(clock, log)
    {
        (this.search, this.queue) = (search, queue);
        listening = news.Listen(queue.Add);
        queue.Woken += Wake;
    }

    /// <inheritdoc/>
    protected override string Failure => "The index of search could not be brought up to date";

    /// <inheritdoc/>
    protected override TimeSpan? Every => Hour;

    /// <inheritdoc/>
    protected override TimeSpan Rest { get; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override void Dispose()
    {
        listening.Dispose();
        queue.Woken -= Wake;
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken ct)
    {
        if (Now >= allAt)
        {
            await search.CatchUpAsync(ct);
            allAt = Now + Hour;
        }
        foreach (var id in queue.Take())
        {
            try
            {
                await search.UpdateAsync(id, ct);
            }
            catch
            {
                // All once more: what else was taken out differs from the index too.
                allAt = Now;
                throw;
            }
        }
    }
}
