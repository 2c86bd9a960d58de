using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Disclosure.Web.Components.Shared;

/// <summary>How much a button weighs.</summary>
public enum ActKind
{
    /// <summary>One of several.</summary>
    Usual,

    /// <summary>What the page is for; one of them in view.</summary>
    Main,

    /// <summary>Stops, erases or refuses.</summary>
    Stop,

    /// <summary>Beside a text, as a link looks.</summary>
    Link,
}

/// <summary>MudBlazor's button as it looks here: flat, without ripple, in four weights.</summary>
public sealed class ActButton : MudButton
{
    /// <summary>A button of the usual weight.</summary>
    public ActButton() => (DropShadow, Ripple) = (false, false);

    /// <summary>How much it weighs.</summary>
    [Parameter]
    public ActKind Kind { get; set; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        Kind = parameters.GetValueOrDefault(nameof(Kind), ActKind.Usual);
        Variant = Kind switch
        {
            ActKind.Main => Variant.Filled,
            ActKind.Link => Variant.Text,
            ActKind.Usual or ActKind.Stop => Variant.Outlined,
        };
        Color = Kind == ActKind.Stop ? Color.Error : Color.Primary;
        return base.SetParametersAsync(parameters);
    }
}
