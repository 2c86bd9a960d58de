namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Texts of a sheet outside its cells: lists to choose from, conditions, links, headers and footers, scenarios. Handed over after the
/// table.
/// </summary>
internal sealed class SheetMargins(BookShelf shelf, BookSheetEntry sheet)
{
    private static readonly string[] Prompts = ["promptTitle", "prompt", "errorTitle", "error"];

    private readonly List<(Place Place, PassageKind Kind, string Text)> held = [];
    private Dictionary<string, Related>? outside;
    private int left = shelf.Into.Left;
    private string range = "";

    /// <summary>Takes the element at hand, if it is one of these.</summary>
    public void Piece(PartReader reader)
    {
        switch (reader.Name)
        {
            case "dataValidation":
                range = reader.Attribute("sqref") ?? "";
                Keep(PassageKind.Behind, [.. Prompts.Select(reader.Attribute)]);
                break;
            case "conditionalFormatting":
                range = reader.Attribute("sqref") ?? "";
                break;
            case "cfRule":
                Keep(PassageKind.Behind, reader.Attribute("text"));
                break;
            case "formula" or "formula1" or "formula2":
                Keep(PassageKind.Behind, [.. FormulaText.Literals(reader.ElementText(shelf.Limits.Characters))]);
                break;
            case "hyperlink":
                Link(reader);
                break;
            case "oddHeader" or "evenHeader" or "firstHeader":
                range = "";
                Keep(PassageKind.Header, [.. HeaderCodes.Texts(reader.ElementText(shelf.Limits.Characters))]);
                break;
            case "oddFooter" or "evenFooter" or "firstFooter":
                range = "";
                Keep(PassageKind.Footer, [.. HeaderCodes.Texts(reader.ElementText(shelf.Limits.Characters))]);
                break;
            case "scenario":
                range = "";
                Keep(PassageKind.Behind, reader.Attribute("name"), reader.Attribute("user"), reader.Attribute("comment"));
                break;
            case "inputCells":
                range = reader.Attribute("r") ?? "";
                Keep(PassageKind.Behind, reader.Attribute("val"));
                break;
        }
    }

    /// <summary>Hands over what was kept, each text of a range once.</summary>
    public void HandOver()
    {
        foreach (var (place, kind, text) in held.DistinctBy(h => (h.Place.Cell, h.Kind, h.Text)))
        {
            shelf.Into.Passage(place, kind, text, sheet.HiddenBy);
        }
    }

    private void Link(PartReader reader)
    {
        range = reader.Attribute("ref") ?? "";
        outside ??= shelf.Package.Outside(sheet.Part!);
        var target = reader.Attribute("id") is { } id && outside.TryGetValue(id, out var address) ? address.Part : null;
        var location = reader.Attribute("location");
        Keep(
            PassageKind.Behind,
            target is null || location is null ? target ?? location : $"{target}#{location}",
            reader.Attribute("display"),
            reader.Attribute("tooltip")
        );
    }

    private void Keep(PassageKind kind, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text) && (left -= text.Length + 16) > 0)
            {
                held.Add((range.Length > 0 ? sheet.Place with { Cell = range } : sheet.Place, kind, text));
            }
        }
    }
}
