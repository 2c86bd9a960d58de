using System.Globalization;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What a style makes of its text.</summary>
/// <param name="Kind">Heading, item or paragraph.</param>
/// <param name="HiddenBy">Why its text is not seen; null when it is.</param>
internal sealed record TextStyle(LineKind Kind, string? HiddenBy);

/// <summary>Styles of a docx as far as they bear on reading: headings by their built-in name, items by their numbering, text that is not shown.</summary>
internal sealed class DocumentStyles
{
    private readonly Dictionary<string, TextStyle> styles = [];
    private readonly Dictionary<string, string> basedOn = [];

    /// <summary>The style with that key; a plain one when it is unknown.</summary>
    public TextStyle Find(string? id)
    {
        var (found, key) = (new TextStyle(LineKind.Paragraph, null), id);
        // A style says only what it changes; a chain that bites its own tail must end too.
        for (var steps = 0; key is not null && steps < 20; steps++)
        {
            if (styles.TryGetValue(key, out var style))
            {
                found = new TextStyle(found.Kind == LineKind.Paragraph ? style.Kind : found.Kind, found.HiddenBy ?? style.HiddenBy);
            }
            key = basedOn.GetValueOrDefault(key);
        }
        return found;
    }

    /// <summary>Reads the part of styles; without one everything is plain.</summary>
    public static DocumentStyles Read(Package package, string? part)
    {
        var (made, style) = (new DocumentStyles(), "");
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            if (!reader.IsStart)
            {
                continue;
            }
            switch (reader.Name)
            {
                case "style":
                    style = reader.Attribute("styleId") ?? "";
                    made.styles[style] = new TextStyle(LineKind.Paragraph, null);
                    break;
                case "basedOn" when reader.Attribute("val") is { } other:
                    made.basedOn[style] = other;
                    break;
                case "name" when reader.Attribute("val") is { } name && IsHeading(name):
                    made.styles[style] = made.Own(style) with { Kind = LineKind.Heading };
                    break;
                case "numPr" when made.Own(style).Kind == LineKind.Paragraph:
                    made.styles[style] = made.Own(style) with { Kind = LineKind.Item };
                    break;
                case "rPr":
                    var look = RunLook.Read(reader);
                    made.styles[style] = made.Own(style) with { HiddenBy = look.HiddenBy };
                    break;
            }
        }
        return made;
    }

    private TextStyle Own(string style) => styles.GetValueOrDefault(style, new TextStyle(LineKind.Paragraph, null));

    private static bool IsHeading(string name) => name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.Equals("Title", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the properties of a run say about whether it is seen.</summary>
/// <param name="HiddenBy">Why not; null when it is seen.</param>
/// <param name="Style">Its character style, or null.</param>
/// <param name="Shown">True when it says outright that it is not hidden.</param>
internal readonly record struct RunLook(string? HiddenBy, string? Style, bool Shown)
{
    private const int Tiny = 4;

    /// <summary>Reads the properties at hand; leaves the reader at their end.</summary>
    public static RunLook Read(PartReader reader)
    {
        var (hidden, white, shaded, tiny, shown) = (false, false, false, false, false);
        string? style = null;
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (!reader.IsStart)
            {
                continue;
            }
            switch (reader.Name)
            {
                case "rStyle":
                    style = reader.Attribute("val");
                    break;
                case "vanish" or "webHidden":
                    hidden = IsOn(reader);
                    shown = !hidden;
                    break;
                case "color":
                    white = reader.Attribute("val") is "FFFFFF" or "ffffff" || (reader.Attribute("themeColor") is "background1" or "light1" && reader.Attribute("themeShade") is null);
                    break;
                case "shd" or "highlight":
                    shaded = reader.Attribute("fill") is not (null or "auto" or "FFFFFF") || reader.Name == "highlight";
                    break;
                case "sz" when int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var half):
                    tiny = half <= Tiny;
                    break;
                case "rPrChange":
                    reader.Skip();
                    break;
            }
        }
        return new RunLook(hidden ? "隐藏文字" : white && !shaded ? "白色文字" : tiny ? "极小的文字" : null, style, shown);
    }

    private static bool IsOn(PartReader reader) => reader.Attribute("val") is not ("0" or "false" or "off");
}
