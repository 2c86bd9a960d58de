using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using MiniExcelLibs;

namespace Disclosure.Tests.Support;

/// <summary>A list as it comes back out of its own workbook, read by another program than the one that wrote it.</summary>
internal static class ListBook
{
    /// <summary>Its rows by the heads of the columns; a day reads as it is shown.</summary>
    public static IReadOnlyList<Dictionary<string, object?>> Rows(Listing list)
    {
        using var book = new MemoryStream(ListWorkbook.File(list));
        var head = list.Scope.Length > 0 ? 4 : 3;
        return
        [
            .. book.Query(useHeaderRow: true, startCell: $"A{head.ToString(CultureInfo.InvariantCulture)}")
                .Cast<IDictionary<string, object?>>()
                .Take(list.Rows.Count)
                .Select(r => r.ToDictionary(c => c.Key, c => Shown(c.Value))),
        ];
    }

    /// <summary>The table for machines as text.</summary>
    public static string Table(Listing list) => System.Text.Encoding.UTF8.GetString(Csv.File(list));

    private static object? Shown(object? cell) =>
        cell is DateTime { TimeOfDay.Ticks: 0 } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell;
}
