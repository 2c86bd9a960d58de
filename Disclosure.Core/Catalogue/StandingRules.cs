using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>What a matter must say (C4: 内容、主体、时限、方式).</summary>
public static class StandingRules
{
    /// <summary>Longest heading, matter or short field, characters.</summary>
    public const int ShortLength = 60;

    /// <summary>Longest content, basis or reason, characters.</summary>
    public const int LongLength = 500;

    /// <summary>Most matters.</summary>
    public const int MostRows = 500;

    /// <summary>The first thing to mend, or null.</summary>
    public static Problem? Check(StandingRow r)
    {
        var texts = new (string Field, string Name, string Text, int Most, bool Needed)[]
        {
            (nameof(r.Group), "事项（一级）", r.Group, ShortLength, true),
            (nameof(r.Matter), "事项（二级）", r.Matter, ShortLength, true),
            (nameof(r.Content), "公开内容", r.Content, LongLength, true),
            (nameof(r.Basis), "公开依据", r.Basis, LongLength, true),
            (nameof(r.Time), "公开时限", r.Time, ShortLength, true),
            (nameof(r.Channels), "公开渠道", r.Channels, ShortLength, true),
            (nameof(r.Audience), "公开对象", r.Audience, ShortLength, true),
            (nameof(r.Way), "公开方式", r.Way, ShortLength, true),
            (nameof(r.Level), "公开层级", r.Level, ShortLength, false),
        };
        foreach (var (field, name, text, most, needed) in texts)
        {
            if (needed && string.IsNullOrWhiteSpace(text))
            {
                return new StandingFieldWrong(field, $"请填写{name}。");
            }
            if (text.Length > most)
            {
                return new StandingFieldWrong(field, $"{name}有 {text.Length} 个字，最多 {most} 个字。");
            }
        }
        return r.SectionId <= 0 ? new StandingFieldWrong(nameof(r.SectionId), "请选择公开主体（责任科室）。")
            : !r.Limit.IsSound
                ? new StandingFieldWrong(
                    nameof(r.Limit),
                    $"时限的月数不超过 {StandingLimit.MostMonths}，天数不超过 {StandingLimit.MostDays}；不定期的只填工作日数。"
                )
            : null;
    }
}
