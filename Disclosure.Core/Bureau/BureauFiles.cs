using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>People, units, subjects and delegations, to hand out.</summary>
public static class BureauFiles
{
    private static readonly ListField<StaffRow>[] People =
    [
        new("姓名", 12, p => p.Name),
        new("登录名", 18, p => p.SignInName),
        new("单位", 22, p => p.UnitName),
        new("职责", 44, p => string.Join('、', p.Duties)),
        new("电话", 16, p => p.Phone),
        new("状态", 12, p => p.State),
    ];
    private static readonly ListField<UnitRow>[] Units =
    [
        new("代码", 12, u => u.Code),
        new("名称", 28, u => u.Name),
        new("简称", 14, u => u.ShortName),
        new("类别", 12, u => u.Kind.Name()),
        new("分管领导", 12, u => u.DeputyName),
        new("人数", 6, u => u.People, ListKind.Number),
        new("状态", 8, u => InUse(u.Active)),
    ];
    private static readonly ListField<SubjectRow>[] Subjects =
    [
        new("专业", 24, s => s.Name),
        new("对口科室", 32, s => s.SectionName),
        new("排序", 8, s => s.Order, ListKind.Number),
        new("状态", 10, s => InUse(s.Active)),
    ];

    /// <summary>People with their duties of today.</summary>
    public static Listing List(StaffFilter filter, IReadOnlyList<StaffRow> rows, int total) =>
        Listing.Of("人员与职责", People, rows) with
        {
            Total = total,
            Scope = Listing.Searched(filter.Text),
        };

    /// <summary>Units in the order of the bureau.</summary>
    public static Listing List(string text, IReadOnlyList<UnitRow> rows) =>
        Listing.Of("单位", Units, rows) with
        {
            Scope = Listing.Searched(text),
        };

    /// <summary>Subjects and the sections that take them.</summary>
    public static Listing List(string text, IReadOnlyList<SubjectRow> rows) =>
        Listing.Of("专业对口", Subjects, rows) with
        {
            Scope = Listing.Searched(text),
        };

    /// <summary>Delegations, newest first.</summary>
    /// <param name="day">The bureau's day, for which their state is told.</param>
    public static Listing List(string text, IReadOnlyList<DelegationRow> rows, int total, DateOnly day) =>
        Listing.Of("委托代签", Delegations(day), rows) with
        {
            Total = total,
            Scope = Listing.Searched(text),
        };

    private static ListField<DelegationRow>[] Delegations(DateOnly day) =>
        [
            new("委托人", 12, d => d.Principal),
            new("受托人", 12, d => d.Deputy),
            new("职责", 18, d => d.Duty.Name()),
            new("自", 12, d => d.From, ListKind.Day),
            new("至", 12, d => d.Until, ListKind.Day),
            new("状态", 10, d => d.State(day)),
            new("撤销日期", 12, d => d.RevokedOn, ListKind.Day),
            new("确认", 44, d => d.Confirmation),
        ];

    private static string InUse(bool active) => active ? "在用" : "已停用";
}
