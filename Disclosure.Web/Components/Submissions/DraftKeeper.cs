using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Saves the draft shortly after the last change, one save at a time; what it could not save stays dirty and is tried again.</summary>
public sealed class DraftKeeper(DraftService drafts, DraftForm form, Func<Task<Actor>> actor, TimeProvider clock, Func<Func<Task>, Task> onPage) : IAsyncDisposable
{
    /// <summary>Rest after a change before it is saved; with the page's own wait it stays under two seconds.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(600);

    /// <summary>Wait before a refused save is tried again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private ITimer? timer;
    private int changes;
    private int saved;

    /// <summary>Raised when the line beside the form should be read again.</summary>
    public event Action? Told;

    /// <summary>UTC of the last saving.</summary>
    public DateTime SavedAt { get; private set; } = form.Item.DraftSavedAt;

    /// <summary>Version the page builds on.</summary>
    public int Version { get; private set; } = form.Item.DraftVersion;

    /// <summary>Why the last save failed, or null.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>True while something typed is not yet saved.</summary>
    public bool Dirty => changes != saved;

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

    /// <summary>Goes on from a version that somebody else saved, keeping what is on the page.</summary>
    public void BuildOn(int version)
    {
        Version = version;
        Problem = null;
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
        var by = await actor();
        var outcome = await drafts.SaveAsync(
            form.Item.Id, form.Content.Copy(), Answers.ToJson(form.Answers), form.SubjectId, Version, by, clock.GetUtcNow().UtcDateTime);
        Problem = outcome.Problem;
        if (outcome.Ok)
        {
            (Version, SavedAt, saved) = (outcome.Value.DraftVersion, outcome.Value.At, upTo);
        }
        else if (outcome.Problem is not (DraftChangedElsewhere or NotEditable or NotFound))
        {
            Schedule(Retry);
        }
    }

    private void Schedule(TimeSpan rest)
    {
        timer ??= clock.CreateTimer(_ => _ = onPage(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(rest, Timeout.InfiniteTimeSpan);
    }
}
