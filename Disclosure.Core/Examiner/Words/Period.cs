namespace Disclosure.Core.Examiner.Words;

/// <summary>Periods of secrecy: 长期, 5年, 6个月, 半年, 启用前.</summary>
internal static class Period
{
    private const string Digits = "0123456789一二三四五六七八九十百两半〇零";
    private static readonly string[] Fixed =
    [
        "长期",
        "永久",
        "启用前",
        "公布前",
        "发布前",
        "启封前",
        "开考前",
        "使用前",
        "实施前",
        "公开前",
        "结束前",
        "开始前",
    ];
    private static readonly string[] Units = ["个月", "年", "月", "天", "日"];

    /// <summary>How long the period is that begins at a place, spaces included; 0 when none does.</summary>
    public static int Length(string text, int at)
    {
        foreach (var word in Fixed)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                return word.Length;
            }
        }
        var i = at;
        while (i < text.Length && i - at < 6 && (Digits.Contains(text[i], StringComparison.Ordinal) || (text[i] == ' ' && i > at)))
        {
            i++;
        }
        // Four digits are a calendar year: 机密 2026年工作要点 names no period.
        var digits = text.AsSpan(at, i - at).Trim();
        if (digits.Length is 0 or > 3)
        {
            return 0;
        }
        foreach (var unit in Units)
        {
            if (string.CompareOrdinal(text, i, unit, 0, unit.Length) == 0)
            {
                return i + unit.Length - at;
            }
        }
        return 0;
    }
}
