namespace Disclosure.Core.Forms;

/// <summary>What a system administrator has chosen; empty leaves it to the settings and the known names.</summary>
/// <param name="Folder">Folder of the bureau's own fonts, searched before all others.</param>
/// <param name="Title">Font asked first for 小标宋.</param>
/// <param name="Label">Font asked first for 黑体.</param>
/// <param name="Value">Font asked first for 仿宋.</param>
/// <param name="Kai">Font asked first for 楷体.</param>
/// <param name="Fallback">Font asked first for what the role's own fonts lack.</param>
public sealed record FontChoice(
    string Folder = "",
    string Title = "",
    string Label = "",
    string Value = "",
    string Kai = "",
    string Fallback = ""
)
{
    /// <summary>Nothing chosen.</summary>
    public static readonly FontChoice None = new();

    /// <summary>The font chosen for a role; empty for none.</summary>
    public string For(FontRole role) =>
        role switch
        {
            FontRole.Title => Title,
            FontRole.Label => Label,
            FontRole.Kai => Kai,
            _ => Value,
        };
}
