namespace Disclosure.Core.Forms;

/// <summary>Pieces that lists are put together from.</summary>
internal static class FormTable
{
    /// <summary>A cell of entered text at a size of its own.</summary>
    public static ValueCell Cell(string name, string text, double sizePt, bool centred = true, int columns = 1) =>
        new(columns, name, text.Length == 0 ? [] : [new FormLine([new Entered(text)], sizePt)], centred);

    /// <summary>Rows that stay on one page; the last may be broken where it is long.</summary>
    public static IEnumerable<FormRow> Bound(params IReadOnlyList<FormRow> rows) =>
        rows.Select((r, i) => i < rows.Count - 1 ? r with { WithNext = true } : r);

    /// <summary>Empty rows for the pen, as wide as their columns.</summary>
    public static IEnumerable<FormRow> Empty(int rows, double heightMm, int columns) =>
        Enumerable
            .Range(0, rows)
            .Select(_ => new FormRow(heightMm, [.. Enumerable.Range(0, columns).Select(_ => new ValueCell(1, "", []))]));
}
