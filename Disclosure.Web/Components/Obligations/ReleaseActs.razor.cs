using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Obligations;

/// <summary>Acts upon one planned release.</summary>
public sealed partial class ReleaseActs
{
    private IReadOnlyList<ChoiceRow> items = [];
    private ReleaseAct? act;
    private DateOnly day;
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

    private void Ask(ReleaseAct asked) => (act, day, reason, problem) = (asked, asked == ReleaseAct.Release ? Today : Row.Day, "", null);

    private async Task ChangeAsync()
    {
        Ask(ReleaseAct.Change);
        (title, item) = (Row.Title, Row.SubmissionId ?? 0);
        items = await Queries.LinkableAsync(Row.UnitId, await Current.GetAsync(), Now);
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
