using System.Globalization;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Catalogue;

/// <summary>The annual catalogue as files for the public: workbook, table and web page.</summary>
public static class AnnualFiles
{
    private static readonly (string Name, double Width)[] Columns =
    [
        ("索引号", 32),
        ("名称", 48),
        ("内容概述", 60),
        ("生成日期", 12),
        ("公开日期", 12),
        ("公开渠道", 20),
        ("责任科室", 18),
    ];

    /// <summary>Name of the files, without extension.</summary>
    public static string Name(int year) => $"{year}年政务信息目录";

    /// <summary>UTF-8 bytes of the table.</summary>
    public static byte[] Csv(AnnualCatalogueRecord record) =>
        Files.Formats.Csv.File(Lines(record).Select(Cells).Prepend([.. Columns.Select(c => c.Name)]));

    /// <summary>Writes the workbook row by row.</summary>
    public static void WriteWorkbook(AnnualCatalogueRecord record, Stream target) =>
        Workbook.Write(target, $"{record.Year}年", Columns, Lines(record).Select(l => (IReadOnlyList<object?>)Cells(l)));

    /// <summary>The page as it can be put on the site: one file, readable without any program.</summary>
    public static byte[] Html(AnnualCatalogueRecord record) =>
        CataloguePage.Bytes(
            Name(record.Year!.Value),
            [
                $"编制单位：{record.Bureau}",
                $"编制日期：{Day(record.MadeOn)}",
                string.Create(CultureInfo.InvariantCulture, $"共 {Lines(record).Count} 条，按公开日期排列"),
            ],
            [.. Columns.Select(c => c.Name)],
            Lines(record)
                .Select(l => (IReadOnlyList<PageCell>)[.. Cells(l).Select((text, i) => new PageCell(text, i == 1 ? l.Address : ""))])
        );

    private static IReadOnlyList<AnnualCatalogueLine> Lines(AnnualCatalogueRecord record) => record.Lines ?? [];

    private static string[] Cells(AnnualCatalogueLine l) =>
        [l.Index, l.Title, l.Summary, Day(l.FormedOn), Day(l.PublishedOn), l.Ways, l.Section];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
