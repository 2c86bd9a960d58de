using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Evidence;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Approval;

/// <summary>The right side of the item's page: asks what the step asks, keeps what is typed, hands the decision to the service.</summary>
public sealed partial class DecisionPanel : IAsyncDisposable
{
    private static readonly MoveKind[] InMenu = [MoveKind.Decline, MoveKind.Retract, MoveKind.Withdraw, MoveKind.Stop];

    private TypedDecision typed = new();
    private (string Step, int Round, bool Held)? at;
    private Guid command = Guid.NewGuid();
    private DecisionKeeper? keeper;
    private ScreenScope? screen;
    private MoveKind? mode;
    private Problem? problem;
    private string password = "";
    private string? left;
    private bool busy;

    /// <summary>The item as the page shows it.</summary>
    [Parameter, EditorRequired]
    public required ItemView Item { get; set; }

    /// <summary>Who is at the screen.</summary>
    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>Raised after a decision was carried out.</summary>
    [Parameter]
    public EventCallback<Move> Decided { get; set; }

    /// <summary>Raised when somebody else was first and the page should read again.</summary>
    [Parameter]
    public EventCallback Stale { get; set; }

    /// <summary>Raised with the five answers when one changes, signed or not.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<Answer>> Answered { get; set; }

    /// <summary>The evidence; null where none is shown.</summary>
    [CascadingParameter]
    public EvidenceModel? Model { get; set; }

    [Inject]
    private ApprovalService Approval { get; set; } = default!;

