using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Reminders;

/// <summary>What the reader was told, unseen first.</summary>
public sealed partial class RemindersPage(ReminderService reminders, CurrentActor current, TimeProvider clock)
{
    private IReadOnlyList<ReminderRow> rows = [];
    private int total;
    private bool ready;
    private Problem? problem;

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private int Number => Math.Max(1, Page ?? 1);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        (rows, total) = await reminders.PageAsync(Number - 1, await current.GetAsync(), Now);
        ready = true;
    }

    private async Task SeeAsync(int? id)
    {
        problem = (await reminders.SeeAsync(id, await current.GetAsync(), Now)).Problem;
        await ReadAsync();
    }
}
