using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>The yearly list to hand out.</summary>
public static class WithheldFiles
{
    private static readonly ListField<WithheldRow>[] Fields =
    [
        new("编号", 20, r => r.Number),
        new("标题", 30, r => r.Title),
        new("报送单位", 12, r => r.Unit),
        new("状态", 8, r => r.State.Name()),
        new("情形", 10, r => Joined(r, g => g.Kind.Name())),
        new("理由", 16, r => Joined(r, g => g.Words)),
        new("制度条款", 9, r => Joined(r, g => g.Place)),
        new("法律依据", 10, r => Joined(r, g => g.Law)),
        new("自何日起", 12, r => BureauTime.Day(r.Since), ListKind.Day),
        new("现仍适用", 6, r => r.Stands ? "是" : "否"),
        new("本年复核", 10, r => r.Judged?.Decision.Name()),
        new("复核理由", 20, r => r.Judged?.Reason),
        new("复核人", 9, r => Who(r.Judged)),
        new("复核日期", 12, r => r.Judged is { } j ? BureauTime.Day(j.At) : null, ListKind.Day),
        new("上次复核", 7, r => r.Last?.Year, ListKind.Number),
        new("复核期限", 12, r => r.Due, ListKind.Day),
    ];

    /// <summary>The list.</summary>
    public static Listing List(WithheldList list) => Listing.Of($"{list.Year}年不予公开复核清单", Fields, list.Rows);

    private static string Joined(WithheldRow r, Func<WithheldGround, string> part) =>
        string.Join("；", r.Grounds.Select(part).Where(p => p.Length > 0).Distinct());

    private static string Who(JudgementView? j) =>
        j is null ? ""
        : j.ActingFor.Length > 0 ? $"{j.By}（代{j.ActingFor}）"
        : j.By;
}
