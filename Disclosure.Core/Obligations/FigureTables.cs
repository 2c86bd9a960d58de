using System.Globalization;

namespace Disclosure.Core.Obligations;

/// <summary>The figures of a year as tables and as one paragraph.</summary>
internal static class FigureTables
{
    public static IReadOnlyList<FigureTable> Of(CountedYear y) =>
        [
            Counts("kinds", "按信息类别", "按正式发布之日计，一件稿件计一次。", "信息类别", y.Kinds),
            Counts(
                "channels",
                "按发布渠道",
                "按渠道登记的发布时间计；一件稿件在几个渠道发布的，各计一次，故不设合计。",
                "发布渠道",
                y.Channels,
                sum: false
            ),
            Counts("units", "按报送单位", "按报送单位计，没有发布的单位不列。", "报送单位", y.Units),
            new(
                "withheld",
                "不予公开",
                "办公室认定、领导确认不予公开的稿件，按理由和依据计。",
                ["理由", "依据", "件数"],
                WithSum([.. y.Grounds.Select(g => new object?[] { g.Words, g.Law, g.Count })], y.Grounds.Sum(g => g.Count), 3)
            ),
            new(
                "limited",
                "依申请与暂缓",
                "依申请公开按发布计；暂缓公开、报请确定按当年新出现的计，同一稿件几次暂停的各计一次。",
                ["情形", "件数"],
                [
                    ["依申请公开", y.OnRequest],
                    ["暂缓公开", y.Postponed],
                    ["报请确定", y.Referred],
                ]
            ),
            Counts("returns", "退回", "按退回的环节计次数。", "退回的环节", y.Returns),
            new(
                "months",
                "月度台账确认",
                "保密审查月度台账逐月确认，零报告同样确认。",
                ["月份", "状态", "确认人", "确认日期", "审查件数"],
                [.. Enumerable.Range(1, 12).Select(m => Month(y, m))]
            ),
            new(
                "steps",
                "各环节用时",
                "到达环节至签署的工作日，当日办结计 0；暂停期间和编辑自审不计。",
                ["流程", "环节", "签署次数", "平均工作日", "最长工作日"],
                [
                    .. y.Steps.Select(s =>
                        (IReadOnlyList<object?>)
                            [s.Route, s.Step, s.Count, Math.Round((double)s.Days / s.Count, 1, MidpointRounding.AwayFromZero), s.Longest]
                    ),
                ]
            ),
        ];

    public static string Draft(CountedYear y, string bureau)
    {
        var text = new List<string>();
        var who = bureau.Length > 0 ? bureau : "本局";
        text.Add(
            y.Published > 0
                ? $"{y.Year}年，{who}经“自审、送审、终审”三审发布政务信息{y.Published}件，其中{Listed(y.Kinds.Take(5))}。"
                : $"{y.Year}年，{who}没有经审签发布的政务信息。"
        );
        if (y.Channels.Count > 0)
        {
            text.Add($"按渠道计，{Listed(y.Channels)}。");
        }
        var withheld = y.Grounds.Sum(g => g.Count);
        text.Add(
            withheld > 0 ? $"经审查不予公开{withheld}件（{Listed(y.Grounds.Select(g => (g.Words, g.Count)))}）。" : "没有不予公开的信息。"
        );
        text.Add(
            $"依申请公开{y.OnRequest}件，暂缓公开{y.Postponed}件，报请有关部门确定{y.Referred}件，"
                + $"审查中退回修改{y.Returns.Sum(r => r.Count)}次。"
        );
        text.Add(
            $"保密审查月度台账已确认{y.Months.Count}个月"
                + $"{(y.Mean is { } mean ? string.Create(CultureInfo.InvariantCulture, $"，各环节平均用时{mean:0.0}个工作日") : "")}。"
        );
        return string.Concat(text);
    }

    private static FigureTable Counts(
        string code,
        string title,
        string note,
        string column,
        IReadOnlyList<(string Name, int Count)> counts,
        bool sum = true
    )
    {
        var rows = counts.Select(c => (IReadOnlyList<object?>)[c.Name, c.Count]).ToList();
        return new FigureTable(
            code,
            title,
            note,
            [column, code == "returns" ? "次数" : "件数"],
            sum ? WithSum(rows, counts.Sum(c => c.Count), 2) : rows
        );
    }

    private static List<IReadOnlyList<object?>> WithSum(List<IReadOnlyList<object?>> rows, int sum, int width) =>
        rows.Count == 0 ? rows : [.. rows, ["合计", .. Enumerable.Repeat<object?>(null, width - 2), sum]];

    private static IReadOnlyList<object?> Month(CountedYear y, int month) =>
        y.Months.FirstOrDefault(m => m.Month == month) is { Month: > 0 } m
            ?
            [
                $"{month}月",
                m.Items == 0 ? "已确认（零报告）" : "已确认",
                m.By,
                m.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                m.Items,
            ]
            : [$"{month}月", "未确认", "", "", null];

    private static string Listed(IEnumerable<(string Name, int Count)> counts) =>
        string.Join("、", counts.Select(c => $"{c.Name}{c.Count}件"));
}
