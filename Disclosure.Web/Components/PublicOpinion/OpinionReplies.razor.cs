using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>Begins, links and unties the reply.</summary>
public sealed partial class OpinionReplies(
    OpinionReplyService service,
    OpinionQueries queries,
    TimeProvider clock,
    NavigationManager navigation
)
{
    private const string EmptyText = "";
    private Guid command = Guid.NewGuid();
    private IReadOnlyList<LinkableItem>? offers;
    private Problem? problem;
    private KeptFormScope? kept;
    private string reason = EmptyText;
    private int? untying;
    private bool busy;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required OpinionView Case { get; set; }

    /// <summary>The reader.</summary>
    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>Raised once something is written.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task BeginAsync()
    {
        busy = true;
        var outcome = await service.BeginAsync(Case.Row.Id, command, By, Now);
        (problem, busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            navigation.NavigateTo($"/items/{outcome.Value}/edit");
        }
    }

    private async Task FindAsync() => offers = await queries.LinkableAsync(Case.Row.Id, "", By, Now);

    private Task LinkAsync(int item) => DoAsync(() => service.LinkAsync(Case.Row.Id, item, command, By, Now));

    private async Task UnlinkAsync(ActEventArgs act)
    {
        if (await kept!.AgreesAsync(act))
        {
            await DoAsync(() => service.UnlinkAsync(Case.Row.Id, untying!.Value, reason, command, By, Now), kept);
        }
    }

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        (untying, reason) = (null, EmptyText);
    }

    private async Task DoAsync(Func<Task<Outcome<Done>>> act, KeptFormScope? form = null)
    {
        busy = true;
        problem = (await act()).Problem;
        busy = false;
        if (problem is null)
        {
            await (form?.ForgetAsync() ?? Task.CompletedTask);
            (command, offers, untying, reason) = (Guid.NewGuid(), null, null, "");
            await Changed.InvokeAsync();
        }
    }
}
