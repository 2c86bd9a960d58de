using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Obligations;

/// <summary>Acts upon one planned release.</summary>
public sealed partial class ReleaseActs
{
    private IReadOnlyList<Choice<int>> items = [];
    private KeptFormScope? kept;
    private ReleaseAct? act;
    private DateOnly? day;
    private Problem? problem;
    private string reason = "";
    private string title = "";
    private int item;
    private bool busy;

    /// <summary>The planned release.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRow Row { get; set; }

    /// <summary>The bureau's day.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Forms of the calendar in which an earlier visit left something.</summary>
    [Parameter]
    public IReadOnlySet<string> Begun { get; set; } = new HashSet<string>();

    /// <summary>Raised with a sentence once something changed, or somebody else was quicker.</summary>
    [Parameter]
    public EventCallback<string> Acted { get; set; }

    [Inject]
    private ReleaseService Service { get; set; } = default!;

    [Inject]
    private ReleaseQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        foreach (var asked in Enum.GetValues<ReleaseAct>().Where(a => Begun.Contains(PlaceOf(Row.Id, a))).Take(1))
        {
            await (asked == ReleaseAct.Change ? ChangeAsync() : Task.CompletedTask);
            Begin(asked);
        }
    }

    private static string PlaceOf(int id, ReleaseAct act) => $"releases/{id}/{act}";

    private void Begin(ReleaseAct asked)
    {
        (act, day, reason, problem) = (asked, asked == ReleaseAct.Release ? Today : Row.Day, "", null);
        (title, item) = (Row.Title, Row.SubmissionId ?? 0);
    }

    private async Task ChangeAsync()
    {
        // Before the field is drawn: it begins with a choice.
        var found = await Queries.LinkableAsync(Row.UnitId, await Current.GetAsync(), Now);
        items = [.. found.Select(f => new Choice<int>(f.Id, f.Name))];
        Begin(ReleaseAct.Change);
    }

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        act = null;
    }

    private async Task SendAsync(ActEventArgs shown)
    {
        if (day is not null && await kept!.AgreesAsync(shown))
        {
            await RunAsync(act!.Value);
        }
    }

    private async Task RunAsync(ReleaseAct what)
    {
        busy = true;
        var draft = what == ReleaseAct.Change ? new ReleaseDraft(title, Row.Kind, Row.UnitId, Row.Day, item == 0 ? null : item) : null;
        var command = new ReleaseCommand(what, Row.Version, what is ReleaseAct.Move or ReleaseAct.Release ? day : null, reason, draft);
        var outcome = await Service.ActAsync(Row.Id, command, Guid.NewGuid(), await Current.GetAsync(), Now);
        (problem, busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            await (kept?.ForgetAsync() ?? Task.CompletedTask);
            act = null;
            await Acted.InvokeAsync(
                $"{ReleaseRules.Words(what)}：{(draft ?? new ReleaseDraft(Row.Title, Row.Kind, Row.UnitId, Row.Day)).Title}"
            );
        }
        else if (problem is ReleaseChangedMeanwhile or ReleaseIsOver)
        {
            await Acted.InvokeAsync(problem.Text);
        }
    }
}
