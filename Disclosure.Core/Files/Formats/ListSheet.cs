using System.Globalization;
using System.Xml;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>The one sheet of a list's workbook.</summary>
internal sealed class ListSheet(Listing list)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // What Excel takes into a cell at most.
    private const int LongestCell = 32_767;
    private const double HighestPt = 400;
    private const double LinePt = 14;
    private const double AbovePt = 4;

    // Room in a cell that no text takes, in characters.
    private const double Margin = 1.2;
    private const string GoesOn = "……（过长，余略）";

    private static readonly DateTime Epoch = new(1899, 12, 30);

    private readonly bool scoped = list.Scope.Length > 0;
    private readonly List<string> merged = [];
    private int row;

    /// <summary>Row of the head of the columns, from 1.</summary>
    public int HeadRow => scoped ? 4 : 3;

    private int Columns => list.Columns.Count;

    /// <summary>Writes the part.</summary>
    public void Write(XmlWriter x)
    {
        x.WriteStartElement("worksheet", Main);
        Start(x, "sheetPr");
        Empty(x, "pageSetUpPr", ("fitToPage", "1"));
        x.WriteEndElement();
        View(x);
        Widths(x);
        Start(x, "sheetData");
        Top(x);
        foreach (var cells in list.Rows)
        {
            Row(x, Height(cells), () => Cells(x, cells));
        }
        foreach (var note in list.Rows.Count == 0 ? [.. list.Notes, NoRows] : list.Notes)
        {
            Wide(x, note, ListStyles.Line, null);
        }
        x.WriteEndElement();
        Merges(x);
        Page(x);
        x.WriteEndElement();
    }

    /// <summary>What an empty list says.</summary>
    internal const string NoRows = "没有符合条件的记录。";

    private void View(XmlWriter x)
    {
        Start(x, "sheetViews");
        Start(x, "sheetView", ("workbookViewId", "0"), ("showGridLines", "0"));
        Empty(
            x,
            "pane",
            ("ySplit", Text(HeadRow)),
            ("topLeftCell", $"A{Text(HeadRow + 1)}"),
            ("activePane", "bottomLeft"),
            ("state", "frozen")
        );
        x.WriteEndElement();
        x.WriteEndElement();
        Empty(x, "sheetFormatPr", ("defaultRowHeight", "18"));
    }

    private void Widths(XmlWriter x)
    {
        Start(x, "cols");
        foreach (var (i, column) in list.Columns.Index())
        {
            Empty(
                x,
                "col",
                ("min", Text(i + 1)),
                ("max", Text(i + 1)),
                ("width", column.Width.ToString(CultureInfo.InvariantCulture)),
                ("customWidth", "1")
            );
        }
        x.WriteEndElement();
    }

    private void Top(XmlWriter x)
    {
        Wide(x, list.Title, ListStyles.Title, 28);
        Wide(x, $"{list.Made}　{list.MadeDay}", ListStyles.Line, null);
        if (scoped)
        {
            Wide(x, list.Scope, ListStyles.Line, null);
        }
        Row(
            x,
            Height([.. list.Columns.Select(c => c.Name)]),
            () =>
            {
                foreach (var (i, column) in list.Columns.Index())
                {
                    Words(x, i, column.Name, ListStyles.Head);
                }
            }
        );
    }

    private void Cells(XmlWriter x, IReadOnlyList<object?> cells)
    {
        foreach (var (i, cell) in cells.Index())
        {
            var style = ListStyles.Text + (int)list.Columns[i].Kind;
            switch (cell)
            {
                case null or "":
                    Empty(x, "c", ("r", At(i)), ("s", Text(style)));
                    break;
                case DateOnly day:
                    Number(x, i, (day.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays, style);
                    break;
                case DateTime utc:
                    Number(x, i, Math.Floor((BureauTime.Local(utc) - Epoch).TotalMinutes) / (24 * 60), style);
                    break;
                case string text:
                    Words(x, i, text, ListStyles.Text);
                    break;
                default:
                    Number(x, i, Convert.ToDouble(cell, CultureInfo.InvariantCulture), style);
                    break;
            }
        }
    }

    private void Wide(XmlWriter x, string text, int style, double? height)
    {
        Row(x, height ?? Height(text, list.Columns.Sum(c => c.Width)), () => Words(x, 0, text, style));
        Merge(0, Columns - 1);
    }

    // Not every program makes a row as high as its text when it opens a file, so it is said; Excel still changes it when a cell changes.
    private double Height(IReadOnlyList<object?> cells) =>
        cells.Select((c, i) => Height(Listing.Shown(c), list.Columns[i].Width)).DefaultIfEmpty(LinePt).Max();

    private static double Height(string text, double width)
    {
        var room = Math.Max(2, width - Margin);
        var lines = text.Split('\n').Sum(l => Math.Max(1, Math.Ceiling(l.Sum(Places) / room)));
        return Math.Min(HighestPt, (lines * LinePt) + AbovePt);
    }

    // Dashes and quotation marks are as wide as a Chinese character in a Chinese font.
    private static int Places(char c) => c is >= '\u2e80' or (>= '\u2010' and <= '\u2027') ? 2 : 1;

    private void Row(XmlWriter x, double height, Action cells)
    {
        row++;
        Start(x, "row", ("r", Text(row)), ("ht", height.ToString("0.#", CultureInfo.InvariantCulture)));
        cells();
        x.WriteEndElement();
    }

    private void Words(XmlWriter x, int column, string text, int style)
    {
        Start(x, "c", ("r", At(column)), ("s", Text(style)), ("t", "inlineStr"));
        Start(x, "is");
        Start(x, "t");
        x.WriteAttributeString("xml", "space", null, "preserve");
        var safe = Csv.Safe(text);
        x.WriteString(ListWorkbook.Sound(safe.Length > LongestCell ? safe[..(LongestCell - GoesOn.Length)] + GoesOn : safe));
        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteEndElement();
    }

    private void Number(XmlWriter x, int column, double value, int style)
    {
        Start(x, "c", ("r", At(column)), ("s", Text(style)));
        x.WriteElementString("v", Main, value.ToString("R", CultureInfo.InvariantCulture));
        x.WriteEndElement();
    }

    private void Merge(int from, int to)
    {
        if (to > from)
        {
            merged.Add($"{At(from)}:{At(to)}");
        }
    }

    private void Merges(XmlWriter x)
    {
        if (merged.Count == 0)
        {
            return;
        }
        Start(x, "mergeCells", ("count", Text(merged.Count)));
        merged.ForEach(m => Empty(x, "mergeCell", ("ref", m)));
        x.WriteEndElement();
    }

    private void Page(XmlWriter x)
    {
        Empty(x, "printOptions", ("horizontalCentered", "1"));
        Empty(
            x,
            "pageMargins",
            ("left", "0.5"),
            ("right", "0.5"),
            ("top", "0.6"),
            ("bottom", "0.7"),
            ("header", "0.3"),
            ("footer", "0.35")
        );
        Empty(
            x,
            "pageSetup",
            ("paperSize", "9"),
            ("orientation", list.Across ? "landscape" : "portrait"),
            ("fitToWidth", "1"),
            ("fitToHeight", "0")
        );
        Start(x, "headerFooter");
        x.WriteElementString("oddFooter", Main, ListWorkbook.Foot(list));
        x.WriteEndElement();
    }

    private string At(int column) => $"{Letters(column)}{Text(row)}";

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static void Start(XmlWriter x, string name, params IReadOnlyList<(string Name, string Value)> attributes)
    {
        x.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            x.WriteAttributeString(attribute, value);
        }
    }

    private static void Empty(XmlWriter x, string name, params IReadOnlyList<(string Name, string Value)> attributes)
    {
        Start(x, name, attributes);
        x.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
