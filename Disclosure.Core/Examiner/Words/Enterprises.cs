using System.Buffers;

namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// P-14 and P-15 in prose: a named enterprise with a figure of its own, and figures that stand for one or two enterprises.
/// </summary>
internal static class Enterprises
{
    /// <summary>How names of enterprises end.</summary>
    public static readonly string[] Endings =
    [
        "有限公司",
        "有限责任公司",
        "股份公司",
        "分公司",
        "集团公司",
        "总公司",
        "公司",
        "集团",
        "合作社",
        "加工部",
        "经营部",
        "商店",
        "超市",
        "商行",
        "酒店",
        "宾馆",
        "饭店",
        "电站",
        "厂",
        "煤矿",
        "铜矿",
    ];

    private const int LongestSentence = 200;
    private static readonly SearchValues<char> Regions = SearchValues.Create("省市县区乡镇村州盟旗");
    private static readonly SearchValues<string> Measures = Values(
        "产值",
        "增加值",
        "收入",
        "营收",
        "销售",
        "产量",
        "利润",
        "零售额",
        "营业额",
        "税",
        "用电",
        "能耗",
        "投资",
        "从业人员",
        "用工",
        "工资",
        "库存",
        "订单",
        "生产",
        "销量",
        "发电",
        "上网电量",
        "总额",
        "出口",
        "进口",
        "资产",
        "负债",
        "亏损",
        "增长",
        "下降",
        "占"
    );

    private static readonly string[] UnitWords =
    [
        "元",
        "吨",
        "千瓦时",
        "度",
        "公斤",
        "千克",
        "立方米",
        "件",
        "台",
        "头",
        "只",
        "人",
        "%",
        "‰",
        "倍",
        "美元",
        "条",
        "米",
        "升",
    ];

    // What stands before a name without belonging to it.
    private static readonly string[] Leads =
    [
        "其中",
        "由",
        "对",
        "在",
        "和",
        "与",
        "及",
        "为",
        "是",
        "如",
        "据",
        "了解",
        "截至",
        "目前",
        "以",
        "像",
        "包括",
        "全年",
        "全市",
        "全区",
        "全县",
        "全国",
        "我市",
        "我区",
        "我县",
        "今年",
        "去年",
        "上半年",
        "本月",
        "当月",
        "走访",
        "调研",
        "成立",
        "新增",
        "新建",
        "共有",
        "现有",
        "主要",
        "另外",
        "只有",
        "仅有",
        "仅",
    ];
    private static readonly SearchValues<string> Generic = Values(
        "一家",
        "两家",
        "多家",
        "每家",
        "这家",
        "某",
        "所有",
        "部分",
        "私营",
        "其他",
        "国有",
        "独资",
        "外商",
        "港澳台",
        "内资",
        "一人",
        "规模以上",
        "规上",
        "限额以上",
        "供销",
        "信用",
        "保险",
        "证券",
        "担保",
        "小额贷款",
        "上市",
        "大型",
        "小型",
        "中型",
        "骨干",
        "重点",
        "龙头",
        "个体",
        "中外合资",
        "专业合作社",
        "农民合作社",
        "农牧民合作社",
        "政府",
        "统计局",
        "股份制",
        "集体",
        "农民专业",
        "农牧民专业"
    );

    private static readonly string[] Kinds =
    [
        "水泥",
        "发电",
        "水力发电",
        "火力发电",
        "光伏",
        "水",
        "污水处理",
        "自来水",
        "食品",
        "加工",
        "藏药",
        "啤酒",
        "矿泉水",
        "砖",
        "石料",
        "砂石",
        "电子",
        "纺织",
        "木材",
        "家具",
        "印刷",
        "造纸",
        "化肥",
        "制药",
        "屠宰",
        "奶粉",
        "乳品",
        "饲料",
        "农机",
        "星级",
        "连锁",
        "大",
        "中",
        "小",
        "新",
        "老",
        "工",
        "建",
        "出",
        "股份",
        "有限责任",
        "责任",
        "企业",
        "民族手工业",
        "手工艺品",
        "预制",
        "钢铁",
        "机械",
        "垃圾焚烧",
        "热电",
        "火电",
        "水电",
        "风电",
        "核电",
        "风力",
        "抽水蓄能",
        "大型",
        "便民",
        "农村",
        "乡村",
        "加油",
        "地方",
        "露天",
        "小水",
        "梯级水",
        "农村小水",
        "企业",
        "民营企业",
        "国有企业",
        "中央企业",
    ];
    private static readonly SearchValues<string> Firms = Values(
        "企业",
        "单位",
        "公司",
        "厂",
        "合作社",
        "法人",
        "商户",
        "矿",
        "生产商",
        "供应商",
        "规上",
        "规模以上",
        "工厂"
    );

