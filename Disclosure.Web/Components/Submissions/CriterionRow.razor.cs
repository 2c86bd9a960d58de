using Disclosure.Core.Review;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>One question of the self-review; 是 opens what must be filled in (B3).</summary>
public sealed partial class CriterionRow
{
    /// <summary>Place from 1, also the key that leads to it.</summary>
    [Parameter]
    public int Ordinal { get; set; }

    /// <summary>The answer so far.</summary>
    [Parameter]
    [EditorRequired]
    public required Answer Answer { get; set; }

    /// <summary>Raised with the changed answer.</summary>
    [Parameter]
    public EventCallback<Answer> OnChange { get; set; }

    private Criterion Criterion => Criteria.Find(Answer.Criterion);

    private Task Change(Answer answer) => OnChange.InvokeAsync(answer);
}
