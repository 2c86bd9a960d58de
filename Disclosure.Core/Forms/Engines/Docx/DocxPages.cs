using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>
/// Lays a sheet out as the body of a document: for each page its title, number line, table and notes, then the continuation.
/// </summary>
internal sealed class DocxPages(Fitting fitting, Typesetter typesetter, FontStack fonts, DocxPictures pictures)
{
    private const double TitlePt = 22;
    private const double NumberLineMm = 8;

    /// <summary>No more than a line takes by itself: LibreOffice gives a line of blanks that height whatever is asked.</summary>
    private const double NumberTextMm = 5.4;
    private const double HeadQrMm = 16;
    private const double NoteMm = 7.5 * 1.1 * 25.4 / 72;

    /// <summary>What every page leaves free at its foot, because word processors differ in where they count a line's width.</summary>
    private const double SpareMm = 1.0;

    /// <summary>Everything in the body but its section.</summary>
    public IEnumerable<OpenXmlElement> Body(FormSheet sheet)
    {
        var overflow = new List<Continued>();
        var body = sheet
            .Pages.SelectMany((p, i) => p.HeadRows > 0 ? List(sheet, p, i > 0, overflow) : Page(sheet, p, i > 0, overflow))
            .ToList();
        if (overflow.Count > 0)
        {
            body.Add(DocxText.Nothing(onNewPage: true));
            body.Add(Continuation(sheet, overflow));
        }

        if (body[^1] is Table)
        {
            // Word takes no document that ends with a table.
            body.Add(DocxText.Nothing());
        }

        return body;
    }

    private IEnumerable<OpenXmlElement> Page(FormSheet sheet, FormPage page, bool breaks, List<Continued> overflow)
    {
        var cells = new DocxCells(fitting, typesetter, fonts, pictures, overflow);
        // A letter may be written on: its parts move down instead of being cut off.
        var rows = page.Rows.Select(r => new DocxRow(
            r.HeightMm,
            Blocks(page, r.Cells, (c, x, width) => cells.Blocks(c, x, width, r.HeightMm))
        )
        {
            Exact = page.Ruled,
        });
        return [.. Head(sheet, page, breaks), DocxGrid.Table([.. rows], page.Ruled), .. Notes(sheet, page)];
    }

    /// <summary>A list as one table: title and number line are rows of its head, so that they too stand on every page it takes.</summary>
    private IEnumerable<OpenXmlElement> List(FormSheet sheet, FormPage list, bool breaks, List<Continued> overflow)
    {
        var cells = new DocxCells(fitting, typesetter, fonts, pictures, overflow);
        var head = new ListPager(fitting)
            .Pages(list)
            .First()
            .Rows.Take(list.HeadRows)
            .Zip(list.Rows, (laid, row) => HeadRow(list, laid, row, cells));
        var rows = list
            .Rows.Skip(list.HeadRows)
            .Select(r => new DocxRow(r.HeightMm, Blocks(list, r.Cells, (c, x, width) => cells.Growing(c, x, width, r.HeightMm)))
            {
                Exact = false,
                WithNext = r.WithNext,
            });
        return
        [
            .. breaks ? [DocxText.Nothing(onNewPage: true)] : Array.Empty<OpenXmlElement>(),
            DocxGrid.Table(
                [Heading(sheet, list), .. head, .. rows, .. list.Notes.Count > 0 ? [Closing(sheet, list)] : Array.Empty<DocxRow>()],
                list.Ruled,
                ListPager.PadY
            ),
        ];
    }

    /// <summary>A row of a list's head grows like any other, but for one cut short because it would leave no room on the page.</summary>
    private static DocxRow HeadRow(FormPage list, LaidRow laid, FormRow row, DocxCells cells)
    {
        var height = laid.Lines.Contains(null) ? laid.HeightMm : row.HeightMm;
        return new(
            height,
            Blocks(
                list,
                laid.Cells.Zip(laid.Lines),
                p => p.First,
                (p, x, width) => p.Second is null ? cells.Blocks(p.First, x, width, height) : cells.Growing(p.First, x, width, height)
            )
        )
        {
            Exact = false,
            Head = true,
        };
    }

    private DocxRow Heading(FormSheet sheet, FormPage page)
    {
        var height = page.HeadMm - SpareMm;
        return new(
            height,
            [
                new(0, 0, FormPage.WidthMm, height, [.. Head(sheet, page, false)])
                {
                    Align = TableVerticalAlignmentValues.Top,
                    Open = Edges.Top | Edges.Left | Edges.Right,
                    Outer = Edges.Bottom,
                },
            ]
        )
        {
            Head = true,
        };
    }

    /// <summary>The notes of a list as its last row: they then never stand on a page without its head.</summary>
    private DocxRow Closing(FormSheet sheet, FormPage list)
    {
        Paragraph[] notes = [.. Notes(sheet, list)];
        var height = notes.Length * NoteMm;
        return new(
            height,
            [
                new(0, 0, FormPage.WidthMm, height, notes)
                {
                    Align = TableVerticalAlignmentValues.Top,
                    Open = Edges.Left | Edges.Right | Edges.Bottom,
                    Outer = Edges.Top,
                },
            ]
        )
        {
            Exact = false,
        };
    }

