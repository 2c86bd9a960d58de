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

    // The same first words twice begin one item.
    private readonly Guid beginning = Guid.NewGuid();
    private bool tried;

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
        (Version, SavedAt) = (form.Item.DraftVersion, form.IsBlank ? null : form.Item.DraftSavedAt);
    }

    /// <summary>Called once a new item has its key, before anything is called saved.</summary>
    public Action? Begun { get; init; }

    /// <summary>Version the page builds on.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public override bool IsConflict => Problem is DraftChangedElsewhere;

    /// <summary>Goes on from a version that somebody else saved, keeping what is on the page.</summary>
    public void BuildOn(int version) => (Version, Problem) = (version, null);

    /// <summary>The item is needed in the store now, whether or not a word was typed: a file comes, or an author confirms.</summary>
    public Task<Problem?> BeginAsync()
    {
        if (form.IsBlank && !Dirty)
        {
            Touch();
        }
        return form.IsBlank ? SaveAsync() : Task.FromResult<Problem?>(null);
    }

    /// <summary>
    /// The reader confirms authorship (D3) of what stood on the page at the click. What was typed after it is saved after it, and ends the
    /// confirmation then.
    /// </summary>
    /// <param name="seen">Digest of the text that stood on the page at the click.</param>
    public async Task<Problem?> ConfirmAsync(string seen) =>
        await BeginAsync()
        ?? await BetweenSavesAsync(async () =>
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
        if (form.IsBlank)
        {
            var again = tried;
            tried = true;
            var refusal = await FirstAsync();
            if (refusal is not null || !again)
            {
                return refusal;
            }
        }
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

    // What a second try begins is what the first one sent, in case that one did arrive; the rest is saved over it.
    private async Task<Problem?> FirstAsync()
    {
        var begun = await drafts.BeginWithAsync(
            form.Item.Unit.Id,
            form.Content.Copy(),
            Answers.ToJson(form.Answers),
            form.SubjectId,
            beginning,
            await actor(),
            Now
        );
        if (begun.Ok)
        {
            form.TakeKey(begun.Value.Id);
            (Version, SavedAt) = (begun.Value.Saved.DraftVersion, begun.Value.Saved.At);
            Begun?.Invoke();
        }
        return begun.Problem;
    }

    /// <inheritdoc/>
    protected override bool IsFinal(Problem problem) =>
        problem is DraftChangedElsewhere or NotEditable or NotFound or NotPrintable or NotAnEditor;
}
