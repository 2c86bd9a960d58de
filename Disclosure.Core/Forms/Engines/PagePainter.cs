using System.Globalization;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Lays a sheet out on pages: head, grid, notes, foot, and the continuation pages that turn out to be needed.</summary>
internal sealed class PagePainter
{
    /// <summary>Every character the engine may add to a sheet of its own accord.</summary>
    public const string OwnWords = "第页共0123456789 （续页）编号：……见签名系统审代手打印次年月日:" + TickAtom.Open + TickAtom.Ticked;

    private const double TitlePt = 22;
    private const double NumberLineMm = 8;
    private const double HeadQrMm = 16;
    private const double SmallPt = 9;
    private const double FootnotePt = 7.5;
    private const double MmPerPoint = 25.4 / 72;

    private readonly FontStack fonts;
    private readonly Typesetter typesetter;
    private readonly Fitting fitting;

    /// <summary>A painter for one sheet; what it has measured goes with it.</summary>
    public PagePainter(FontStack fonts)
    {
        this.fonts = fonts;
        typesetter = new(fonts);
        fitting = new(typesetter);
    }

    /// <summary>All pages of a sheet.</summary>
    public IReadOnlyList<DrawnPage> Draw(FormSheet sheet)
    {
        var overflow = new List<Continued>();
        List<DrawnPage> pages = [.. sheet.Pages.SelectMany(form => Laid(form).Select(laid => Page(sheet, form, laid, overflow)))];
        if (overflow.Count > 0)
        {
            pages.AddRange(Continuation(sheet, overflow));
        }

        for (var i = 0; i < pages.Count; i++)
        {
            Foot(sheet, new TextPainter(fonts, pages[i]), i + 1, pages.Count);
        }

        return pages;
    }

    /// <summary>The rows of a page of the sheet as they stand: one page for a form, as many as it takes for a list.</summary>
    public IEnumerable<LaidPage> Laid(FormPage form) =>
        form.HeadRows > 0
            ? new ListPager(fitting).Pages(form)
            :
            [
                new(
                    [.. form.Rows.Select(r => new LaidRow(r.HeightMm, r.Cells, [.. r.Cells.Select(_ => (IReadOnlyList<SetLine>?)null)]))],
                    form.NotesMm
                ),
            ];

    private DrawnPage Page(FormSheet sheet, FormPage form, LaidPage laid, List<Continued> overflow)
    {
        var (page, paper) = (new DrawnPage(form.Paper), form.Paper);
        var text = new TextPainter(fonts, page);
        var cells = new CellPainter(fitting, text, overflow);
        Head(sheet, form, text);
        var y = paper.TopMm + form.HeadMm;
        foreach (var (i, row) in laid.Rows.Index())
        {
            Row(form, row, cells, page, y);
            y += row.HeightMm;
            if (form.Ruled && i < laid.Rows.Count - 1)
            {
                page.Line(paper.LeftMm, y, paper.LeftMm + paper.TextWidthMm, y, 0.5);
            }
        }

        if (form.Ruled)
        {
            var top = paper.TopMm + form.HeadMm;
            page.Frame(paper.LeftMm, top, paper.TextWidthMm, y - top, 1.0);
        }

        Notes(sheet, form, text, y);
        return page;
    }

    private static void Row(FormPage form, LaidRow row, CellPainter cells, DrawnPage page, double y)
    {
        var (x, column) = (form.Paper.LeftMm, 0);
        foreach (var (cell, lines) in row.Cells.Zip(row.Lines))
        {
            var width = form.ColumnsMm.Skip(column).Take(cell.Columns).Sum();
            if (lines is null)
            {
                cells.Draw(cell, x, y, width, row.HeightMm);
            }
            else
            {
                cells.Draw(cell, lines, x, y, width, row.HeightMm);
            }

            x += width;
            column += cell.Columns;
            if (form.Ruled && column < form.ColumnsMm.Count)
            {
                page.Line(x, y, x, y + row.HeightMm, 0.5);
            }
        }
    }

