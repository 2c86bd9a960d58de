using Disclosure.Core.Common;
using Disclosure.Core.Participation;
using Disclosure.Web.Components.Shared;
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

    /// <summary>The form as it is kept while it is typed.</summary>
    protected KeptFormScope? Kept { get; set; }

    /// <summary>The last refusal.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>True while a command runs.</summary>
    protected bool Busy { get; private set; }

    /// <summary>The bureau's day.</summary>
    protected DateOnly Today => BureauTime.Day(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Gives the fields what they begin with.</summary>
    protected abstract void Begin();

    /// <summary>
    /// Runs one command if the screen shows what the server has; when it went well, the form begins anew and the event is raised.
    /// </summary>
    protected async Task RunAsync(ActEventArgs shown, Func<Guid, Actor, DateTime, Task<Outcome<Done>>> act, EventCallback done)
    {
        if (!await Kept!.AgreesAsync(shown))
        {
            return;
        }
        Busy = true;
        var outcome = await act(Guid.NewGuid(), await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        (Problem, Busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            Begin();
            await Kept.ForgetAsync();
            await done.InvokeAsync();
        }
    }
}
