using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Obligations;

/// <summary>Chooses who answers for a yearly duty.</summary>
public sealed partial class OwnerChoice
{
    private readonly Guid command = Guid.NewGuid();
    private KeptFormScope? kept;
    private string chosen = nameof(Duty.DisclosureOffice);
    private Problem? problem;
    private bool busy;

    /// <summary>The duty.</summary>
    [Parameter, EditorRequired]
    public required OwedRow Row { get; set; }

    /// <summary>Sections to choose from.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChoiceRow> Sections { get; set; }

    /// <summary>Raised once it is written.</summary>
    [Parameter]
    public EventCallback Chosen { get; set; }

    /// <summary>Raised when nothing shall change.</summary>
    [Parameter]
    public EventCallback Left { get; set; }

    [Inject]
    private ObligationService Service { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private IReadOnlyList<Choice<string>> Owners =>
        [
            new(nameof(Duty.DisclosureOffice), "领导小组办公室"),
            new(nameof(Duty.PlatformHead), "发布平台负责人"),
            .. Sections.Select(s => new Choice<string>(s.Id.ToString(CultureInfo.InvariantCulture), s.Name)),
        ];

    /// <inheritdoc/>
    protected override void OnInitialized() => Begin();

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        await Left.InvokeAsync();
    }

    private void Begin() =>
        chosen = Row.Owner.UnitId is { } unit
            ? unit.ToString(CultureInfo.InvariantCulture)
            : (Row.Owner.Post == Duty.PlatformHead ? Duty.PlatformHead : Duty.DisclosureOffice).ToString();

    private async Task SaveAsync(ActEventArgs act)
    {
        if (!await kept!.AgreesAsync(act))
        {
            return;
        }
        busy = true;
        int? unit = int.TryParse(chosen, CultureInfo.InvariantCulture, out var id) ? id : null;
        var post =
            unit is not null ? Duty.SectionHead
            : chosen == nameof(Duty.PlatformHead) ? Duty.PlatformHead
            : Duty.DisclosureOffice;
        var outcome = await Service.AssignAsync(
            Row.Duty.Code,
            post,
            unit,
            command,
            await Current.GetAsync(),
            Clock.GetUtcNow().UtcDateTime
        );
        (problem, busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            await kept.ForgetAsync();
            await Chosen.InvokeAsync();
        }
    }
}
