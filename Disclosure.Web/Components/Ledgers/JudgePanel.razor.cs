using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Ledgers;

/// <summary>Takes one yearly judgement.</summary>
public sealed partial class JudgePanel
{
    private readonly Guid command = Guid.NewGuid();
    private WithholdingDecision? decision;
    private Problem? problem;
    private string reason = "";
    private bool open;
    private bool busy;

    /// <summary>The item.</summary>
    [Parameter, EditorRequired]
    public required WithheldRow Row { get; set; }

    /// <summary>Raised once it is written.</summary>
    [Parameter]
    public EventCallback Judged { get; set; }

    [Inject]
    private WithholdingService Service { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private async Task JudgeAsync()
    {
        busy = true;
        var outcome = await Service.JudgeAsync(
            Row.Id,
            decision!.Value,
            reason,
            command,
            await Current.GetAsync(),
            Clock.GetUtcNow().UtcDateTime
        );
        (problem, busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            open = false;
            await Judged.InvokeAsync();
        }
    }
}
