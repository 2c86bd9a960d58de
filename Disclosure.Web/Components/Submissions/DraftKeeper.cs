using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Saves the draft of an item as it stands on the form.</summary>
public sealed class DraftKeeper : Autosave
{
    private readonly DraftService drafts;
    private readonly DraftForm form;
    private readonly Func<Task<Actor>> actor;

    /// <summary>Keeps a form that was just read.</summary>
    public DraftKeeper(
        DraftService drafts,
        DraftForm form,
        Func<Task<Actor>> actor,
        TimeProvider clock,
        Func<Func<Task>, Task> onPage,
        ILogger log
    )
        : base(clock, onPage, log)
    {
        (this.drafts, this.form, this.actor) = (drafts, form, actor);
        (Version, SavedAt) = (form.Item.DraftVersion, form.Item.DraftSavedAt);
    }

    /// <summary>Version the page builds on.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public override bool IsConflict => Problem is DraftChangedElsewhere;

    /// <summary>Goes on from a version that somebody else saved, keeping what is on the page.</summary>
    public void BuildOn(int version) => (Version, Problem) = (version, null);

    /// <summary>
    /// The reader confirms authorship (D3) of what stood on the page at the click. What was typed after it is saved after it, and ends the
    /// confirmation then.
    /// </summary>
    /// <param name="seen">Digest of the text that stood on the page at the click.</param>
    public Task<Problem?> ConfirmAsync(string seen) =>
        BetweenSavesAsync(async () =>
        {
            var confirmed = await drafts.ConfirmBylineAsync(form.Item.Id, await actor(), Now, seen, Version);
            if (Dirty && confirmed.Problem is TextChangedMeanwhile or NotAnAuthor)
            {
                // What was seen is not in the store yet.
                if (await SaveUnsavedAsync() is { } unsaved)
                {
                    return unsaved;
                }
                confirmed = await drafts.ConfirmBylineAsync(form.Item.Id, await actor(), Now, seen, Version);
            }
            if (confirmed.Problem is DraftChangedElsewhere elsewhere)
            {
                // Said where saving is said: the choice between the two texts is offered there.
                Problem = elsewhere;
            }
            if (confirmed.Ok)
            {
                (Version, SavedAt) = (confirmed.Value.DraftVersion, confirmed.Value.At);
                form.TakeConfirmation(confirmed.Value.ConfirmedOver);
            }
            return confirmed.Problem ?? await SaveUnsavedAsync();
        });

    /// <inheritdoc/>
    protected override async Task<Problem?> WriteAsync()
    {
        var outcome = await drafts.SaveAsync(
            form.Item.Id,
            form.Content.Copy(),
            Answers.ToJson(form.Answers),
            form.SubjectId,
            Version,
            await actor(),
            Now
        );
        if (outcome.Ok)
        {
            (Version, SavedAt) = (outcome.Value.DraftVersion, outcome.Value.At);
        }
        return outcome.Problem;
    }

    /// <inheritdoc/>
    protected override bool IsFinal(Problem problem) => problem is DraftChangedElsewhere or NotEditable or NotFound or NotPrintable;
}
