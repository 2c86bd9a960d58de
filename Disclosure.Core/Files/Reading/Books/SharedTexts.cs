using System.Collections;
using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Texts that the cells of a workbook refer to by number, held once, and which of them no cell refers to.</summary>
internal sealed class SharedTexts
{
    private readonly List<string> texts = [];
    private readonly Dictionary<int, string> faint = [];
    private BitArray used = new(0);

    /// <summary>True when not all fitted in the limit.</summary>
    public bool Cut { get; private set; }

    /// <summary>Reads the part; texts beyond the limit are left out.</summary>
    public static SharedTexts Read(Package package, string? part, ReadingLimits limits)
    {
        var (made, left, buffer) = (new SharedTexts(), limits.Characters, new StringBuilder());
        using var reader = part is null ? null : package.Read(part) ?? throw new InvalidDataException();
        while (reader?.Next() is true)
        {
            if (reader is not { IsStart: true, Name: "si" })
            {
                continue;
            }
            // Each text costs something even when it is empty.
            var text = RichText.Read(reader, left, buffer);
            left -= text.Text.Length + 1;
            if (left <= 0)
            {
                made.Cut = true;
                break;
            }
            if (text.Faint is { } why)
            {
                made.faint[made.texts.Count] = why;
            }
            made.texts.Add(text.Text);
        }
        made.used = new BitArray(made.texts.Count);
        return made;
    }

    /// <summary>The text with this number, marked as used.</summary>
    public RichText this[int at]
    {
        get
        {
            if (at >= texts.Count)
            {
                return default;
            }
            used[at] = true;
            return new RichText(texts[at], faint.GetValueOrDefault(at));
        }
    }

    /// <summary>
    /// Texts that no cell asked for, with their numbers from 1; those that stand in a cell under another number are left out.
    /// </summary>
    public IEnumerable<(int Number, string Text)> Orphans()
    {
        var open = Enumerable.Range(0, texts.Count).Where(i => !used[i] && !string.IsNullOrWhiteSpace(texts[i])).ToList();
        if (open.Count == 0)
        {
            return [];
        }
        var shown = Enumerable.Range(0, texts.Count).Where(i => used[i]).Select(i => texts[i]).ToHashSet();
        return open.Where(i => !shown.Contains(texts[i])).Select(i => (i + 1, texts[i]));
    }
}
