using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Ledgers;

/// <summary>The monthly ledger as a list and as the printed sheet.</summary>
public static class LedgerFiles
{
    private static readonly IReadOnlyList<ListField<(string Block, LedgerLine Line)>> Fields =
    [
        new("类别", 14, l => l.Block),
        new("单位", 16, l => l.Line.Name),
        .. LedgerColumns.All.Select(h => new ListField<(string Block, LedgerLine Line)>(h.Name, 7, l => l.Line[h.Column], ListKind.Number)),
        new("平均用时（工作日）", 9, l => l.Line.Mean, ListKind.Number),
        new("最长用时（工作日）", 9, l => l.Line[LedgerColumn.Timed] > 0 ? l.Line.Longest : null, ListKind.Number),
    ];

    /// <summary>The table to hand out, with notes that say what it is.</summary>
    public static Listing List(LedgerView view)
    {
        var rows = Blocks(view).SelectMany(b => b.Lines.Select(l => (b.Name, l)).Append((b.Name, b.Sum with { Name = "小计" })));
        return Listing.Of($"{view.Month.Name}保密审查台账", Fields, view.SeesAll ? rows.Append(("", view.Ledger.Total)) : rows) with
        {
            Notes = [.. Notes(view).Where(n => n.Text.Length > 0).Select(n => $"{n.Name}：{n.Text}")],
        };
    }

    /// <summary>The plain record the printed sheet is made from.</summary>
    /// <param name="bureau">Name of the bureau.</param>
    public static SecrecyLedgerRecord Record(LedgerView view, string bureau) =>
        new()
        {
            Bureau = bureau,
            Month = view.Month.Name,
            Blocks =
            [
                .. Blocks(view).Select(b => new SecrecyLedgerBlock(b.Name, [.. b.Lines.Select(Line)], Line(b.Sum with { Name = "小计" }))),
            ],
            Total = view.SeesAll ? Line(view.Ledger.Total) : null,
            Nil = view.Ledger.Nil ? NilReport : "",
            Status = view switch
            {
                { Confirmed: not null } => "",
                { Over: false } => "本月未结束",
                _ => "未确认",
            },
            Reporter = view.Confirmed is { } c ? (c.ActingFor.Length > 0 ? $"{c.By}（代{c.ActingFor}）" : c.By) : "",
            ReportedOn = view.Confirmed is { } at ? BureauTime.Day(at.At) : null,
            Remark = view.Confirmed?.Remark ?? "",
            Digits = view.Confirmed?.Sha256[..16] ?? "",
        };

    /// <summary>What a month without any review says.</summary>
    public const string NilReport = "本月无送审信息，零报告。";

    private static IEnumerable<(string Name, IReadOnlyList<LedgerLine> Lines, LedgerLine Sum)> Blocks(LedgerView view) =>
        new[]
        {
            (LedgerBlock.City.Name(), (IReadOnlyList<LedgerLine>)[.. view.Ledger.City]),
            (LedgerBlock.Counties.Name(), [.. view.Ledger.Counties]),
        }
            .Where(b => b.Item2.Count > 0)
            .Select(b => (b.Item1, b.Item2, LedgerLine.Sum(b.Item1, false, b.Item2)));

    private static SecrecyLedgerLine Line(LedgerLine l) =>
        new(
            l.Name,
            [.. LedgerColumns.All.Select(h => l[h.Column])],
            l.Mean is { } mean ? mean.ToString("0.0", CultureInfo.InvariantCulture) : "—",
            l[LedgerColumn.Timed] > 0 ? l.Longest.ToString(CultureInfo.InvariantCulture) : "—"
        );

    private static IEnumerable<(string Name, string Text)> Notes(LedgerView view)
    {
        if (view.Ledger.Nil)
        {
            yield return ("零报告", NilReport);
        }
        yield return (
            "状态",
            view.Confirmed is { } c ? $"{c.By}{(c.ActingFor.Length > 0 ? $"（代{c.ActingFor}）" : "")}于 {BureauTime.Show(c.At)} 确认"
            : view.Over ? "未确认"
            : "本月未结束，数字截至当前"
        );
        if (view.Confirmed is { } confirmed)
        {
            yield return ("备注", confirmed.Remark);
            yield return ("数字校验码（SHA-256）", confirmed.Sha256);
        }
        yield return ("口径", "按报送单位统计；用时为到达环节至签署的工作日，编辑自审不计用时；超期以当时环节时限为准。");
    }
}
