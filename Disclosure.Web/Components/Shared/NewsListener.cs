using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Shared;

/// <summary>
/// Calls a page back once items it shows have changed and a moment has passed, so that ten signatures in a row are one refresh.
/// </summary>
internal sealed class NewsListener : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);
    private readonly IDisposable ear;
    private readonly ITimer timer;

    /// <summary>Listens until disposed.</summary>
    /// <param name="concerns">True for items the page shows.</param>
    /// <param name="refresh">Runs on a pool thread; the page brings it onto its own.</param>
    /// <param name="failed">Is told when that fails.</param>
    public NewsListener(ItemNews news, TimeProvider clock, Func<int, bool> concerns, Func<Task> refresh, Func<Exception, Task> failed)
    {
        timer = clock.CreateTimer(_ => Unattended.Run(refresh, failed), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ear = news.Listen(id =>
        {
            if (concerns(id))
            {
                timer.Change(Quiet, Timeout.InfiniteTimeSpan);
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ear.Dispose();
        timer.Dispose();
    }
}
