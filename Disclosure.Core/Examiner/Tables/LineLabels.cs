using System.Text.RegularExpressions;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>What the words of a row or a column say about it.</summary>
internal static partial class LineLabels
{
    private static readonly string[] Categories =
    [
        "有限责任公司",
        "股份有限公司",
        "国有独资公司",
        "其他有限责任公司",
        "私营有限责任公司",
        "私营股份有限公司",
        "集团公司",
        "上市公司",
        "股份合作企业",
        "农民专业合作社",
        "专业合作社",
        "合作社",
        "公司",
        "工厂",
        "电厂",
        "水泥厂",
    ];

    /// <summary>Words without blanks, numbering, 其中 and brackets; two labels that mean the same are equal.</summary>
    public static string Plain(string label) =>
        Numbering().Replace(Blank().Replace(label, ""), "").TrimEnd('：', ':') is var plain && OfWhich().Match(plain) is { Success: true } m
            ? plain[m.Length..]
            : plain;

    /// <summary>The words without what stands in brackets.</summary>
    public static string WithoutUnit(string label) => Brackets().Replace(Plain(label), "");

    /// <summary>What it is to the others.</summary>
    public static LineRole Role(string label)
    {
        var words = Blank().Replace(label, "");
        return OfWhich().IsMatch(words)
            ? LineRole.OfWhich
            : WithoutUnit(words) switch
            {
                "小计" => LineRole.Subtotal,
                var w when w.EndsWith("小计", StringComparison.Ordinal) => LineRole.Subtotal,
                "合计"
                or "总计"
                or "总额"
                or "总数"
                or "全部"
                or "汇总"
                or "计"
                or "全市"
                or "全县"
                or "全区"
                or "全州"
                or "全省"
                or "全国"
                or "昌都市"
                or "总体" => LineRole.Total,
                var w
                    when w.EndsWith("合计", StringComparison.Ordinal)
                        || w.EndsWith("总计", StringComparison.Ordinal)
                        || w.StartsWith("全市", StringComparison.Ordinal) && w.Length <= 6 => LineRole.Total,
                _ => LineRole.Part,
            };
    }

    /// <summary>What its figures measure.</summary>
    public static Measure Measure(string label)
    {
        var words = Blank().Replace(label, "");
        if (words.Length == 0)
        {
            return Tables.Measure.Value;
        }
        return words switch
        {
            _ when NoMeasure().IsMatch(words) => Tables.Measure.None,
            _ when Largest().IsMatch(words) => Tables.Measure.Largest,
            _ when Growth().IsMatch(words) => Tables.Measure.Growth,
            _ when Share().IsMatch(words) => Tables.Measure.Share,
            _ when Mean().IsMatch(words) => Tables.Measure.Mean,
            _ when Facilities().IsMatch(words) => Tables.Measure.Value,
            _ when Enterprises().IsMatch(words) => Tables.Measure.Enterprises,
            _ when Persons().IsMatch(words) => Tables.Measure.Persons,
            _ => Tables.Measure.Value,
        };
    }

    /// <summary>The unit in brackets or after 单位, or empty.</summary>
    public static string Unit(string words) =>
        UnitLine().Match(words) is { Success: true } line ? line.Groups[1].Value
        : InBrackets().Match(words) is { Success: true } m ? m.Groups[1].Value
        : "";

    /// <summary>Steps by which the words are set in.</summary>
    public static int Indent(string text)
    {
        var steps = 0.0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u3000' or '\t':
                    steps++;
                    break;
                case ' ' or '\u00A0':
                    steps += 0.5;
                    break;
                default:
                    return (int)Math.Ceiling(steps);
            }
        }
        return 0;
    }

    /// <summary>True for the name of one enterprise, and not of a kind of enterprises.</summary>
    public static bool IsEnterprise(string label)
    {
        var words = WithoutUnit(label);
        return words.Length >= 5 && Enterprise().IsMatch(words) && !Categories.Contains(words) && !KindOf().IsMatch(words);
    }

    /// <summary>True when all numbers of a head are years.</summary>
    public static bool IsYear(decimal value) => value is >= 1949 and <= 2100 && value == Math.Truncate(value);

    [GeneratedRegex(@"\s|\u3000|\u00A0", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(
        @"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．](?!\d)|[①-⑳●○◆◇■□▲△★#－-])+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:#|＃)?其中(?:[:：，,])?", RegexOptions.None, 1000)]
    private static partial Regex OfWhich();

    [GeneratedRegex(@"[（(][^（）()]*[)）]", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"^(?:序号|编号|行次|排名|位次|名次|排序|代码|行政区划代码|区划代码|年份|年度|月份|时间|电话|邮编|邮政编码)(?:[（(].*)?$|代码$|编码$|号码$|指数",
        RegexOptions.None,
        1000
    )]
    private static partial Regex NoMeasure();

    [GeneratedRegex(@"最大(?:值|一家|企业|单位)|第一大|最高值|龙头企业", RegexOptions.None, 1000)]
    private static partial Regex Largest();

    [GeneratedRegex(@"增长|增速|增幅|同比|环比|增减|比上年|比上月|±|涨跌|变动", RegexOptions.None, 1000)]
    private static partial Regex Growth();

    [GeneratedRegex(@"占比|比重|占.{0,8}[%％]|构成|百分比|比例|份额|率(?:[（(].*)?$|[（(][%％‰][)）]", RegexOptions.None, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"人均|平均|户均|亩均|单产|每[户人亩]|均价", RegexOptions.None, 1000)]
    private static partial Regex Mean();

    [GeneratedRegex(
        @"学校|医院|卫生|乡镇|村委|居委|社区|行政村|自然村|水库|桥|公园|图书馆|场馆|床位|班|学生|在校|机井|大棚|景区|寺",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Facilities();

    [GeneratedRegex(
        @"(?:企业|法人|单位|商户|个体|公司|合作社|厂家|网点|样本|调查对象|经营户|机构|产业活动单位|养殖场|农场|矿山|项目单位)[^（(]{0,6}(?:数|个数|家数|数量)|(?:企业|单位|法人|户)[^（(]{0,4}[（(](?:家|个|户)[)）]|^家数|^户数.*家|[（(]家[)）]|^家$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Enterprises();

    [GeneratedRegex(
        @"^(?:调查|样本|被调查|受访|参保|低保|贫困|脱贫|住户|农户|牧户|家庭|居民)?(?:户数|人数|人次)|(?:样本|调查|受访|住户|农户|牧户|病例|死亡|患者|贫困|低保|脱贫)[^（(]{0,4}(?:户数|人数|数)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Persons();

    [GeneratedRegex(@"单位\s*[:：]\s*([^\s，,；;）)]{1,12})", RegexOptions.None, 1000)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"[（(]([^（）()]{1,12})[)）]\s*$", RegexOptions.None, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(
        @"(?:有限公司|有限责任公司|股份公司|集团|公司|水泥厂|药厂|酒厂|电厂|电站|厂|合作社|加工部|经营部|商店|超市|酒店|宾馆|矿业|煤矿)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Enterprise();

    [GeneratedRegex(
        @"^(?:其他|国有|集体|私营|外商|港澳台|民营|股份|内资|联营|个体|农民|规模以上|限额以上|规上|限上|大型|中型|小型|微型|各类|全部)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex KindOf();
}
