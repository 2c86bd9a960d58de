using Disclosure.Core.Submissions;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions.Fields;

/// <summary>
/// What every field of the form has in common: it knows its name, stands only where it concerns the kind, and carries one sentence.
/// </summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The form.</summary>
    [CascadingParameter]
    public required DraftForm Form { get; set; }

    /// <summary>Name of the field of <see cref="ItemContent"/>.</summary>
    [Parameter]
    [EditorRequired]
    public required string For { get; set; }

    /// <summary>Label as printed.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>One sentence under the label, or null.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Article the field rests on, or null.</summary>
    [Parameter]
    public string? Article { get; set; }

    /// <summary>True where it may stay empty.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Id of the input, by which a sentence of the list leads to it.</summary>
    protected string Key => $"field-{For}";

    /// <summary>What is wrong with it; empty while it is right or not yet visited.</summary>
    protected string Sentence => Form.SentenceAt(For) ?? "";
}
