using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Approval;

/// <summary>The right side of the item's page: asks what the step asks, keeps what is typed, hands the decision to the service.</summary>
public sealed partial class DecisionPanel : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);
    private static readonly MoveKind[] InMenu = [MoveKind.Decline, MoveKind.Retract, MoveKind.Withdraw, MoveKind.Stop];

    private TypedDecision typed = new();
    private (string Step, int Round)? at;
    private Guid command = Guid.NewGuid();
    private ITimer? saving;
    private bool unsaved;
    private MoveKind? mode;
    private Problem? problem;
    private string password = "";
    private string? left;
    private DateTime? savedAt;
    private bool busy;

    /// <summary>The item as the page shows it.</summary>
    [Parameter, EditorRequired] public required ItemView Item { get; set; }

    /// <summary>Who is at the screen.</summary>
    [Parameter, EditorRequired] public required Actor By { get; set; }

    /// <summary>Raised after a decision was carried out.</summary>
    [Parameter] public EventCallback<Move> Decided { get; set; }

    /// <summary>Raised when somebody else was first and the page should read again.</summary>
    [Parameter] public EventCallback Stale { get; set; }

    [Inject] private ApprovalService Approval { get; set; } = default!;

    [Inject] private TypingService Typing { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private MoveView? Main => Shown(MoveKind.Approve) ?? Shown(MoveKind.Receive);

    private bool Acts => Main is { Why: null };

    private List<MoveView> Others => [.. InMenu.Where(k => k != MoveKind.Stop || !MustStop).Select(Shown).OfType<MoveView>()];

    private bool MustStop => Acts && Item.Step.Review is not null && ReviewRules.ClassifiedStill(typed.Answers, BureauTime.Day(Now));

    private IReadOnlyList<string> OpenCodes => problem is ChecklistIncomplete incomplete ? incomplete.Open : [];

    private string Waiting => Item.State switch
    {
        _ when Main is { Why: { } why } => why.Text,
        ItemState.UnderWay when Item.Can(MoveKind.Publish) => "收齐纸质、电子、表单后在发布台发布；发现问题的，在这里退回。",
        ItemState.UnderWay => $"等待{Item.WaitsFor}在“{Item.Step.Name}”环节办理。",
        ItemState.Draft or ItemState.Returned => "稿件在编辑人员手中，修改后送审。",
        _ => new ItemHasEnded(Item.State.Name()).Text,
    };

    // The sentence of the main button stands at the top when nothing else can be done; here those that explain a grey one beside others.
    private List<string> Greys =>
        MustStop ? [new MustStop().Text]
        : [.. new[] { Shown(MoveKind.Return) }.OfType<MoveView>().Where(m => m.Why is not null && m.Why != Main?.Why).Select(m => $"{m.Kind.Name()}：{m.Why!.Text}")];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (saving is not null)
        {
            await saving.DisposeAsync();
        }
        if (unsaved)
        {
            await SaveAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (at == (Item.Step.Code, Item.Round))
        {
            return;
        }
        // The step has moved on under the person's hands: what was typed stays in sight, the new step starts with its own sheet.
        left = at is not null && typed.HasWords ? string.Join("\n", new[] { typed.Opinion, typed.Reason, typed.FindingBasis }.Where(t => t.Length > 0)) : null;
        at = (Item.Step.Code, Item.Round);
        (mode, password, unsaved, savedAt) = (null, "", false, null);
        typed = TypedDecision.FromJson(Item.TypedJson);
        typed.Day ??= BureauTime.Day(Now);
        typed.Major |= Item.DirectorRequired;
    }

    private MoveView? Shown(MoveKind kind) => Item.Moves.FirstOrDefault(m => m.Kind == kind);

    // Stopping needs an answer that only this page knows yet; the sentence is the judge's own.
    private Problem? Why(MoveView move) => move.Why ?? (move.Kind == MoveKind.Stop && !MustStop ? new NothingToStop() : null);

    private void Begin(MoveKind kind) => (mode, problem) = (kind, null);

    private void Cancel() => (mode, problem) = (null, null);

    private void Answer(IReadOnlyList<Answer> answers)
    {
        typed.Answers = answers;
        Touch();
    }

    private void Touch()
    {
        unsaved = true;
        // What was refused may just have been put right; who was first stays said.
        problem = problem is StepHasMovedOn or ItemHasEnded ? problem : null;
        saving ??= Clock.CreateTimer(_ => _ = InvokeAsync(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        saving.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task SaveAsync()
    {
        if (at is not { } here || !unsaved)
        {
            return;
        }
        unsaved = false;
        var saved = await Typing.SaveAsync(Item.Id, here.Step, here.Round, typed.ToJson(), By, Now);
        if (saved.Ok)
        {
            savedAt = saved.Value;
            StateHasChanged();
        }
    }

    private async Task DecideAsync(MoveKind kind)
    {
        if (busy)
        {
            return;
        }
        // Taken away first, so that the same sentence twice is seen twice.
        (busy, problem) = (true, null);
        var outcome = await Approval.DecideAsync(Item.Id, typed.ToCommand(kind, command, Item), AsksPassword(kind) ? password : null, By, Now);
        (busy, password, problem) = (false, "", outcome.Problem);
        if (outcome.Ok)
        {
            (command, mode, typed, unsaved, left) = (Guid.NewGuid(), null, new TypedDecision(), false, null);
            await Decided.InvokeAsync(outcome.Value);
        }
        else if (outcome.Problem is StepHasMovedOn or ItemHasEnded)
        {
            await Stale.InvokeAsync();
        }
    }

    private bool AsksPassword(MoveKind kind) => Item.Step.Password && kind is MoveKind.Approve or MoveKind.Decline;
}
