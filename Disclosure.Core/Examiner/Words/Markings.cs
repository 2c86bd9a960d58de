using System.Buffers;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>M-01 to M-03: levels of secrecy as marks, in a place for marks, and in prose.</summary>
internal static class Markings
{
    private const string Stars = "★☆⭐✩✭*·※";
    private const string Decoration = "级件文资料★☆⭐✩✭*·※:：()（）【】[]〔〕“”\"'-—_ .。";
    private static readonly SearchValues<string> Familiar = Values(
        "国家",
        "商业",
        "工作",
        "保守",
        "保护",
        "个人",
        "技术",
        "通信",
        "军事",
        "警务",
        "审判",
        "检察",
        "严守",
        "泄露",
        "泄漏",
        "窃取",
        "揭开",
        "涉及",
        "公开的",
        "自然",
        "守住",
        "隐私",
        "不涉",
        "非"
    );
    private static readonly SearchValues<string> FamiliarAfter = Values(
        "法",
        "级别",
        "工作",
        "投票",
        "会议",
        "武器",
        "性",
        "管理",
        "载体",
        "事项",
        "保护",
        "选举",
        "写票",
        "划票",
        "花园",
        "行动",
        "通道",
        "基地",
        "泄",
        "等级",
        "的"
    );
    private static readonly SearchValues<string> OtherWords = Values(
        "密码",
        "密封",
        "密切",
        "密闭",
        "密集",
        "密度",
        "密植",
        "密实",
        "密钥",
        "密林",
        "密布",
        "密室",
        "密云",
        "密码"
    );
    private static readonly SearchValues<string> Explaining = Values(
        "标志",
        "形式",
        "格式",
        "样式",
        "规定",
        "标明",
        "标识",
        "分为",
        "例如",
        "三级"
    );
    private static readonly SearchValues<string> Own = Values(
        "本文",
        "此文",
        "该文",
        "本件",
        "此件",
        "该件",
        "本资料",
        "此资料",
        "该资料",
        "本材料",
        "此材料",
        "该材料",
        "本表",
        "此表",
        "该表",
        "本稿",
        "此稿",
        "本报告",
        "此报告",
        "该报告",
        "本数据",
        "此数据",
        "该数据",
        "以上数据",
        "上述数据",
        "表中数据",
        "以上内容",
        "本内容"
    );
    private static readonly SearchValues<string> Affirming = Values("属", "为", "系", "含", "涉及", "列入", "定为");
    private static readonly SearchValues<string> Denying = Values("不", "未", "非", "无", "没有", "严禁", "禁止", "是否", "如");

    /// <summary>A level at a place.</summary>
    public static void Look(ExaminedText text, int at, Notes notes)
    {
        var words = text.Text;
        if (words.AsSpan(at + 1).StartsWithAny(OtherWords))
        {
            return;
        }
        var (stars, period, end) = Tail(words, at + 2);
        if (stars == '★' || (stars != '\0' && period) || (period && IsBare(text, at, end)))
        {
            Mark(text, at, end, notes);
        }
        else if (Labelled(words, at) is { } label)
        {
            if (label)
            {
                notes.Add(WordRules.MarkPlace, text, new(at, 2), Confidence.High, "“密级”栏写有密级", sensitive: false);
            }
        }
        else if (!Placed(text, at, notes))
        {
            Mention(text, at, notes);
        }
    }

    private static void Mark(ExaminedText text, int at, int end, Notes notes)
    {
        var quoted =
            at > 0 && "“\"‘「".Contains(text.Text[at - 1], StringComparison.Ordinal) || LabelDetection.IsCited(text.Text, at, 2, out _);
        if (
            quoted
            && (Context.Before(text.Text, at, 60).ContainsAny(Explaining) || Context.After(text.Text, end, 60).ContainsAny(Explaining))
        )
        {
            notes.Add(WordRules.MarkMention, text, new(at, end - at), Confidence.Low, "语句在说明密级标志的写法", sensitive: false);
            return;
        }
        notes.Add(
            WordRules.Mark,
            text,
            new(at, end - at),
            quoted ? Confidence.Medium : Confidence.High,
            "密级字样带有星号或保密期限，是国家秘密标志的写法",
            sensitive: false
        );
    }

    // 机密 5年 without a star is a mark only where nothing else of a sentence stands around it.
    private static bool IsBare(ExaminedText text, int at, int end) =>
        text.Text.Length <= 30
        && (at == 0 || !char.IsLetter(text.Text[at - 1]))
        && (end == text.Text.Length || !char.IsLetter(text.Text[end]));

