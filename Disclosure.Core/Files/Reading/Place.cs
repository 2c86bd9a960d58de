using System.Text.Json.Serialization;

namespace Disclosure.Core.Files.Reading;

/// <summary>A place in a file, exact enough to open a preview there. Only what applies is set.</summary>
public sealed record Place
{
    /// <summary>Names of the embedded files that lead to it, outermost first; empty in the file itself.</summary>
    public IReadOnlyList<string> Inside { get; init; } = [];

    /// <summary>Chinese name of the part, e.g. 正文, 页眉, 工作表“表一”, 第 3 页, 文件属性.</summary>
    public required string Part { get; init; }

    /// <summary>Paragraph, row or line number within the part, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Address of a cell, e.g. B7, or of a range, e.g. B7:B9.</summary>
    public string? Cell { get; init; }

    /// <summary>Page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>Box on the page in points, origin bottom left.</summary>
    public Box? Box { get; init; }

    /// <summary>
    /// Which part was meant, as a key for the preview (name of the package's part, number of the page); empty when there is none.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>Name of the part with the embedded files that lead to it.</summary>
    [JsonIgnore]
    public string Whole => string.Concat(Inside.Select(i => $"{i} › ")) + Part;

    /// <summary>In words: 工作表“表一”B7, 正文第 12 段, 第 3 页第 4 行.</summary>
    public override string ToString() =>
        Whole
        + (
            this switch
            {
                { Cell: { } cell } => cell,
                { Line: { } line, Page: not null } => $"第 {line} 行",
                { Line: { } line } => $"第 {line} 段",
                _ => "",
            }
        );
}

/// <summary>A box on a page in points, origin bottom left.</summary>
public sealed record Box(double Left, double Bottom, double Right, double Top);
