using Disclosure.Core.Common;

namespace Disclosure.Web.Components.Shared;

/// <summary>The store could not be written just now; it is tried again.</summary>
public sealed record NotSavedNow() : Problem("服务器暂时没有保存成功，正在重试；请不要关闭页面。");

/// <summary>
/// Saves what is typed shortly after the last change, one save at a time. What was not saved stays unsaved, is said, and is tried again;
/// nothing is called saved that the store has not confirmed.
/// </summary>
public abstract class Autosave(TimeProvider clock, Func<Func<Task>, Task> onPage, ILogger log) : IAsyncDisposable
{
    /// <summary>Rest after a change before it is saved; with the page's own wait it stays under two seconds.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(600);

    /// <summary>Wait before a save that failed is tried again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private ITimer? timer;
    private int changes;
    private int saved;
    private bool ended;

    /// <summary>Raised when the line that says whether it is saved should be read again.</summary>
    public event Action? Told;

    /// <summary>UTC of the last saving, or null.</summary>
    public DateTime? SavedAt { get; protected set; }

    /// <summary>Why the last save failed, or null.</summary>
    public Problem? Problem { get; protected set; }

    /// <summary>True while something typed is not yet saved.</summary>
    public bool Dirty => changes != saved;

    /// <summary>True when somebody else saved a newer state: the person chooses which one stays.</summary>
    public virtual bool IsConflict => false;

    /// <summary>UTC.</summary>
    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Notes a change; the rest begins anew.</summary>
    public void Touch()
    {
        changes++;
        Schedule(Rest);
        Told?.Invoke();
    }

    /// <summary>Saves now whatever is unsaved; answers the refusal or null.</summary>
    public async Task<Problem?> SaveAsync()
    {
        if (ended)
        {
            return Problem;
        }
        await one.WaitAsync();
        try
        {
            return await SaveUnsavedAsync();
        }
        finally
        {
            one.Release();
            Told?.Invoke();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (ended)
        {
            return;
        }
        ended = true;
        if (timer is { } running)
        {
            await running.DisposeAsync();
        }
        // A save that is under way is waited for: what it saves was typed.
        await one.WaitAsync();
        one.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does something that the store answers for with a newer state: no save comes in between.</summary>
    protected async Task<Problem?> BetweenSavesAsync(Func<Task<Problem?>> act)
    {
        if (ended)
        {
            return Problem;
        }
        await one.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            one.Release();
            Told?.Invoke();
        }
    }

    /// <summary>Saves whatever is unsaved inside of <see cref="BetweenSavesAsync"/>; answers the refusal or null.</summary>
    protected async Task<Problem?> SaveUnsavedAsync()
    {
        if (Dirty)
        {
            await SaveOnceAsync();
        }
        return Problem;
    }

    /// <summary>Writes what stands on the page; answers the refusal or null.</summary>
    protected abstract Task<Problem?> WriteAsync();

    /// <summary>True for a refusal that the same save would meet again.</summary>
    protected abstract bool IsFinal(Problem problem);

    /// <summary>Nothing is unsaved any more: it was given up.</summary>
    protected void GiveUpChanges() => saved = changes;

    private async Task SaveOnceAsync()
    {
        var upTo = changes;
        try
        {
            Problem = await WriteAsync();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it was, nothing was stored: whoever types is told, and the next try may succeed.
            log.LogError(e, "What was typed could not be saved; it is tried again");
            Problem = new NotSavedNow();
        }
        if (Problem is null)
        {
            saved = upTo;
        }
        else if (!IsFinal(Problem))
        {
            Schedule(Retry);
        }
    }

    private Task LogAsync(Exception e)
    {
        log.LogError(e, "Saving what was typed ended with an error");
        return Task.CompletedTask;
    }

    private void Schedule(TimeSpan rest)
    {
        timer ??= clock.CreateTimer(
            _ => Unattended.Run(() => onPage(SaveAsync), LogAsync),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        timer.Change(rest, Timeout.InfiniteTimeSpan);
    }
}
