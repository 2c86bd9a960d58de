using Bunit;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Core.Forms;
using Disclosure.Web.Components.Printing;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Web.Printing;

public sealed class SheetViewTests : BunitContext
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4e, 0x47];

    public static TheoryData<string, bool> Sheets() => [.. FormLibrary.All.SelectMany(f => new[] { (f.Name, true), (f.Name, false) })];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryTextThatIsPrinted_IsOnTheScreen(string name, bool blank)
    {
        var sheet = Sheet(name, blank);
        var text = Solid(Show(sheet).Find(".form-view").TextContent);
        Assert.All(Printed(sheet), t => Assert.Contains(Solid(t), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryGrid_IsATableWithItsColumnsAndHeadings(string name, bool blank)
    {
        var sheet = Sheet(name, blank);
        var view = Show(sheet);
        Assert.Equal(sheet.Pages.Count, view.FindAll(".form-page").Count);
        foreach (var (page, table) in sheet.Pages.Zip(view.FindAll("table")))
        {
            Assert.Equal(page.Ruled ? null : "presentation", table.GetAttribute("role"));
            Assert.Equal(page.ColumnsMm.Count, table.QuerySelectorAll("col").Length);
            Assert.Equal(page.Rows.Count, table.QuerySelectorAll("tr").Length);
            Assert.All(
                table.QuerySelectorAll("tr"),
                r =>
                    Assert.Equal(
                        page.ColumnsMm.Count,
                        r.Children.Sum(c => int.Parse(c.GetAttribute("colspan")!, System.Globalization.CultureInfo.InvariantCulture))
                    )
            );
            Assert.Equal(
                page.Ruled ? page.Rows.SelectMany(r => r.Cells).Count(c => c is LabelCell) : 0,
                table.QuerySelectorAll("th[scope]").Length
            );
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryBox_SaysWhetherItIsTicked(string name, bool blank)
    {
        var sheet = Sheet(name, blank);
        var ticks = sheet
            .Pages.SelectMany(p => p.Rows)
            .SelectMany(r => r.Cells)
            .SelectMany(c =>
                c switch
                {
                    ValueCell v => v.Lines,
                    SigningCell s => s.Lines,
                    _ => [],
                }
            )
            .SelectMany(l => l.Pieces)
            .OfType<Tick>();
        Assert.Equal(
            ticks.Select(t => (t.Ticked ? "已选" : "未选", t.Text)),
            Show(sheet).FindAll(".form-tick").Select(t => (t.QuerySelector("[role=img]")!.GetAttribute("aria-label")!, t.TextContent))
        );
    }

    [Fact]
    public void ColumnsOfTheReview_AreHeadedByWhoAnswers()
    {
        var view = Show(Sheet(ReleaseApprovalForm.Name, blank: false));
        var table = view.FindAll("table")[1];
        Assert.Equal(
            ["条款", "审查内容", "自审\n编辑", "自审\n负责人", "送审\n办公室", "终审\n分管领导"],
            table.QuerySelectorAll("th[scope=col]").Select(t => t.TextContent)
        );
        var asked = table.QuerySelectorAll("tr").First(r => r.QuerySelector("th")?.TextContent == "B3-1");
        Assert.Equal(
            ["审查内容", "自审编辑", "自审负责人", "送审办公室", "终审分管领导"],
            asked.QuerySelectorAll("td").Select(d => d.GetAttribute("data-name")!)
        );
    }

    [Fact]
    public void AListPage_HasItsHeadInTheHead_AndEveryRowBelow()
    {
        var page = Page(new FormRow(8, new LabelCell(1, "编号"), new LabelCell(1, "标题")), Listed("1", "甲"), Listed("2", "乙")) with
        {
            HeadRows = 1,
        };
        var table = Show(Of(page)).Find("table");
        Assert.Equal(["编号", "标题"], table.QuerySelectorAll("thead th[scope=col]").Select(t => t.TextContent));
        Assert.Equal(["1", "甲", "2", "乙"], table.QuerySelectorAll("tbody td").Select(t => t.TextContent));
    }

    [Fact]
    public void ASignature_ShowsNameWayAndDay_AndForWhom()
    {
        var box = new SignatureBox
        {
            Name = "副局长",
            ActingFor = "局长",
            Opinion = "一、同意。\r\n二、请核对。",
            Day = new(2026, 4, 13),
            SignedOnPrint = 2,
        };
        var cell = Show(
                Of(Page(new FormRow(20, new LabelCell(1, "意见"), new SigningCell(1, "意见", [], box, "负领导责任", "签名（公章）"))))
            )
            .Find("td.signing");
        Assert.Contains("一、同意。\n二、请核对。", cell.TextContent, StringComparison.Ordinal);
        Assert.Equal("负领导责任", cell.QuerySelector(".form-duty")!.TextContent);
        Assert.Equal("签名（公章）：副局长（代局长）手签第2次打印2026年4月13日", Solid(cell.QuerySelector(".form-signed")!.TextContent));
    }

    [Fact]
    public void HandwritingStandsForTheName_AndSaysWhoseItIs()
    {
        var box = new SignatureBox
        {
            Name = "局长",
            Day = new(2026, 4, 13),
            Handwriting = new HandwritingPicture(Png, 300, 90),
        };
        var picture = Show(Of(Page(new FormRow(20, new SigningCell(2, "意见", [], box, ""))))).Find(".form-signed img");
        Assert.Equal("data:image/png;base64,iVBORw==", picture.GetAttribute("src"));
        Assert.Equal("局长（手写签名）", picture.GetAttribute("alt"));
    }

    [Fact]
    public void AnEmptyBox_LeavesALineForThePen()
    {
        var cell = Show(Of(Page(new FormRow(20, new SigningCell(2, "意见", [], SignatureBox.Empty, ""))))).Find("td.signing");
        Assert.Equal(["待签", "待填", "待填", "待填"], cell.QuerySelectorAll(".form-gap").Select(g => g.GetAttribute("aria-label")!));
        Assert.Equal("签名：年月日", Solid(cell.QuerySelector(".form-signed")!.TextContent));
    }

    [Fact]
    public void AWarning_StandsOnEveryPage_AndALongTextIsNotShortened()
    {
        var opinion = string.Concat(Enumerable.Repeat("很长的意见，须全文显示。", 300));
        var sample = ReleaseApprovalForm.Sheet(
            FormSamples.ReleaseApproval with
            {
                Steps = FormSamples.ReleaseApproval.Steps.With("section", s => s with { Opinion = opinion }),
                Print = FormSamples.ReleaseApproval.Print with { Status = "仅供预览" },
            }
        );
        var view = Show(sample);
        Assert.Equal(["仅供预览", "仅供预览"], view.FindAll(".form-status").Select(s => s.TextContent));
        Assert.Contains(opinion, view.Find(".form-view").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("见续页", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void TextFromPeople_IsTextAndNotMarkup()
    {
        var view = Show(Of(Page(Listed("1", "<img src=x onerror=alert(1)>"))));
        Assert.Empty(view.FindAll("img"));
        Assert.Contains("<img src=x onerror=alert(1)>", view.Find("table").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SheetView> Show(FormSheet sheet) => Render<SheetView>(p => p.Add(v => v.Sheet, sheet));

    /// <summary>What a sheet prints, without the names that only a continuation page would use.</summary>
    private static IEnumerable<string> Printed(FormSheet sheet)
    {
        var cells = sheet.Pages.SelectMany(p => p.Rows).SelectMany(r => r.Cells).ToList();
        var names = cells
            .Select(c =>
                c switch
                {
                    ValueCell v => v.Name,
                    SigningCell s => s.Name,
                    _ => "",
                }
            )
            .Concat(
                cells
                    .SelectMany(c =>
                        c switch
                        {
                            ValueCell v => v.Lines,
                            SigningCell s => s.Lines,
                            _ => [],
                        }
                    )
                    .SelectMany(l => l.Pieces)
                    .OfType<Entered>()
                    .Select(e => e.Name)
            )
            .ToHashSet();
        return sheet.Texts().Select(t => t.Text).Where(t => !names.Contains(t));
    }

    private static FormSheet Of(FormPage page) => new() { Name = "试", Pages = [page] };

    private static FormPage Page(params IReadOnlyList<FormRow> rows) =>
        new()
        {
            Title = "试",
            ColumnsMm = [56, 100],
            Rows = rows,
        };

    private static FormRow Listed(string number, string title) =>
        new(
            8,
            new ValueCell(1, "编号", [new FormLine([new Entered(number)])]),
            new ValueCell(1, "标题", [new FormLine([new Entered(title)])])
        );

    private static FormSheet Sheet(string name, bool blank)
    {
        var form = FormLibrary.All.Single(f => f.Name == name);
        return blank ? form.Blank : form.Sample;
    }
}
