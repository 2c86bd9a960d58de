using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Catalogue;

/// <summary>The annual catalogue for the public: list and web page.</summary>
public static class AnnualFiles
{
    private static readonly ListField<AnnualCatalogueLine>[] Fields =
    [
        new("索引号", 30, l => l.Index),
        new("名称", 44, l => l.Title),
        new("内容概述", 52, l => l.Summary),
        new("生成日期", 12, l => l.FormedOn, ListKind.Day),
        new("公开日期", 12, l => l.PublishedOn, ListKind.Day),
        new("公开渠道", 16, l => l.Ways),
        new("责任科室", 16, l => l.Section),
    ];

    /// <summary>Name of the files, without extension.</summary>
    public static string Name(int year) => $"{year}年政务信息目录";

    /// <summary>The list to hand out; names no person, since it is for the public.</summary>
    public static Listing List(AnnualCatalogueRecord record) => Listing.Of(Name(record.Year!.Value), Fields, Lines(record));

    /// <summary>The page as it can be put on the site: one file, readable without any program.</summary>
    public static byte[] Html(AnnualCatalogueRecord record) =>
        CataloguePage.Bytes(
            Name(record.Year!.Value),
            [
                $"编制单位：{record.Bureau}",
                $"编制日期：{Day(record.MadeOn)}",
                string.Create(CultureInfo.InvariantCulture, $"共 {Lines(record).Count} 条，按公开日期排列"),
            ],
            [.. Fields.Select(f => f.Name)],
            Lines(record)
                .Select(l => (IReadOnlyList<PageCell>)[.. Cells(l).Select((text, i) => new PageCell(text, i == 1 ? l.Address : ""))])
        );

    private static IReadOnlyList<AnnualCatalogueLine> Lines(AnnualCatalogueRecord record) => record.Lines ?? [];

    private static string[] Cells(AnnualCatalogueLine l) =>
        [l.Index, l.Title, l.Summary, Day(l.FormedOn), Day(l.PublishedOn), l.Ways, l.Section];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
