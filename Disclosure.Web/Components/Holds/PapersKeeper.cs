using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;

namespace Disclosure.Web.Components.Holds;

/// <summary>Saves what is entered on a hold shortly after the last change, one save at a time; what it could not save stays on the page.</summary>
public sealed class PapersKeeper(HoldService holds, HoldView hold, Func<Task<Actor>> actor, TimeProvider clock, Func<Func<Task>, Task> onPage) : IAsyncDisposable
{
    /// <summary>Rest after a change before it is saved.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(600);

    private readonly SemaphoreSlim one = new(1, 1);
    private ITimer? timer;
    private int changes;
    private int saved;

    /// <summary>Raised when the page should be read again.</summary>
    public event Action? Told;

    /// <summary>Key of the hold.</summary>
    public int HoldId { get; } = hold.Id;

    /// <summary>What is entered, saved or not.</summary>
    public HoldPapers Papers { get; private set; } = hold.Papers;

    /// <summary>Version the page builds on.</summary>
    public int Version { get; private set; } = hold.Version;

    /// <summary>UTC of the last saving on this page, or null.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>Why the last save failed, or null.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>True while something entered is not yet saved.</summary>
    public bool Dirty => changes != saved;

    /// <summary>Enters something; the rest begins anew.</summary>
    public void Set(HoldPapers papers)
    {
        Papers = papers;
        changes++;
        timer ??= clock.CreateTimer(_ => _ = onPage(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(Rest, Timeout.InfiniteTimeSpan);
        Told?.Invoke();
    }

    /// <summary>Saves now whatever is unsaved; answers the refusal or null.</summary>
    public async Task<Problem?> SaveAsync()
    {
        await one.WaitAsync();
        try
        {
            if (Dirty)
            {
                await SaveOnceAsync();
            }
            return Problem;
        }
        finally
        {
            one.Release();
            Told?.Invoke();
        }
    }

    /// <summary>Takes up what the store holds: a newer hold replaces the papers here unless something is unsaved.</summary>
    public void Follow(HoldView latest)
    {
        if (!Dirty && latest.Version > Version)
        {
            (Papers, Version, Problem) = (latest.Papers, latest.Version, null);
        }
    }

    /// <summary>Goes on from a version that somebody else saved, keeping what is on the page.</summary>
    public void BuildOn(HoldView latest) => (Version, Problem) = (latest.Version, null);

    /// <summary>Gives up what is unsaved.</summary>
    public void GiveUp(HoldView latest)
    {
        saved = changes;
        (Papers, Version, Problem) = (latest.Papers, latest.Version, null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (timer is { } running)
        {
            await running.DisposeAsync();
        }
        one.Dispose();
    }

    private async Task SaveOnceAsync()
    {
        var upTo = changes;
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await holds.SaveAsync(HoldId, Papers, Version, await actor(), now);
        Problem = outcome.Problem;
        if (outcome.Ok)
        {
            (Version, SavedAt, saved) = (outcome.Value, now, upTo);
        }
    }
}
