using Disclosure.Core.Forms;
using Disclosure.Core.Forms.Engines;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

public sealed class ListPagerTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    [Fact]
    public void EveryPage_BeginsWithTheHead_AndNoRowIsLostOrDoubled()
    {
        var list = List([.. Enumerable.Range(0, 300).Select(i => Row($"第{i}行", i % 7 == 0 ? Words(60) : "短"))]);
        var pages = printing.Laid(list);
        Assert.True(pages.Count > 10);
        Assert.All(pages, p => Assert.Equal(["甲", "乙"], p.Rows[0].Cells.Cast<LabelCell>().Select(c => c.Text)));
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"第{i}行"), pages.SelectMany(p => p.Rows.Skip(1)).Select(r => Said(r, 0)));
        Assert.All(pages, p => Assert.True(p.NotesMm >= list.NotesMm - 1e-6, $"{p.NotesMm} mm are left for the notes."));
    }

    [Fact]
    public void Row_GrowsWithItsText_AndKeepsItsSize()
    {
        var rows = printing.Laid(List([Row("一", "短"), Row("二", Words(400))]))[0].Rows;
        Assert.Equal(9, rows[1].HeightMm, 6);
        Assert.Equal(Words(400), Said(rows[2], 1));
        Assert.True(rows[2].HeightMm > 30);
        Assert.All(rows[2].Lines[1]!, line => Assert.Equal(10, line.SizePt));
    }

    [Fact]
    public void RowLongerThanAPage_GoesOnWhole_AndIsNeverOneLineAlone()
    {
        var text = Words(9000);
        var pages = printing.Laid(List([Row("一", "短"), Row("二", text), Row("三", "短")]));
        var parts = pages.SelectMany(p => p.Rows.Skip(1)).Where(r => Said(r, 0) is "二" or "").ToList();
        Assert.True(parts.Count > 2);
        Assert.Equal(text, string.Concat(parts.Select(p => Said(p, 1))));
        Assert.All(parts, p => Assert.True(p.Lines[1]!.Count >= 2));
        Assert.Equal("三", Said(pages[^1].Rows[^1], 0));
        Assert.DoesNotContain("续页", PdfPig(printing.Print(Sheet(List([Row("二", text)])))), StringComparison.Ordinal);
    }

    [Fact]
    public void BoundRows_StayOnOnePage()
    {
        for (var before = 10; before < 30; before++)
        {
            var pages = printing.Laid(
                List([
                    .. Enumerable.Range(0, before).Select(i => Row($"{i}", "短")),
                    .. FormTable.Bound(Row("头", "短"), Row("身", "短"), Row("尾", "短")),
                ])
            );
            Assert.Single(pages, p => p.Rows.Any(r => Said(r, 0) is "头" or "身" or "尾"));
        }
    }

    [Fact]
    public void Heading_GoesWithTheFirstLinesOfALongRow()
    {
        for (var before = 0; before < 20; before++)
        {
            var pages = printing.Laid(
                List([
                    .. Enumerable.Range(0, before).Select(i => Row($"{i}", "短")),
                    .. FormTable.Bound(Row("头", "短"), Row("身", Words(9000))),
                ])
            );
            var page = pages.Single(p => p.Rows.Any(r => Said(r, 0) == "头"));
            Assert.Equal("身", Said(page.Rows[^1], 0));
        }
    }

    [Fact]
    public void Head_NeverCrowdsOutTheRows()
    {
        var list = List([Row("一", "短")]) with { Rows = [Row("头", Words(5000)), Row("一", "短")] };
        var text = PdfPig(printing.Print(Sheet(list)));
        Assert.Contains("一短", text, StringComparison.Ordinal);
        Assert.Contains("……（见续页）", text, StringComparison.Ordinal);
        Assert.Contains(Words(5000)[^60..], text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_AreNumberedOverAllOfThem()
    {
        var sheet = AnnualCatalogueForm.Sheet(ListSamples.Annual);
        var count = printing.Laid(sheet.Pages[0]).Count;
        var text = PdfPig(printing.Print(sheet));
        Assert.True(count > 2);
        Assert.All(Enumerable.Range(1, count), n => Assert.Contains($"第{n}页共{count}页", text, StringComparison.Ordinal));
    }

    [Fact]
    public void LongOpinions_StandWholeInTheFlowRecord_BesideTheirSignature()
    {
        var opinion = Words(2000);
        var sheet = FlowRecordForm.Sheet(
            ListSamples.Flow with
            {
                Entries = [.. ListSamples.Flow.Entries.Select(e => e with { Opinion = opinion })],
            }
        );
        var text = PdfPig(printing.Print(sheet));
        Assert.DoesNotContain("续页", text, StringComparison.Ordinal);
        var rows = printing.Laid(sheet.Pages[0]).SelectMany(p => p.Rows).ToList();
        Assert.Equal(
            ListSamples.Flow.Entries.Count * opinion.Length,
            rows.Where(r => r.Cells[0] is LabelCell { Text: "意见" }).Sum(r => Said(r, 1).Length)
        );
    }

    private static FormPage List(IReadOnlyList<FormRow> rows) =>
        new()
        {
            Title = "清单",
            ColumnsMm = [30, 126],
            HeadRows = 1,
            Rows = [new(9, new LabelCell(1, "甲"), new LabelCell(1, "乙")), .. rows],
            NotesMm = 6,
        };

    private static FormSheet Sheet(FormPage page) => new() { Name = "清单", Pages = [page] };

    private static FormRow Row(string name, string text) =>
        new(9, FormTable.Cell("甲", name, 10), FormTable.Cell("乙", text, 10, centred: false));

    private static string Said(LaidRow row, int cell) =>
        string.Concat(row.Lines[cell]!.SelectMany(l => l.Atoms).OfType<TextAtom>().Select(a => a.Text));

    private static string Words(int length) => string.Concat(Enumerable.Range(1, length).Select(i => (char)('一' + (i * 7 % 500))));
}
