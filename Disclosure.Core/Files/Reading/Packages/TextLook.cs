using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>How letters look, as far as it decides whether anybody sees them; null is what lies below decides.</summary>
internal readonly record struct TextLook(bool? Vanish, bool? White, int? Size, bool? Shaded)
{
    private const int Tiny = 4;

    /// <summary>This look over one that lies below it.</summary>
    public TextLook Over(TextLook below) => new(Vanish ?? below.Vanish, White ?? below.White, Size ?? below.Size, Shaded ?? below.Shaded);

    /// <summary>Why nobody sees such letters, or null.</summary>
    /// <param name="onWhite">True where white letters stand on white paper.</param>
    public string? HiddenBy(bool onWhite) =>
        Vanish is true ? "隐藏文字"
        : White is true && Shaded is not true && onWhite ? "白色文字"
        : Size is <= Tiny ? "字号极小"
        : null;

    /// <summary>Reads the properties of a run; leaves the reader at their end.</summary>
    public static (TextLook Look, string? Style) Read(PartReader reader)
    {
        var (look, style) = (default(TextLook), (string?)null);
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
                case "vanish":
                    look = look with { Vanish = reader.Attribute("val") is not ("0" or "false" or "off") };
                    break;
                case "color":
                    look = look with { White = IsWhite(reader.Attribute("val"), reader.Attribute("themeColor")) };
                    break;
                case "sz" when int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var size):
                    look = look with { Size = size };
                    break;
                case "shd":
                    look = look with { Shaded = IsShade(reader) };
                    break;
                case "highlight":
                    look = look with { Shaded = reader.Attribute("val") is not ("none" or "white") };
                    break;
                case "rPrChange":
                    reader.Skip();
                    break;
            }
        }
        return (look, style);
    }

    /// <summary>True when the shade at hand is one that white letters stand out from.</summary>
    public static bool IsShade(PartReader reader) =>
        reader.Attribute("val") is not (null or "clear" or "nil")
        || (reader.Attribute("fill") is { } fill && fill is not "auto" && !IsWhite(fill, reader.Attribute("themeFill")))
        || reader.Attribute("themeFill") is { } theme && !IsWhite(null, theme);

    /// <summary>True for white and what cannot be told from it.</summary>
    public static bool IsWhite(string? color, string? theme) =>
        theme is "background1" or "light1"
        || (
            theme is null
            && color is { Length: 6 }
            && int.TryParse(color, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            && (rgb & 0xF8F8F8) == 0xF8F8F8
        );
}
