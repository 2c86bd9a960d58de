using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Shared;

/// <summary>
/// Stands beside a field and tells the panel around it what the field shows as far as the server knows. Draws nothing.
/// The field itself bears the same name in <c>data-draft</c>; a tick box is named with its value, <c>Channels:Website</c>.
/// </summary>
public sealed class ShownField : IComponent, IDisposable
{
    private string? noted;

    /// <summary>The panel; none on pages that decide nothing.</summary>
    [CascadingParameter]
    public ScreenScope? Scope { get; set; }

    /// <summary>Name of the field in <c>data-draft</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the person calls it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What it shows: text, the value of the chosen one, <c>true</c> or <c>false</c> of a tick box.</summary>
    [Parameter, EditorRequired]
    public string? Value { get; set; }

    /// <summary>What people read for a value that is not text: the words of the choice; null for text.</summary>
    [Parameter]
    public Func<string, string?>? Words { get; set; }

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle)
    {
        // Draws nothing, so it needs no handle.
    }

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (noted is not null && noted != Name)
        {
            Scope?.Fields.Forget(this, noted);
        }
        noted = Name;
        Scope?.Fields.Know(this, Name, Label, Value ?? "", Words);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (noted is not null)
        {
            Scope?.Fields.Forget(this, noted);
        }
    }
}

/// <summary>Words of a value that a field reports as the name of an enumeration.</summary>
public static class ValueWords
{
    /// <summary>Reads the value back and answers its Chinese name; null for nothing chosen.</summary>
    public static Func<string, string?> Of<T>(Func<T, string> name)
        where T : struct, Enum => value => Enum.TryParse<T>(value, out var read) ? name(read) : null;
}
