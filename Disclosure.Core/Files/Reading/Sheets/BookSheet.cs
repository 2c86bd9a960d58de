using System.Globalization;
using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>What all sheets of a workbook share.</summary>
internal sealed record BookShelf(Package Package, BoundedSink Into, SharedTexts Texts, CellFormats Formats, ReadingLimits Limits);

/// <summary>Reads one sheet: its rows and cells in one pass, hidden ones marked.</summary>
internal sealed class BookSheet(BookShelf shelf, BookSheetEntry sheet)
{
    private const int MostMerged = 500_000;

    private readonly StringBuilder buffer = new();
    private readonly List<Cell> cells = [];
    private readonly List<MergedRange> merged = [];
    private readonly Dictionary<int, string> sharedFormulas = [];
    private readonly SheetHiding hiding = new();
    private readonly SheetMargins margins = new(shelf, sheet);
    private BoundedSink Into => shelf.Into;
    private int row;
    private int column;
    private string? rowHiddenBy;

    /// <summary>Reads the sheet; what it broke off with comes as an exception after the table was ended.</summary>
    public void Read()
    {
        using var reader = shelf.Package.Read(sheet.Part!) ?? throw new InvalidDataException();
        Into.BeginTable(new TableSource(sheet.Place, sheet.Name) { HiddenBy = sheet.HiddenBy, IsSheet = true });
        try
        {
            while (!Into.Full && reader.Next())
            {
                Piece(reader);
            }
        }
        finally
        {
            // Of a row that broke off, what was read is handed over too.
            EndRow();
            Into.EndTable(new TableEnd(merged));
            hiding.Tell(Into, sheet.Place);
            margins.HandOver();
        }
    }

    private void Piece(PartReader reader)
    {
        if (reader is { IsEnd: true, Name: "row" })
        {
            EndRow();
        }
        switch (reader.IsStart ? reader.Name : "")
        {
            case "c":
                Cell(reader);
                break;
            case "row":
                BeginRow(reader);
                break;
            case "col":
                hiding.Column(
                    Number(reader.Attribute("min")),
                    Number(reader.Attribute("max")),
                    IsTrue(reader.Attribute("hidden")),
                    reader.Attribute("width")
                );
                break;
            case "mergeCell" when CellAddress.Range(reader.Attribute("ref")) is { } range:
                merged.Add(merged.Count < MostMerged ? range : throw new ReadingLimitException());
                break;
            case { Length: > 0 }:
                margins.Piece(reader);
                break;
        }
    }

    private void BeginRow(PartReader reader)
    {
        row = Number(reader.Attribute("r")) ?? row + 1;
        column = 0;
        cells.Clear();
        rowHiddenBy =
            IsTrue(reader.Attribute("hidden")) ? (hiding.IsFiltered(row, Filters) ? Hiding.Filter : Hiding.Row)
            : double.TryParse(reader.Attribute("ht"), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height == 0
                ? Hiding.ZeroHeight
            : null;
    }

    private void EndRow()
    {
        if (cells.Count > 0 && rowHiddenBy is not null)
        {
            hiding.Row(row, rowHiddenBy);
        }
        Into.Row(new CellRow(row, cells) { HiddenBy = rowHiddenBy });
        cells.Clear();
    }

    private void Cell(PartReader reader)
    {
        var at = CellAddress.Column(reader.Attribute("r")) ?? column + 1;
        if (at > CellAddress.MostColumns || at <= column)
        {
            throw new InvalidDataException();
        }
        column = at;
        var (type, style) = (reader.Attribute("t"), Number(reader.Attribute("s")) ?? 0);
        var (value, faint, formula) = ("", (string?)null, (string?)null);
        for (var inside = reader.Inside(); inside.Next();)
        {
            switch (reader.IsStart ? reader.Name : "")
            {
                case "v":
                    value = reader.ElementText(shelf.Limits.Characters);
                    break;
                case "is":
                    (value, faint) = RichText.Read(reader, shelf.Limits.Characters, buffer);
                    break;
                case "f":
                    formula = Formula(reader);
                    break;
                case { Length: > 0 }:
                    reader.Skip();
                    break;
            }
        }
        Add(type, style, value, faint, formula);
    }

    private void Add(string? type, int style, string value, string? faint, string? formula)
    {
        var (text, stored, number) = (value, (string?)null, (decimal?)null);
        switch (type)
        {
            case "s":
                (text, faint) = Number(value) is { } at ? shelf.Texts[at] : default;
                break;
            case "b":
                text =
                    value.Length == 0 ? ""
                    : value == "1" ? "TRUE"
                    : "FALSE";
                break;
            case "str" or "inlineStr" or "e" or "d":
                break;
            default:
                (text, stored, number) = value.Length == 0 ? ("", null, null) : shelf.Formats.Show(value, style);
                break;
        }
        text = text.Trim();
        if (text.Length > 0 || formula is { Length: > 0 })
        {
            var why = hiding.ColumnHiddenBy(column) ?? shelf.Formats.HiddenBy(style, number is not null, faint);
            if (why is not null && text.Length > 0)
            {
                hiding.Cell(row, column, why);
            }
            cells.Add(
                new Cell(column, text)
                {
                    Number = number,
                    Stored = stored,
                    Formula = formula,
                    HiddenBy = why,
                }
            );
        }
    }

    /// <summary>Text of a formula; of those that share one, the first carries it.</summary>
    private string? Formula(PartReader reader)
    {
        var key = reader.Attribute("t") == "shared" ? Number(reader.Attribute("si")) : null;
        var text = reader.ElementText(shelf.Limits.Characters);
        if (key is { } shared && text.Length > 0 && sharedFormulas.Count < MostMerged)
        {
            sharedFormulas[shared] = text;
        }
        hiding.Formula(row, column, text.Length > 0 || key is null ? text : sharedFormulas.GetValueOrDefault(key.Value, ""));
        return text.Length > 0 ? text : null;
    }

    /// <summary>
    /// Rows that filters of this sheet stand over: they are named after the rows, so the part is looked through once more.
    /// </summary>
    private List<MergedRange> Filters()
    {
        var found = new List<MergedRange>();
        foreach (
            var part in shelf.Package.Relations(sheet.Part!).Values.Where(r => r.Type == "table").Select(r => r.Part).Prepend(sheet.Part!)
        )
        {
            using var reader = shelf.Package.Read(part);
            var range = (MergedRange?)null;
            while (reader?.Next() is true)
            {
                if (reader is { IsStart: true, Name: "sheetData" })
                {
                    reader.Skip();
                }
                else if (reader is { IsStart: true, Name: "autoFilter" })
                {
                    range = CellAddress.Range(reader.Attribute("ref"));
                }
                else if (reader is { IsStart: true, Name: "filterColumn" } && range is { } filtered)
                {
                    found.Add(filtered);
                    range = null;
                }
            }
        }
        return found;
    }

    private static bool IsTrue(string? text) => text is "1" or "true";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
