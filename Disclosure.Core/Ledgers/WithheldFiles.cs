using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>The yearly list as a workbook.</summary>
public static class WithheldFiles
{
    private static readonly string[] Head =
    [
        "编号",
        "标题",
        "报送单位",
        "状态",
        "情形",
        "理由",
        "制度条款",
        "法律依据",
        "自何日起",
        "现仍适用",
        "本年复核",
        "复核理由",
        "复核人",
        "复核日期",
        "上次复核",
        "复核期限",
    ];

    /// <summary>Bytes of the file.</summary>
    public static byte[] Workbook(WithheldList list) =>
        Files.Formats.Workbook.File(new WorkbookSheet($"{list.Year}年", Head, [.. list.Rows.Select(Cells)]));

    private static IReadOnlyList<object?> Cells(WithheldRow r) =>
        [
            r.Number ?? "",
            r.Title,
            r.Unit,
            r.State.Name(),
            Joined(r, g => g.Kind.Name()),
            Joined(r, g => g.Words),
            Joined(r, g => g.Place),
            Joined(r, g => g.Law),
            Day(r.Since),
            r.Stands ? "是" : "否",
            r.Judged?.Decision.Name() ?? "",
            r.Judged?.Reason ?? "",
            Who(r.Judged),
            r.Judged is { } j ? Day(j.At) : "",
            r.Last is { } last ? last.Year : null,
            r.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ];

    private static string Joined(WithheldRow r, Func<WithheldGround, string> part) =>
        string.Join("；", r.Grounds.Select(part).Where(p => p.Length > 0).Distinct());

    private static string Who(JudgementView? j) =>
        j is null ? ""
        : j.ActingFor.Length > 0 ? $"{j.By}（代{j.ActingFor}）"
        : j.By;

    private static string Day(DateTime utc) => BureauTime.Day(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
