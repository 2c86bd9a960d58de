using Disclosure.Core.Submissions;

namespace Disclosure.Core.Search;

/// <summary>Where a word was found, the nearest first.</summary>
public enum SearchGroup
{
    /// <summary>编号.</summary>
    Number,

    /// <summary>标题, its pinyin initials included.</summary>
    Title,

    /// <summary>摘要.</summary>
    Summary,

    /// <summary>人员, pinyin initials included.</summary>
    People,

    /// <summary>意见.</summary>
    Opinion,

    /// <summary>正文.</summary>
    Body,
}

/// <summary>What is asked.</summary>
/// <param name="Text">As typed.</param>
public sealed record SearchAsked(string Text)
{
    /// <summary>Only in this state.</summary>
    public ItemState? State { get; init; }

    /// <summary>Only of this kind.</summary>
    public ItemKind? Kind { get; init; }

    /// <summary>Only from this unit.</summary>
    public int? UnitId { get; init; }

    /// <summary>Only what was begun in this year of the bureau's time.</summary>
    public int? Year { get; init; }

    /// <summary>Only where the nearest hit is this.</summary>
    public SearchGroup? Group { get; init; }

    /// <summary>Newest first instead of nearest first.</summary>
    public bool Newest { get; init; }
}

/// <summary>A stretch of a snippet.</summary>
/// <param name="Hit">True for the words found.</param>
public sealed record SnippetPart(string Text, bool Hit);

/// <summary>One item found.</summary>
/// <param name="At">UTC of its last change.</param>
/// <param name="MayOpen">True when the reader may open it; otherwise it is published and found by what everybody may see.</param>
/// <param name="Snippet">What was found and what stands around it.</param>
public sealed record SearchFound(
    int Id,
    string Number,
    IReadOnlyList<SnippetPart> Title,
    string Unit,
    ItemState State,
    bool Down,
    ItemKind? Kind,
    DateTime At,
    bool MayOpen,
    SearchGroup Group,
    IReadOnlyList<SnippetPart> Snippet
)
{
    /// <summary>The title in one.</summary>
    public string PlainTitle => string.Concat(Title.Select(p => p.Text));

    /// <summary>The snippet in one.</summary>
    public string PlainSnippet => string.Concat(Snippet.Select(p => p.Text));
}

/// <summary>One page of what was found.</summary>
/// <param name="Total">Items found in the chosen group, or in all.</param>
/// <param name="Groups">Items by their nearest hit, whatever group is chosen.</param>
public sealed record SearchResults(IReadOnlyList<SearchFound> Rows, int Total, IReadOnlyDictionary<SearchGroup, int> Groups)
{
    /// <summary>Nothing.</summary>
    public static readonly SearchResults None = new([], 0, new Dictionary<SearchGroup, int>());
}

/// <summary>The words on screen.</summary>
public static class SearchGroupWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this SearchGroup group) =>
        group switch
        {
            SearchGroup.Number => "编号",
            SearchGroup.Title => "标题",
            SearchGroup.Summary => "摘要",
            SearchGroup.People => "人员",
            SearchGroup.Opinion => "意见",
            SearchGroup.Body => "正文",
        };
}
