using System.Threading.Channels;

namespace Disclosure.Web.Setup;

/// <summary>
/// Work nobody asks for: a round at start, then again when its time has come or somebody wakes it. A round that fails is logged with its
/// cause and the next one comes; whatever happens in it, the program goes on serving.
/// </summary>
public abstract class BackgroundWork(TimeProvider clock, ILogger log) : BackgroundService
{
    // One signal stands for all that came while nobody listened.
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>UTC.</summary>
    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the log says when a round fails, in English.</summary>
    protected abstract string Failure { get; }

    /// <summary>Time after which a round comes although nothing woke it; null for never.</summary>
    protected virtual TimeSpan? Every => null;

    /// <summary>Time after which a round that failed comes again, where its own time is not nearer.</summary>
    protected virtual TimeSpan Again => TimeSpan.FromMinutes(1);

    /// <summary>Rest after a signal, so that ten of them are one round.</summary>
    protected virtual TimeSpan Rest => TimeSpan.Zero;

    /// <summary>False when the first round waits for its time or a signal.</summary>
    protected virtual bool AtStart => true;

    /// <summary>True when there is one round only, whether it fails or not.</summary>
    protected virtual bool Once => false;

    /// <summary>Asks for a round, from any thread; one that is under way is followed by another.</summary>
    public void Wake() => signal.Writer.TryWrite(true);

    /// <inheritdoc/>
    public sealed override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await GuardedAsync(LastAsync, cancellationToken);
    }

    /// <summary>One round. Ends soon once <paramref name="ct"/> is cancelled.</summary>
    protected abstract Task RoundAsync(CancellationToken ct);

    /// <summary>What is still to be done as the program stops.</summary>
    protected virtual Task LastAsync(CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = AtStart ? await GuardedAsync(RoundAsync, stoppingToken) : true;
        while (!Once && await WaitAsync(done, stoppingToken))
        {
            done = await GuardedAsync(RoundAsync, stoppingToken);
        }
    }

    private async Task<bool> GuardedAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(e, "{Failure}; the next round comes", Failure);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next round; false when the program stops.</summary>
    private async Task<bool> WaitAsync(bool done, CancellationToken ct)
    {
        var most = done || Every < Again ? Every : Again;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var timed = Task.Delay(most ?? Timeout.InfiniteTimeSpan, clock, either.Token);
        var told = signal.Reader.WaitToReadAsync(either.Token).AsTask();
        var first = await Task.WhenAny(timed, told);
        await either.CancelAsync();
        if (first == told && !ct.IsCancellationRequested && Rest > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.Delay(Rest, clock, ct));
        }
        signal.Reader.TryRead(out _);
        return !ct.IsCancellationRequested;
    }
}
