using Disclosure.Core.Forms;

namespace Disclosure.Web.Components.Printing;

/// <summary>A row as the screen draws it.</summary>
/// <param name="HeightMm">Least height, mm.</param>
/// <param name="IsHead">True when it only heads the columns below.</param>
/// <param name="Cells">Cells from the left.</param>
internal sealed record ShownRow(double HeightMm, bool IsHead, IReadOnlyList<ShownCell> Cells)
{
    /// <summary>Rows of a page. A row of nothing but labels heads the columns below it until the next such row.</summary>
    public static IReadOnlyList<ShownRow> Of(FormPage page)
    {
        var rows = new List<ShownRow>(page.Rows.Count);
        var heads = new Dictionary<int, string>();
        foreach (var row in page.Rows)
        {
            var isHead = row.Cells.Count > 1 && row.Cells.All(c => c is LabelCell);
            var (cells, column) = (new List<ShownCell>(row.Cells.Count), 0);
            foreach (var cell in row.Cells)
            {
                if (isHead)
                {
                    heads[column] = ((LabelCell)cell).Text.Replace("\n", "", StringComparison.Ordinal);
                }
                var scope =
                    isHead ? "col"
                    : cell.Columns == page.ColumnsMm.Count ? "colgroup"
                    : "row";
                cells.Add(new(cell, page.ColumnsMm.Skip(column).Take(cell.Columns).Sum(), scope, heads.GetValueOrDefault(column, "")));
                column += cell.Columns;
            }
            rows.Add(new(row.HeightMm, isHead, cells));
        }
        return rows;
    }
}

/// <summary>A cell with what the grid around it says.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="WidthMm">Width on paper, mm.</param>
/// <param name="Scope">What it heads, should it be a label.</param>
/// <param name="ColumnName">Label over its column; empty for none.</param>
internal sealed record ShownCell(FormCell Cell, double WidthMm, string Scope, string ColumnName)
{
    private const double MmPerPoint = 25.4 / 72;

    /// <summary>
    /// Size of a label, rem (1 rem is 12 points): as on paper it keeps its own line breaks and becomes smaller where its box is narrow.
    /// </summary>
    public double LabelRem =>
        Cell is LabelCell label ? Math.Clamp((WidthMm - 2.5) / (label.Text.Split('\n').Max(Ems) * 12 * MmPerPoint), 0.6875, 1) : 1;

    private static double Ems(string text) => Math.Max(1, text.Sum(c => char.IsAscii(c) ? 0.6 : 1));
}
