using System.Text.Json.Serialization;

namespace Disclosure.Core.Forms;

/// <summary>
/// One printed form as data: pages of rows and cells in millimetres; PDF, DOCX and the preview on screen draw this same sheet.
/// </summary>
public sealed record FormSheet
{
    /// <summary>Name of the form, also the document's title.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the item, 「昌统发审〔2026〕12号」; empty on a blank form.</summary>
    public string Number { get; init; } = "";

    /// <summary>Front, back and so on, in order; continuation pages are added by the engine that knows what did not fit.</summary>
    public required IReadOnlyList<FormPage> Pages { get; init; }

    /// <summary>Print number and fingerprint digits, repeated at the foot of every page; empty on a blank form.</summary>
    public string PrintLine { get; init; } = "";

    /// <summary>Warning such as 「仅供预览」 repeated at the head of every page; empty on a form that counts.</summary>
    public string Status { get; init; } = "";

    /// <summary>What the QR code says (number and whole fingerprint); empty draws none.</summary>
    public string QrText { get; init; } = "";

    /// <summary>Note under the foot of every page; set when the sheet is drawn, never kept.</summary>
    [JsonIgnore]
    public string Footnote { get; init; } = "";

    /// <summary>Every text on the sheet with the role it is set in, page by page in reading order.</summary>
    public IEnumerable<(string Text, FontRole Role)> Texts() =>
        [(Number, FontRole.Value), (PrintLine, FontRole.Value), (Status, FontRole.Label), .. Pages.SelectMany(p => p.Texts())];
}

/// <summary>A sheet of paper and the area of it that is written on, mm.</summary>
/// <param name="LeftMm">Room at the left of the text area.</param>
/// <param name="TopMm">Room above it.</param>
public sealed record FormPaper(double WidthMm, double HeightMm, double LeftMm, double TopMm, double TextWidthMm, double TextHeightMm)
{
    /// <summary>A4 upright with the margins of an official letter: every form.</summary>
    public static readonly FormPaper Upright = new(210, 297, 28, 37, FormPage.WidthMm, FormPage.TextHeightMm);

    /// <summary>A4 across, for lists of many columns; PDF only.</summary>
    public static readonly FormPaper Across = new(297, 210, 15, 16, 267, 170);
}

/// <summary>
/// One page of a form; head, rows and notes together fill the text area of 225 mm. A list (<see cref="HeadRows"/> above 0) is as long as
/// its rows make it.
/// </summary>
public sealed record FormPage
{
    /// <summary>Width of the text area, mm.</summary>
    public const double WidthMm = 156;

    /// <summary>Height of the text area, mm.</summary>
    public const double TextHeightMm = 225;

    /// <summary>Title over the grid.</summary>
    public required string Title { get; init; }

    /// <summary>Height of title and number line together, mm.</summary>
    public double HeadMm { get; init; } = 24;

    /// <summary>Left end of the number line, 「编号：…」.</summary>
    public IReadOnlyList<FormPiece> HeadLeft { get; init; } = [];

    /// <summary>Right end of the number line, 「填表日期：…」.</summary>
    public IReadOnlyList<FormPiece> HeadRight { get; init; } = [];

    /// <summary>Widths of the grid's columns from the left, mm.</summary>
    public required IReadOnlyList<double> ColumnsMm { get; init; }

    /// <summary>Rows from the top.</summary>
    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>
    /// Above 0 for a list: so many rows are its head and begin every page it takes. Heights of the rows are then the least they have: a row
    /// grows with its text, and one that finds no room on a page goes over, in parts where it is longer than a page.
    /// </summary>
    public int HeadRows { get; init; }

    /// <summary>False for a letter: the rows only place its parts, no line is drawn.</summary>
    public bool Ruled { get; init; } = true;

    /// <summary>Small print below the grid.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Height of the band below the grid, mm.</summary>
    public double NotesMm { get; init; }

    /// <summary>Where the QR code stands.</summary>
    public QrPlace Qr { get; init; }

    /// <summary>What it is printed on; never kept, since what is kept is a form.</summary>
    [JsonIgnore]
    public FormPaper Paper { get; init; } = FormPaper.Upright;

    /// <summary>Head, rows and notes together, mm.</summary>
    public double HeightMm => HeadMm + Rows.Sum(r => r.HeightMm) + NotesMm;

    /// <summary>Every text on the page with its role.</summary>
    public IEnumerable<(string Text, FontRole Role)> Texts() =>
        [
            (Title, FontRole.Title),
            .. HeadLeft.Concat(HeadRight).SelectMany(p => p.Texts),
            .. Rows.SelectMany(r => r.Cells).SelectMany(c => c.Texts()),
            .. Notes.Select(n => (n, FontRole.Value)),
        ];
}

/// <summary>Where a page carries the QR code.</summary>
public enum QrPlace
{
    /// <summary>Not on this page.</summary>
    None,

    /// <summary>Upper right, beside the title.</summary>
    Head,

    /// <summary>Lower right, in the band of the notes.</summary>
    Notes,
}

/// <summary>A row of the grid.</summary>
/// <param name="HeightMm">Height, mm.</param>
/// <param name="Cells">Cells from the left; their columns add up to those of the page.</param>
public sealed record FormRow(double HeightMm, params IReadOnlyList<FormCell> Cells)
{
    /// <summary>
    /// In a list, true for a row that never ends a page: a heading before its first row, a signature before its opinion, a sum before the
    /// signatures.
    /// </summary>
    public bool WithNext { get; init; }
}

