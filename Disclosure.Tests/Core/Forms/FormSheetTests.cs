using Disclosure.Core.Approval;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;

namespace Disclosure.Tests.Core.Forms;

public sealed class FormSheetTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    public static TheoryData<string, bool> Sheets() => [.. FormLibrary.All.SelectMany(f => new[] { (f.Name, true), (f.Name, false) })];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryPage_FillsTheTextAreaExactly(string name, bool blank)
    {
        foreach (var page in Sheet(name, blank).Pages)
        {
            Assert.Equal(FormPage.WidthMm, page.ColumnsMm.Sum(), 6);
            Assert.All(
                printing.Laid(page),
                laid => Assert.Equal(FormPage.TextHeightMm, page.HeadMm + laid.Rows.Sum(r => r.HeightMm) + laid.NotesMm, 6)
            );
            // What stands on a fixed page is as high as the form says; only lists grow.
            Assert.True(page.HeadRows > 0 || Math.Abs(page.HeightMm - FormPage.TextHeightMm) < 1e-6, $"{page.Title}: {page.HeightMm} mm");
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryRow_CoversAllColumns(string name, bool blank)
    {
        foreach (var page in Sheet(name, blank).Pages)
        {
            Assert.All(page.Rows, row => Assert.Equal(page.ColumnsMm.Count, row.Cells.Sum(c => c.Columns)));
        }
    }

    [Fact]
    public void ReleaseApproval_HasTheRowsOfTheDesign()
    {
        var front = Sheet(ReleaseApprovalForm.Name, true).Pages[0];
        Assert.Equal([9, 8, 8, 14, 9, 12, 8, 10, 14, 17, 16, 17, 15, 17, 9], front.Rows.Select(r => r.HeightMm));
        Assert.Equal([26, 52, 26, 52], front.ColumnsMm);
    }

    [Fact]
    public void CountyReview_HasTheRowsOfTheDesign()
    {
        var front = Sheet(CountyReviewForm.Name, true).Pages[0];
        Assert.Equal([9, 8, 8, 8, 12, 9, 9, 18, 22, 18, 16, 18, 14, 17, 9], front.Rows.Select(r => r.HeightMm));
        Assert.Contains("审核表", front.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void BothForms_CarryTheSecrecyReviewSheetOnTheirBack()
    {
        string[] both = [ReleaseApprovalForm.Name, CountyReviewForm.Name];
        Assert.All(both, name => Assert.Equal(SecrecyReviewForm.Name, Sheet(name, true).Pages[^1].Title));
    }

    [Fact]
    public void Days_StandWithoutLeadingZeros()
    {
        var sheet = ReleaseApprovalForm.Sheet(new() { FilledOn = new DateOnly(2026, 1, 5) });
        Assert.Contains(sheet.Texts(), t => t.Text == "2026年1月5日");
    }

    [Fact]
    public void PrintLine_SaysWhichPrintAndTheFirstSixteenDigits()
    {
        var mark = new PrintMark(2, "0123456789abcdef" + new string('f', 48));
        Assert.Equal("第2次打印　校验码 0123 4567 89ab cdef", mark.Line);
        Assert.Equal("昌统发审〔2026〕12号 0123456789abcdef" + new string('f', 48), mark.QrText("昌统发审〔2026〕12号"));
    }

    [Fact]
    public void BlankForm_CarriesNoPrintLineAndNoQrCode()
    {
        Assert.All(FormLibrary.All, form => Assert.Equal("", form.Blank.PrintLine + form.Blank.QrText + form.Blank.Status));
    }

    [Theory]
    [InlineData("公告")]
    [InlineData("统计")]
    public void KindTheFormDoesNotHave_IsABugAndNotAnEmptyBox(string kind)
    {
        Assert.Throws<ArgumentException>(() => ReleaseApprovalForm.Sheet(new() { Item = new() { Kind = kind } }));
    }

    [Fact]
    public void EveryOption_TicksExactlyItself()
    {
        foreach (var kind in FormWording.Kinds)
        {
            Assert.Equal([kind], Ticked(ReleaseApprovalForm.Sheet(new() { Item = new() { Kind = kind } })));
        }

        foreach (var finding in FormWording.Findings)
        {
            Assert.Equal([finding], BoxLines.Finding(finding, "").Pieces.OfType<Tick>().Where(t => t.Ticked).Select(t => t.Text));
        }

        foreach (var choice in FormWording.ChiefChoices)
        {
            Assert.Equal([choice], BoxLines.CountyChoice(choice).Pieces.OfType<Tick>().Where(t => t.Ticked).Select(t => t.Text));
        }
    }

    [Fact]
    public void FollowUps_AreNamedByReviewer_AndSayNothingOnlyWhenAllFourSaidNo()
    {
        ReviewAnswer no = new("B3-4", Yes: false),
            yes = new("B3-4", Yes: true, "征求公众意见稿");
        Assert.DoesNotContain(Back(no, no, no), t => t == "无");
        Assert.Contains(Back(no, no, no, no), t => t == "无");

        Assert.Contains(Back(no, no, no, yes), t => t == "分管领导：征求公众意见稿");
        Assert.Contains(Back(no, no, yes, yes), t => t == "办公室、分管领导：征求公众意见稿");
    }

    // In the order of the route; who is left out has not answered.
    private static IEnumerable<string> Back(params ReviewAnswer[] answers)
    {
        var reviewers = StepRows
            .Review(ApprovalRoutes.City1, _ => new())
            .Reviewers.Select((r, i) => i < answers.Length ? r with { By = new() { Answers = [answers[i]] } } : r);
        return SecrecyReviewForm.Page("", FormItem.Empty, new() { Reviewers = [.. reviewers] }).Texts().Select(t => t.Text);
    }

    private static IEnumerable<string> Ticked(FormSheet sheet) =>
        sheet
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
            .OfType<Tick>()
            .Where(t => t.Ticked)
            .Select(t => t.Text);

    private static FormSheet Sheet(string name, bool blank)
    {
        var form = FormLibrary.All.Single(f => f.Name == name);
        return blank ? form.Blank : form.Sample;
    }
}
