using System.Globalization;
using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>年度政务信息目录 (A11): what was published in a year, by day of publication.</summary>
public static class AnnualCatalogueForm
{
    /// <summary>Name of the list.</summary>
    public const string Name = "年度政务信息目录";

    private const double SizePt = 8.5;
    private const double RowMm = 9;
    private static readonly IReadOnlyList<double> ColumnsMm = [35, 29, 31, 17.5, 13, 17.5, 13];
    private static readonly string[] Head = ["索引号", "标题", "内容概述", "形成\n日期", "公开\n渠道", "公开\n日期", "责任\n科室"];

    /// <summary>The list for a record.</summary>
    public static FormSheet Sheet(AnnualCatalogueRecord r) =>
        new()
        {
            Name = Name,
            Number = r.Year is { } of ? $"{of}年" : "",
            Pages =
            [
                new FormPage
                {
                    Title = r.Year is { } year ? $"{year}年政务信息目录" : Name,
                    HeadLeft = [new Words("编制单位："), new Entered(r.Bureau)],
                    HeadRight = [new Words("编制日期："), .. Day(r.MadeOn)],
                    ColumnsMm = ColumnsMm,
                    HeadRows = 1,
                    Rows = [new(11, [.. Head.Select(h => new LabelCell(1, h))]), .. Rows(r), .. FormTable.Bound(Closing(r))],
                    NotesMm = 6,
                    Notes = ["注：本目录按公开日期编制，每年在昌都市统计局网站公布。渠道为“书籍”的，标题栏所列即书名。"],
                },
            ],
        };

    private static IEnumerable<FormRow> Rows(AnnualCatalogueRecord r) =>
        r.Lines switch
        {
            null => FormTable.Empty(15, 11, ColumnsMm.Count),
            { Count: 0 } => [new(12, new LabelCell(ColumnsMm.Count, "本年度没有公开的信息。"))],
            // The last line goes with the sum below it.
            { } lines => lines.Select((l, i) => Row(l) with { WithNext = i == lines.Count - 1 }),
        };

    private static FormRow Row(AnnualCatalogueLine l) =>
        new(
            RowMm,
            FormTable.Cell("索引号", l.Index, SizePt),
            FormTable.Cell("标题", l.Title, SizePt, centred: false),
            FormTable.Cell("内容概述", l.Summary, SizePt, centred: false),
            FormTable.Cell("形成日期", Short(l.FormedOn), SizePt),
            FormTable.Cell("公开渠道", l.Ways, SizePt),
            FormTable.Cell("公开日期", Short(l.PublishedOn), SizePt),
            FormTable.Cell("责任科室", l.Section, SizePt)
        );

    private static FormRow[] Closing(AnnualCatalogueRecord r) =>
        r.Lines is { Count: > 0 } lines
            ?
            [
                new(
                    8,
                    new LabelCell(1, "合计"),
                    FormTable.Cell(
                        "合计",
                        string.Create(CultureInfo.InvariantCulture, $"{lines.Count}条"),
                        10.5,
                        centred: false,
                        ColumnsMm.Count - 1
                    )
                ),
            ]
            : [];

    private static string Short(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
