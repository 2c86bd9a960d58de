using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using DocumentFormat.OpenXml.Wordprocessing;
using static Disclosure.Tests.Core.Forms.DocxPrinting;

namespace Disclosure.Tests.Core.Forms;

/// <summary>Measures of the document as written, before any word processor reads it; twips are twentieths of a point.</summary>
[Slow]
public sealed class DocxGridTests(DocxPrinting printing) : IClassFixture<DocxPrinting>
{
    public static TheoryData<string> Fixed() =>
        [.. DocxSheets.All.Where(s => s.Value.Pages.All(p => p.HeadRows == 0 && p.Ruled)).Select(s => s.Key)];

    public static TheoryData<string> Lists() => [.. DocxSheets.All.Where(s => s.Value.Pages.All(p => p.HeadRows > 0)).Select(s => s.Key)];

    [Fact]
    public void Paper_IsA4UprightWithTheMarginsOfTheForms()
    {
        foreach (var sheet in DocxSheets.All.Values)
        {
            using var document = printing.Open(sheet);
            var section = Body(document).Elements<SectionProperties>().Single();
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            Assert.Equal((Twips(210), Twips(297)), ((int)size.Width!.Value, (int)size.Height!.Value));
            Assert.Equal(
                (Twips(37), Twips(28), Twips(26), Twips(35)),
                (margin.Top!.Value, (int)margin.Left!.Value, (int)margin.Right!.Value, margin.Bottom!.Value)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void RowsOfAForm_AreExactlyAsHigh_AndColumnsAsWide_AsTheSheetSays(string name)
    {
        var sheet = DocxSheets.All[name];
        using var document = printing.Open(sheet);
        foreach (var (page, table) in sheet.Pages.Zip(Body(document).Elements<Table>()))
        {
            var heights = table.Elements<TableRow>().Select(r => r.TableRowProperties!.GetFirstChild<TableRowHeight>()!).ToList();
            Assert.All(heights, h => Assert.Equal(HeightRuleValues.Exact, h.HeightType!.Value));
            var below = Running(heights.Select(h => (int)h.Val!.Value)).ToHashSet();
            Assert.All(Running(page.Rows.Select(r => r.HeightMm)), mm => Assert.Contains(Twips(mm), below));
            Assert.Equal(Twips(page.Rows.Sum(r => r.HeightMm)), below.Max());
            Columns(page, table);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void RowsOfAList_AreAtLeastAsHigh_AndItsHeadStandsOnEveryPage(string name)
    {
        var sheet = DocxSheets.All[name];
        using var document = printing.Open(sheet);
        foreach (var (page, table) in sheet.Pages.Zip(Body(document).Elements<Table>()))
        {
            var rows = table.Elements<TableRow>().ToList();
            // Title and number line are the first row of the head.
            Assert.Equal(
                Enumerable.Repeat(true, page.HeadRows + 1),
                rows.TakeWhile(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null).Select(_ => true)
            );
            foreach (var (row, written) in page.Rows.Zip(rows.Skip(1)))
            {
                var height = written.TableRowProperties!.GetFirstChild<TableRowHeight>()!;
                Assert.Equal(HeightRuleValues.AtLeast, height.HeightType!.Value);
                Assert.Equal(row.HeightMm, height.Val!.Value * 25.4 / 1440, 0.02);
            }

            Columns(page, table);
        }
    }

    [Fact]
    public void LongRowOfAList_MayBreak_AndAShortOneMayNot()
    {
        var list = FormLibrary.All.First(f => f.Sample.Pages is [{ HeadRows: > 0 }]).Sample.Pages[0];
        FormRow Row(string text) => new(7, new ValueCell(list.ColumnsMm.Count, "意见", [new FormLine([new Entered(text)])]));
        using var document = printing.Open(
            new FormSheet
            {
                Name = "表",
                Pages = [list with { Rows = [.. list.Rows.Take(list.HeadRows), Row(DocxSheets.Long(1800)), Row("同意。")] }],
            }
        );
        var rows = Body(document).Elements<Table>().Single().Elements<TableRow>().Skip(list.HeadRows + 1).ToList();
        Assert.Null(rows[0].TableRowProperties!.GetFirstChild<CantSplit>());
        Assert.NotNull(rows[1].TableRowProperties!.GetFirstChild<CantSplit>());
    }

    [Fact]
    public void Lines_AreOnePointAroundAndHalfAPointWithin_AndALetterHasNone()
    {
        foreach (var form in FormLibrary.All)
        {
            using var document = printing.Open(form.Blank);
            foreach (var (page, table) in form.Blank.Pages.Zip(Body(document).Elements<Table>()))
            {
                var borders = table
                    .GetFirstChild<TableProperties>()!
                    .TableBorders!.Elements<BorderType>()
                    .Select(b => b.Val!.Value == BorderValues.Nil ? 0 : b.Size!.Value / 8.0);
                Assert.Equal(page.Ruled ? [1, 1, 1, 1, 0.5, 0.5] : [0, 0, 0, 0, 0, 0], borders);
            }
        }
    }

    [Fact]
    public void Letter_MovesDownWhenItIsWrittenOn()
    {
        foreach (var form in FormLibrary.All.Where(f => !f.Sample.Pages[0].Ruled))
        {
            using var document = printing.Open(form.Sample);
            Assert.All(Body(document).Descendants<TableRowHeight>(), h => Assert.Equal(HeightRuleValues.AtLeast, h.HeightType!.Value));
        }
    }

    /// <summary>Every edge of a column is one of the table's, and every row is as wide as the page.</summary>
    private static void Columns(FormPage page, Table table)
    {
        Assert.Equal(TableLayoutValues.Fixed, table.GetFirstChild<TableProperties>()!.TableLayout!.Type!.Value);
        var edges = Running(
                table
                    .GetFirstChild<TableGrid>()!
                    .Elements<GridColumn>()
                    .Select(c => int.Parse(c.Width!, System.Globalization.CultureInfo.InvariantCulture))
            )
            .ToHashSet();
        Assert.All(Running(page.ColumnsMm), mm => Assert.Contains(Twips(mm), edges));
        Assert.All(
            table.Elements<TableRow>(),
            row =>
            {
                var cells = row.Elements<TableCell>().Select(c => c.TableCellProperties!).ToList();
                Assert.Equal(
                    Twips(FormPage.WidthMm),
                    cells.Sum(c => int.Parse(c.TableCellWidth!.Width!, System.Globalization.CultureInfo.InvariantCulture))
                );
                Assert.Equal(edges.Count, cells.Sum(c => c.GridSpan?.Val?.Value ?? 1));
            }
        );
    }

    private static IEnumerable<int> Running(IEnumerable<int> steps)
    {
        var sum = 0;
        return [.. steps.Select(s => sum += s)];
    }

    private static IEnumerable<double> Running(IEnumerable<double> steps)
    {
        var sum = 0.0;
        return [.. steps.Select(s => sum += s)];
    }

    private static int Twips(double mm) => (int)Math.Round(mm * 1440 / 25.4, MidpointRounding.AwayFromZero);
}
