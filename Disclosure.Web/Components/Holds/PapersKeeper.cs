using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Web.Components.Holds;

/// <summary>Saves what is entered on a hold.</summary>
public sealed class PapersKeeper(
    HoldService holds,
    HoldView hold,
    Func<Task<Actor>> actor,
    TimeProvider clock,
    Func<Func<Task>, Task> onPage,
    ILogger log
) : Autosave(clock, onPage, log)
{
    /// <summary>Key of the hold.</summary>
    public int HoldId { get; } = hold.Id;

    /// <summary>What is entered, saved or not.</summary>
    public HoldPapers Papers { get; private set; } = hold.Papers;

    /// <summary>Version the page builds on.</summary>
    public int Version { get; private set; } = hold.Version;

    /// <inheritdoc/>
    public override bool IsConflict => Problem is HoldChanged;

    /// <summary>Enters something; the rest begins anew.</summary>
    public void Set(HoldPapers papers)
    {
        Papers = papers;
        Touch();
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
        GiveUpChanges();
        (Papers, Version, Problem) = (latest.Papers, latest.Version, null);
    }

    /// <inheritdoc/>
    protected override async Task<Problem?> WriteAsync()
    {
        var now = Now;
        var outcome = await holds.SaveAsync(HoldId, Papers, Version, await actor(), now);
        if (outcome.Ok)
        {
            (Version, SavedAt) = (outcome.Value, now);
        }
        return outcome.Problem;
    }

    /// <inheritdoc/>
    protected override bool IsFinal(Problem problem) => problem is HoldChanged or NotFound or NothingHeld or NotPrintable;
}