/// <summary>A cell of the grid.</summary>
/// <param name="Columns">How many columns of the page it covers.</param>
[JsonDerivedType(typeof(LabelCell), "label")]
[JsonDerivedType(typeof(ValueCell), "value")]
[JsonDerivedType(typeof(SigningCell), "signing")]
public abstract record FormCell(int Columns)
{
    /// <summary>Every text in the cell with its role.</summary>
    public abstract IEnumerable<(string Text, FontRole Role)> Texts();
}

/// <summary>The form's own heading of a field, 黑体, centred; a line feed breaks where the wording wants it.</summary>
public sealed record LabelCell(int Columns, string Text) : FormCell(Columns)
{
    /// <inheritdoc/>
    public override IEnumerable<(string Text, FontRole Role)> Texts() => Text.Split('\n').Select(t => (t, FontRole.Label));
}

/// <summary>What is entered or ticked.</summary>
/// <param name="Columns">How many columns of the page it covers.</param>
/// <param name="Name">Heading on the continuation page, should the text not fit.</param>
/// <param name="Lines">Paragraphs from the top.</param>
/// <param name="Centred">Centred instead of left-aligned.</param>
public sealed record ValueCell(int Columns, string Name, IReadOnlyList<FormLine> Lines, bool Centred = false) : FormCell(Columns)
{
    /// <summary>True for the running text of a letter: from the top, in the size of its lines, leaded like an official letter.</summary>
    public bool Running { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<(string Text, FontRole Role)> Texts() =>
        [(Name, FontRole.Label), .. Lines.SelectMany(l => l.Pieces).SelectMany(p => p.Texts)];
}

/// <summary>
/// A signing box: ticks and opinion above, responsibility line in small type lower left, 签名 and 年 月 日 level lower right.
/// </summary>
/// <param name="Columns">How many columns of the page it covers.</param>
/// <param name="Name">Heading on the continuation page, should the opinion not fit.</param>
/// <param name="Lines">Ticks and fields above the opinion.</param>
/// <param name="Box">Opinion and signature; <see cref="SignatureBox.Empty"/> leaves room for the pen.</param>
/// <param name="Responsibility">What the signer answers for (D3, D11).</param>
/// <param name="SignatureWord">Word before the signature, 「签名」 or 「签名（公章）」.</param>
public sealed record SigningCell(
    int Columns,
    string Name,
    IReadOnlyList<FormLine> Lines,
    SignatureBox Box,
    string Responsibility,
    string SignatureWord = "签名"
) : FormCell(Columns)
{
    /// <inheritdoc/>
    public override IEnumerable<(string Text, FontRole Role)> Texts() =>
        [
            (Name, FontRole.Label),
            .. Lines.SelectMany(l => l.Pieces).SelectMany(p => p.Texts),
            .. new Entered(Box.Said()).Texts,
            (Responsibility, FontRole.Value),
            (SignatureWord, FontRole.Value),
            (Box.Name, FontRole.Kai),
            (Box.ActingFor, FontRole.Kai),
        ];
}

/// <summary>One paragraph of a cell.</summary>
/// <param name="Pieces">Words, ticks and gaps in reading order.</param>
/// <param name="SizePt">Type size before any shrinking, points.</param>
public sealed record FormLine(IReadOnlyList<FormPiece> Pieces, double SizePt = 12);

/// <summary>A piece of a paragraph.</summary>
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Entered), "entered")]
[JsonDerivedType(typeof(Tick), "tick")]
[JsonDerivedType(typeof(Gap), "gap")]
public abstract record FormPiece
{
    /// <summary>Its texts with the role they are set in.</summary>
    public virtual IEnumerable<(string Text, FontRole Role)> Texts => [];
}

/// <summary>The form's own words, never shortened.</summary>
public sealed record Words(string Text) : FormPiece
{
    /// <inheritdoc/>
    public override IEnumerable<(string Text, FontRole Role)> Texts => [(Text, FontRole.Value)];
}

/// <summary>What somebody entered; may move to the continuation page when long.</summary>
/// <param name="Text">As entered; a line feed begins a new line.</param>
/// <param name="Name">Heading on the continuation page where the cell's own does not say enough.</param>
public sealed record Entered(string Text, string Name = "") : FormPiece
{
    /// <summary>As entered, without what has no ink (<see cref="Ink"/>).</summary>
    public string Text { get; init; } = Ink.Lines(Text);

    /// <inheritdoc/>
    public override IEnumerable<(string Text, FontRole Role)> Texts =>
        [.. Text.Split('\n').Select(t => (t, FontRole.Value)), (Name, FontRole.Label)];
}

/// <summary>A check box with its wording.</summary>
public sealed record Tick(string Text, bool Ticked) : FormPiece
{
    /// <inheritdoc/>
    public override IEnumerable<(string Text, FontRole Role)> Texts => [(Text, FontRole.Value)];
}

/// <summary>Room for the pen.</summary>
/// <param name="WidthMm">Width, mm.</param>
/// <param name="Ruled">With a line to write on.</param>
public sealed record Gap(double WidthMm, bool Ruled = true) : FormPiece;