    /// <summary>What tells that one or two stand behind a figure.</summary>
    public static readonly string[] Few =
    [
        "仅",
        "只有",
        "唯一",
        "独家",
        "独此一家",
        "由一家",
        "由1家",
        "由两家",
        "由2家",
        "来自一家",
        "来自1家",
        "来自两家",
        "来自2家",
        "集中在一家",
        "集中于一家",
    ];

    private static readonly SearchValues<string> Others = Values("产业", "带动", "项目", "经营权", "代理", "冠名", "指标");
    private static readonly SearchValues<string> Singular = Values(
        "一家",
        "1家",
        "1 家",
        "龙头",
        "最大的企业",
        "最大企业",
        "独家",
        "该企业",
        "该公司",
        "该厂",
        "有限公司",
        "有限责任公司",
        "两家",
        "2家",
        "2 家",
        "单个",
        "单一",
        "唯一",
        "某企业",
        "前两家",
        "前2家",
        "前两户"
    );

    /// <summary>The end of a name.</summary>
    public static void Named(ExaminedText text, int at, int length, Notes notes)
    {
        var words = text.Text;
        // A cell is the matter of the rules for tables.
        if (
            text.Cell is not null
            || text.IsLabelPlace
            || Name(words, at, length) is not { } name
            || !HasFigure(words, name.Start + name.Length)
        )
        {
            return;
        }
        var full = words.Substring(name.Start, name.Length);
        if (
            !notes.Settings.AllowedOrganisations.Any(a => a.Length > 1 && full.Contains(a, StringComparison.Ordinal))
            && text.Once($"{WordRules.Enterprise.Code}{full}")
        )
        {
            notes.Add(WordRules.Enterprise, text, name, Confidence.Medium, "同一句中出现具名企业和它的数据");
        }
    }

    /// <summary>仅, 唯一, 独家: one or two enterprises behind a figure.</summary>
    public static void Sole(ExaminedText text, int at, int length, Notes notes)
    {
        var words = text.Text;
        var after = words.AsSpan(at + length, Math.Min(24, words.Length - at - length));
        after = after.IndexOfAny('。', '；', '，') is var stop and >= 0 ? after[..stop] : after;
        var counted =
            words.AsSpan(at, length) is "唯一" or "独家" or "独此一家" || words[at + length - 1] == '家' || Count(after) is 1 or 2;
        if (
            !counted
            || !after[..Math.Min(16, after.Length)].ContainsAny(Firms)
            || after.ContainsAny(Others)
            || text.Cell is not null && words.Length < 8
        )
        {
            return;
        }
        if (!text.Once(WordRules.Sole.Code))
        {
            return;
        }
        // 98% 的产值由一家企业贡献: the figure stands before.
        if (HasFigure(words, words[at + length - 1] == '家' ? Sentence(words, at).From : at))
        {
            notes.Add(
                WordRules.Sole,
                text,
                new(at, length),
                Confidence.Medium,
                "汇总数据只来自一两家企业，等同于公布其个体数据",
                sensitive: false
            );
        }
        else
        {
            notes.Add(
                WordRules.Sole,
                text,
                new(at, length),
                Confidence.Low,
                "语句指明只有一两家企业，请核对别处是否公布其汇总数据",
                Severity.C,
                sensitive: false
            );
        }
    }

    /// <summary>占比达95%, of one or two enterprises.</summary>
    public static void Share(ExaminedText text, int at, int length, Notes notes)
    {
        var (from, to) = Sentence(text.Text, at);
        var after = text.Text.AsSpan(at + length, Math.Min(14, to - Math.Min(to, at + length)));
        if (
            Percent(after) >= 90
            && !text.Text.AsSpan(from, to - from).Contains("家以上", StringComparison.Ordinal)
            && text.Text.AsSpan(from, to - from).ContainsAny(Singular)
            && text.Once(WordRules.Sole.Code)
        )
        {
            notes.Add(
                WordRules.Sole,
                text,
                new(at, length),
                Confidence.Medium,
                "一两家企业占汇总数据九成以上，可以推断其个体数据",
                sensitive: false
            );
        }
    }

