using Disclosure.Core.Deadlines;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Deadlines;

/// <summary>The local layer of a year: what was entered under which notice.</summary>
public partial class LocalDays(CalendarService service, CalendarQueries queries)
{
    private static readonly IReadOnlyList<Choice<bool>> Kinds = [new(false, "放假"), new(true, "调休上班")];

    private IReadOnlyList<LocalPeriod> periods = [];
    private LocalPeriod? removing;
    private Guid click;
    private DateOnly? from;
    private DateOnly? until;
    private string name = "";
    private string notice = "";
    private bool worked;
    private bool adding;

    /// <summary>The year.</summary>
    [Parameter, EditorRequired]
    public int Year { get; set; }

    /// <summary>The calendar has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <inheritdoc/>
    protected override async Task LoadAsync() => periods = await queries.LocalAsync(Year);

    private static string Span(LocalPeriod p) =>
        p.From == p.Until ? $"{p.From:yyyy-MM-dd}" : $"{p.From:yyyy-MM-dd} 至 {p.Until:yyyy-MM-dd}";

    private void BeginAdd()
    {
        Leave();
        var first = Year == Today.Year ? Today : new DateOnly(Year, 1, 1);
        (adding, click, from, until, name, notice, worked) = (true, Guid.NewGuid(), first, first, "", "", false);
    }

    private void BeginRemove(LocalPeriod period)
    {
        Leave();
        removing = period;
    }

    private void FollowStart() => until = until < from ? from : until;

    private void Leave()
    {
        Hush();
        (adding, removing) = (false, null);
    }

    private Task<bool> AddAsync()
    {
        var entry = new LocalEntry(from ?? default, until ?? default, worked, name, notice);
        return RunAsync((by, now) => service.AddLocalAsync(entry, click, by, now), $"“{name.Trim()}”已录入。");
    }

    private async Task AddedAsync(bool done)
    {
        if (done)
        {
            adding = false;
            await Changed.InvokeAsync();
        }
    }

    private async Task RemoveAsync()
    {
        if (await RunAsync((by, now) => service.RemoveLocalAsync(removing!.EntryId, by, now), $"“{removing!.Name}”已删除。"))
        {
            removing = null;
            await Changed.InvokeAsync();
        }
    }
}
