using System.Buffers;
using System.Text.RegularExpressions;
using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>What is recognised by its shape and its neighbours: plates, mail, addresses, enterprises beside their figures, the only one of its kind.</summary>
internal sealed partial class PhraseScan(ExaminerSettings settings)
{
    private static readonly SearchValues<string> Enterprise = SearchValues.Create(["公司", "厂", "合作社", "加工部", "经营部", "商店", "超市", "酒店", "宾馆", "企业", "家"], StringComparison.Ordinal);
    private static readonly string[] Measures = ["产值", "收入", "利润", "产量", "营业额", "销售额", "税", "能耗", "用电", "工资", "资产", "负债", "投资额"];

    // Words before a name that belong to the sentence and not to the name.
    private static readonly SearchValues<char> Breaks = SearchValues.Create('，', ',', '。', '；', ';', '：', ':', '、', '“', '”', '（', '(', '》', '《', ' ');

    /// <summary>Looks at one text.</summary>
    public void Look(Spot spot, List<Finding> into)
    {
        var text = spot.Text.Text;
        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (var m in Mail().EnumerateMatches(text))
            {
                var end = text.AsSpan(m.Index, m.Length);
                if (!Allowed(end))
                {
                    into.Add(spot.Found(WordRules.Mail, m.Index, m.Length, Confidence.High, "出现电子邮箱。", true));
                }
            }
        }
        if (text.AsSpan().ContainsAnyInRange('A', 'Z') && text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            foreach (var m in Plate().EnumerateMatches(text))
            {
                into.Add(spot.Found(WordRules.Plate, m.Index, m.Length, Confidence.High, "出现车牌号码。", true));
            }
        }
        if (text.Contains('号', StringComparison.Ordinal))
        {
            foreach (var m in Address().EnumerateMatches(text))
            {
                var official = spot.Near(m.Index, m.Length, ["本局", "统计局", "政府", "办公地址", "办公楼", "服务中心"]);
                var finding = spot.Found(WordRules.Address, m.Index, m.Length, official ? Confidence.Low : Confidence.Medium, official ? "写到门牌号，像是公开的办公地址。" : "写到门牌号。", true);
                into.Add(official ? finding with { Severity = Severity.C } : finding);
            }
        }
        if (!spot.IsCell && spot.Kind is not (PassageKind.Property or PassageKind.FileName or PassageKind.SheetName) && text.AsSpan().ContainsAny(Enterprise))
        {
            Enterprises(spot, text, into);
        }
    }

    private void Enterprises(Spot spot, string text, List<Finding> into)
    {
        foreach (var m in OnlyOne().EnumerateMatches(text))
        {
            into.Add(spot.Found(WordRules.OnlyOne, m.Index, m.Length, Confidence.Medium, "说明只有一两家，汇总数因此就是它们的数。", false));
        }
        foreach (var m in Share().EnumerateMatches(text))
        {
            into.Add(spot.Found(WordRules.OnlyOne, m.Index, m.Length, Confidence.Medium, "一家所占的比重过大，汇总数接近它的数。", false));
        }
        for (var start = 0; start < text.Length;)
        {
            var stop = text.AsSpan(start).IndexOfAny('。', '；', ';');
            var end = stop < 0 ? text.Length : start + stop;
            Sentence(spot, text, start, end, into);
            start = end + 1;
        }
    }

    private void Sentence(Spot spot, string text, int start, int end, List<Finding> into)
    {
        foreach (var m in Company().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            var (from, to) = (start + m.Index, start + m.Index + m.Length);
            var cut = text.AsSpan(from, to - from).LastIndexOfAny(Breaks);
            from += cut + 1;
            var rest = text.AsSpan(to, end - to);
            if (to - from < 4 || rest.Length == 0 || IsPublicBody(text.AsSpan(from, to - from)) || IsAllowed(text[from..to]) || !HasOwnFigure(rest))
            {
                continue;
            }
            into.Add(spot.Found(WordRules.NamedFigure, from, to - from, Confidence.Medium, "点名的单位与它的数字写在同一句中。", true));
        }
    }

    // A measure and an amount with a unit, right after the name and before another subject.
    private static bool HasOwnFigure(ReadOnlySpan<char> rest)
    {
        var near = rest[..Math.Min(rest.Length, 60)];
        foreach (var measure in Measures)
        {
            var at = near.IndexOf(measure, StringComparison.Ordinal);
            if (at >= 0 && Amount().IsMatch(near[at..]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsPublicBody(ReadOnlySpan<char> name) =>
        name.StartsWith("各", StringComparison.Ordinal) || name.StartsWith("全", StringComparison.Ordinal) || name.StartsWith("家", StringComparison.Ordinal) || name.Contains("统计", StringComparison.Ordinal);

    private bool IsAllowed(string name) => settings.AllowedOrganisations.Any(a => name.EndsWith(a, StringComparison.Ordinal));

    private bool Allowed(ReadOnlySpan<char> mail)
    {
        foreach (var end in settings.AllowedMail)
        {
            if (mail.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (mail.Length == end.Length || mail[^(end.Length + 1)] is '.' or '@' || end[0] is '.' or '@'))
            {
                return true;
            }
        }
        return false;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}", RegexOptions.None, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\-]?(?:[A-HJ-NP-Z0-9]{5}[A-HJ-NP-Z0-9挂学警港澳]?)(?![A-Za-z0-9])", RegexOptions.None, 1000)]
    private static partial Regex Plate();

    [GeneratedRegex(@"[\u4e00-\u9fa5\d]{1,14}(?:路|街|巷|弄|胡同|大道|村|组|社区|小区)(?:[东西南北中]段)?\d{1,4}(?:-\d{1,3})?号(?![文件公告令线楼学])", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:仅有?|只有|唯一)的?(?:1|一|2|两|二)?家(?:规模以上|规上|限额以上|工业|建筑业|房地产)?[\u4e00-\u9fa5]{0,8}(?:企业|单位|公司|厂|合作社)|唯一的?[\u4e00-\u9fa5]{0,8}(?:企业|公司|厂|合作社)|独家(?:生产|经营|企业)|仅(?:有)?(?:1|一|2|两|二)家", RegexOptions.None, 1000)]
    private static partial Regex OnlyOne();

    [GeneratedRegex(@"(?:该企业|该公司|该厂|一家企业|1家企业|单个企业|最大的?一家)[\u4e00-\u9fa5，,]{0,20}(?:占|比重|达)[\u4e00-\u9fa5]{0,8}(?:[7-9]\d(?:\.\d+)?|100)%", RegexOptions.None, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"[\u4e00-\u9fa5A-Za-z（）()]{2,30}(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|水泥厂|加工厂|药厂|酒厂|电厂|厂|专业合作社|合作社|加工部|经营部|商店|超市|酒店|宾馆)", RegexOptions.None, 1000)]
    private static partial Regex Company();

    [GeneratedRegex(@"\d[\d,.]*(?:\s)?(?:万|亿|千)?(?:元|吨|千瓦时|度|立方米|平方米|台|件|套|标准煤)", RegexOptions.None, 1000)]
    private static partial Regex Amount();
}
