namespace Disclosure.Web.Components.Shared.Fields;

/// <summary>One thing that may be chosen.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Text">As shown.</param>
/// <param name="Hint">An example or consequence in small type; empty when there is none.</param>
/// <param name="Key">Key that chooses it while the keyboard stands among the choices; empty when there is none.</param>
/// <param name="Off">True where it stands there and may not be chosen.</param>
public sealed record Choice<T>(T Value, string Text, string Hint = "", string Key = "", bool Off = false)
{
    /// <summary>Heading it stands under in a list; empty for none.</summary>
    public string Group { get; init; } = "";
}
