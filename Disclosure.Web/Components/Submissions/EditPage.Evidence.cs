using Disclosure.Web.Components.Evidence;

namespace Disclosure.Web.Components.Submissions;

/// <summary>What was found in the files, while they can still be mended.</summary>
public sealed partial class EditPage
{
    private async Task FilesChangedAsync()
    {
        Recheck();
        await ExamineAsync();
    }

    /// <summary>Shows what is known and examines the rest; a file is small and the page stays usable meanwhile.</summary>
    private async Task ExamineAsync()
    {
        desk ??= new EvidenceDesk(evidences, words, clock, Id, await current.GetAsync(), () => InvokeAsync(StateHasChanged));
        await desk.LoadAsync();
        StateHasChanged();
        await desk.CatchUpAsync();
    }
}
