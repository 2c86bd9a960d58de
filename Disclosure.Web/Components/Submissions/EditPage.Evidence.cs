using Disclosure.Web.Components.Evidence;

namespace Disclosure.Web.Components.Submissions;

/// <summary>What was found in the files, while they can still be mended.</summary>
public sealed partial class EditPage
{
    private async Task FilesChangedAsync()
    {
        Recheck();
        await ReadEvidenceAsync();
        StateHasChanged();
        await model!.CatchUpAsync();
    }

    // Read before the form is drawn: what came later would move the questions below it from under the hand.
    private async Task ReadEvidenceAsync()
    {
        if (model?.ItemId != itemId)
        {
            model = new EvidenceModel(evidences, words, clock, itemId, await current.GetAsync(), () => InvokeAsync(StateHasChanged));
        }
        await model.LoadAsync();
    }
}
