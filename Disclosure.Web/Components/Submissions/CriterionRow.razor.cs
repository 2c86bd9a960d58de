using Disclosure.Core.Review;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>One question of the self-review; 是 opens what must be filled in (B3).</summary>
public sealed partial class CriterionRow
{
    private static readonly IReadOnlyList<Choice<string>> YesNo = [new("Y", "是"), new("N", "否")];

    /// <summary>The form.</summary>
    [CascadingParameter]
    public required DraftForm Form { get; set; }

    /// <summary>Place from 1, also the key that leads to it.</summary>
    [Parameter]
    public int Ordinal { get; set; }

    /// <summary>The answer so far.</summary>
    [Parameter]
    [EditorRequired]
    public required Answer Answer { get; set; }

    private Criterion Criterion => Criteria.Find(Answer.Criterion);

    private void Change(Answer answer) => Form.SetAnswer(answer);
}
