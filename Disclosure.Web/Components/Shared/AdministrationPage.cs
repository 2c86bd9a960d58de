using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Shared;

/// <summary>What the administrators' pages share: one command at a time, one refusal shown, then the list read again.</summary>
public abstract class AdministrationPage : ComponentBase
{
    /// <summary>Who is at the page.</summary>
    [Inject]
    protected CurrentActor Current { get; set; } = default!;

    /// <summary>The clock handed down to the services.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    /// <summary>What the person may do today; chooses the buttons, the services ask again.</summary>
    protected Grants Grants { get; private set; } = Grants.None(0);

    /// <summary>The last refusal, or null.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>What was done last, or empty.</summary>
    protected string Notice { get; set; } = "";

    /// <summary>True while a command runs; buttons rest.</summary>
    protected bool Busy { get; private set; }

    /// <summary>True once the first reading is done.</summary>
    protected bool Ready { get; private set; }

    /// <summary>UTC.</summary>
    protected DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>The bureau's day.</summary>
    protected DateOnly Today => BureauTime.Day(Now);

    /// <summary>True for a system administrator.</summary>
    protected bool IsSystem => Grants.Has(Duty.SystemAdmin);

    /// <summary>True for a security administrator.</summary>
    protected bool IsSecurity => Grants.Has(Duty.SecurityAdmin);

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Grants = await Current.GrantsAsync();
        await LoadAsync();
        Ready = true;
    }

    /// <summary>Runs a command, shows its refusal or what was done, and reads the page again.</summary>
    /// <returns>True when it was done.</returns>
    protected async Task<bool> RunAsync<T>(Func<Actor, DateTime, Task<Outcome<T>>> command, string done, Action<T>? then = null)
    {
        if (Busy)
        {
            return false;
        }
        Busy = true;
        try
        {
            var outcome = await command(await Current.GetAsync(), Now);
            (Problem, Notice) = (outcome.Problem, outcome.Ok ? done : "");
            if (outcome.Ok)
            {
                then?.Invoke(outcome.Value);
                await LoadAsync();
            }
            return outcome.Ok;
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Forgets what was said before.</summary>
    protected void Hush() => (Problem, Notice) = (null, "");
}
