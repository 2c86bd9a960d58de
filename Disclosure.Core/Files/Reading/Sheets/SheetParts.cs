namespace Disclosure.Core.Files.Reading;

/// <summary>Parts that lie beside a sheet: comments, shapes with text, names of tables.</summary>
internal sealed class SheetParts(BookShelf shelf, BookSheetEntry sheet, BookOutline book)
{
    private readonly SheetComments comments = new(shelf, sheet, book);

    /// <summary>Reads one part.</summary>
    public void Read(Related part)
    {
        switch (part.Type)
        {
            case "comments":
                comments.Old(part.Part);
                break;
            case "threadedComment":
                comments.Threaded(part.Part);
                break;
            case "drawing" or "vmlDrawing":
                Drawing(part.Part);
                break;
            case "table":
                Table(part.Part);
                break;
        }
    }

    /// <summary>Hands over what was kept until all parts were seen.</summary>
    public void Tell() => comments.HandOver();

    private void Drawing(string part)
    {
        var drawing = new SheetDrawing(shelf, sheet);
        drawing.Read(part);
        // What is drawn on a chart lies in a drawing of its own.
        foreach (var shapes in Of(part, "chart").SelectMany(c => Of(c, "chartUserShapes")).ToList())
        {
            drawing.Read(shapes);
        }
    }

    private IEnumerable<string> Of(string part, string type) =>
        shelf.Package.Relations(part).Values.Where(r => r.Type == type).Select(r => r.Part).Where(shelf.Package.Has).Distinct();

    private void Table(string part)
    {
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        while (reader.Next())
        {
            if (reader is { IsStart: true, Name: "table" })
            {
                var place = sheet.Place with { Cell = reader.Attribute("ref") };
                shelf.Into.Passage(place, PassageKind.Behind, reader.Attribute("displayName"), sheet.HiddenBy, "表格名称");
                shelf.Into.Passage(place, PassageKind.Behind, reader.Attribute("comment"), sheet.HiddenBy, "表格备注");
            }
        }
    }
}
