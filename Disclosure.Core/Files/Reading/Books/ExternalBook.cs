using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>A link to another workbook or program, with the cells kept of it.</summary>
internal sealed class ExternalBook(BookShelf shelf, string part)
{
    private readonly Place place = new() { Part = "外部链接", Key = part };
    private readonly List<string> sheets = [];
    private readonly List<Cell> cells = [];
    private string target = "";
    private int count;

    /// <summary>Reads the part.</summary>
    public void Read()
    {
        foreach (var link in shelf.Package.Outside(part).Values)
        {
            target = link.Part;
            shelf.Into.Passage(place, PassageKind.Behind, link.Part, "外部链接");
        }
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        try
        {
            while (!shelf.Into.Full && reader.Next())
            {
                Piece(reader);
            }
        }
        finally
        {
            if (count > 0)
            {
                shelf.Into.Observe(ObservationKind.ExternalLinkCache, place, Path.GetFileName(target.Replace('\\', '/')), count);
            }
        }
    }

    private void Piece(PartReader reader)
    {
        switch (reader.IsStart ? reader.Name : "")
        {
            case "sheetName":
                sheets.Add(reader.Attribute("val") ?? "");
                shelf.Into.Passage(place, PassageKind.Behind, sheets[^1], Hiding.ExternalCache);
                break;
            case "definedName":
                shelf.Into.Passage(
                    place,
                    PassageKind.Behind,
                    $"{reader.Attribute("name")} {reader.Attribute("refersTo")}",
                    Hiding.ExternalCache
                );
                break;
            case "ddeLink":
                var dde = $"{reader.Attribute("ddeService")}|{reader.Attribute("ddeTopic")}";
                shelf.Into.Passage(place, PassageKind.Behind, dde, "外部链接");
                shelf.Into.Observe(ObservationKind.Dde, place, dde);
                break;
            case "ddeItem":
                shelf.Into.Passage(place, PassageKind.Behind, reader.Attribute("name"), "外部链接");
                break;
            case "val" when reader.ElementText(shelf.Limits.Characters) is { Length: > 0 } value:
                shelf.Into.Passage(place, PassageKind.Cache, value, Hiding.ExternalCache);
                count++;
                break;
            case "sheetData":
                Sheet(reader);
                break;
        }
    }

    private void Sheet(PartReader reader)
    {
        var name =
            int.TryParse(reader.Attribute("sheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < sheets.Count
                ? sheets[at]
                : "";
        shelf.Into.BeginTable(new TableSource(place with { Part = $"外部链接缓存“{name}”" }, name) { HiddenBy = Hiding.ExternalCache });
        var row = 0;
        try
        {
            for (var inside = reader.Inside(); !shelf.Into.Full && inside.Next();)
            {
                if (reader is { IsStart: true, Name: "row" })
                {
                    row = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : row + 1;
                    cells.Clear();
                }
                else if (reader is { IsStart: true, Name: "cell" })
                {
                    Cell(reader);
                }
                else if (reader is { IsEnd: true, Name: "row" })
                {
                    shelf.Into.Row(new CellRow(row, cells));
                    cells.Clear();
                }
            }
        }
        finally
        {
            shelf.Into.EndTable(TableEnd.Plain);
        }
    }

    private void Cell(PartReader reader)
    {
        var column = CellAddress.Column(reader.Attribute("r")) ?? 1;
        var isText = reader.Attribute("t") is "str" or "s" or "e";
        var value = reader.ElementText(shelf.Limits.Characters);
        var (text, stored, number) = isText ? (value, null, null) : shelf.Formats.Show(value, int.MaxValue);
        text = text.Trim();
        if (text.Length > 0 && column <= CellAddress.MostColumns && (cells.Count == 0 || cells[^1].Column < column))
        {
            cells.Add(new Cell(column, text) { Number = number, Stored = stored });
            count++;
        }
    }
}
