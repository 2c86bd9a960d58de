using System.IO.Compression;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using static Disclosure.Tests.Core.Forms.DocxPrinting;

namespace Disclosure.Tests.Core.Forms;

[Slow]
public sealed class DocxTests(DocxPrinting printing) : IClassFixture<DocxPrinting>
{
    private static readonly ReleaseApprovalRecord Sample = FormSamples.ReleaseApproval;

    public static TheoryData<string> Sheets() => DocxSheets.Names();

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Document_HasNothingTheFormatForbids(string name)
    {
        using var document = printing.Open(DocxSheets.All[name]);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
        );
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryLabelAndValue_StandsWholeInTheDocument(string name)
    {
        using var document = printing.Open(DocxSheets.All[name]);
        var text = Text(document);
        Assert.All(DocxSheets.Shown(DocxSheets.All[name]), t => Assert.Contains(FormPrinting.Solid(t), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void File_IsTheSameEveryTime(string name)
    {
        using var fresh = new FormPrinter(new FontOptions());
        Assert.Equal(printing.Docx(DocxSheets.All[name]), fresh.Docx(DocxSheets.All[name]).Value);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task File_IsNeverTakenForADangerousOne(string name)
    {
        var bytes = printing.Docx(DocxSheets.All[name]);
        Assert.Null(await OfficePackage.RefusalAsync("docx", new MemoryStream(bytes), TestContext.Current.CancellationToken));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var parts = document.GetAllParts().ToList();
        Assert.All(
            parts,
            p =>
                Assert.Empty(
                    p.ExternalRelationships.Concat<ReferenceRelationship>(p.HyperlinkRelationships).Concat(p.DataPartReferenceRelationships)
                )
        );
        Assert.DoesNotContain(
            parts,
            p => p is VbaProjectPart or EmbeddedObjectPart or EmbeddedPackagePart or CustomXmlPart or AlternativeFormatImportPart
        );
    }

    [Fact]
    public void File_SaysNothingOfWhoMadeItWhereOrWhen()
    {
        var bytes = printing.Docx(ReleaseApprovalForm.Sheet(Sample));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var properties = document.PackageProperties;
        Assert.Equal("昌都市统计局信息发布审批表 昌统发审〔2026〕12号", properties.Title);
        Assert.Null(properties.Creator ?? properties.LastModifiedBy ?? properties.Identifier ?? properties.Revision);
        Assert.Null(properties.Created ?? properties.Modified ?? properties.LastPrinted);
        Assert.Null(document.ExtendedFilePropertiesPart);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void LongTexts_AreShortenedAndContinuedExactlyAsInThePdf()
    {
        foreach (var sheet in DocxSheets.Overlong.Values)
        {
            using var document = printing.Open(sheet);
            var text = Text(document);
            var pdf = FormPrinting.PdfPig(printing.Pdf(sheet));
            var shortened = System
                .Text.RegularExpressions.Regex.Matches(pdf, "第1项[^□√签]{0,120}?……（见续页）")
                .Select(m => m.Value)
                .ToList();
            Assert.NotEmpty(shortened);
            Assert.All(shortened, s => Assert.Contains(s, text, StringComparison.Ordinal));
            Assert.Equal(Count(pdf, "（见续页）"), Count(text, "（见续页）"));
            Assert.Contains($"{sheet.Name}（续页）", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TickedAndOpenBoxes_ReadAsInThePdf_AndATickStandsInABox()
    {
        using var document = printing.Open(ReleaseApprovalForm.Sheet(Sample));
        Assert.Contains("√公报□年鉴□统计分析", Text(document), StringComparison.Ordinal);
        Assert.Contains("重大稿件：√是□否", Text(document), StringComparison.Ordinal);
        Assert.All(
            Body(document).Descendants<Run>().Where(r => r.InnerText == "√"),
            r => Assert.Equal(BorderValues.Single, r.RunProperties!.Border!.Val!.Value)
        );
    }

    [Fact]
    public void SignatureInTheSystem_SaysSoWithItsTimeAndForWhom()
    {
        using var document = printing.Open(ReleaseApprovalForm.Sheet(Sample));
        Assert.Contains("签名：副局长（代局长）系统审签11:32", Text(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_AreTheHandwritingSevenMillimetresHighAndTheCode()
    {
        using var document = printing.Open(DocxSheets.Mixed);
        Assert.Equal(2, document.MainDocumentPart!.ImageParts.Count());
        Assert.Equal(
            [7.0, 17.5],
            Body(document).Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>().Select(e => e.Cy!.Value / 36000.0).Order()
        );
        using var blank = printing.Open(SigningRows.Blank(ReleaseApprovalForm.Name));
        Assert.Empty(blank.MainDocumentPart!.ImageParts);
    }

    [Fact]
    public void Warning_StandsInTheHead_AndPagesCountThemselvesInTheFoot()
    {
        using var document = printing.Open(DocxSheets.Mixed);
        Assert.Equal("仅供预览", document.MainDocumentPart!.HeaderParts.Single().Header.InnerText);
        var foot = document.MainDocumentPart.FooterParts.Single().Footer;
        Assert.Equal(["PAGE", "NUMPAGES"], foot.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()));
        Assert.Contains("第1次打印　校验码 3f2a 9c01 7be4 55d0", foot.InnerText, StringComparison.Ordinal);
        using var valid = printing.Open(ReleaseApprovalForm.Sheet(Sample));
        Assert.Empty(valid.MainDocumentPart!.HeaderParts);
    }

    [Fact]
    public void Fonts_AreThoseOfAChineseOffice_AndTheBureausOwnComeFirst()
    {
        Assert.Equal(("方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312"), Families(printing.Printer));
        using var own = new FormPrinter(new FontOptions { Value = { "Noto Serif CJK SC" }, Title = { "Noto Sans CJK SC" } });
        Assert.Equal(("Noto Sans CJK SC", "黑体", "Noto Serif CJK SC", "楷体_GB2312"), Families(own));
    }

    [Fact]
    public void Tibetan_HasAFontOfItsOwnInEveryScriptSlot()
    {
        using var document = printing.Open(DocxSheets.Mixed);
        var runs = Body(document).Descendants<Run>().Where(r => r.InnerText.Any(c => c is >= '\u0f00' and <= '\u0fff')).ToList();
        Assert.NotEmpty(runs);
        Assert.All(
            runs,
            r =>
                Assert.True(
                    r.RunProperties!.RunFonts is { } f
                        && new[] { f.Ascii, f.HighAnsi, f.EastAsia, f.ComplexScript }.All(n => n == "Microsoft Himalaya")
                        && r.RunProperties.ComplexScript is not null
                )
        );
        Assert.All(runs, r => Assert.DoesNotContain(r.InnerText, c => c is >= '\u4e00' and <= '\u9fff'));
    }

    [Fact]
    public async Task ManyAtOnce_GiveTheSameBytesAsOneAfterAnother()
    {
        var sheets = Enumerable
            .Range(0, 12)
            .Select(i => ReleaseApprovalForm.Sheet(Sample with { Number = $"昌统发审〔2026〕{i}号" }))
            .ToList();
        using var fresh = new FormPrinter(new FontOptions());
        var atOnce = await Task.WhenAll(sheets.Select(s => Task.Run(() => fresh.Docx(s).Value, TestContext.Current.CancellationToken)));
        Assert.Equal(sheets.Select(printing.Docx), atOnce);
    }

    private static (string? Title, string? Label, string? Value, string? Kai) Families(FormPrinter printer)
    {
        using var document = WordprocessingDocument.Open(
            new MemoryStream(printer.Docx(ReleaseApprovalForm.Sheet(Sample)).Value),
            isEditable: false
        );
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        string? Of(string id) => styles[id].StyleRunProperties!.RunFonts!.EastAsia;
        return (Of("FormTitle"), Of("FormLabel"), Of("FormValue"), Of("FormSignedName"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
