using System.Buffers;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>A cell within its table, as far as rules ask.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Row">Number of its row.</param>
/// <param name="Cell">Itself.</param>
/// <param name="Column">What is known of its column.</param>
/// <param name="Label">The text nearest to the left in its row; empty when there is none.</param>
/// <param name="HiddenBy">Why nobody sees it; null when it is seen.</param>
internal sealed record CellContext(TableSource Table, int Row, Cell Cell, Column Column, string Label, string? HiddenBy)
{
    /// <summary>True for a stored number, and for text that is nothing but digits: in a csv nobody can tell them apart.</summary>
    public bool IsNumber => Cell.Number is not null;
}

/// <summary>One text with what rules need to know about where it stands.</summary>
internal sealed class ExaminedText(Normalised words, Vocabulary vocabulary)
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789Xx -.·'");
    private HashSet<string>? said;

    /// <summary>A passage.</summary>
    public ExaminedText(Passage passage, Vocabulary vocabulary, bool isHead)
        : this(Normalised.Of(passage.Text), vocabulary) =>
        (Passage, Kind, IsHead, HiddenBy) = (passage, passage.Kind, isHead, passage.HiddenBy);

    /// <summary>A cell.</summary>
    public ExaminedText(CellContext cell, string text, Vocabulary vocabulary, bool isHead)
        : this(Normalised.Of(text), vocabulary) => (Cell, IsHead, HiddenBy) = (cell, isHead, cell.HiddenBy);

    public Normalised Words { get; } = words;

    public string Text => Words.Text;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public PassageKind Kind { get; }

    /// <summary>One of the first lines of a file or sheet.</summary>
    public bool IsHead { get; }

    public string? HiddenBy { get; }

    public CellContext? Cell { get; }

    private Passage? Passage { get; }

    public Place Place =>
        Cell is not { } c ? Passage!.Place
        : c.Table.IsSheet ? c.Table.Place with { Cell = c.Cell.Address(c.Row), Line = c.Row }
        : c.Table.Place with { Line = (c.Table.Place.Line ?? 1) + c.Row - 1, Box = c.Cell.Box ?? c.Table.Place.Box };

    /// <summary>A place where a file says what it is, apart from its body.</summary>
    public bool IsLabelPlace =>
        Kind
            is PassageKind.Header
                or PassageKind.Footer
                or PassageKind.Watermark
                or PassageKind.FileName
                or PassageKind.SheetName
                or PassageKind.Property;

    /// <summary>The whole text is nothing but digits and signs between them.</summary>
    public bool IsBareNumber => Text.Length <= 30 && !Text.AsSpan().ContainsAnyExcept(OfNumbers);

    /// <summary>A number out of a cache, where neither headings nor neighbours are known.</summary>
    public bool IsCachedNumber => Kind == PassageKind.Cache && IsBareNumber;

    /// <summary>True the first time only: one finding of such a rule is enough for one text.</summary>
    public bool Once(string rule) => (said ??= []).Add(rule);

    /// <summary>True when a word nearby, the label to the left or the column's headings say what the number is.</summary>
    public bool IsSaid(Holds holds, TextSpan at) =>
        Context.Says(holds, Text, at.Start, at.Length)
        || (Cell is { } c && (c.Column.Says(holds) || Context.LabelSays(holds, c.Label, c.IsNumber)));

    /// <summary>True when they say that it is a figure or a code of another kind.</summary>
    public bool IsOther(TextSpan at) =>
        Context.IsCode(Text, at.Start) || (Cell is { } c && (c.Column.IsOther || Context.LabelIsOther(c.Label)));

    /// <summary>Where it hides, as the end of a sentence; empty when it is seen.</summary>
    public string Hiding =>
        HiddenBy is { } by
            ? $"，位于{by}中"
            : Kind switch
            {
                PassageKind.Comment or PassageKind.Annotation => "，位于批注中",
                PassageKind.Deleted => "，位于已删除但仍留在文件里的修订内容中",
                PassageKind.Cache => "，位于文件保存的缓存数据中",
                PassageKind.Orphan => "，位于没有单元格显示的文本中",
                PassageKind.Property => "，位于文件属性中",
                PassageKind.Formula => "，位于公式或名称定义中",
                PassageKind.Behind => "，位于替代文字、域或链接中",
                PassageKind.Watermark => "，位于水印中",
                PassageKind.Header => "，位于页眉中",
                PassageKind.Footer => "，位于页脚中",
                PassageKind.FileName => "，位于文件名中",
                PassageKind.SheetName => "，位于工作表名中",
                _ => "",
            };
}
