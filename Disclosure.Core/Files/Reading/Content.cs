namespace Disclosure.Core.Files.Reading;

/// <summary>What a stretch of text is to its file.</summary>
public enum PassageKind
{
    /// <summary>A paragraph or line of the body.</summary>
    Body,

    /// <summary>A heading by its style, or the title.</summary>
    Heading,

    /// <summary>页眉.</summary>
    Header,

    /// <summary>页脚.</summary>
    Footer,

    /// <summary>水印, 艺术字.</summary>
    Watermark,

    /// <summary>脚注, 尾注.</summary>
    Note,

    /// <summary>批注 of any office program, with its author in front.</summary>
    Comment,

    /// <summary>An annotation of a PDF.</summary>
    Annotation,

    /// <summary>Deleted with tracking, still in the file.</summary>
    Deleted,

    /// <summary>Name of a sheet.</summary>
    SheetName,

    /// <summary>Name of the file or of an embedded one.</summary>
    FileName,

    /// <summary>A property (title, subject, author, company, keywords, custom ones); <see cref="Passage.Label"/> names it.</summary>
    Property,

    /// <summary>A defined name and what it stands for, or the text of a formula that says something by itself.</summary>
    Formula,

    /// <summary>Cached by the office program: pivot, external link, chart.</summary>
    Cache,

    /// <summary>A text of the workbook that no cell shows.</summary>
    Orphan,

    /// <summary>Alternative text of a picture, a field's instruction, a hyperlink's address.</summary>
    Behind,
}

/// <summary>A stretch of text outside tables: one paragraph, one line, one comment, one property.</summary>
/// <param name="Place">Where.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without line breaks; runs are joined, so that a number split over runs is whole.</param>
public sealed record Passage(Place Place, PassageKind Kind, string Text)
{
    /// <summary>Why nobody sees it on opening the file (隐藏文字, 白色文字, 隐藏工作表 …); null when it is seen.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>True for a paragraph with a number or bullet that the program sets by itself; the mark is no part of the text.</summary>
    public bool IsItem { get; init; }

    /// <summary>Name of a property; else empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>Where a line was broken by hand within a paragraph; a blank stands there.</summary>
    public IReadOnlyList<int> Breaks { get; init; } = [];
}

/// <summary>A table as it begins: a sheet, a table of a document or of a page, a csv.</summary>
/// <param name="Place">Where; without cell.</param>
/// <param name="Name">Name of the sheet, or the caption or last paragraph before the table; empty when there is none.</param>
public sealed record TableSource(Place Place, string Name)
{
    /// <summary>Why nobody sees the table (隐藏工作表 …); null when it is seen.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>True for a sheet or csv, whose cells have addresses such as B7 by themselves.</summary>
    public bool IsSheet { get; init; }

    /// <summary>
    /// Lines right before the table, nearest last (title, 单位：万元); at most three. A sheet has none: they stand in its rows.
    /// </summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}

/// <summary>A row of a table.</summary>
/// <param name="Number">From 1, counted as the file counts.</param>
/// <param name="Cells">Cells that hold something, by rising column.</param>
public sealed record CellRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>Why nobody sees the row (隐藏行, 行高为零, 筛选隐藏); null when it is seen.</summary>
    public string? HiddenBy { get; init; }
}

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Text">As it is shown; for a number that is shown rounded, the rounded one.</param>
public readonly record struct Cell(int Column, string Text)
{
    /// <summary>The stored number, up to 28 digits; null where the file stores text, also text of digits.</summary>
    public decimal? Number { get; init; }

    /// <summary>Digits as stored where the cell shows them otherwise (an 18-digit number shown as 5.42E+17); else null.</summary>
    public string? Stored { get; init; }

    /// <summary>The formula without its sign, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>Why nobody sees the cell by itself (隐藏列, 列宽为零, 白色文字, 格式 ;;;); null when it is seen.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>Box on the page, for a PDF.</summary>
    public Box? Box { get; init; }

    /// <summary>Address such as B7 in a row.</summary>
    public string Address(int row) => $"{ColumnName(Column)}{row}";

    /// <summary>Letters of a column, e.g. 28 is AB.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + ((column - 1) % 26)) + name;
        }
        return name;
    }
}

/// <summary>What is known of a table only at its end.</summary>
/// <param name="Merged">Merged ranges.</param>
public sealed record TableEnd(IReadOnlyList<MergedRange> Merged)
{
    /// <summary>A table without merged ranges.</summary>
    public static readonly TableEnd Plain = new([]);
}

/// <summary>Cells shown as one; the first holds the text.</summary>
public readonly record struct MergedRange(int Row, int Column, int Rows, int Columns);

