using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Review;

/// <summary>Asks one tier; where the step only confirms, it shows what was answered before.</summary>
public sealed partial class Checklist
{
    private readonly HashSet<string> pointed = [];

    /// <summary>The item.</summary>
    [Parameter, EditorRequired]
    public required ItemView Item { get; set; }

    /// <summary>Answers of this tier.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Answer> Answers { get; set; } = [];

    /// <summary>Raised with all five when one changes.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<Answer>> AnswersChanged { get; set; }

    /// <summary>Codes to point at: a signature was tried and refused for them.</summary>
    [Parameter]
    public IReadOnlyList<string> Open { get; set; } = [];

    /// <summary>True where the step confirms earlier answers and gives none.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateOnly Today => BureauTime.Day(Clock.GetUtcNow().UtcDateTime);

    private IReadOnlyList<EarlierAnswers> Earlier => EarlierAnswers.Of(Item);

    // Once pointed at, a question says what it misses until nothing is missing, also after the refusal itself has gone.
    /// <inheritdoc/>
    protected override void OnParametersSet() => pointed.UnionWith(Open);

    private bool Stands(string code) =>
        pointed.Contains(code)
        && Answers.FirstOrDefault(a => a.Criterion == code) is { } answer
        && (
            ReviewRules.Missing(answer, Today).Count > 0
            || Core.Review.Answers.UnexplainedDifferences([answer], Item.Review.EarlierAnswers).Count > 0
        );

    // Tells the keyboard which answers open fields: 是 always, 否 where an earlier tier said 是.
    private string Asks(string code) => EarlierAnswers.Otherwise(Earlier, code, said: false).Length > 0 ? "yn" : "y";

    private Task SayAsync(string code, bool yes)
    {
        var own = Answers.First(a => a.Criterion == code);
        return SetAsync(
            yes ? Core.Review.Answers.SayYes(own, Item.Review.EarlierAnswers) : Core.Review.Answers.SayNo(own, Item.Review.EarlierAnswers)
        );
    }

    private Task SetAsync(Answer answer) =>
        AnswersChanged.InvokeAsync([.. Answers.Select(a => a.Criterion == answer.Criterion ? answer : a)]);
}
