namespace Disclosure.Core.Files.Reading;

/// <summary>What a file is, as far as reading goes.</summary>
public enum TextKind
{
    /// <summary>docx.</summary>
    Document,

    /// <summary>xlsx, xls.</summary>
    Workbook,

    /// <summary>csv.</summary>
    Table,

    /// <summary>txt.</summary>
    Plain,

    /// <summary>pdf.</summary>
    Pdf,
}

/// <summary>What a stretch of text is to its file.</summary>
public enum PartKind
{
    /// <summary>正文.</summary>
    Body,

    /// <summary>页眉.</summary>
    Header,

    /// <summary>页脚.</summary>
    Footer,

    /// <summary>脚注 or 尾注.</summary>
    Note,

    /// <summary>批注.</summary>
    Comment,

    /// <summary>工作表.</summary>
    Sheet,

    /// <summary>页.</summary>
    Page,
}

/// <summary>What a line is.</summary>
public enum LineKind
{
    /// <summary>A paragraph, or a line as it stands.</summary>
    Paragraph,

    /// <summary>A heading by its style.</summary>
    Heading,

    /// <summary>A paragraph with a number or a bullet that the program sets by itself; the mark is no part of the text.</summary>
    Item,

    /// <summary>A row of a table; cells are separated by tabs.</summary>
    Row,
}

/// <summary>One line of text.</summary>
/// <param name="Number">Paragraph, row or line number within the part, from 1; empty ones are counted and left out.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Without a line break.</param>
public sealed record TextLine(int Number, LineKind Kind, string Text);

/// <summary>Text of one place in a file: the body, a header, a sheet, a page.</summary>
/// <param name="Place">Chinese name of the place, e.g. 正文, 工作表“表一”, 第 3 页.</param>
/// <param name="Kind">What kind of place.</param>
/// <param name="Lines">Lines in order, none empty.</param>
/// <param name="Hidden">True for a sheet that the program which made it does not show.</param>
public sealed record TextPart(string Place, PartKind Kind, IReadOnlyList<TextLine> Lines, bool Hidden = false)
{
    /// <summary>The lines with line feeds between.</summary>
    public string Text => string.Join('\n', Lines.Select(l => l.Text));
}

/// <summary>What a file says.</summary>
/// <param name="Kind">What the file is.</param>
/// <param name="Parts">Places that hold text, in order.</param>
/// <param name="Truncated">True when the limit of characters was reached and the rest was left.</param>
public sealed record FileText(TextKind Kind, IReadOnlyList<TextPart> Parts, bool Truncated)
{
    /// <summary>All of it, parts one after the other.</summary>
    public string Text => string.Join('\n', Parts.Select(p => p.Text));
}

/// <summary>How much reading one file may cost.</summary>
public sealed record ReadingLimits
{
    /// <summary>The usual limits.</summary>
    public static readonly ReadingLimits Usual = new();

    /// <summary>Most characters handed back; what lies beyond is left.</summary>
    public int Characters { get; init; } = 5_000_000;

    /// <summary>Most bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 300L << 20;

    /// <summary>Most bytes that the parts of a package unpack to.</summary>
    public long UnpackedBytes { get; init; } = 300L << 20;

    /// <summary>Most entries of a package.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>Most times a part of more than 100 kB may be larger than it is packed.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Most elements inside one another.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Most pages of a PDF that are read.</summary>
    public int Pages { get; init; } = 2_000;

    /// <summary>Longest time.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
}