/// <summary>What a reader noticed besides text: a way in which a file holds more than it shows.</summary>
public enum ObservationKind
{
    /// <summary>A hidden sheet.</summary>
    HiddenSheet,

    /// <summary>A sheet that the office program does not even offer to show.</summary>
    VeryHiddenSheet,

    /// <summary>Source data kept for a pivot table.</summary>
    PivotCache,

    /// <summary>Cells of another workbook kept in this one.</summary>
    ExternalLinkCache,

    /// <summary>Figures kept in a chart.</summary>
    ChartCache,

    /// <summary>Tracked deletions or insertions.</summary>
    TrackedChanges,

    /// <summary>批注.</summary>
    Comments,

    /// <summary>Annotations of a PDF.</summary>
    Annotations,

    /// <summary>Hidden or zero-height rows.</summary>
    HiddenRows,

    /// <summary>Hidden or zero-width columns.</summary>
    HiddenColumns,

    /// <summary>A filter that hides rows.</summary>
    Filter,

    /// <summary>An embedded file or object.</summary>
    EmbeddedFile,

    /// <summary>Text that cannot be seen: vanish, white, tiny, ;;;, render mode 3, outside the crop box.</summary>
    InvisibleText,

    /// <summary>The bytes are of another kind than the extension says.</summary>
    WrongExtension,

    /// <summary>Formulas that refer to other workbooks.</summary>
    ExternalFormula,

    /// <summary>Connections to data sources.</summary>
    Connection,

    /// <summary>Defined names that are hidden or refer outside.</summary>
    DefinedName,

    /// <summary>Author, last editor, manager.</summary>
    Author,

    /// <summary>Company, template, application with a path or a machine's name.</summary>
    Origin,

    /// <summary>Macros.</summary>
    Macro,

    /// <summary>DDE fields or formulas.</summary>
    Dde,

    /// <summary>A picture with a place in its EXIF.</summary>
    PictureLocation,

    /// <summary>A picture with device, author or time in its EXIF.</summary>
    PictureOrigin,

    /// <summary>Earlier states of a PDF, more than one %%EOF.</summary>
    EarlierStates,

    /// <summary>Texts of a workbook that no cell shows.</summary>
    OrphanStrings,

    /// <summary>An encoding that had to be guessed or does not fit everywhere.</summary>
    Encoding,

    /// <summary>The text layer cannot be trusted: fonts without a map to characters.</summary>
    UnreliableText,

    /// <summary>Script or an action that opens something (PDF JavaScript, launch).</summary>
    Script,
}

/// <summary>Something noticed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Detail">Short Chinese words: which sheet, which file, which author. May hold names; masked like an excerpt.</param>
/// <param name="Count">How many: rows, fields, comments, deletions.</param>
public sealed record Observation(ObservationKind Kind, Place Place, string Detail, int Count = 1);

/// <summary>
/// Receives what a reader finds, in the order of the file. Every text of a file comes exactly once: in a passage, or in a cell of a table.
/// Nothing that is handed over may be kept for longer than the call but texts, places and cells themselves (the list of cells is used
/// again).
/// </summary>
public interface IContentSink
{
    /// <summary>Text outside tables.</summary>
    void Passage(Passage passage);

    /// <summary>A table begins; tables do not lie inside one another.</summary>
    void BeginTable(TableSource table);

    /// <summary>Its next row; empty rows are left out.</summary>
    void Row(CellRow row);

    /// <summary>It ends; also called when the limit was reached.</summary>
    void EndTable(TableEnd end);

    /// <summary>Something that hides.</summary>
    void Observe(Observation observation);
}

/// <summary>A file inside the file.</summary>
/// <param name="Name">Name with extension, guessed from its bytes where the file tells none.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="Open">Its bytes as a seekable stream, while the outer file is open; the caller disposes. Throws
/// <see cref="InvalidDataException"/> or ReadingLimitException when it cannot be unpacked.</param>
public sealed record EmbeddedFile(string Name, Place Place, Func<Stream> Open);

/// <summary>What reading a file came to.</summary>
/// <param name="Coverage">What was counted.</param>
/// <param name="Embedded">Files inside, for the caller to read in turn.</param>
public sealed record ContentRead(IReadOnlyList<CoveragePart> Coverage, IReadOnlyList<EmbeddedFile> Embedded)
{
    /// <summary>True when the limit of characters was reached and the rest was left.</summary>
    public bool Truncated { get; init; }

    /// <summary>True when a part with shown text broke off: what was handed on is not all that a reader of the file would see.</summary>
    public bool Broken { get; init; }
}
