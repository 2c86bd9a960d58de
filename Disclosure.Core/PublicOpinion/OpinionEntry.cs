using Disclosure.Core.Common;

namespace Disclosure.Core.PublicOpinion;

/// <summary>A case as typed.</summary>
/// <param name="RaisedAt">UTC.</param>
public sealed record OpinionEntry(
    string Title,
    string Summary,
    OpinionLevel Level,
    string Source,
    string Link,
    DateTime RaisedAt,
    int SectionId
)
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleLength = 80;

    /// <summary>Longest summary, characters.</summary>
    public const int SummaryLength = 2000;

    /// <summary>Longest source, characters.</summary>
    public const int SourceLength = 40;

    /// <summary>Longest address, characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Why it may not be entered as it is, or null.</summary>
    /// <param name="now">UTC.</param>
    public Problem? Refusal(DateTime now) =>
        OpinionText.Refusal(Title, nameof(Title), "标题", TitleLength)
        ?? OpinionText.Refusal(Summary, nameof(Summary), "内容摘要", SummaryLength)
        ?? OpinionText.Refusal(Source, nameof(Source), "来源", SourceLength)
        ?? (
            this switch
            {
                { Link.Length: > LinkLength } => new OpinionTextTooLong(nameof(Link), "链接", LinkLength),
                { Link: var link }
                    when link.Trim().Length > 0
                        && !(Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") =>
                    new OpinionLinkWrong(),
                _ when RaisedAt > now => new OpinionNotYet(nameof(RaisedAt), "发生时间"),
                _ when RaisedAt < now.AddYears(-DueDates.OpinionYears) => new OpinionTooOld(),
                _ => null,
            }
        );
}

/// <summary>Checks of what is typed.</summary>
internal static class OpinionText
{
    /// <summary>Longest remark, characters.</summary>
    internal const int Most = 1000;

    internal static Problem? Refusal(string text, string name, string label, int most = Most) =>
        string.IsNullOrWhiteSpace(text) ? new OpinionFieldMissing(name, label)
        : text.Trim().Length > most ? new OpinionTextTooLong(name, label, most)
        : null;
}
