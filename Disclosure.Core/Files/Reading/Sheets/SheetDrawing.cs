using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Texts of a drawing on a sheet: shapes, word art, alternative texts, links.</summary>
internal sealed class SheetDrawing(BookShelf shelf, BookSheetEntry sheet)
{
    private readonly StringBuilder paragraph = new();

    /// <summary>Reads a drawing, of the present or the old kind.</summary>
    public void Read(string part)
    {
        foreach (var link in shelf.Package.Outside(part).Values)
        {
            Behind(link.Part);
        }
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        while (!shelf.Into.Full && reader.Next())
        {
            Piece(reader);
        }
    }

    private void Piece(PartReader reader)
    {
        if (reader is { IsEnd: true, Name: "p" })
        {
            shelf.Into.Passage(sheet.Place, PassageKind.Body, paragraph.ToString(), sheet.HiddenBy);
            paragraph.Clear();
        }
        switch (reader.IsStart ? reader.Name : "")
        {
            case "Fallback":
                // The same once more for older programs.
                reader.Skip();
                break;
            case "t":
                Append(reader.ElementText(shelf.Limits.Characters));
                break;
            case "textbox":
                Append(reader.ElementText(shelf.Limits.Characters));
                shelf.Into.Passage(sheet.Place, PassageKind.Body, paragraph.ToString(), sheet.HiddenBy);
                paragraph.Clear();
                break;
            case "br":
                paragraph.Append(' ');
                break;
            case "cNvPr":
                Behind(reader.Attribute("descr"));
                Behind(reader.Attribute("title"));
                break;
            case "shape":
                Behind(reader.Attribute("alt"));
                break;
            case "textpath":
                shelf.Into.Passage(sheet.Place, PassageKind.Watermark, reader.Attribute("string"), sheet.HiddenBy);
                break;
        }
    }

    private void Append(string text) =>
        paragraph.Append(text.AsSpan(0, Math.Min(text.Length, Math.Max(0, shelf.Into.Left - paragraph.Length))));

    private void Behind(string? text) => shelf.Into.Passage(sheet.Place, PassageKind.Behind, text, sheet.HiddenBy);
}
