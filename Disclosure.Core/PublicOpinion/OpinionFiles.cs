using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.PublicOpinion;

/// <summary>The list of cases for office programs.</summary>
internal static class OpinionFiles
{
    private static readonly string[] Head =
    [
        "编号",
        "标题",
        "等级",
        "来源",
        "责任科室",
        "发生时间",
        "发布权威信息期限",
        "发布权威信息",
        "新闻发布会期限",
        "新闻发布会",
        "回应期限",
        "回应",
        "现状",
        "下一步",
        "办结时间",
    ];

    public static byte[] ToCsv(IReadOnlyList<OpinionRow> rows, DateTime now) => Csv.File([Head, .. rows.Select(r => Line(r, now))]);

    private static IReadOnlyList<string> Line(OpinionRow r, DateTime now) =>
        [
            r.Number,
            r.Title,
            r.Level.Name(),
            r.Source,
            r.Section,
            BureauTime.Show(r.RaisedAt),
            .. Enum.GetValues<OpinionClock>().SelectMany(k => Cells(r.Clocks.FirstOrDefault(c => c.Clock == k), now)),
            r.Words(now),
            $"{r.Owes.Who} {r.Owes.Act}".Trim(),
            r.ClosedAt is { } at ? BureauTime.Show(at) : "",
        ];

    private static string[] Cells(ClockState? clock, DateTime now) =>
        clock switch
        {
            null => ["", ""],
            { MetAt: { } at } => [BureauTime.Show(clock.Limit.Due), $"{BureauTime.Show(at)} {clock.Words(now)}"],
            _ => [BureauTime.Show(clock.Limit.Due), clock.Over(now) ? clock.Words(now) : "未完成"],
        };
}
