using System.Buffers;

namespace Disclosure.Core.Examiner.Words;

/// <summary>How a word stands in its text.</summary>
internal enum Standing
{
    /// <summary>By itself, or with others of its kind: it says what the file is.</summary>
    Label,

    /// <summary>In brackets behind a title or caption.</summary>
    Bracket,

    /// <summary>At the end or beginning of a short line.</summary>
    ShortLine,

    /// <summary>本资料仅供…: a sentence that restricts the file itself.</summary>
    Restriction,

    /// <summary>In a sentence about something else, or in a cited title.</summary>
    Prose,
}

/// <summary>Tells a label from a word in prose.</summary>
internal static class LabelDetection
{
    private const int LongestTitle = 100;
    private const string Openers = "（(【[〔〖「『〈<";
    private const string Closers = "）)】]〕〗」』〉>";
    private static readonly SearchValues<char> Opening = SearchValues.Create(Openers);
    private static readonly SearchValues<char> Closing = SearchValues.Create(Closers);
    private static readonly SearchValues<char> Sentence = SearchValues.Create("，。；！？,;!?、");
    private static readonly SearchValues<string> Handling = SearchValues.Create(
        [
            "管理",
            "制度",
            "办法",
            "规定",
            "工作",
            "清单",
            "目录",
            "的",
            "和",
            "及",
            "等",
            "外泄",
            "审批",
            "审查",
            "进行",
            "流失",
            "泄",
            "保护",
            "意识",
            "教育",
            "培训",
            "检查",
            "清理",
            "范围",
            "界定",
            "认定",
            "知识",
            "事项的",
            "报送",
            "征集",
            "情况",
            "起草",
            "修改",
            "意见",
            "反馈",
            "汇总表",
            "说明",
        ],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> Acting = SearchValues.Create(
        [
            "加强",
            "规范",
            "做好",
            "关于",
            "清理",
            "严格",
            "禁止",
            "严禁",
            "不得",
            "涉及",
            "属于",
            "不是",
            "非",
            "完善",
            "落实",
            "开展",
            "起草",
            "形成",
            "审议",
            "修改",
            "讨论",
            "对",
            "将",
            "把",
            "要",
            "请",
            "无",
        ],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> Own = SearchValues.Create(
        [
            "本资料",
            "此资料",
            "该资料",
            "本数据",
            "此数据",
            "以上数据",
            "上述数据",
            "表中数据",
            "本材料",
            "此材料",
            "该材料",
            "本文",
            "此文",
            "该文",
            "本表",
            "此表",
            "该表",
            "本稿",
            "此稿",
            "本刊",
            "本报告",
            "此报告",
            "该报告",
            "本简报",
            "本内容",
            "此内容",
            "以上内容",
            "本手册",
            "本件",
            "此件",
            "该件",
        ],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> Only = SearchValues.Create(["仅供", "仅限", "只供", "限于"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Denied = SearchValues.Create(
        ["不是", "不属", "并非", "不含", "非", "未涉", "未含", "未列", "没有", "无"],
        StringComparison.Ordinal
    );

    /// <summary>How a word stands.</summary>
    public static Standing Of(ExaminedText text, int start, int length)
    {
        var words = text.Text;
        if (IsCited(words, start, length, out var rest) && rest > 6)
        {
            return Standing.Prose;
        }
        if (Rest(text) <= 2)
        {
            return Standing.Label;
        }
        var handled = IsHandled(words, start, length);
        if (text.IsLabelPlace)
        {
            return handled ? Standing.Prose : Standing.Label;
        }
        if (InBrackets(words, start, length))
        {
            return Standing.Bracket;
        }
        if (IsRestriction(words, start) || IsOrder(words, start, length))
        {
            return Standing.Restriction;
        }
        var atEdge =
            start == 0 || start + length == words.Length || words.AsSpan(start + length) is "汇编" or "摘编" or "选编" or "专报" or "专刊";
        // …由专人注意保管 is no order unless it begins anew, 内部使用面积 is another word.
        var anew = start == 0 || !"注不严请".Contains(words[start], StringComparison.Ordinal) || text.Words.BeginsFree(start);
        var goesOn = words[start + length - 1] is '用' or '考' && start + length < words.Length && Normalised.IsHan(words[start + length]);
        return
            atEdge
            && anew
            && !goesOn
            && words.Length <= 20
            && !handled
            && !words.AsSpan().ContainsAny(Sentence)
            && !Context.Before(words, start, 4).ContainsAny(Acting)
            ? Standing.ShortLine
            : Standing.Prose;
    }

    /// <summary>True when what follows or leads says that somebody deals with such papers.</summary>
    public static bool IsHandled(string words, int start, int length) =>
        Context.After(words, start + length, 4).ContainsAny(Handling) || Context.Before(words, start, 3).ContainsAny(Acting);

    /// <summary>True within 《…》; then how many characters of the text stand outside it.</summary>
    public static bool IsCited(string words, int start, int length, out int rest)
    {
        rest = words.Length;
        var least = Math.Max(0, start - LongestTitle);
        var open = words.AsSpan(least, start - least).LastIndexOf('《') + least;
        if (open < least || words.AsSpan(open, start - open).Contains('》'))
        {
            return false;
        }
        var close = Context.After(words, start + length, LongestTitle).IndexOf('》');
        rest = close < 0 ? 0 : open + (words.Length - (start + length + close + 1));
        return true;
    }

    /// <summary>True between brackets that hold little else, or between quotes.</summary>
    public static bool InBrackets(string words, int start, int length)
    {
        var (before, after) = (start - 1, start + length);
        for (var most = 8; before >= 0 && most > 0 && !Openers.Contains(words[before], StringComparison.Ordinal); most--, before--) { }
        for (var most = 8; after < words.Length && most > 0 && !Closers.Contains(words[after], StringComparison.Ordinal); most--, after++)
        { }
        if (
            before < 0
            || after >= words.Length
            || words.AsSpan(before, start - before).ContainsAny(Closing)
            || words.AsSpan(start, after - start).ContainsAny(Opening)
            || Openers.IndexOf(words[before], StringComparison.Ordinal) is var kind && (kind < 0 || Closers[kind] != words[after])
        )
        {
            return false;
        }
        return !Context.Before(words, start, start - before - 1).ContainsAny(Acting)
            && !Context.After(words, start + length, 4).ContainsAny(Handling);
    }

    /// <summary>True when a sentence restricts the file or table it stands in.</summary>
    public static bool IsRestriction(string words, int start)
    {
        var before = Context.Before(words, start, 24);
        var sentence = before.LastIndexOfAny('。', '；', '！');
        before = before[(sentence + 1)..];
        var own = before.IndexOfAny(Only) is var only and >= 0 ? only : before.IndexOfAny(Own);
        return own >= 0 && !before[own..].ContainsAny(Denied);
    }

    // …，请勿外传！ after the sentence that says what the figures are.
    private static bool IsOrder(string words, int start, int length) =>
        words.AsSpan(start, length).EndsWith("外传")
        && start > 0
        && "，。；,; ".Contains(words[start - 1], StringComparison.Ordinal)
        && (start + length == words.Length || "。！!".Contains(words[start + length], StringComparison.Ordinal));

    // What is left of a text without label words, punctuation, numbers and the small words that go with them.
    private static int Rest(ExaminedText text)
    {
        if (text.Text.Length > 60)
        {
            return int.MaxValue;
        }
        var left = text.Text;
        foreach (var word in text.Vocabulary.Labels.Concat(Small))
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }
        return left.Count(c => char.IsLetter(c) && !"请级件号第份页年月日".Contains(c, StringComparison.Ordinal));
    }

    private static readonly string[] Small =
    [
        "特急",
        "加急",
        "平急",
        "急件",
        "密级",
        "保密期限",
        "编号",
        "仅供",
        "本表",
        "此件",
        "此表",
        "以上",
        "妥善保管",
        "用后",
        "收回",
        "阅后",
        "销毁",
        "参考",
        "内部刊物",
        "公开",
        "长期",
        "数据",
        "docx",
        "xlsx",
        "pdf",
        "txt",
        "csv",
    ];
}