    private static List<DocxBlock> Blocks(
        FormPage page,
        IReadOnlyList<FormCell> cells,
        Func<FormCell, double, double, IEnumerable<DocxBlock>> blocks
    ) => Blocks(page, cells, c => c, blocks);

    /// <summary>The rectangles of a row, each cell given its left edge and width in mm.</summary>
    private static List<DocxBlock> Blocks<T>(
        FormPage page,
        IEnumerable<T> cells,
        Func<T, FormCell> cell,
        Func<T, double, double, IEnumerable<DocxBlock>> blocks
    )
    {
        var (column, x) = (0, 0.0);
        var all = new List<DocxBlock>();
        foreach (var one in cells)
        {
            var width = page.ColumnsMm.Skip(column).Take(cell(one).Columns).Sum();
            all.AddRange(blocks(one, x, width));
            column += cell(one).Columns;
            x += width;
        }

        return all;
    }

    private IEnumerable<Paragraph> Head(FormSheet sheet, FormPage page, bool breaks)
    {
        // Four fifths of an exact line stand above its baseline, wherever the document is opened.
        var title = (((page.HeadMm - NumberLineMm) / 2) + (0.38 * Units.Mm(TitlePt))) / 0.8;
        IEnumerable<OpenXmlElement> qr =
            page.Qr == QrPlace.Head && sheet.QrText.Length > 0 ? [pictures.Qr(sheet.QrText, FormPage.WidthMm - HeadQrMm, 0, HeadQrMm)] : [];
        yield return DocxText.Paragraph(
            DocxStyles.Title,
            title,
            [.. qr, .. DocxRuns.Of(page.Title, DocxStyles.Title, TitlePt)],
            new()
            {
                PageBreakBefore = breaks ? new() : null,
                KeepNext = new(),
                SpacingBetweenLines = new() { After = Units.Length(page.HeadMm - NumberTextMm - SpareMm - title) },
            }
        );
        yield return DocxText.Paragraph(
            DocxStyles.Number,
            NumberTextMm,
            [
                .. DocxRuns.Of(page.HeadLeft, DocxStyles.Number, 12),
                .. page.HeadRight.Count > 0
                    ? [DocxRuns.Tab(), .. DocxRuns.Of(page.HeadRight, DocxStyles.Number, 12)]
                    : Array.Empty<OpenXmlElement>(),
            ],
            new()
            {
                KeepNext = new(),
                Indentation = DocxText.Indent(1, 0),
                Tabs = new(new TabStop { Val = TabStopValues.Right, Position = Units.Twips(FormPage.WidthMm - 1) }),
            }
        );
    }

    private IEnumerable<Paragraph> Notes(FormSheet sheet, FormPage page)
    {
        var withQr = page.Qr == QrPlace.Notes && sheet.QrText.Length > 0;
        foreach (var (i, note) in page.Notes.Index())
        {
            var top = page.HeadMm - SpareMm + page.Rows.Sum(r => r.HeightMm) + 0.5;
            OpenXmlElement[] qr =
                withQr && i == 0 ? [pictures.Qr(sheet.QrText, FormPage.WidthMm - page.NotesMm, top, page.NotesMm - 0.5)] : [];
            yield return DocxText.Paragraph(
                DocxStyles.Note,
                NoteMm,
                [.. qr, .. DocxRuns.Of(note, DocxStyles.Note, 7.5)],
                new()
                {
                    Indentation = DocxText.Indent(0, page.Qr == QrPlace.Notes ? page.NotesMm + 2 : 0),
                    SpacingBetweenLines = new() { Before = Units.Length(i == 0 ? 0.4 : 0) },
                }
            );
        }
    }

    /// <summary>Whole texts that did not fit, in one frame; title and number are its head and stand on every page it takes.</summary>
    private Table Continuation(FormSheet sheet, IReadOnlyList<Continued> texts)
    {
        const double width = FormPage.WidthMm;
        var head = new FormPage
        {
            Title = $"{sheet.Name}（续页）",
            HeadLeft = sheet.Number.Length > 0 ? [new Words($"编号：{sheet.Number}")] : [],
            ColumnsMm = [],
            Rows = [],
        };
        var body = FormPage.TextHeightMm - head.HeadMm - SpareMm;
        return DocxGrid.Table(
            [
                Heading(sheet, head),
                new(body, [new(0, 0, width, body, [.. texts.SelectMany(Text)]) { Align = TableVerticalAlignmentValues.Top }])
                {
                    Exact = false,
                },
            ],
            ruled: true
        );

        IEnumerable<Paragraph> Text(Continued text, int index) =>
            [
                DocxText.Paragraph(
                    DocxStyles.Label,
                    Units.Mm(12 * 1.6),
                    DocxRuns.Of(text.Name, DocxStyles.Label, 12),
                    new()
                    {
                        KeepNext = new(),
                        Indentation = DocxText.Indent(4, 4),
                        Justification = new() { Val = JustificationValues.Left },
                        SpacingBetweenLines = new() { Before = Units.Length(index == 0 ? 3 : Units.Mm(12 * 0.8)) },
                    }
                ),
                .. DocxText.Paragraphs(DocxStyles.Value, [.. text.Text.Split('\n').SelectMany(Set)], 4, 4, _ => 100),
            ];

        IEnumerable<SetParagraph> Set(string line) =>
            fitting.Whole([new FormLine([new Entered(line)])], FontRole.Value, width - 8, 12, 1.5).Paragraphs;
    }
}
