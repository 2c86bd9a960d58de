using System.Buffers;
using System.Text.RegularExpressions;
using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>Markings, caution words, words of drafts and the bureau's own words: one pass over a text for all of them.</summary>
internal sealed partial class KeywordScan
{
    private const int ShortLine = 16;
    private static readonly string[] Levels = ["绝密", "机密", "秘密"];
    private static readonly string[] ProvisionalWords = ["初步数", "快报数", "未经核实"];

    // What stands before the word and makes it a thing that is only spoken of.
    private static readonly string[] Harmless = ["国家", "商业", "工作", "技术", "军事", "个人", "通信", "保守", "涉及", "泄露", "核心", "经济", "企业", "个", "守", "属", "为"];

    private readonly Dictionary<string, Action<Spot, int, string, List<Finding>>> words = new(StringComparer.Ordinal);
    private readonly SearchValues<string> search;
    private readonly List<Regex> patterns;

    /// <summary>Prepares the words of these settings.</summary>
    public KeywordScan(ExaminerSettings settings)
    {
        Array.ForEach(Levels, w => words[w] = Level);
        words["密级"] = Field;
        Add(settings.CautionWords, Caution);
        Add(settings.DraftWords, Draft);
        Add(settings.OwnWords, (spot, at, word, into) => into.Add(spot.Found(WordRules.Own, at, word.Length, Confidence.Medium, $"出现本单位关注的词语“{word}”。", false)));
        search = SearchValues.Create([.. words.Keys], StringComparison.Ordinal);
        patterns = [.. settings.OwnPatterns.Select(p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))];
    }

    /// <summary>Looks at one text.</summary>
    public void Look(Spot spot, List<Finding> into)
    {
        var text = spot.Text.Text;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(search);
            if (next < 0)
            {
                break;
            }
            at += next;
            var word = WordAt(text, at);
            words[word](spot, at, word, into);
            at += word.Length;
        }
        foreach (var pattern in patterns)
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                if (match.Length > 0)
                {
                    into.Add(spot.Found(WordRules.Own, match.Index, match.Length, Confidence.Medium, "出现本单位关注的式样。", false));
                }
            }
        }
    }

    private void Add(IReadOnlyList<string> list, Action<Spot, int, string, List<Finding>> rule)
    {
        foreach (var word in list.Select(w => Folded.Of(w).Text).Where(w => w.Length > 0))
        {
            words.TryAdd(word, rule);
        }
    }

    // The longest word that begins here.
    private string WordAt(string text, int at)
    {
        var best = "";
        foreach (var word in words.Keys)
        {
            if (word.Length > best.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                best = word;
            }
        }
        return best;
    }

    private static void Level(Spot spot, int at, string word, List<Finding> into)
    {
        var text = spot.Text.Text;
        if (Marked().Match(text, at) is { Success: true } marked && marked.Index == at)
        {
            into.Add(spot.Found(WordRules.Marking, at, marked.Length, Confidence.High, $"写有“{word}”标志。", false));
            return;
        }
        var alone = text.AsSpan().Trim("()（）[]【】〔〕<>《》:：*。 级件文资料".AsSpan());
        var isAlone = alone.Length <= word.Length + 2 && alone.Contains(word, StringComparison.Ordinal);
        if (isAlone && (spot.IsEdge || spot.IsHead || spot.Kind == PassageKind.Comment) || (spot.IsEdge && !IsHarmless(text, at, word)))
        {
            into.Add(spot.Found(WordRules.MarkingAlone, at, word.Length, isAlone ? Confidence.High : Confidence.Medium, $"{Where(spot)}有“{word}”字样。", false));
        }
        else if (!IsHarmless(text, at, word))
        {
            into.Add(spot.Found(WordRules.MarkingInText, at, word.Length, Confidence.Low, $"行文中提到“{word}”。", false));
        }
    }

    private static bool IsHarmless(string text, int at, string word)
    {
        var before = text.AsSpan(0, at);
        foreach (var harmless in Harmless)
        {
            if (before.EndsWith(harmless, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return word == "秘密" && text.AsSpan(at + word.Length).StartsWith("级", StringComparison.Ordinal) && text.AsSpan(at).Contains("无", StringComparison.Ordinal);
    }

    private static void Field(Spot spot, int at, string word, List<Finding> into)
    {
        if (FieldValue().Match(spot.Text.Text, at) is { Success: true } field && field.Index == at)
        {
            into.Add(spot.Found(WordRules.MarkingField, at, field.Length, Confidence.High, $"密级栏写的是“{field.Groups[1].Value}”。", false));
        }
    }

    private static void Caution(Spot spot, int at, string word, List<Finding> into)
    {
        var isLabel = IsLabel(spot, at, word);
        var finding = spot.Found(WordRules.Caution, at, word.Length, isLabel ? Confidence.High : Confidence.Low, isLabel ? $"标有“{word}”。" : $"行文中提到“{word}”。", false);
        into.Add(isLabel ? finding : finding with { Severity = Severity.C });
    }

    private static void Draft(Spot spot, int at, string word, List<Finding> into)
    {
        if (ProvisionalWords.Contains(word))
        {
            into.Add(spot.Found(WordRules.Provisional, at, word.Length, IsLabel(spot, at, word) ? Confidence.High : Confidence.Medium, $"写有“{word}”。", false));
            return;
        }
        // Inside 《 》 another paper is named.
        var before = spot.Text.Text.AsSpan(0, at);
        var isLabel = before.LastIndexOf('《') <= before.LastIndexOf('》') && (IsLabel(spot, at, word) || (spot.IsHead && spot.Text.Text.Length <= 60 && (spot.Text.Text.AsSpan(at + word.Length).Trim(")）】]".AsSpan()).IsEmpty)));
        var finding = spot.Found(WordRules.Draft, at, word.Length, isLabel ? Confidence.High : Confidence.Low, isLabel ? $"标有“{word}”。" : $"行文中提到“{word}”。", false);
        into.Add(isLabel ? finding : finding with { Severity = Severity.C });
    }

    // A label stands by itself: a short line without a sentence, in brackets, or at an edge of the page.
    private static bool IsLabel(Spot spot, int at, string word)
    {
        var text = spot.Text.Text;
        var trimmed = text.AsSpan().Trim(" ()（）[]【】〔〕*★。!！:：,，;；、".AsSpan());
        if (trimmed.Length == word.Length || spot.IsEdge)
        {
            return true;
        }
        var isSentence = text.AsSpan().ContainsAny("。；;的和与及并了应须需在对将".AsSpan());
        if (trimmed.Length <= ShortLine && !isSentence && !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return text.Length <= word.Length + 6 || Rest(text, at, word).IsEmpty;
        }
        var opened = at > 0 && text[at - 1] is '(' or '（' or '[' or '【' or '〔';
        var end = at + word.Length;
        return opened && end < text.Length && text[end] is ')' or '）' or ']' or '】' or '〕' or ',' or '，' or ' ';
    }

    // 内部资料 注意保存: one caution beside another is all there is on the line.
    private static ReadOnlySpan<char> Rest(string text, int at, string word) =>
        string.Concat(text.AsSpan(0, at), text.AsSpan(at + word.Length)).AsSpan() is var rest && rest.Length <= 8 && (rest.Contains("注意", StringComparison.Ordinal) || rest.Contains("内部", StringComparison.Ordinal) || rest.Contains("外传", StringComparison.Ordinal)) ? [] : rest;

    private static string Where(Spot spot) => spot.Kind switch
    {
        PassageKind.Header => "页眉",
        PassageKind.Footer => "页脚",
        PassageKind.Watermark => "水印",
        PassageKind.FileName => "文件名",
        PassageKind.SheetName => "工作表名",
        PassageKind.Property => "文件属性",
        PassageKind.Comment => "批注",
        _ => "文首单独一行",
    };

    [GeneratedRegex(@"\G(?:绝密|机密|秘密)级?[★☆*·＊﹡✩⭐](?:[\d一二三四五六七八九十半]{1,3}(?:个)?(?:年|月)|长期|启用前|公布前|公开前|解密前)?|\G(?:绝密|机密|秘密)(?:[\d一二三四五六七八九十]{1,3}年|长期)(?![\u4e00-\u9fa5])", RegexOptions.None, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\G密级[:：]?(绝密|机密|秘密|内部)", RegexOptions.None, 1000)]
    private static partial Regex FieldValue();
}
