using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Web.Components.Approval;

/// <summary>Saves what a reviewer has typed at one step and not yet signed.</summary>
public sealed class DecisionKeeper(
    TypingService typing,
    int item,
    string step,
    int round,
    Func<string> json,
    Actor by,
    TimeProvider clock,
    Func<Func<Task>, Task> onPage,
    ILogger log
) : Autosave(clock, onPage, log)
{
    /// <summary>Lets go of what is unsaved: it was signed, or the step has gone.</summary>
    public void LetGo() => GiveUpChanges();

    /// <inheritdoc/>
    protected override async Task<Problem?> WriteAsync()
    {
        var outcome = await typing.SaveAsync(item, step, round, json(), by, Now);
        if (outcome.Ok)
        {
            SavedAt = outcome.Value;
        }
        return outcome.Problem;
    }

    /// <inheritdoc/>
    protected override bool IsFinal(Problem problem) => problem is NotFound or TextTooLong;
}
