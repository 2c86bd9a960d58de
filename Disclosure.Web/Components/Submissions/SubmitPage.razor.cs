using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Leads to the form of a new item, and lists what is not finished or came back.</summary>
public sealed partial class SubmitPage(
    DraftService service,
    DraftQueries queries,
    InboxQueries inbox,
    CurrentActor current,
    TimeProvider clock,
    NavigationManager navigation
)
{
    private IReadOnlyList<SubmittingUnit>? units;
    private ItemList? drafts;
    private ItemList? returned;
    private int unit;
    private bool earlier;
    private ItemRow? asked;
    private Problem? problem;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        units = await queries.UnitsAsync(await current.GetAsync(), Now);
        unit = units.Count > 0 ? units[0].Id : 0;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var by = await current.GetAsync();
        drafts = await inbox.PageAsync(Worklist.Drafts, "", 0, by, Now);
        returned = await inbox.PageAsync(Worklist.Returned, "", 0, by, Now);
    }

    // No item yet: that begins with the first word of its form.
    private void Begin() => navigation.NavigateTo($"submit/new/{unit}");

    private void Ask(ItemRow row) => (asked, problem) = (row, null);

    private void CallOff() => (asked, problem) = (null, null);

    private async Task DiscardAsync()
    {
        problem = (await service.DiscardAsync(asked!.Id, await current.GetAsync(), Now)).Problem;
        if (problem is null)
        {
            asked = null;
            await ReadAsync();
        }
    }
}
