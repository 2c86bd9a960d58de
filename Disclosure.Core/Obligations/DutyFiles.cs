using Disclosure.Core.Common;

namespace Disclosure.Core.Obligations;

/// <summary>The year's duties to hand out.</summary>
public static class DutyFiles
{
    private static readonly ListField<OwedRow>[] Fields =
    [
        new("事项", 24, r => r.Name),
        new("依据", 10, r => r.Duty.Article),
        new("期限", 12, r => r.Due, ListKind.Day),
        new("状态", 10, r => r.State.Name()),
        new("责任单位", 16, r => r.Owner.Name),
        new("完成日期", 12, r => r.DoneOn, ListKind.Day),
        new("公布地址或文件", 32, Place),
        new("汇报人", 10, r => Entry(r)?.Reporter),
        new("尚缺", 24, r => r.Left),
        new("备注", 20, r => Entry(r)?.Remark),
        new("登记人", 10, r => Entry(r)?.By),
        new("登记时间", 17, r => Entry(r)?.At, ListKind.Moment),
    ];

    /// <summary>The list.</summary>
    public static Listing List(DutyYear view) => Listing.Of($"{view.Year}年年度事项", Fields, view.Rows);

    private static DutyEntryView? Entry(OwedRow r) => r.Entries.FirstOrDefault(e => e.Counts);

    private static string Place(OwedRow r) =>
        string.Join("；", new[] { r.Published is { } p ? $"{p.Number}《{p.Title}》" : "", Entry(r)?.Place ?? "" }.Where(t => t.Length > 0));
}