    private static (char Star, bool Period, int End) Tail(string words, int at)
    {
        var (star, end) = ('\0', at);
        var i = at < words.Length && words[at] == '级' ? at + 1 : at;
        for (; i < words.Length && (words[i] == ' ' || Stars.Contains(words[i], StringComparison.Ordinal)); i++)
        {
            if (words[i] != ' ')
            {
                star = star == '★' || "★☆⭐✩✭".Contains(words[i], StringComparison.Ordinal) ? '★' : words[i];
                end = i + 1;
            }
        }
        var period = Period.Length(words, i);
        return (star, period > 0, period > 0 ? i + period : end);
    }

    // Null without 密级 in front; false for a form that lists levels to choose from.
    private static bool? Labelled(string words, int at)
    {
        var i = at - 1;
        while (
            i >= 0
            && (
                ":： □☐■☑√_【[（(".Contains(words[i], StringComparison.Ordinal) || (words[i] is '为' or '是' && words[i + 1] is ':' or '：')
            )
        )
        {
            i--;
        }
        if (
            i < 1
            || i == at - 1
            || words[i] is not ('级' or '别' or '密')
            || Context.Before(words, i + 1, 4) is var label
                && !label.EndsWith("密级")
                && !label.EndsWith("密级别")
                && !label.EndsWith("密等级")
                && !label.EndsWith("秘密级别")
                && !label.EndsWith("定密")
        )
        {
            return null;
        }
        var rest = Context.After(words, at + 2, 16);
        return !rest.ContainsAny(Levels) || rest.IndexOfAny('☑', '■', '√') >= 0 || words.AsSpan(i, at - i).IndexOfAny('☑', '■', '√') >= 0;
    }

    private static readonly SearchValues<string> Levels = Values("绝密", "机密", "秘密");

    private static bool Placed(ExaminedText text, int at, Notes notes)
    {
        var place = text.IsLabelPlace || text.Kind is PassageKind.Comment or PassageKind.Annotation;
        if (IsAlone(text.Text, at))
        {
            var sure =
                place || text.IsHead || text.Kind is PassageKind.Heading || (text.Cell?.Column.Holds ?? Holds.Nothing).HasFlag(Holds.Level);
            notes.Add(
                WordRules.MarkPlace,
                text,
                new(at, 2),
                sure ? Confidence.High : Confidence.Medium,
                place ? "密级字样单独出现在标注位置上" : "密级字样独占一行",
                sensitive: false
            );
            return true;
        }
        if (place && (text.Words.StandsFree(at, 2) || !IsFamiliar(text.Text, at)))
        {
            notes.Add(
                WordRules.MarkPlace,
                text,
                new(at, 2),
                text.Words.StandsFree(at, 2) ? Confidence.High : Confidence.Medium,
                "密级字样出现在标注位置上",
                sensitive: false
            );
            return true;
        }
        return false;
    }

    private static void Mention(ExaminedText text, int at, Notes notes)
    {
        if (IsAffirmed(text.Text, at))
        {
            notes.Add(WordRules.MarkPlace, text, new(at, 2), Confidence.Medium, "语句说明本件属于国家秘密", sensitive: false);
        }
        else if (!IsFamiliar(text.Text, at) && text.Once(WordRules.MarkMention.Code))
        {
            notes.Add(WordRules.MarkMention, text, new(at, 2), Confidence.Low, "语句中提到密级字样", sensitive: false);
        }
    }

    private static bool IsAlone(string words, int at)
    {
        var rest = words.Remove(at, 2);
        foreach (var other in new[] { "特急", "加急", "平急", "急件", "密级" })
        {
            rest = rest.Replace(other, "", StringComparison.Ordinal);
        }
        return rest.Length <= 12 && rest.All(c => Decoration.Contains(c, StringComparison.Ordinal));
    }

    private static bool IsAffirmed(string words, int at)
    {
        var before = Context.Before(words, at, 16);
        before = before[(before.LastIndexOfAny('。', '；', '，') + 1)..];
        var own =
            before.EndsWith("工作") || before.EndsWith("商业") || before.EndsWith("技术") || before.EndsWith("个人")
                ? -1
                : before.IndexOfAny(Own);
        return own >= 0 && before[own..].ContainsAny(Affirming) && !before[own..].ContainsAny(Denying);
    }

    private static bool IsFamiliar(string words, int at) =>
        Context.Before(words, at, 4).ContainsAny(Familiar) || Context.After(words, at + 2, 2).ContainsAny(FamiliarAfter);

    private static SearchValues<string> Values(params string[] words) => SearchValues.Create(words, StringComparison.Ordinal);

    private static bool StartsWithAny(this ReadOnlySpan<char> text, SearchValues<string> words) =>
        text[..Math.Min(2, text.Length)].IndexOfAny(words) == 0;
}