    private void Head(FormSheet sheet, FormPage form, TextPainter text)
    {
        var (left, top, wide) = (form.Paper.LeftMm, form.Paper.TopMm, form.Paper.TextWidthMm);
        // A title of many words is set smaller; none of the forms has one.
        var size = TitlePt * Math.Min(1, wide / text.Width(form.Title, FontRole.Title, TitlePt));
        var width = text.Width(form.Title, FontRole.Title, size);
        var middle = top + ((form.HeadMm - NumberLineMm) / 2);
        text.Words(form.Title, FontRole.Title, size, left + ((wide - width) / 2), middle + (0.38 * size * MmPerPoint));
        var baseline = top + form.HeadMm - 2.2;
        text.Line(typesetter.Atoms(form.HeadLeft, FontRole.Value), 12, left + 1, baseline);
        var right = typesetter.Atoms(form.HeadRight, FontRole.Value);
        text.Line(right, 12, left + wide - 1 - Typesetter.Visible(right, 12), baseline);
        if (form.Qr == QrPlace.Head && sheet.QrText.Length > 0)
        {
            text.Page.Qr(sheet.QrText, left + wide - HeadQrMm, top, HeadQrMm);
        }

        if (sheet.Status.Length > 0)
        {
            var end = text.Words(sheet.Status, FontRole.Label, 14, left + 2, top - 4.6);
            text.Page.Frame(left, top - 9.5, end - left + 2, 7, 1.0);
        }
    }

    private void Notes(FormSheet sheet, FormPage form, TextPainter text, double y)
    {
        var (withQr, left, wide) = (form.Qr == QrPlace.Notes, form.Paper.LeftMm, form.Paper.TextWidthMm);
        if (withQr && sheet.QrText.Length > 0)
        {
            text.Page.Qr(sheet.QrText, left + wide - form.NotesMm, y + 0.5, form.NotesMm - 0.5);
        }

        var width = wide - (withQr ? form.NotesMm + 2 : 0);
        var lines = fitting.Set([.. form.Notes.Select(n => new FormLine([new Words(n)], 7.5))], FontRole.Value, width, 7.5, 1.1);
        text.Lines(lines, left, y + 0.4, width);
    }

    private static void Foot(FormSheet sheet, TextPainter text, int number, int count)
    {
        var paper = text.Page.Paper;
        var (left, baseline) = (paper.LeftMm, paper.TopMm + paper.TextHeightMm + 7);
        var print = string.Join('　', new[] { sheet.Number, sheet.PrintLine }.Where(s => s.Length > 0));
        text.Words(print, FontRole.Value, SmallPt, left, baseline);
        text.Words(sheet.Footnote, FontRole.Value, FootnotePt, left, baseline + 4.5);
        var page = string.Create(CultureInfo.InvariantCulture, $"第 {number} 页 共 {count} 页");
        text.Words(page, FontRole.Value, SmallPt, left + paper.TextWidthMm - text.Width(page, FontRole.Value, SmallPt), baseline);
    }

    /// <summary>A heading goes over to the next page with its text.</summary>
    private static bool IsHeading(SetLine line) => line.Atoms is [TextAtom { Role: FontRole.Label }, ..];

    /// <summary>Whole texts that did not fit, one under another, over as many pages as they take.</summary>
    private IEnumerable<DrawnPage> Continuation(FormSheet sheet, IReadOnlyList<Continued> texts)
    {
        var paper = sheet.Pages[^1].Paper;
        var (left, top, width) = (paper.LeftMm, paper.TopMm, paper.TextWidthMm - 8);
        var lines = texts
            .SelectMany(
                (t, i) =>
                    (IEnumerable<SetLine>)
                        [
                            .. fitting.Set([new FormLine([new Words(t.Name)])], FontRole.Label, width, 12, i == 0 ? 1.6 : 2.4),
                            .. fitting.Set([new FormLine([new Entered(t.Text)])], FontRole.Value, width, 12, 1.5),
                        ]
            )
            .ToList();
        var head = new FormPage
        {
            Title = $"{sheet.Name}（续页）",
            HeadLeft = sheet.Number.Length > 0 ? [new Words($"编号：{sheet.Number}")] : [],
            ColumnsMm = [],
            Rows = [],
            Paper = paper,
        };
        var room = paper.TextHeightMm - 24 - 6;
        for (var at = 0; at < lines.Count;)
        {
            var page = new DrawnPage(paper);
            var text = new TextPainter(fonts, page);
            Head(sheet, head, text);
            page.Frame(left, top + 24, paper.TextWidthMm, paper.TextHeightMm - 24, 1.0);
            var (take, height) = (0, 0.0);
            while (at + take < lines.Count && (height += lines[at + take].HeightMm) <= room)
            {
                take++;
            }

            while (take > 1 && at + take < lines.Count && IsHeading(lines[at + take - 1]))
            {
                take--;
            }

            text.Lines(lines.Skip(at).Take(take), left + 4, top + 24 + 3, width);
            at += take;
            yield return page;
        }
    }
}
