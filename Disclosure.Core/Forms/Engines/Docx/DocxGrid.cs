using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Rectangles as a table of fixed columns: every edge begins a column, and a cell spans as many as it covers.</summary>
internal static class DocxGrid
{
    private const uint OuterEighths = 8;
    private const uint InnerEighths = 4;

    /// <summary>The table of rows; without lines for a letter.</summary>
    /// <param name="padMm">Room above and below the text of every cell, mm.</param>
    public static Table Table(IReadOnlyList<DocxRow> rows, bool ruled, double padMm = 0)
    {
        int[] edges =
        [
            .. rows.SelectMany(r => r.Blocks).SelectMany(b => new[] { Units.Twips(b.Left), Units.Twips(b.Right) }).Distinct().Order(),
        ];
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Units.Text(edges[^1] - edges[0]) },
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                Borders(ruled),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = Units.Text(Units.Twips(padMm)), Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = Units.Text(Units.Twips(padMm)), Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(edges.Zip(edges.Skip(1), (a, b) => new GridColumn { Width = Units.Text(b - a) }))
        );
        var y = 0.0;
        foreach (var row in rows)
        {
            table.Append(Rows(row, edges, y));
            y += row.HeightMm;
        }

        return table;
    }

    private static IEnumerable<TableRow> Rows(DocxRow row, int[] edges, double y)
    {
        if (row.WithNext)
        {
            Bind(row);
        }

        // Heights are taken from places on the page, so that rounding never adds up.
        int At(double mm) => Units.Twips(y + mm);
        int[] cuts = [.. row.Blocks.SelectMany(b => new[] { At(b.Top), At(b.Bottom) }).Distinct().Order()];
        foreach (var (top, bottom) in cuts.Zip(cuts.Skip(1)))
        {
            var properties = new TableRowProperties();
            if (!row.Exact && row.Blocks.Max(b => b.TextMm) is > 0 and <= ListPager.MostEmptyMm)
            {
                properties.Append(new CantSplit());
            }

            properties.Append(
                new TableRowHeight
                {
                    Val = (uint)(bottom - top),
                    HeightType = row.Exact ? HeightRuleValues.Exact : HeightRuleValues.AtLeast,
                }
            );
            if (row.Head)
            {
                properties.Append(new TableHeader());
            }

            yield return new([
                properties,
                .. row
                    .Blocks.Where(b => At(b.Top) <= top && At(b.Bottom) >= bottom)
                    .OrderBy(b => b.Left)
                    .Select(b =>
                        Cell(
                            b,
                            edges,
                            At(b.Top) < top ? MergedCellValues.Continue
                                : At(b.Bottom) > bottom ? MergedCellValues.Restart
                                : null
                        )
                    ),
            ]);
        }
    }

    /// <summary>A row stays with the next when its paragraphs do.</summary>
    private static void Bind(DocxRow row)
    {
        foreach (var paragraph in row.Blocks.SelectMany(b => b.Content).OfType<Paragraph>())
        {
            paragraph.ParagraphProperties!.KeepNext = new();
        }
    }

    private static TableCell Cell(DocxBlock block, int[] edges, MergedCellValues? merge)
    {
        var (left, right) = (Units.Twips(block.Left), Units.Twips(block.Right));
        var span = edges.Count(e => e > left && e <= right);
        var properties = new TableCellProperties
        {
            TableCellWidth = new() { Type = TableWidthUnitValues.Dxa, Width = Units.Text(right - left) },
            GridSpan = span > 1 ? new() { Val = span } : null,
            VerticalMerge = merge is { } m ? new() { Val = m } : null,
            TableCellBorders = Lines(block),
            TableCellVerticalAlignment = new() { Val = block.Align },
        };
        return new([properties, .. merge == MergedCellValues.Continue ? [DocxText.Nothing()] : block.Content]);
    }

    private static TableBorders Borders(bool ruled) =>
        ruled
            ? new(
                new TopBorder { Val = BorderValues.Single, Size = OuterEighths },
                new LeftBorder { Val = BorderValues.Single, Size = OuterEighths },
                new BottomBorder { Val = BorderValues.Single, Size = OuterEighths },
                new RightBorder { Val = BorderValues.Single, Size = OuterEighths },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = InnerEighths },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = InnerEighths }
            )
            : new(
                new TopBorder { Val = BorderValues.Nil },
                new LeftBorder { Val = BorderValues.Nil },
                new BottomBorder { Val = BorderValues.Nil },
                new RightBorder { Val = BorderValues.Nil },
                new InsideHorizontalBorder { Val = BorderValues.Nil },
                new InsideVerticalBorder { Val = BorderValues.Nil }
            );

    private static TableCellBorders? Lines(DocxBlock block) =>
        (block.Open | block.Outer) == Edges.None
            ? null
            : new()
            {
                TopBorder = Line<TopBorder>(block, Edges.Top),
                LeftBorder = Line<LeftBorder>(block, Edges.Left),
                BottomBorder = Line<BottomBorder>(block, Edges.Bottom),
                RightBorder = Line<RightBorder>(block, Edges.Right),
            };

    private static T? Line<T>(DocxBlock block, Edges edge)
        where T : BorderType, new() =>
        block.Open.HasFlag(edge) ? new T { Val = BorderValues.Nil }
        : block.Outer.HasFlag(edge) ? new T { Val = BorderValues.Single, Size = OuterEighths }
        : null;
}
