using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Disclosure.Core.Files.Formats;

/// <summary>One sheet of a workbook: a head and rows of texts and numbers.</summary>
/// <param name="Name">Name of the tab, at most 31 characters.</param>
/// <param name="Head">Names of the columns, all different.</param>
/// <param name="Rows">Cells in the order of the head: texts, numbers, or null for an empty cell.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Tables as xlsx: numbers stand as numbers, texts as texts, and no cell is ever a formula.</summary>
public static class Workbook
{
    /// <summary>What such a file is called on the wire.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const double NarrowestWidth = 8;
    private const double WidestWidth = 48;

    /// <summary>Bytes of a workbook with these sheets in order.</summary>
    public static byte[] File(params IReadOnlyList<WorkbookSheet> sheets)
    {
        var tables = new Dictionary<string, object>();
        foreach (var sheet in sheets)
        {
            tables[sheet.Name] = sheet.Rows.Select(row => Row(sheet.Head, row)).ToList();
        }
        using var file = new MemoryStream();
        file.SaveAs(tables, configuration: new OpenXmlConfiguration { AutoFilter = false, DynamicColumns = Columns(sheets) });
        return file.ToArray();
    }

    private static Dictionary<string, object?> Row(IReadOnlyList<string> head, IReadOnlyList<object?> cells) =>
        head.Zip(cells).ToDictionary(c => c.First, c => c.Second is string text ? Csv.Safe(text) : c.Second);

    // Wide enough for the longest cell: a Chinese character takes two places.
    private static DynamicExcelColumn[] Columns(IReadOnlyList<WorkbookSheet> sheets) =>
        [
            .. sheets
                .SelectMany(s =>
                    s.Head.Select((name, i) => (Name: name, Width: s.Rows.Select(r => Places(r[i])).Append(Places(name)).Max() + 2))
                )
                .GroupBy(c => c.Name)
                .Select(c => new DynamicExcelColumn(c.Key) { Width = Math.Clamp(c.Max(x => x.Width), NarrowestWidth, WidestWidth) }),
        ];

    private static double Places(object? cell) => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Sum(c => c < 0x2e80 ? 1 : 2);
}
