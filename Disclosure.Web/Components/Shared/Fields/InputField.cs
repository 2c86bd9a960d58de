using Disclosure.Core.Common;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Shared.Fields;

/// <summary>
/// What every input of the program has in common: a name, a label above it, one sentence beside it when it is refused, and the panel that
/// knows what it shows (<see cref="ScreenScope"/>). Pages use these and no element of their own, so that nothing typed stands outside of
/// that.
/// </summary>
/// <remarks>
/// The elements inside are the browser's own in MudBlazor's looks: a tick, a choice and a letter show at once on a slow line, where
/// MudBlazor's own inputs wait for the server or ask it at every key (decision 0030).
/// </remarks>
/// <typeparam name="T">What is typed or chosen.</typeparam>
public abstract class InputField<T> : ComponentBase
{
    private string? made;

    /// <summary>The panel around it; none on pages that decide nothing.</summary>
    [CascadingParameter]
    public ScreenScope? Scope { get; set; }

    /// <summary>The form that keeps what is typed for another day; none where the panel does that itself.</summary>
    [CascadingParameter]
    public KeptFormScope? Kept { get; set; }

    /// <summary>Name in its panel; a refusal that names it is said beside it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the person calls it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What it holds.</summary>
    [Parameter]
    public T? Value { get; set; }

    /// <summary>Raised with what was typed or chosen.</summary>
    [Parameter]
    public EventCallback<T> ValueChanged { get; set; }

    /// <summary>Id of the element; one is made where none is given.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>One sentence under the label, or null.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Article the field rests on, or null.</summary>
    [Parameter]
    public string? Article { get; set; }

    /// <summary>True where it may stay empty and that should be said.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>True where it is shown and may not be changed.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>True where the label is for readers of the screen only, as in a row of a table.</summary>
    [Parameter]
    public bool Bare { get; set; }

    /// <summary>The last refusal of the form; said here when it is about this field.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>Name by which a refusal points at this field, where it is not <see cref="Name"/>.</summary>
    [Parameter]
    public string? Field { get; set; }

    /// <summary>What is wrong or still missing; empty for nothing.</summary>
    [Parameter]
    public string Sentence { get; set; } = "";

    /// <summary>"short" or "middle"; empty takes the whole width.</summary>
    [Parameter]
    public string Width { get; set; } = "";

    /// <summary>Further attributes of the element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? More { get; set; }

    /// <summary>Name under which the panel knows the field.</summary>
    protected virtual string KnownAs => Name;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (
            Kept?.Begin(KnownAs, Write(Value) ?? "") is { } left
            && TryRead(left, out var value)
            && !EqualityComparer<T>.Default.Equals(value, Value)
        )
        {
            await ValueChanged.InvokeAsync(value);
        }
    }

    /// <summary>A value as the panel writes it.</summary>
    protected abstract string? Write(T? value);

    /// <summary>Reads a value as the panel writes it; false where it cannot be chosen any more.</summary>
    protected abstract bool TryRead(string text, out T? value);

    /// <summary>Id of the element.</summary>
    protected string Key => Id ?? (made ??= $"f-{Guid.NewGuid():N}");

    /// <summary>The refusal when it is about this field.</summary>
    protected Problem? Mine => Problem is { Field: { } about } && about == (Field ?? Name) ? Problem : null;

    /// <summary>"true" for assistive technology while something is wrong.</summary>
    protected string? Invalid => Mine is null && Sentence.Length == 0 ? null : "true";

    /// <summary>What assistive technology reads with the field: the hint, then what is wrong.</summary>
    protected string? DescribedBy =>
        (Hint, Invalid) switch
        {
            (null, null) => null,
            (null, _) => $"{Key}-wrong",
            (_, null) => $"{Key}-hint",
            _ => $"{Key}-hint {Key}-wrong",
        };
}
