using Disclosure.Core.Review;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Review;

/// <summary>Shows the consequence of one answer and asks for what it needs; the rules say both.</summary>
public sealed partial class AnswerFields
{
    private static readonly IReadOnlyList<Choice<bool>> YesNo = [new(true, "属于", Key: "y"), new(false, "不属于", Key: "n")];

    /// <summary>The answer so far.</summary>
    [Parameter, EditorRequired]
    public required Answer Answer { get; set; }

    /// <summary>Raised with the changed answer.</summary>
    [Parameter]
    public EventCallback<Answer> OnChange { get; set; }

    /// <summary>The item, for uploads.</summary>
    [Parameter, EditorRequired]
    public int ItemId { get; set; }

    /// <summary>The bureau's day.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>What earlier tiers answered, oldest first.</summary>
    [Parameter]
    public IReadOnlyList<EarlierAnswers> Earlier { get; set; } = [];

    /// <summary>Holds that have ended well for the very files that are here.</summary>
    [Parameter]
    public IReadOnlySet<(HoldKind Kind, string Criterion)> Cleared { get; set; } = new HashSet<(HoldKind, string)>();

    /// <summary>True once the person tried to sign: what is missing is said beside its field.</summary>
    [Parameter]
    public bool Pointed { get; set; }

    /// <summary>False at the first step, which has nobody to return to.</summary>
    [Parameter]
    public bool MayReturn { get; set; } = true;

    private IReadOnlyList<string> Missing => ReviewRules.Missing(Answer, Today);

    private string Differs => Answer.Yes is { } said ? EarlierAnswers.Otherwise(Earlier, Answer.Criterion, said) : "";

    private bool Unexplained => Answers.UnexplainedDifferences([Answer], Earlier.SelectMany(e => e.Answers)).Count > 0;

    // A word that was written stays in sight, so that nothing is signed unseen.
    private bool AsksRemark => Answer.Yes == false && (Differs.Length > 0 || Answer.Remark.Length > 0);

    private string? TakenFrom =>
        Earlier.LastOrDefault(e => e.To(Answer.Criterion)?.Yes == true) is { } last && Answers.TakenOver(Answer, last.To(Answer.Criterion)!)
            ? last.Review
            : null;

    private HoldKind? ClearedBy =>
        ReviewRules
            .Of(Answer, Today)
            .ClearedBy.Where(k => Cleared.Contains((k, Answer.Criterion)))
            .Select(k => (HoldKind?)k)
            .FirstOrDefault();

    private string RemarkLabel =>
        Answer switch
        {
            { Yes: false } => Differs.Length > 0 ? "理由" : "说明（选填）",
            { Criterion: Criteria.Marked } => Differs.Length > 0 ? "说明（在何处，为何与前面不同）" : "说明（选填）",
            { Reason: OtherReason.WorkSecret or OtherReason.Other } => "说明（不宜公开的理由）",
            _ => "说明（在何处，是什么内容）",
        };

    private string RemarkSentence =>
        !Pointed ? ""
        : Unexplained ? $"请写明与{Differs}回答不同的理由。"
        : Needs("说明");

    private string Needs(string name, string verb = "") =>
        Pointed && Missing.Contains(name) ? $"请{(verb.Length > 0 ? verb : "填写")}{name}。" : "";

    private Task Change(Answer answer) => OnChange.InvokeAsync(answer);
}
