namespace Disclosure.Core.Forms;

/// <summary>A font as found.</summary>
/// <param name="Name">Family, with the weight where it is not the ordinary one; in Chinese where the font says so.</param>
/// <param name="File">File name without its folder.</param>
/// <param name="TrueType">False for CFF outlines.</param>
/// <param name="Characters">How many characters it draws; 0 when the file can no longer be read.</param>
public sealed record FoundFont(string Name, string File, bool TrueType, int Characters);

/// <summary>What serves a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Chain">Fonts of the role in the order they are asked; empty when only fallbacks are left.</param>
/// <param name="Substitute">True when the first is not of the kind that the role asks for.</param>
/// <param name="Choices">Fonts that could be asked first.</param>
public sealed record RoleFonts(FontRole Role, IReadOnlyList<FoundFont> Chain, bool Substitute, IReadOnlyList<string> Choices);

/// <summary>The fonts in force.</summary>
/// <param name="Roles">Role by role.</param>
/// <param name="Fallback">Asked for every character that a role's own fonts lack, in this order.</param>
/// <param name="FallbackChoices">Fonts that could be asked first among those.</param>
/// <param name="Folders">Where was looked.</param>
public sealed record FontReport(
    IReadOnlyList<RoleFonts> Roles,
    IReadOnlyList<FoundFont> Fallback,
    IReadOnlyList<string> FallbackChoices,
    IReadOnlyList<string> Folders
)
{
    /// <summary>True when nothing at all can be printed in some role.</summary>
    public bool NoneUsable => Roles.Any(r => r.Chain.Concat(Fallback).All(f => f.Characters == 0));
}

/// <summary>A character (base and marks together) with the font that draws it.</summary>
/// <param name="Text">The character.</param>
/// <param name="Font">Name of the font; null when none has it.</param>
public sealed record DrawnBy(string Text, string? Font)
{
    /// <summary>「U+5586」, each code point.</summary>
    public string Codes => string.Join(' ', Text.EnumerateRunes().Select(r => $"U+{r.Value:X4}"));
}
