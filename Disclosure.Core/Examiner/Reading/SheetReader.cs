using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>One sheet of an xlsx, row by row, and what hangs on it: merged cells, filters, addresses, notes, drawings.</summary>
internal sealed partial class SheetReader(
    Package package, IContentSink sink, ReadingLimits limits, CellFormats formats, List<string> shared, bool[] used, BookSheet sheet, string part, CancellationToken ct)
{
    private const int MostColumns = 16_384;
    private const int MostMerged = 200_000;
    private const int MostAside = 5_000;

    private readonly Place place = new() { Part = $"工作表“{sheet.Name}”", Key = part, Sheet = true };
    private readonly List<(int First, int Last, string Why)> hiddenColumns = [];
    private readonly List<MergedRange> merged = [];
    private readonly List<Cell> cells = [];
    private readonly Dictionary<string, int> invisible = [];
    private readonly List<Passage> aside = [];
    private int hiddenRows;
    private int row;
    private int column;
    private int rowsWithData;
    private int external;
    private int dde;
    private bool filters;

    /// <summary>Reads the sheet.</summary>
    public void Read()
    {
        sink.BeginTable(new TableSource(place, sheet.Name) { IsSheet = true, IsWorksheet = true, HiddenBy = sheet.HiddenBy });
        using (var reader = package.Read(part) ?? throw new InvalidDataException())
        {
            string? rowHidden = null;
            while (!sink.Full && reader.Next())
            {
                if (reader is { IsStart: true, Name: "row" })
                {
                    row = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : row + 1;
                    rowHidden = reader.Attribute("hidden") is "1" or "true" ? "隐藏行" : reader.Attribute("ht") is "0" ? "行高为零" : null;
                    cells.Clear();
                    column = 0;
                }
                else if (reader is { IsEnd: true, Name: "row" })
                {
                    EndRow(rowHidden);
                }
                else if (reader is { IsStart: true, Name: "c" })
                {
                    Cell(reader);
                }
                else if (reader.IsStart)
                {
                    Other(reader);
                }
            }
        }
        sink.EndTable(new TableEnd(merged));
        Tell();
    }

    private void EndRow(string? rowHidden)
    {
        if (cells.Count == 0)
        {
            return;
        }
        rowsWithData++;
        hiddenRows += rowHidden is null ? 0 : 1;
        sink.Row(new CellRow(row, cells) { HiddenBy = rowHidden });
        cells.Clear();
    }

    private void Cell(PartReader reader)
    {
        var at = Column(reader.Attribute("r")) ?? column + 1;
        if (at > MostColumns || at <= column)
        {
            throw new InvalidDataException();
        }
        column = at;
        var (type, style) = (reader.Attribute("t"), int.TryParse(reader.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0);
        var (value, formula) = ("", (string?)null);
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "v" or "is" })
            {
                value = reader.ElementText(limits.Characters, "rPh");
            }
            else if (reader is { IsStart: true, Name: "f" })
            {
                formula = reader.ElementText(10_000);
            }
            else if (reader is { IsStart: true })
            {
                reader.Skip();
            }
        }
        Keep(at, type, style, value, formula is { Length: > 0 } ? formula : null);
    }

    private void Keep(int at, string? type, int style, string value, string? formula)
    {
        external += formula is not null && Outside().IsMatch(formula) ? 1 : 0;
        dde += formula is not null && Dde().IsMatch(formula) ? 1 : 0;
        var text = Shown(type, style, value);
        if (text.Trim().Length == 0)
        {
            return;
        }
        var number = type is null or "n" ? NumberOf(value) : null;
        var why = HiddenColumn(at) ?? formats.HiddenBy(style);
        if (why is not null)
        {
            invisible[why] = invisible.GetValueOrDefault(why) + 1;
        }
        cells.Add(new Cell(at, text.TrimEnd()) { Number = number, Stored = number is not null && text != value && value.Length > 9 ? value : null, Formula = formula, HiddenBy = why });
    }

    private string Shown(string? type, int style, string value)
    {
        switch (type)
        {
            case "s":
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= shared.Count)
                {
                    return "";
                }
                used[at] = true;
                return shared[at];
            case "b":
                return value == "1" ? "TRUE" : "FALSE";
            case "str" or "inlineStr" or "e" or "d":
                return value;
            default:
                return formats.Show(value, style);
        }
    }

    // Fifteen digits are what the office program itself trusts; what lies beyond is the noise of binary fractions.
    private static decimal? NumberOf(string value)
    {
        if (value.Length < 16 && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && Math.Abs(d) < 7e27
            && decimal.TryParse(d.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var rounded) ? rounded : null;
    }

    private string? HiddenColumn(int at)
    {
        foreach (var (first, last, why) in hiddenColumns)
        {
            if (at >= first && at <= last)
            {
                return why;
            }
        }
        return null;
    }

    private void Other(PartReader reader)
    {
        switch (reader.Name)
        {
            case "col" when reader.Attribute("hidden") is "1" or "true" || reader.Attribute("width") is "0":
                _ = int.TryParse(reader.Attribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first);
                _ = int.TryParse(reader.Attribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last);
                if (hiddenColumns.Count < 1000)
                {
                    hiddenColumns.Add((first, last, reader.Attribute("width") is "0" ? "列宽为零" : "隐藏列"));
                }
                break;
            case "mergeCell" when Range().Match(reader.Attribute("ref") ?? "") is { Success: true } m && merged.Count < MostMerged:
                Merge(m);
                break;
            case "filterColumn":
                filters = true;
                break;
            case "formula1" or "formula2" or "formula" when Aside(PassageKind.Behind):
                var text = reader.ElementText(10_000);
                if (text.Contains('"', StringComparison.Ordinal))
                {
                    aside.Add(new Passage(place, PassageKind.Behind, text.Trim('"')));
                }
                break;
            case "hyperlink" when Aside(PassageKind.Behind):
                if (string.Join(' ', new[] { reader.Attribute("display"), reader.Attribute("tooltip") }.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct()) is { Length: > 0 } words)
                {
                    aside.Add(new Passage(place with { Cell = reader.Attribute("ref") }, PassageKind.Behind, words));
                }
                break;
            case "oddHeader" or "evenHeader" or "firstHeader":
                Edge(PassageKind.Header, reader.ElementText(10_000));
                break;
            case "oddFooter" or "evenFooter" or "firstFooter":
                Edge(PassageKind.Footer, reader.ElementText(10_000));
                break;
        }
    }

    private bool Aside(PassageKind kind) => kind == PassageKind.Behind && aside.Count < MostAside;

    private void Edge(PassageKind kind, string text)
    {
        if (EdgeCodes().Replace(text, " ").Trim() is { Length: > 0 } words)
        {
            aside.Add(new Passage(place with { Part = $"{place.Part}{(kind == PassageKind.Header ? "页眉" : "页脚")}" }, kind, words));
        }
    }

    private void Merge(Match m)
    {
        var (left, top) = (Column(m.Groups[1].Value), int.TryParse(m.Groups[2].Value, out var t) ? t : 0);
        var (right, bottom) = (Column(m.Groups[3].Value), int.TryParse(m.Groups[4].Value, out var b) ? b : 0);
        if (left is { } l && right is { } r && l <= r && top <= bottom)
        {
            merged.Add(new MergedRange(top, l, bottom - top + 1, r - l + 1));
        }
    }

    private void Tell()
    {
        if (sheet.HiddenBy is { } hidden && rowsWithData > 0)
        {
            sink.Observe(new Observation(hidden == "隐藏工作表" ? ObservationKind.HiddenSheet : ObservationKind.VeryHiddenSheet, place, $"{sheet.Name}，{rowsWithData} 行有内容", rowsWithData));
        }
        Say(hiddenRows > 0, filters ? ObservationKind.Filter : ObservationKind.HiddenRows, $"{hiddenRows} 行{(filters ? "被筛选隐藏" : "隐藏")}", hiddenRows);
        foreach (var (why, count) in invisible)
        {
            Say(true, why is "隐藏列" or "列宽为零" ? ObservationKind.HiddenColumns : ObservationKind.InvisibleText, $"{why}，{count} 个单元格", count);
        }
        Say(external > 0, ObservationKind.ExternalFormula, $"{external} 个公式", external);
        Say(dde > 0, ObservationKind.Dde, $"{dde} 个公式", dde);
        aside.ForEach(sink.Passage);
        foreach (var related in package.Relations(part).Values.DistinctBy(r => r.Part))
        {
            ct.ThrowIfCancellationRequested();
            switch (related.Type)
            {
                case "comments" or "threadedComment":
                    Comments(related.Part);
                    break;
                case "drawing" or "vmlDrawing":
                    Drawing(related.Part);
                    break;
            }
        }
    }

    private void Say(bool there, ObservationKind kind, string detail, int count)
    {
        if (there)
        {
            sink.Observe(new Observation(kind, place, detail, count));
        }
    }

    private void Comments(string comments)
    {
        var (count, authors, author, cell) = (0, new List<string>(), "", (string?)null);
        using var reader = package.Read(comments);
        while (reader?.Next() is true && count < MostAside)
        {
            switch (reader.Name)
            {
                case "author" when reader.IsStart:
                    authors.Add(reader.ElementText(200));
                    break;
                case "comment" or "threadedComment" when reader.IsStart:
                    cell = reader.Attribute("ref");
                    author = int.TryParse(reader.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var a) && a < authors.Count ? authors[a] : "";
                    break;
                case "text" when reader.IsStart:
                    var text = reader.ElementText(limits.Characters, "rPh").ReplaceLineEndings(" ").Trim();
                    count++;
                    if (text.Length > 0)
                    {
                        sink.Passage(new Passage(place with { Cell = cell }, PassageKind.Comment, author.Length > 0 && !text.StartsWith(author, StringComparison.Ordinal) ? $"{author}：{text}" : text));
                    }
                    break;
            }
        }
        Say(count > 0, ObservationKind.Comments, $"批注 {count} 条", count);
    }

    private void Drawing(string drawing)
    {
        var words = new System.Text.StringBuilder();
        using var reader = package.Read(drawing);
        while (reader?.Next() is true)
        {
            switch (reader.Name)
            {
                case "t" when reader.IsStart:
                    words.Append(reader.ElementText(limits.Characters));
                    break;
                case "txBody" when reader.IsEnd && words.Length > 0:
                    sink.Passage(new Passage(place, PassageKind.Body, words.ToString()));
                    words.Clear();
                    break;
                case "cNvPr" when reader.IsStart && (reader.Attribute("descr") ?? reader.Attribute("title")) is { Length: > 0 } alt:
                    sink.Passage(new Passage(place, PassageKind.Behind, alt));
                    break;
                case "textpath" when reader.IsStart && reader.Attribute("string") is { Length: > 0 } mark:
                    sink.Passage(new Passage(place, PassageKind.Watermark, mark));
                    break;
            }
        }
    }

    /// <summary>Number of the column in an address such as AB12, from 1.</summary>
    private static int? Column(string? address)
    {
        var column = 0;
        foreach (var c in address ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > MostColumns)
            {
                break;
            }
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }
        return column == 0 ? null : column;
    }

    [GeneratedRegex(@"^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$", RegexOptions.None, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\[\d+\]|\.xls[xmb]?\]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Outside();

    [GeneratedRegex(@"^\s*[\w.]+\|", RegexOptions.None, 1000)]
    private static partial Regex Dde();

    [GeneratedRegex("""&"[^"]*"|&K[0-9A-Fa-f]{6}|&[A-Za-z]|&\d+""", RegexOptions.None, 1000)]
    private static partial Regex EdgeCodes();
}