    [Inject]
    private TypingService Typing { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ILogger<DecisionPanel> Log { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private MoveView? Main => Shown(MoveKind.Approve) ?? Shown(MoveKind.Receive);

    private bool Acts => Main is { Why: null };

    private List<MoveView> Others => [.. InMenu.Where(Elsewhere).Select(Shown).OfType<MoveView>()];

    // The deputy who finds 不予公开 proposed confirms or sends back; there is nothing to agree to.
    private bool Confirming => Item.WithholdingProposed && Item.Step.ConfirmsWithholding && Shown(MoveKind.Decline) is not null;

    private DateOnly Today => BureauTime.Day(Now);

    // Said beside the button before it is tried, by the function that the service refuses with; evidence as this page has it.
    private Problem? Foreseen =>
        Acts && Main?.Kind == MoveKind.Approve
            ? Judge.Foresee(Item.Review with { Evidence = Model?.State }, typed.ToCommand(MoveKind.Approve, command, Item), Today)
            : null;

    private IReadOnlyList<(HoldKind Kind, string Criterion)> Offers =>
        Acts && Item.Can(MoveKind.Hold) ? Judge.OfferedHolds(Item.Review, typed.Answers, typed.Finding, Today) : [];

    private bool MustStop => Acts && Item.Step.Review is not null && ReviewRules.ClassifiedStill(typed.Answers, Today);

    private IReadOnlyList<string> OpenCodes =>
        problem switch
        {
            ChecklistIncomplete incomplete => incomplete.Open,
            DifferenceUnexplained differing => differing.Codes,
            _ => [],
        };

    private string Waiting =>
        Item.State switch
        {
            _ when Main is { Why: { } why } => why.Text,
            ItemState.UnderWay when Item.Can(MoveKind.Publish) => "收齐纸质、电子、表单后在发布台发布；发现问题的，在这里退回。",
            ItemState.UnderWay => $"等待{Item.WaitsFor}在“{Item.Step.Name}”环节办理。",
            ItemState.Held when Item.OpenHold is { } hold => new ItemIsHeld(hold.Kind).Text,
            ItemState.Draft or ItemState.Returned => "稿件在编辑人员手中，修改后送审。",
            _ => new ItemHasEnded(Item.State.Name()).Text,
        };

    // The sentence of the main button stands at the top when nothing else can be done; here those that explain a grey one beside others.
    private List<string> Greys =>
        MustStop ? [new MustStop().Text]
        : !Confirming && Foreseen is { } foreseen ? [foreseen.Text]
        :
        [
            .. new[] { Shown(MoveKind.Return) }
                .OfType<MoveView>()
                .Where(m => m.Why is not null && m.Why != Main?.Why)
                .Select(m => $"{m.Kind.Name()}：{m.Why!.Text}"),
        ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (keeper is not null)
        {
            await keeper.SaveAsync();
            await keeper.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var here = (Item.Step.Code, Item.Round, Item.State == ItemState.Held);
        if (at == here)
        {
            return;
        }
        // The step has moved on under the person's hands: what was typed stays in sight, the new step starts with its own sheet.
        left =
            at is not null && typed.HasWords
                ? string.Join("\n", new[] { typed.Opinion, typed.Reason, typed.FindingBasis }.Where(t => t.Length > 0))
                : null;
        at = here;
        (mode, password) = (null, "");
        var gone = keeper;
        keeper = new DecisionKeeper(
            Typing,
            Item.Id,
            Item.Step.Code,
            Item.Round,
            () => typed.ToJson(),
            By,
            Clock,
            work => InvokeAsync(work),
            Log
        );
        typed = TypedDecision.FromJson(Item.TypedJson);
        typed.Day ??= Today;
        typed.Major |= Item.DirectorRequired;
        if (Item.Step.AsksFinding)
        {
            typed.Preselect(Item.Content);
        }
        if (gone is not null)
        {
            gone.LetGo();
            await gone.DisposeAsync();
        }
    }

    private MoveView? Shown(MoveKind kind) => Item.Moves.FirstOrDefault(m => m.Kind == kind);

    // Stopping needs an answer that only this page knows yet; the sentence is the judge's own.
    private Problem? Why(MoveView move) => move.Why ?? (move.Kind == MoveKind.Stop && !MustStop ? new NothingToStop() : null);

    // What has a button of its own does not stand in the menu too; on a hold, stopping is the hold's page to offer.
    private bool Elsewhere(MoveKind kind) =>
        kind switch
        {
            MoveKind.Stop => !MustStop && Item.State != ItemState.Held,
            MoveKind.Decline => !Confirming && !Item.Step.Decides,
            _ => true,
        };

    private void Begin(MoveKind kind)
    {
        if (kind == MoveKind.Decline && Confirming && typed.Reason.Length == 0)
        {
            typed.Reason = CommonOpinions.Withholding;
        }
        (mode, problem) = (kind, null);
    }

    private void BeginHold((HoldKind Kind, string Criterion) chosen)
    {
        typed.Hold.Choose(chosen.Kind, chosen.Criterion, typed.Answers);
        Touch();
        Begin(MoveKind.Hold);
    }

    private void Cancel() => (mode, problem) = (null, null);

    private Task AnswerAsync(IReadOnlyList<Answer> answers)
    {
        typed.Answers = answers;
        Touch();
        return Answered.InvokeAsync(answers);
    }

    private void Touch()
    {
        // What was refused may just have been put right; who was first stays said.
        problem = problem is StepHasMovedOn or ItemHasEnded ? problem : null;
        if (Item.KeepsTyping)
        {
            keeper!.Touch();
        }
    }

    private async Task DecideAsync(MoveKind kind, ActEventArgs act)
    {
        // Nothing is signed but what the screen shows: what it shows and the server has not received is said, and goes again.
        if (busy || !await screen!.AgreesAsync(act))
        {
            return;
        }
        // Taken away first, so that the same sentence twice is seen twice.
        (busy, problem) = (true, null);
        StateHasChanged();
        // The store answers without letting go of the thread: what says that it works is sent first.
        await Task.Yield();
        if (kind == MoveKind.Hold)
        {
            // The answers wait with the item and are there again when the hold has ended.
            await keeper!.SaveAsync();
        }
        var outcome = await Approval.DecideAsync(
            Item.Id,
            typed.ToCommand(kind, command, Item),
            AsksPassword(kind) ? password : null,
            By,
            Now
        );
        (busy, password, problem) = (false, "", outcome.Problem);
        if (outcome.Ok)
        {
            keeper?.LetGo();
            (command, mode, typed, left) = (Guid.NewGuid(), null, new TypedDecision(), null);
            await Decided.InvokeAsync(outcome.Value);
        }
        else if (outcome.Problem is StepHasMovedOn or ItemHasEnded)
        {
            await Stale.InvokeAsync();
        }
    }

    private bool AsksPassword(MoveKind kind) => Item.Step.Password && kind is MoveKind.Approve or MoveKind.Decline;
}
