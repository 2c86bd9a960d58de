using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Obligations;

/// <summary>The year's duties for office programs.</summary>
public static class DutyFiles
{
    private static readonly string[] Head =
    [
        "事项",
        "依据",
        "期限",
        "状态",
        "责任单位",
        "完成日期",
        "公布地址或文件",
        "汇报人",
        "尚缺",
        "备注",
        "登记人",
        "登记时间",
    ];

    /// <summary>Bytes of the workbook.</summary>
    public static byte[] Workbook(DutyYear view) =>
        Files.Formats.Workbook.File(new WorkbookSheet($"{view.Year}年", Head, [.. view.Rows.Select(Cells)]));

    /// <summary>Bytes of the table as text.</summary>
    public static byte[] ToCsv(DutyYear view) => Csv.File(view.Rows.Select(Cells).Prepend(Head));

    private static IReadOnlyList<string> Cells(OwedRow r)
    {
        var entry = r.Entries.FirstOrDefault(e => e.Counts);
        var place = string.Join(
            "；",
            new[] { r.Published is { } p ? $"{p.Number}《{p.Title}》" : "", entry?.Place ?? "" }.Where(t => t.Length > 0)
        );
        return
        [
            r.Name,
            r.Duty.Article,
            Day(r.Due),
            r.State.Name(),
            r.Owner.Name,
            r.DoneOn is { } done ? Day(done) : "",
            place,
            entry?.Reporter ?? "",
            r.Left,
            entry?.Remark ?? "",
            entry?.By ?? "",
            entry is { } e ? BureauTime.Show(e.At) : "",
        ];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
