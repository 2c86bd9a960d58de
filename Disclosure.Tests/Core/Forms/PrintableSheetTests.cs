using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

/// <summary>No stored text keeps a form from being printed.</summary>
[Slow]
public sealed class PrintableSheetTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    // The runner cannot hand over half a character; this word stands for one.
    private const string Half = "half";

    [Theory]
    [InlineData("👍")]
    [InlineData("\U000F1234")]
    [InlineData("\u0001")]
    [InlineData(Half)]
    [InlineData("\u202e")]
    [InlineData("\u0301")]
    public void EveryForm_ComesOut_WithAnyCharacterAtTheEndOfEachOfItsTexts(string character)
    {
        foreach (var form in FormLibrary.All)
        {
            // In the place of an ideograph, as wide as the mark, because a form's own words have no room to spare.
            var sheet = form.Sample.Rewritten(
                (text, _) =>
                    text.Length > 1 && text[^1] is >= '一' and <= '龥' ? text[..^1] + (character == Half ? "\ud83d" : character) : text
            );
            Assert.NotEmpty(printing.Print(sheet));
            Assert.True(printing.Printer.Docx(sheet).Ok, form.Name);
        }
    }

    [Fact]
    public void Character_ThatNoFontHas_IsMarked_AndTheFootSaysWhatTheMarkMeans()
    {
        var sheet = ReleaseApprovalForm.Sheet(
            FormSamples.ReleaseApproval with
            {
                Steps = FormSamples.ReleaseApproval.Steps.With("section", s => s with { Opinion = "同意👍\U000F1234发布" }),
            }
        );

        var (pdf, docx) = (Poppler(printing.Print(sheet)), Docx(printing.Printer.Docx(sheet).Value));

        Assert.Contains("同意〓〓发布", pdf, StringComparison.Ordinal);
        Assert.Contains("同意〓〓发布", docx, StringComparison.Ordinal);
        Assert.Contains("〓：原文有无法打印的字符", pdf, StringComparison.Ordinal);
        Assert.Equal("〓：原文有无法打印的字符", printing.Printer.Printable(sheet).Footnote);
    }

    [Fact]
    public void Sheet_ThatCanBePrinted_StaysTheSame()
    {
        var sheet = ReleaseApprovalForm.Sheet(FormSamples.ReleaseApproval);
        Assert.Same(sheet, printing.Printer.Printable(sheet));
        Assert.DoesNotContain("〓", Poppler(printing.Print(sheet)), StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_TakesAnyText() =>
        Assert.NotEmpty(
            Workbook.File(
                new WorkbookSheet(
                    "表",
                    ["甲"],
                    [
                        ["一\u0001二\ud83d三👍\ufffe"],
                    ]
                )
            )
        );

    private static string Docx(byte[] bytes)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return DocxPrinting.Text(document);
    }
}
