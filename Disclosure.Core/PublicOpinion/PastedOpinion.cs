using System.Text.RegularExpressions;

namespace Disclosure.Core.PublicOpinion;

/// <summary>
/// What can be read out of a message somebody pasted: its first line as title, its first address, the platform that address belongs to.
/// </summary>
public sealed partial record PastedOpinion(string Title, string Summary, string Source, string Link)
{
    private static readonly (string Host, string Source)[] Platforms =
    [
        ("weibo.", "微博"),
        ("mp.weixin.qq.com", "微信公众号"),
        ("douyin.", "抖音"),
        ("kuaishou.", "快手"),
        ("people.com.cn", "领导留言板"),
        ("toutiao.", "今日头条"),
    ];

    /// <summary>Reads the text; what is not in it stays empty.</summary>
    public static PastedOpinion Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var link = Address().Match(text).Value;
        var title = lines.Select(l => Address().Replace(l, "").Trim()).FirstOrDefault(l => l.Length > 0) ?? "";
        var source =
            Platforms.FirstOrDefault(p => link.Contains(p.Host, StringComparison.OrdinalIgnoreCase)).Source
            ?? (link.Length > 0 ? "新闻媒体" : "");
        return new PastedOpinion(
            Cut(title, OpinionEntry.TitleLength),
            Cut(string.Join('\n', lines), OpinionEntry.SummaryLength),
            source,
            Cut(link, OpinionEntry.LinkLength)
        );
    }

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    [GeneratedRegex(@"https?://[^\s，。；、“”《》（）\u3000]+")]
    private static partial Regex Address();
}
