using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Holds;

/// <summary>Asks how a hold ends and carries it out; which ends there are and what each needs, the rules say.</summary>
public sealed partial class HoldEnding(ApprovalService approval, TimeProvider clock)
{
    private Guid command = Guid.NewGuid();
    private KeptFormScope? kept;
    private HoldOutcome? chosen;
    private IReadOnlyList<RedactedMatter> matters = [];
    private string words = "";
    private bool asking;
    private bool busy;
    private Problem? problem;

    /// <summary>The panel around papers and ending.</summary>
    [CascadingParameter]
    public required ScreenScope Screen { get; set; }

    /// <summary>The hold with its item.</summary>
    [Parameter, EditorRequired]
    public required HoldCase Case { get; set; }

    /// <summary>Who keeps the papers.</summary>
    [Parameter, EditorRequired]
    public required PapersKeeper Keeper { get; set; }

    /// <summary>Who is at the screen.</summary>
    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>Raised when it has ended.</summary>
    [Parameter]
    public EventCallback<HoldOutcome> Ended { get; set; }

    /// <summary>Raised when somebody else was first and the page should read again.</summary>
    [Parameter]
    public EventCallback Stale { get; set; }

    private HoldView Hold => Case.Hold;

    private IReadOnlyList<HoldOutcome> Outcomes => HoldRules.Outcomes(Hold.Kind);

    private bool Erases =>
        chosen == HoldOutcome.Classified || (chosen == HoldOutcome.InPart && matters.Contains(RedactedMatter.StateSecret));

    // The judge's own sentences, said before anything is pressed.
    private Problem? InTheWay =>
        chosen switch
        {
            null => new OutcomeNotHere(Hold.Kind),
            { } outcome when Missing(outcome) is [_, ..] missing => new HoldIncomplete(Hold.Kind, missing),
            HoldOutcome.InPart when matters is [] => new HoldIncomplete(HoldKind.Redaction, ["需要处理的内容"]),
            _ => null,
        };

    // Said once where every end asks for the same.
    private IReadOnlyList<string> MissingAnyway =>
        Missing(Outcomes[0]) is [_, ..] first && Outcomes.All(o => Missing(o).SequenceEqual(first)) ? first : [];

    private IReadOnlyList<string> Missing(HoldOutcome outcome) => HoldRules.Missing(Hold.Kind, Keeper.Papers, outcome);

    private IReadOnlyList<Choice<HoldOutcome?>> Ways =>
        [.. Outcomes.Select(o => new Choice<HoldOutcome?>(o, o.Name(), MissingAnyway.Count == 0 ? Lacks(o) : ""))];

    private string Lacks(HoldOutcome outcome) => Missing(outcome) is [_, ..] missing ? $"还缺：{string.Join("、", missing)}" : "";

    private void Choose(HoldOutcome? outcome) => (chosen, asking, problem) = (outcome, false, null);

    private void Clear() => (chosen, matters, words, asking, problem) = (null, [], "", false, null);

    private async Task EndAsync(ActEventArgs act)
    {
        if (busy || chosen is not { } outcome || !await Screen.AgreesAsync(act))
        {
            return;
        }
        if (!asking)
        {
            // What was confirmed has changed since the click left: it is asked again.
            asking = InTheWay is null;
            return;
        }
        (busy, problem) = (true, null);
        // What is entered counts as it stands on the page.
        problem = await Keeper.SaveAsync();
        if (problem is null)
        {
            var decision = new Command(MoveKind.Resume, command, Case.Item.Step.Code, Case.Item.Version)
            {
                Outcome = outcome,
                Text = words,
                HoldPapers = outcome == HoldOutcome.InPart ? new() { Matters = matters } : new(),
            };
            problem = (await approval.DecideAsync(Case.Item.Id, decision, null, By, clock.GetUtcNow().UtcDateTime)).Problem;
        }
        (busy, asking) = (false, false);
        if (problem is null)
        {
            command = Guid.NewGuid();
            await kept!.ForgetAsync();
            await Ended.InvokeAsync(outcome);
        }
        else if (problem is StepHasMovedOn or ItemHasEnded or NothingHeld)
        {
            await Stale.InvokeAsync();
        }
    }
}
