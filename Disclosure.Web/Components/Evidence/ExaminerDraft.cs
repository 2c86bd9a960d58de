using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;

namespace Disclosure.Web.Components.Evidence;

/// <summary>A field of the examiner's settings as typed.</summary>
internal sealed record ExaminerField(string Name, string Label, string Hint);

/// <summary>Between the typed fields and the settings they stand for.</summary>
internal static class ExaminerDraft
{
    /// <summary>Thresholds.</summary>
    public static readonly IReadOnlyList<ExaminerField> Numbers =
    [
        new(nameof(ExaminerSettings.Enterprises), "企业至少（家）", "少于此数的汇总数可能暴露单个企业"),
        new(nameof(ExaminerSettings.Persons), "个人、住户至少", "少于此数的汇总数可能暴露个人"),
        new(nameof(ExaminerSettings.DominanceCount), "最大几家", "(n,k) 规则的 n"),
        new(nameof(ExaminerSettings.DominanceShare), "份额不超过（%）", "(n,k) 规则的 k"),
        new(nameof(ExaminerSettings.RemainderShare), "其余不少于最大一家的（%）", "p% 规则的 p"),
        new(nameof(ExaminerSettings.NarrowShare), "估计范围不窄于（%）", "隐去的数能限定在更窄的范围内时提示"),
    ];

    /// <summary>Words and lists.</summary>
    public static readonly IReadOnlyList<ExaminerField> Lists =
    [
        new(nameof(ExaminerSettings.CautionWords), "内部警示字样", "B3-3"),
        new(nameof(ExaminerSettings.DraftWords), "未定稿字样", "B3-4、D5"),
        new(nameof(ExaminerSettings.OwnWords), "本单位关注的词语", "B3-2，至少两个字"),
        new(nameof(ExaminerSettings.OwnPatterns), "本单位关注的式样", "正则表达式，不支持反向引用和环视"),
        new(nameof(ExaminerSettings.AllowedPhones), "可以公开的电话", "本单位的对外电话"),
        new(nameof(ExaminerSettings.AllowedMail), "可以公开的邮箱后缀", "例如 gov.cn"),
        new(nameof(ExaminerSettings.AllowedOrganisations), "可以点名的单位", "按名称结尾匹配"),
    ];

    /// <summary>The fields of settings.</summary>
    public static Dictionary<string, string> Of(ExaminerSettings s) =>
        new()
        {
            [nameof(s.Enterprises)] = Text(s.Enterprises),
            [nameof(s.Persons)] = Text(s.Persons),
            [nameof(s.DominanceCount)] = Text(s.DominanceCount),
            [nameof(s.DominanceShare)] = Text(s.DominanceShare),
            [nameof(s.RemainderShare)] = Text(s.RemainderShare),
            [nameof(s.NarrowShare)] = Text(s.NarrowShare),
            [nameof(s.CautionWords)] = Text(s.CautionWords),
            [nameof(s.DraftWords)] = Text(s.DraftWords),
            [nameof(s.OwnWords)] = Text(s.OwnWords),
            [nameof(s.OwnPatterns)] = Text(s.OwnPatterns),
            [nameof(s.AllowedPhones)] = Text(s.AllowedPhones),
            [nameof(s.AllowedMail)] = Text(s.AllowedMail),
            [nameof(s.AllowedOrganisations)] = Text(s.AllowedOrganisations),
        };

    /// <summary>The settings that the fields stand for, or the first that is no number.</summary>
    public static Outcome<ExaminerSettings> Read(
        IReadOnlyDictionary<string, string> typed,
        IEnumerable<string> off,
        ExaminerSettings before
    )
    {
        foreach (var field in Numbers)
        {
            if (!decimal.TryParse(typed[field.Name], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                return new ExaminerSettingWrong(field.Name, $"“{field.Label}”请填数字。");
            }
        }
        return before with
        {
            Enterprises = Whole(typed[nameof(before.Enterprises)]),
            Persons = Whole(typed[nameof(before.Persons)]),
            DominanceCount = Whole(typed[nameof(before.DominanceCount)]),
            DominanceShare = Number(typed[nameof(before.DominanceShare)]),
            RemainderShare = Number(typed[nameof(before.RemainderShare)]),
            NarrowShare = Number(typed[nameof(before.NarrowShare)]),
            CautionWords = Lines(typed[nameof(before.CautionWords)]),
            DraftWords = Lines(typed[nameof(before.DraftWords)]),
            OwnWords = Lines(typed[nameof(before.OwnWords)]),
            OwnPatterns = Lines(typed[nameof(before.OwnPatterns)]),
            AllowedPhones = Lines(typed[nameof(before.AllowedPhones)]),
            AllowedMail = Lines(typed[nameof(before.AllowedMail)]),
            AllowedOrganisations = Lines(typed[nameof(before.AllowedOrganisations)]),
            Off = [.. off.Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>What changed between two versions, in words.</summary>
    public static string Changes(ExaminerSettings before, ExaminerSettings after)
    {
        var (old, now, said) = (Of(before), Of(after), new List<string>());
        foreach (var field in Numbers.Where(f => old[f.Name] != now[f.Name]))
        {
            said.Add($"{field.Label}：{old[field.Name]} → {now[field.Name]}");
        }
        foreach (var field in Lists)
        {
            var (was, has) = (Lines(old[field.Name]), Lines(now[field.Name]));
            if (has.Except(was).ToList() is { Count: > 0 } added)
            {
                said.Add($"{field.Label}增加：{string.Join('、', added)}");
            }
            if (was.Except(has).ToList() is { Count: > 0 } gone)
            {
                said.Add($"{field.Label}去掉：{string.Join('、', gone)}");
            }
        }
        if (after.Off.Except(before.Off).ToList() is { Count: > 0 } off)
        {
            said.Add($"停用规则：{string.Join('、', off)}");
        }
        if (before.Off.Except(after.Off).ToList() is { Count: > 0 } on)
        {
            said.Add($"启用规则：{string.Join('、', on)}");
        }
        return said.Count == 0 ? "—" : string.Join("；", said);
    }

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(IReadOnlyList<string> lines) => string.Join('\n', lines);

    // What does not fit into a whole number is refused by the bounds like any other.
    private static int Whole(string text) =>
        decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var n && n == Math.Truncate(n) && Math.Abs(n) < 1_000_000
            ? (int)n
            : -1;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct()];
}