    // The name that ends here; null for a kind of enterprises, a registration type, or a bare ending.
    private static TextSpan? Name(string words, int at, int length)
    {
        var start = at;
        while (
            start > 0
            && at - start < 24
            && (
                Normalised.IsHan(words[start - 1])
                || char.IsAsciiLetter(words[start - 1])
                || "（）()·“”".Contains(words[start - 1], StringComparison.Ordinal)
            )
        )
        {
            start--;
        }
        start += words.AsSpan(start, at - start).LastIndexOf("公司") is var other and >= 0 ? other + 2 : 0;
        for (var trimmed = true; trimmed;)
        {
            var lead = Leads.FirstOrDefault(l => words.AsSpan(start, at - start).StartsWith(l));
            (trimmed, start) = (lead is not null, start + (lead?.Length ?? 0));
        }
        start += start < at && words[start] == '“' && !words.AsSpan(start, at - start).Contains('”') ? 1 : 0;
        var stem = words.AsSpan(start, at - start);
        if (
            length == 2
            && (
                stem.EndsWith("有限")
                || stem.EndsWith("责任")
                || stem.EndsWith("股份")
                || stem.EndsWith("集团")
                || stem.EndsWith("分")
                || stem.EndsWith("总")
            )
        )
        {
            return null;
        }
        var quoted = stem.Contains('“') || (start > 0 && words[start - 1] == '“');
        if (
            stem.Length < 2
            || "各该本等家户个名".Contains(stem[0], StringComparison.Ordinal)
            || stem.ContainsAny(Generic)
            || IsLonger(words, at + length)
            || (!IsCompany(words.AsSpan(at, length)) && !quoted && !IsProper(stem, words[at + length - 1] is '站' or '矿'))
        )
        {
            return null;
        }
        return Kinds.Contains(stem.ToString()) ? null : new(start, at + length - start);
    }

    private static bool IsCompany(ReadOnlySpan<char> ending) => ending.Length > 2 && ending.EndsWith("公司");

    // 昌都水泥厂 is a name, 大型水泥厂 a kind: without 公司 something must stand before the trade.
    private static bool IsProper(ReadOnlySpan<char> stem, bool isTrade)
    {
        var trade = 0;
        foreach (var kind in Kinds)
        {
            trade = stem.EndsWith(kind) ? Math.Max(trade, kind.Length) : trade;
        }
        var rest = stem[..^trade];
        var counted =
            rest.Length > 0 && "一二三四五六七八九十几两大小".Contains(rest[0], StringComparison.Ordinal) && rest.IndexOfAny(Regions) < 0;
        return (rest.Length is >= 2 and <= 10 && (trade > 1 || isTrade) && !counted)
            || (rest.Length >= 4 && rest[..^1].IndexOfAny(Regions) > 0);
    }

    // 厂家, 厂房, 集团化, …有限公司昌都分公司: the name goes on.
    private static bool IsLonger(string words, int end) =>
        (
            Context.After(words, end, 10) is var rest
            && rest.IndexOf("分公司") is var branch and > 0
            && !rest[..branch].ContainsAnyExceptInRange('\u3400', '\u9FFF')
        )
        || end < words.Length && "家房化商区长址矿长数业职级内外".Contains(words[end], StringComparison.Ordinal);

    private static bool HasFigure(string words, int from)
    {
        var (start, to) = Sentence(words, from);
        var rest = words.AsSpan(from, to - from);
        if (!words.AsSpan(start, to - start).ContainsAny(Measures))
        {
            return false;
        }
        for (var i = rest.IndexOfAnyInRange('0', '9'); i >= 0 && i < rest.Length;)
        {
            var end = i;
            while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or ',' or ' '))
            {
                end++;
            }
            var after = rest[end..].TrimStart("万亿");
            foreach (var unit in UnitWords)
            {
                if (after.StartsWith(unit))
                {
                    return true;
                }
            }
            var next = rest[end..].IndexOfAnyInRange('0', '9');
            i = next < 0 ? -1 : end + next;
        }
        return false;
    }

    private static (int From, int To) Sentence(string words, int at)
    {
        // A sentence has its limits, also where nobody set a full stop.
        var (least, most) = (Math.Max(0, at - LongestSentence), Math.Min(words.Length, at + LongestSentence));
        var from = words.AsSpan(least, at - least).LastIndexOfAny("。！？；") + 1;
        var to = words.AsSpan(at, most - at).IndexOfAny("。！？；");
        return (least + from, to < 0 ? most : at + to);
    }

    private static int Count(ReadOnlySpan<char> after)
    {
        var words = after.TrimStart(" 有剩存");
        if (words.Length < 2)
        {
            return 0;
        }
        var unit = words[1..].TrimStart(' ');
        return unit.Length > 0 && unit[0] is '家' or '户' or '个'
            ? words[0] switch
            {
                '一' or '1' => 1,
                '两' or '二' or '2' => 2,
                _ => 0,
            }
            : 0;
    }

    private static decimal Percent(ReadOnlySpan<char> after)
    {
        var start = after.IndexOfAnyInRange('0', '9');
        if (start < 0 || after[..start].IndexOfAny("，。；") >= 0)
        {
            return 0;
        }
        var end = start;
        while (end < after.Length && (char.IsAsciiDigit(after[end]) || after[end] == '.'))
        {
            end++;
        }
        return
            end < after.Length
            && after[end] is '%' or '％'
            && decimal.TryParse(after[start..end], System.Globalization.CultureInfo.InvariantCulture, out var value)
            && value <= 100
            ? value
            : 0;
    }

    private static SearchValues<string> Values(params string[] words) => SearchValues.Create(words, StringComparison.Ordinal);
}
