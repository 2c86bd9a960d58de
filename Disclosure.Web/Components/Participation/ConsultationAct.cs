using Disclosure.Core.Common;
using Disclosure.Core.Participation;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Participation;

/// <summary>What the small forms of a consultation share: one command at a time, and the sentence of a refusal.</summary>
public abstract class ConsultationAct : ComponentBase
{
    /// <summary>The consultations.</summary>
    [Inject]
    protected ConsultationService Service { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <summary>The last refusal.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>True while a command runs.</summary>
    protected bool Busy { get; private set; }

    /// <summary>The bureau's day.</summary>
    protected DateOnly Today => BureauTime.Day(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Runs one command; raises the event when it went well.</summary>
    protected async Task RunAsync(Func<Guid, Actor, DateTime, Task<Outcome<Done>>> act, EventCallback done)
    {
        Busy = true;
        var outcome = await act(Guid.NewGuid(), await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        (Problem, Busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            await done.InvokeAsync();
        }
    }
}
