using Disclosure.Core.Common;

namespace Disclosure.Core.Obligations;

/// <summary>Items of one unit, counted in the month in which they were first sent.</summary>
/// <param name="Months">January to December.</param>
public sealed record UnitMonths(string Unit, IReadOnlyList<int> Months)
{
    /// <summary>The whole year.</summary>
    public int Total => Months.Sum();
}

/// <summary>Working days of one step from arrival to signature, 0 on the same day.</summary>
/// <param name="Signed">Signatures that ended a wait there.</param>
/// <param name="Median">Half of them took no longer.</param>
public sealed record StepDays(string Route, string Step, int Signed, double Median, int Longest);

/// <summary>Returns for one reason.</summary>
public sealed record ReturnReason(string Reason, int Count);

/// <summary>A year as the office looks at it: what came from whom, how long each step took, why items went back.</summary>
/// <param name="Years">Years to choose from, newest first.</param>
/// <param name="Units">Units that sent something, in the order of the bureau.</param>
/// <param name="Steps">Steps at which somebody signed, in the order of the routes.</param>
/// <param name="Returned">Returns in all; one return may have several reasons.</param>
public sealed record OfficeYear(
    int Year,
    IReadOnlyList<int> Years,
    IReadOnlyList<UnitMonths> Units,
    IReadOnlyList<StepDays> Steps,
    IReadOnlyList<ReturnReason> Reasons,
    int Returned
)
{
    /// <summary>Items of all units by month.</summary>
    public IReadOnlyList<int> Months => [.. Enumerable.Range(0, 12).Select(m => Units.Sum(u => u.Months[m]))];

    /// <summary>The units with most items, and the rest in one line; what a drawing has room for.</summary>
    /// <param name="most">Lines at most.</param>
    public IReadOnlyList<UnitMonths> Largest(int most)
    {
        var ordered = Units.OrderByDescending(u => u.Total).ToList();
        return ordered.Count <= most
            ? ordered
            : [.. ordered.Take(most - 1), Sum($"其余 {ordered.Count - most + 1} 个单位", ordered.Skip(most - 1))];
    }

    /// <summary>Items by unit and month, to hand out.</summary>
    public Listing UnitList() =>
        Listing.Of(
            $"{Year}年各单位送审件数",
            [
                new ListField<UnitMonths>("单位", 22, u => u.Unit),
                .. Enumerable.Range(0, 12).Select(m => new ListField<UnitMonths>($"{m + 1}月", 6, u => u.Months[m], ListKind.Number)),
                new("全年", 8, u => u.Total, ListKind.Number),
            ],
            Units.Count > 0 ? Units.Append(Sum("合计", Units)) : Units
        ) with
        {
            Notes = ["按首次送审的月份计，一件稿件计一次。"],
        };

    /// <summary>Working days of each step, to hand out.</summary>
    public Listing StepList() =>
        Listing.Of<StepDays>(
            $"{Year}年各环节用时",
            [
                new("流程", 10, s => s.Route),
                new("环节", 20, s => s.Step),
                new("签署次数", 12, s => s.Signed, ListKind.Number),
                new("中位数（工作日）", 18, s => s.Median, ListKind.Number),
                new("最长（工作日）", 18, s => s.Longest, ListKind.Number),
            ],
            Steps
        ) with
        {
            Notes = ["到达环节至签署的工作日，当日办结计 0；暂停期间和编辑自审不计。"],
        };

    /// <summary>Returns by reason, to hand out.</summary>
    public Listing ReasonList() =>
        Listing.Of<ReturnReason>(
            $"{Year}年退回原因",
            [new("原因", 40, r => r.Reason), new("次数", 12, r => r.Count, ListKind.Number)],
            Reasons
        ) with
        {
            Notes =
            [
                $"共退回 {Returned} 次；本轮审查答“是”的按事项计，有几项各计一次；"
                    + "其余为只改格式，或内容须改（后为退回的环节，理由见退回意见）。",
            ],
        };

    private static UnitMonths Sum(string name, IEnumerable<UnitMonths> units)
    {
        var all = units.ToList();
        return new UnitMonths(name, [.. Enumerable.Range(0, 12).Select(m => all.Sum(u => u.Months[m]))]);
    }
}
