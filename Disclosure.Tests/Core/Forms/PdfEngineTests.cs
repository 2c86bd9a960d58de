using Disclosure.Core.Forms;
using Disclosure.Core.Forms.Engines;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using UglyToad.PdfPig;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

/// <summary>What either engine must do with the pages it is given.</summary>
[Slow]
public sealed class PdfEngineTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private const double PointsPerMm = 72 / 25.4;
    private static readonly ReleaseApprovalRecord Sample = FormSamples.ReleaseApproval;

    [Fact]
    public void EveryText_BeginsOnItsBaselineWhereItWasSet()
    {
        var sheet = ReleaseApprovalForm.Sheet(Sample);
        using var fonts = new FontStack(new FontOptions());
        var pages = new PagePainter(fonts).Draw(sheet);
        using var document = PdfDocument.Open(printing.Print(sheet));
        foreach (var (page, drawn) in document.GetPages().Zip(pages))
        {
            foreach (var text in drawn.Texts.Where(t => !string.IsNullOrWhiteSpace(t.Text.Glyphs[0].Source)))
            {
                Assert.Contains(
                    page.Letters,
                    l =>
                        l.Value == text.Text.Glyphs[0].Source
                        && Math.Abs(l.StartBaseLine.X - (text.X * PointsPerMm)) < 0.05
                        && Math.Abs(page.Height - l.StartBaseLine.Y - (text.Y * PointsPerMm)) < 0.05
                        && Math.Abs(l.PointSize - text.SizePt) < 0.01
                );
            }
        }
    }

    [Fact]
    public void StacksOnOneBase_AreDrawnApartAndReadBack()
    {
        // ka alone, with subjoined ra, with subjoined la, with both vowel and subjoined ya: four pictures of one first character.
        const string stacks = "ཀ་ཀྲ་ཀླ་ཀྱི་ཀྲ་བོད་རང་སྐྱོང་ལྗོངས་ཆབ་མདོ་གྲོང་ཁྱེར";
        var pdf = printing.Print(ReleaseApprovalForm.Sheet(Sample with { Item = Sample.Item with { Title = stacks } }));
        Assert.Contains(stacks, Poppler(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDrawsNothing_LeavesNoTrace()
    {
        var pdf = printing.Print(ReleaseApprovalForm.Sheet(Sample with { Item = Sample.Item with { Title = "葛\uFE00、昌\u200D都" } }));
        Assert.Matches("葛\uFE00?、昌\u200D?都", Poppler(pdf));
    }

    [Fact]
    public void LongDocument_IsPrintedWhole()
    {
        var letter = ConsentLetter.Sheet(ConsentLetterRecord.Blank);
        var pdf = printing.Print(letter with { Pages = [.. Enumerable.Repeat(letter.Pages[0], 260)] });
        Assert.Contains("第260页共260页", Poppler(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void File_TellsNoTimeOfPrinting()
    {
        var about = Run("pdfinfo", printing.Print(ReleaseApprovalForm.Sheet(Sample)), "{0}").Output;
        Assert.Contains("Disclosure", about, StringComparison.Ordinal);
        Assert.DoesNotContain("Date", about, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DifferentFormsAtOnce_GiveTheSameBytesAsOneAfterAnother()
    {
        var sheets = FormLibrary.All.SelectMany(f => new[] { f.Sample, f.Blank, f.Sample }).ToList();
        var atOnce = await Task.WhenAll(sheets.Select(s => Task.Run(() => printing.Print(s), TestContext.Current.CancellationToken)));
        using var fresh = new FormPrinter(new FontOptions());
        Assert.Equal(sheets.Select(s => fresh.Pdf(s).Value), atOnce);
    }
}
