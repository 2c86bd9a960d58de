using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Ledgers;

/// <summary>Takes one yearly judgement.</summary>
public sealed partial class JudgePanel
{
    private static readonly IReadOnlyList<Choice<WithholdingDecision?>> Decisions =
    [
        .. Enum.GetValues<WithholdingDecision>().Select(d => new Choice<WithholdingDecision?>(d, d.Name())),
    ];

    private readonly Guid command = Guid.NewGuid();
    private KeptFormScope? kept;
    private WithholdingDecision? decision;
    private Problem? problem;
    private string reason = "";
    private bool open;
    private bool busy;

    /// <summary>The item.</summary>
    [Parameter, EditorRequired]
    public required WithheldRow Row { get; set; }

    /// <summary>Calendar year judged.</summary>
    [Parameter, EditorRequired]
    public int Year { get; set; }

    /// <summary>True where an earlier visit left something.</summary>
    [Parameter]
    public bool Begun { get; set; }

    /// <summary>Raised once it is written.</summary>
    [Parameter]
    public EventCallback Judged { get; set; }

    [Inject]
    private WithholdingService Service { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <summary>Where what is typed is kept.</summary>
    public static string PlaceOf(int item, int year) => $"withheld/{year}/{item}";

    /// <inheritdoc/>
    protected override void OnInitialized() => open = Begun;

    private void Begin() => (decision, reason, problem) = (null, "", null);

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        Begin();
        open = false;
    }

    private async Task JudgeAsync(ActEventArgs act)
    {
        if (busy || !await kept!.AgreesAsync(act) || decision is not { } judged)
        {
            return;
        }
        busy = true;
        var outcome = await Service.JudgeAsync(Row.Id, judged, reason, command, await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        (problem, busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            await kept.ForgetAsync();
            open = false;
            await Judged.InvokeAsync();
        }
    }
}
