namespace Disclosure.Core.Forms;

/// <summary>Spreads the rows of a list over pages: heads repeat, and every page fills the text area exactly.</summary>
internal static class FormTable
{
    /// <summary>Pages of a list.</summary>
    /// <param name="first">A page without rows: title, number line, columns, notes.</param>
    /// <param name="head">Rows that every page begins with.</param>
    /// <param name="rows">Rows in order; those bound together stay on one page.</param>
    /// <param name="last">Rows that close the list, such as the signatures.</param>
    public static IReadOnlyList<FormPage> Pages(FormPage first, IReadOnlyList<FormRow> head, IEnumerable<IReadOnlyList<FormRow>> rows, params IReadOnlyList<FormRow> last)
    {
        var pages = new List<List<FormRow>> { new(head) };
        var room = FormPage.TextHeightMm - first.HeadMm - first.NotesMm;
        foreach (var bound in rows.Append(last).Where(r => r.Count > 0))
        {
            if (pages[^1].Count > head.Count && pages[^1].Sum(r => r.HeightMm) + bound.Sum(r => r.HeightMm) > room + 0.001)
            {
                pages.Add([.. head]);
            }
            pages[^1].AddRange(bound);
        }
        return [.. pages.Select(p => first with { Rows = p, NotesMm = FormPage.TextHeightMm - first.HeadMm - p.Sum(r => r.HeightMm) })];
    }

    /// <summary>A cell of one column at a size of its own.</summary>
    public static ValueCell Cell(string name, string text, double sizePt, bool centred = true, int columns = 1) =>
        new(columns, name, text.Length == 0 ? [] : [new FormLine([new Entered(text)], sizePt)], centred);
}
