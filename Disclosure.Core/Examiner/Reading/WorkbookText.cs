using System.Globalization;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Text of an xlsx: a part for each sheet, a line for each row, cells as they are shown.</summary>
internal sealed class WorkbookText(Package package, ReadingLimits limits, TextGathering into, CellFormats formats, IReadOnlyList<string> shared)
{
    private const int MostColumns = 16_384;
    private const int MostSheets = 1_000;

    /// <summary>Reads the package.</summary>
    public static Outcome<FileText> Read(Package package, ReadingLimits limits, CancellationToken ct)
    {
        var main = package.Main("xl/workbook.xml");
        if (!package.Has(main))
        {
            return new ReadingIsDamaged();
        }
        var related = package.Relations(main);
        string? Part(string type) => related.Values.FirstOrDefault(r => r.Type == type)?.Part;
        var (sheets, since1904) = Sheets(package, main);
        var into = new TextGathering(limits);
        var (strings, cut) = Strings(package, Part("sharedStrings"), limits);
        var book = new WorkbookText(package, limits, into, CellFormats.Read(package, Part("styles"), since1904), strings);
        foreach (var sheet in sheets.Where(s => related.TryGetValue(s.Id, out var part) && part.Type == "worksheet"))
        {
            ct.ThrowIfCancellationRequested();
            book.Sheet(related[sheet.Id].Part);
            into.End($"工作表“{sheet.Name}”", PartKind.Sheet, sheet.Hidden);
        }
        var made = into.Made(TextKind.Workbook);
        return cut ? made with { Truncated = true } : made;
    }

    private static (List<(string Name, string Id, bool Hidden)> Sheets, bool Since1904) Sheets(Package package, string main)
    {
        var (found, since1904) = (new List<(string, string, bool)>(), false);
        using var reader = package.Read(main)!;
        while (reader.Next())
        {
            if (reader is { IsStart: true, Name: "workbookPr" })
            {
                since1904 = reader.Attribute("date1904") is "1" or "true";
            }
            else if (reader is { IsStart: true, Name: "sheet" })
            {
                found.Add((reader.Attribute("name") ?? "", reader.Attribute("id") ?? "", reader.Attribute("state") is "hidden" or "veryHidden"));
            }
        }
        return found.Count > MostSheets ? throw new ReadingLimitException() : (found, since1904);
    }

    /// <summary>Texts that cells refer to by number; those beyond the limit are left out.</summary>
    private static (List<string> Strings, bool Cut) Strings(Package package, string? part, ReadingLimits limits)
    {
        var (found, left) = (new List<string>(), limits.Characters);
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader is not { IsStart: true, Name: "si" })
            {
                continue;
            }
            // Each text costs something even when it is empty.
            var text = reader.ElementText(left, "rPh");
            left -= text.Length + 1;
            if (left <= 0)
            {
                return (found, true);
            }
            found.Add(text);
        }
        return (found, false);
    }

    private void Sheet(string part)
    {
        using var reader = package.Read(part) ?? throw new InvalidDataException();
        var (row, column, written, line) = (0, 0, 1, new StringBuilder());
        while (!into.Full && reader.Next())
        {
            if (reader is { IsStart: true, Name: "row" })
            {
                row = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : row + 1;
                (column, written, line) = (0, 1, new StringBuilder());
            }
            else if (reader is { IsEnd: true, Name: "row" })
            {
                into.AddAt(row, LineKind.Row, line.ToString());
            }
            else if (reader is { IsStart: true, Name: "c" })
            {
                var at = Column(reader.Attribute("r")) ?? column + 1;
                if (at > MostColumns || at <= column)
                {
                    throw new InvalidDataException();
                }
                column = at;
                if (Cell(reader) is { Length: > 0 } value)
                {
                    line.Append('\t', at - written).Append(value);
                    written = at;
                }
            }
        }
    }

    private string Cell(PartReader reader)
    {
        var (type, style, value) = (reader.Attribute("t"), reader.Attribute("s"), "");
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "v" or "is" })
            {
                value = reader.ElementText(limits.Characters, "rPh");
            }
            else if (reader is { IsStart: true })
            {
                reader.Skip();
            }
        }
        return Shown(type, style, value).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
    }

    private string Shown(string? type, string? style, string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
        "b" => value == "1" ? "TRUE" : "FALSE",
        "str" or "inlineStr" or "e" or "d" => value,
        _ => formats.Show(value, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var format) ? format : 0).Text,
    };

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
}
