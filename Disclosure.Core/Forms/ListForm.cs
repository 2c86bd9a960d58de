using Disclosure.Core.Common;

namespace Disclosure.Core.Forms;

/// <summary>A list as a printed sheet: upright, or across where its columns ask for it.</summary>
public static class ListForm
{
    private const double SizePt = 9;
    private const double RowMm = 7;
    private const double NoteMm = 3.2;
    private const double NotePt = 7.5;
    private const double MmPerPoint = 25.4 / 72;

    /// <summary>The sheet of a list.</summary>
    public static FormSheet Sheet(Listing list)
    {
        var paper = list.Across ? FormPaper.Across : FormPaper.Upright;
        // As in a workbook, but at the foot: there it is read once, here it stands on every page.
        string[] notes =
        [
            .. new[] { list.MadeBy.Length > 0 ? $"制表人：{list.MadeBy}" : "", list.Scope }.Where(n => n.Length > 0),
            .. list.Notes,
        ];
        notes = [.. notes.Select(OneLine)];
        return new()
        {
            Name = list.Title,
            Pages =
            [
                new FormPage
                {
                    Title = list.Title,
                    HeadMm = list.Across ? 20 : 24,
                    HeadLeft = [new Entered(list.Bureau)],
                    HeadRight = [new Entered(list.MadeDay)],
                    Paper = paper,
                    ColumnsMm = Widths(list, paper.TextWidthMm),
                    HeadRows = 1,
                    Rows = [new(9, [.. list.Columns.Select(c => new LabelCell(1, c.Name))]), .. Rows(list)],
                    NotesMm = 2 + notes.Sum(n => NoteMm * LinesOf(n, paper.TextWidthMm)),
                    Notes = notes,
                },
            ],
        };
    }

    private static IEnumerable<FormRow> Rows(Listing list) =>
        list.Rows.Count > 0
            ? list.Rows.Select(r => new FormRow(RowMm, [.. r.Select((cell, i) => Cell(list.Columns[i], cell))]))
            : [new(12, new LabelCell(list.Columns.Count, "没有符合条件的记录。"))];

    private static ValueCell Cell(ListColumn column, object? cell) =>
        FormTable.Cell(column.Name, Listing.Shown(cell), SizePt, centred: column.Kind != ListKind.Text);

    private static IReadOnlyList<double> Widths(Listing list, double room)
    {
        var sum = list.Columns.Sum(c => c.Width);
        return [.. list.Columns.Select(c => c.Width * room / sum)];
    }

    // What was typed into a field of several lines may stand in a note; a note is one line until it is set.
    private static string OneLine(string note) => string.Join(' ', note.Split(["\r\n", "\n", "\r"], StringSplitOptions.TrimEntries));

    private static double LinesOf(string note, double room) =>
        Math.Ceiling(note.Sum(c => c < 0x2e80 ? 0.6 : 1.0) * NotePt * MmPerPoint / (room - 2));
}
