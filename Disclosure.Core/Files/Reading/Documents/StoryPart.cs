namespace Disclosure.Core.Files.Reading;

/// <summary>One part of a document as it is handed on.</summary>
/// <param name="Place">Where; without line.</param>
/// <param name="Kind">What its paragraphs are.</param>
/// <param name="HiddenBy">Why nobody sees any of it, or null.</param>
internal sealed record StoryPart(Place Place, PassageKind Kind, string? HiddenBy = null);

/// <summary>What was counted in a document, part after part.</summary>
internal sealed class StoryCounts
{
    /// <summary>Tracked deletions.</summary>
    public int Deletions { get; set; }

    /// <summary>Tracked insertions.</summary>
    public int Insertions { get; set; }

    /// <summary>批注.</summary>
    public int Comments { get; set; }

    /// <summary>Stretches that nobody sees, by what hides them.</summary>
    public Dictionary<string, int> Hidden { get; } = [];

    /// <summary>Who changed or commented.</summary>
    public SortedSet<string> Authors { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the paper itself is coloured.</summary>
    public bool IsColoured { get; set; }
}
