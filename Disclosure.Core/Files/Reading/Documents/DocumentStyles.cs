namespace Disclosure.Core.Files.Reading;

/// <summary>
/// What the styles of a document make of their text: headings by their built-in name, items by their numbering, and what hides it.
/// </summary>
internal sealed class DocumentStyles
{
    private const int MostSteps = 32;

    private readonly Dictionary<string, Style> styles = [];
    private readonly HashSet<string> shadedTables = [];
    private TextLook usual;
    private string? usualStyle;

    /// <summary>Reads the part of styles; without one every text is plain.</summary>
    public static DocumentStyles Read(Package package, string? part)
    {
        var found = new DocumentStyles();
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader is { IsStart: true, Name: "style" })
            {
                found.One(reader);
            }
            else if (reader is { IsStart: true, Name: "rPrDefault" })
            {
                for (var inside = reader.Inside(); inside.Next();)
                {
                    found.usual = reader is { IsStart: true, Name: "rPr" } ? TextLook.Read(reader).Look : found.usual;
                }
            }
        }
        return found;
    }

    /// <summary>True for a heading or the title.</summary>
    public bool IsHeading(string? style) => style is not null && styles.TryGetValue(style, out var found) && found.IsHeading;

    /// <summary>True for a style that numbers its paragraphs.</summary>
    public bool IsItem(string? style) => style is not null && styles.TryGetValue(style, out var found) && found.IsItem;

    /// <summary>True for a style of tables that shades some of their cells.</summary>
    public bool ShadesTable(string? style) => style is not null && shadedTables.Contains(style);

    /// <summary>Look of a paragraph's text before its runs say otherwise.</summary>
    public TextLook OfParagraph(string? style) => Chain(style ?? usualStyle).Over(usual);

    /// <summary>Look that a style of letters gives.</summary>
    public TextLook OfRun(string? style) => style is null ? default : Chain(style);

    private TextLook Chain(string? style)
    {
        var look = default(TextLook);
        // A chain that bites its own tail ends too.
        for (var steps = 0; style is not null && steps < MostSteps && styles.TryGetValue(style, out var found); steps++)
        {
            look = look.Over(found.Look);
            style = found.Below;
        }
        return look;
    }

    private void One(PartReader reader)
    {
        var (id, type, isUsual) = (
            reader.Attribute("styleId") ?? "",
            reader.Attribute("type"),
            reader.Attribute("default") is "1" or "true"
        );
        var style = new Style();
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader.IsStart)
            {
                Piece(reader, id, type == "table", style);
            }
        }
        if (type == "table")
        {
            return;
        }
        styles[id] = style;
        if (isUsual && type is "paragraph")
        {
            usualStyle = id;
        }
    }

    private void Piece(PartReader reader, string id, bool isTable, Style style)
    {
        switch (reader.Name)
        {
            case "shd" when isTable:
                if (TextLook.IsShade(reader))
                {
                    shadedTables.Add(id);
                }
                break;
            case "name" when reader.Attribute("val") is { } name:
                style.IsHeading =
                    name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
                    || name.Equals("Title", StringComparison.OrdinalIgnoreCase);
                break;
            case "basedOn":
                style.Below = reader.Attribute("val");
                break;
            case "numPr":
                style.IsItem = true;
                break;
            case "shd":
                style.Look = style.Look with { Shaded = TextLook.IsShade(reader) };
                break;
            case "rPr" when !isTable:
                style.Look = TextLook.Read(reader).Look.Over(style.Look);
                break;
        }
    }

    private sealed class Style
    {
        public bool IsHeading { get; set; }

        public bool IsItem { get; set; }

        public string? Below { get; set; }

        public TextLook Look { get; set; }
    }
}
