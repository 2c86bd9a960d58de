using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>A text with what stands around it, as the rules look at it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Text">Made ready for searching.</param>
/// <param name="Kind">What the text is; Body for a cell.</param>
internal sealed record Spot(Place Place, Folded Text, PassageKind Kind)
{
    /// <summary>True among the first lines of the body.</summary>
    public bool IsHead { get; init; }

    /// <summary>True for a cell of a table.</summary>
    public bool IsCell { get; init; }

    /// <summary>True for a cell that holds a number, or nothing but digits where the file does not tell numbers from texts.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The row of a cell; null outside tables.</summary>
    public RowContext? Row { get; init; }

    /// <summary>Column of a cell.</summary>
    public int Column { get; init; }

    /// <summary>Why nobody sees it; null when it is seen.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>Name of a property.</summary>
    public string Label { get; init; } = "";

    /// <summary>True where markings stand: headers, footers, watermarks, names, comments.</summary>
    public bool IsEdge => Kind is PassageKind.Header or PassageKind.Footer or PassageKind.Watermark or PassageKind.FileName or PassageKind.SheetName
        || (Kind == PassageKind.Property && Label is "标题" or "主题" or "关键词" or "类别" or "状态");

    /// <summary>In words where it hides, to stand before a sentence; empty when it is seen.</summary>
    public string Hidden => HiddenBy is { } why ? $"（{why}中）" : Kind switch
    {
        PassageKind.Deleted => "（修订删除的文字中）",
        PassageKind.Comment or PassageKind.Annotation => "（批注中）",
        PassageKind.Property => $"（文件属性“{Label}”中）",
        PassageKind.Orphan => "（没有单元格显示的文字中）",
        PassageKind.Cache => "（缓存中）",
        PassageKind.Behind or PassageKind.Formula => "（不显示的内容中）",
        _ => "",
    };

    /// <summary>A finding of a stretch of the searched text; what is sensitive is that stretch, or the whole text of a cell.</summary>
    public Finding Found(RuleFacts rule, int start, int length, Confidence confidence, string why, bool isSensitive)
    {
        var original = Text.Original;
        var hit = Text.Back(start, length);
        var from = Math.Max(0, hit.Start - Around20);
        var to = Math.Min(original.Length, hit.Start + hit.Length + Around20);
        var excerpt = original[from..to].ReplaceLineEndings(" ").Replace('\t', ' ');
        // Line endings of two characters became one blank; the stretch is where it was only when the lengths agree.
        excerpt = excerpt.Length == to - from ? excerpt : new string([.. original[from..to].Select(c => c is '\r' or '\n' or '\t' ? ' ' : c)]);
        return rule.Found(Place, excerpt, confidence, Hidden + why, isSensitive ? [new Stretch(hit.Start - from, hit.Length)] : []) with { From = from };
    }

    /// <summary>True when one of the words stands within ten characters of the stretch, or around the cell.</summary>
    public bool Near(int start, int length, IReadOnlyList<string> words)
    {
        var text = Text.Text;
        var from = Math.Max(0, start - Context);
        var around = Row?.Around(Column) ?? "";
        var near = text.AsSpan(from, Math.Min(text.Length, start + length + Context) - from);
        foreach (var word in words)
        {
            if (near.Contains(word, StringComparison.OrdinalIgnoreCase) || around.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private const int Around20 = 20;
    private const int Context = 10;
}
