using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>A paragraph as it is read: what is seen, what nobody sees, what was deleted, what stands behind it.</summary>
internal sealed class StoryParagraph
{
    private readonly List<(PassageKind Kind, string? HiddenBy, StringBuilder Text)> beside = [];
    private bool shownSince;

    /// <summary>What is seen.</summary>
    public StringBuilder Shown { get; } = new();

    /// <summary>Where lines were broken by hand.</summary>
    public List<int> Breaks { get; } = [];

    /// <summary>True for a heading.</summary>
    public bool IsHeading { get; set; }

    /// <summary>True for an item.</summary>
    public bool IsItem { get; set; }

    /// <summary>True in a watermark.</summary>
    public bool IsWatermark { get; init; }

    /// <summary>Look of its letters before the runs say otherwise.</summary>
    public TextLook Look { get; set; }

    /// <summary>Characters held.</summary>
    public int Length => Shown.Length + beside.Sum(b => b.Text.Length);

    /// <summary>What is not seen, in order; blanks alone are nothing.</summary>
    public IEnumerable<(PassageKind Kind, string? HiddenBy, string Text)> Beside
    {
        get
        {
            var shown = Shown.ToString();
            foreach (var (kind, why, text) in beside)
            {
                // An address that also stands there to be read is no news.
                if (
                    text.ToString().Trim() is { Length: > 0 } words
                    && !(kind == PassageKind.Behind && shown.Contains(words, StringComparison.Ordinal))
                )
                {
                    yield return (kind, why, words);
                }
            }
        }
    }

    /// <summary>Adds text of the paragraph.</summary>
    public void Add(string text, string? hiddenBy, bool isDeleted)
    {
        if (isDeleted || hiddenBy is not null)
        {
            AddBeside(isDeleted ? PassageKind.Deleted : PassageKind.Body, isDeleted ? null : hiddenBy, text);
            return;
        }
        Shown.Append(text);
        shownSince |= !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Adds a break of the line.</summary>
    public void Break()
    {
        Breaks.Add(Shown.Length);
        Shown.Append(' ');
    }

    /// <summary>Adds what stands behind the paragraph.</summary>
    public void AddBehind(string text) => beside.Add((PassageKind.Behind, null, new StringBuilder(text)));

    private void AddBeside(PassageKind kind, string? why, string text)
    {
        if (beside.FindLast(b => b.Kind == kind && b.HiddenBy == why) is { Text: { } known })
        {
            // Stretches that touch are one: a number may be split over several runs.
            known.Append(shownSince ? " " : "").Append(text);
        }
        else
        {
            beside.Add((kind, why, new StringBuilder(text)));
        }
        shownSince = false;
    }
}
