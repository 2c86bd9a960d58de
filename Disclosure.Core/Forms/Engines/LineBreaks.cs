using System.Text.RegularExpressions;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Where a Chinese line may break: units that stay whole, and characters that start or end no line.</summary>
internal static partial class LineBreaks
{
    private const string NotAtStart = "。，、；：？！）》」』】〕〉”’…—·％‰℃,.;:?!)]}%~～་།";
    private const string NotAtEnd = "（《「『【〔〈“‘([{￥¥＄$№";

    /// <summary>
    /// The text cut into units: Latin words, numbers with their units, dashes and Tibetan syllables whole; everything else character by
    /// character.
    /// </summary>
    public static IEnumerable<string> Units(string text)
    {
        var at = 0;
        foreach (Match word in Whole().Matches(text))
        {
            foreach (var character in FontStack.Characters(text[at..word.Index]))
            {
                yield return character;
            }

            yield return word.Value;
            at = word.Index + word.Length;
        }

        foreach (var character in FontStack.Characters(text[at..]))
        {
            yield return character;
        }
    }

    /// <summary>
    /// A unit that is wider than a line, in parts: an address or another long Latin word after its slashes, dots and hyphens, else
    /// character by character.
    /// </summary>
    public static IEnumerable<string> Parts(string unit)
    {
        var parts = Joints().Matches(unit);
        return parts.Count > 1 ? parts.Select(m => m.Value) : FontStack.Characters(unit);
    }

    /// <summary>True when no line may end between the two units.</summary>
    public static bool Together(string before, string after) =>
        NotAtEnd.Contains(before[^1], StringComparison.Ordinal) || NotAtStart.Contains(after[0], StringComparison.Ordinal);

    /// <summary>True for room between words, which may hang past a line's end.</summary>
    public static bool IsSpace(string unit) => unit is " " or "\u3000";

    [GeneratedRegex(@"[^/\\?&=_\-.,:;@#+|]*[/\\?&=_\-.,:;@#+|]+|[^/\\?&=_\-.,:;@#+|]+")]
    private static partial Regex Joints();

    // Order matters: a number (a day, a telephone number) takes its unit along before the plain word rule sees it.
    [GeneratedRegex(
        @"第[一二三四五六七八九十百千零〇]+[条款项章节编页号版轮次期届]?|第?[+\-−]?\d[\d.,]*(?:[-/:]\d[\d.,]*)*[ ]?(?:个百分点|百分点|个工作日|工作日|个月|小时|分钟|季度|平方公里|平方米|立方米|千瓦时|万亿元|万元|亿元|万人|万人次|人次|万吨|万户|万亩|公顷|公里|公斤|千克|万头|万只|元|亿|万|吨|亩|户|人|岁|头|只|米|年|月|日|时|分|秒|号|条|件|份|页|项|次|期|轮|版|届|条|款|章|名|家|个|天|周|位|倍|册|张|％|%|‰|℃)?(?![A-Za-z\d])|——|……|[\p{IsBasicLatin}\p{IsLatin-1Supplement}-[\s()\[\]{}]]+|\p{IsTibetan}+?[་།]+|\p{IsTibetan}+"
    )]
    private static partial Regex Whole();
}
