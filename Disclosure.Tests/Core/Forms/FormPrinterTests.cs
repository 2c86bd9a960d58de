using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

[Slow]
public sealed class FormPrinterTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private const string Names = "喆堃珺赟";
    private const string Tibetan = "བཀྲ་ཤིས";

    private static readonly ReleaseApprovalRecord Sample = FormSamples.ReleaseApproval;

    [Fact]
    public void Text_ReadsBackCharacterForCharacter()
    {
        foreach (var sheet in FormLibrary.All.SelectMany(f => new[] { f.Blank, f.Sample }))
        {
            var pdf = printing.Print(sheet);
            var (poppler, pig) = (Poppler(pdf), PdfPig(pdf));
            foreach (var (text, _) in Printed(sheet))
            {
                Assert.Contains(Solid(text), poppler, StringComparison.Ordinal);
                Assert.Contains(Solid(text), pig, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void RareNames_ArePrintedAndReadBack()
    {
        var pdf = printing.Print(
            ReleaseApprovalForm.Sheet(
                Sample with
                {
                    Steps = Sample.Steps.With("section", s => s with { Name = Names, Opinion = Names + "𠮷" }),
                }
            )
        );
        Assert.Contains(Names + "𠮷", Poppler(pdf), StringComparison.Ordinal);
        Assert.Contains("签名：" + Names, PdfPig(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Tibetan_IsShapedAndReadsBack()
    {
        var pdf = printing.Print(ReleaseApprovalForm.Sheet(Sample with { Item = Sample.Item with { Title = Tibetan } }));
        Assert.Contains(Tibetan, Poppler(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void CharacterAndItsRadical_DoNotBecomeEachOther()
    {
        // Many fonts draw 金 and the radical ⾦ with one glyph; the text must still say which was meant.
        var pdf = printing.Print(ReleaseApprovalForm.Sheet(Sample with { Item = Sample.Item with { Title = "金融与⾦部，人民与⺠部" } }));
        Assert.Contains("金融与⾦部，人民与⺠部", Poppler(pdf), StringComparison.Ordinal);
        Assert.Contains("金融与⾦部，人民与⺠部", PdfPig(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Ticks_AreToldFromOpenBoxesInTheText()
    {
        var text = Poppler(printing.Print(ReleaseApprovalForm.Sheet(Sample)));
        Assert.Contains("√公报□年鉴□统计分析", text, StringComparison.Ordinal);
        Assert.Contains("重大稿件：√是□否", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LongOpinion_ContinuesWholeOnAnotherPage()
    {
        var opinion = Long(2000);
        var pdf = printing.Print(
            ReleaseApprovalForm.Sheet(Sample with { Steps = Sample.Steps.With("section", s => s with { Opinion = opinion }) })
        );
        var text = PdfPig(pdf);
        Assert.Contains("……（见续页）", text, StringComparison.Ordinal);
        Assert.Contains("审批表（续页）", text, StringComparison.Ordinal);
        Assert.Contains("科室（中心）负责人复审意见" + Solid(opinion[..30]), text, StringComparison.Ordinal);
        Assert.Equal(2000, opinion.Length);
        Assert.All(opinion.Chunk(40), part => Assert.Contains(Solid(new string(part)), Unpaged(text), StringComparison.Ordinal));
    }

    [Fact]
    public void EverythingLong_StillStandsWholeOnContinuationPages()
    {
        var box = new SignatureBox
        {
            Name = "长名字的负责人员",
            Opinion = Long(2000),
            Day = new(2026, 12, 31),
            ActingFor = "另一位负责人",
        };
        var record = FormSamples.CountyReview with
        {
            Steps = FormSamples.CountyReview.Steps.Full(box, box),
            Item = FormSamples.CountyReview.Item with
            {
                Title = Long(500),
                Remarks = Long(400),
                WithholdingGround = Long(200),
                Attribute = "不予公开",
            },
        };
        var text = Unpaged(PdfPig(printing.Print(CountyReviewForm.Sheet(record))));
        Assert.Equal(7, Count(text, Solid(Long(2000)[1900..1990])));
        Assert.Contains(new string('a', 400), text, StringComparison.Ordinal);

        var named = box with { Name = new string('长', 40), SignedInSystem = DateTime.UnixEpoch };
        var city = Sample with { Steps = Sample.Steps.Full(named, box), Item = record.Item };
        text = Unpaged(PdfPig(printing.Print(ReleaseApprovalForm.Sheet(city))));
        Assert.Equal(6, Count(text, Solid(Long(2000)[1900..1990])));
        Assert.Equal(4, Count(text, new string('长', 40) + "（代另一位负责人）"));
    }

    [Fact]
    public void Lines_NeitherBeginNorEndAgainstTheRules_AndKeepNumbersWithTheirUnits()
    {
        var opinion = string.Concat(
            Enumerable.Range(1, 70).Select(i => $"经核对，{new string('全', i % 9)}市（含各县、区）生产总值1,234.5亿元，“增长”7.2%；")
        );
        var pdf = printing.Print(
            ReleaseApprovalForm.Sheet(Sample with { Steps = Sample.Steps.With("section", s => s with { Opinion = opinion }) })
        );
        var lines = Run("pdftotext", pdf, "-raw", "-f", "3", "{0}", "-").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 40);
        Assert.DoesNotContain(lines, l => "。，、；：？！）》」』】”%".Contains(l[0], StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => "（《「『【“".Contains(l[^1], StringComparison.Ordinal));
        Assert.Equal(70, lines.Sum(l => Count(l, "1,234.5亿元")));
    }

    [Fact]
    public void LineFeeds_BeginNewLinesAndAreNotPrinted()
    {
        var pdf = printing.Print(
            ReleaseApprovalForm.Sheet(
                Sample with
                {
                    Steps = Sample.Steps.With("section", s => s with { Opinion = "一、同意。\r\n二、请核对附表。" }),
                }
            )
        );
        Assert.Contains("一、同意。二、请核对附表。", Poppler(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_StayOnOneLineAndInsideTheirCells()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(printing.Print(ReleaseApprovalForm.Sheet(Sample)));
        const double mm = 72 / 25.4;
        foreach (var letter in document.GetPages().SelectMany(p => p.Letters))
        {
            Assert.InRange(letter.StartBaseLine.X, 28 * mm - 1, 184 * mm);
            Assert.InRange(letter.EndBaseLine.X, 28 * mm, 184 * mm + 1);
            Assert.InRange(letter.StartBaseLine.Y, 25 * mm, (297 - 27) * mm);
        }
    }

    [Fact]
    public void SignatureLines_AreLevelWithTheirDays()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(printing.Print(SigningRows.Blank(CountyReviewForm.Name)));
        var letters = document.GetPage(1).Letters;
        var signatures = letters
            .Where(l =>
                l.Value == "签"
                && letters.Any(n =>
                    n.Value == "名" && Math.Abs(n.StartBaseLine.X - l.EndBaseLine.X) < 0.5 && n.StartBaseLine.Y == l.StartBaseLine.Y
                )
            )
            .ToList();
        Assert.Equal(7, signatures.Count);
        Assert.All(
            signatures,
            s => Assert.Contains(letters, l => l.Value == "日" && Math.Abs(l.StartBaseLine.Y - s.StartBaseLine.Y) < 0.01)
        );
    }

    [Fact]
    public void Pages_AreA4AndNumbered()
    {
        var pdf = printing.Print(ReleaseApprovalForm.Sheet(Sample));
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        Assert.All(document.GetPages(), p => Assert.Equal((595, 842), (Math.Round(p.Width), Math.Round(p.Height))));
        Assert.Contains("第1页共2页", PdfPig(pdf), StringComparison.Ordinal);
        Assert.Contains("第2页共2页", PdfPig(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_StandsOnEveryPage()
    {
        var text = PdfPig(printing.Print(ReleaseApprovalForm.Sheet(Sample with { Print = Sample.Print with { Status = "仅供预览" } })));
        Assert.Equal(2, Count(text, "仅供预览"));
    }

    [Fact]
    public void SignatureInTheSystem_SaysSoWithItsTimeAndForWhom()
    {
        var text = Poppler(printing.Print(ReleaseApprovalForm.Sheet(Sample)));
        Assert.Contains("副局长（代局长）", text, StringComparison.Ordinal);
        Assert.Contains("系统审签", text, StringComparison.Ordinal);
        Assert.Contains("11:32", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PenOnAnEarlierPrint_IsNamedInTheBox_AndHandwritingStandsForTheSetName()
    {
        var text = Poppler(
            printing.Print(
                ReleaseApprovalForm.Sheet(
                    Sample with
                    {
                        Steps = Sample
                            .Steps.With("section", s => s with { SignedInSystem = null, SignedOnPrint = 3 })
                            .With("director", s => s with { Handwriting = Handwriting() }),
                    }
                )
            )
        );
        Assert.Contains("手签", text, StringComparison.Ordinal);
        Assert.Contains("第3次打印", text, StringComparison.Ordinal);
        Assert.DoesNotContain("副局长（代局长）", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_AreEmbeddedAndOnlyInPart()
    {
        foreach (var sheet in FormLibrary.All.Select(f => f.Sample))
        {
            var pdf = printing.Print(sheet);
            var fonts = Run("pdffonts", pdf, "{0}").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
            Assert.NotEmpty(fonts);
            Assert.All(fonts, f => Assert.Matches(@"CID TrueType\s.*\syes\s+yes\s+yes\s", f));
            Assert.True(pdf.Length < 200_000, $"{pdf.Length} bytes: a font was embedded whole.");
        }
    }

    [Fact]
    public void File_IsSoundAndTheSameEveryTime()
    {
        var pdf = printing.Print(ReleaseApprovalForm.Sheet(Sample));
        Assert.Equal(0, Run("qpdf", pdf, "--check", "{0}").Code);
        Assert.Equal(pdf, printing.Print(ReleaseApprovalForm.Sheet(Sample)));
    }

    [Fact]
    public void SheetKeptAsText_PrintsTheSameBytesAgain()
    {
        foreach (var sheet in FormLibrary.All.SelectMany(f => new[] { f.Blank, f.Sample }))
        {
            Assert.Equal(printing.Print(sheet), printing.Print(SheetText.FromJson(SheetText.ToJson(sheet))));
        }
    }

    [Fact]
    public void Document_CarriesNoCharacterOfAnother()
    {
        printing.Print(ReleaseApprovalForm.Sheet(Sample with { Item = Sample.Item with { Title = "饕餮" } }));
        var before = printing.Print(SigningRows.Blank(ReleaseApprovalForm.Name));
        using var fresh = new FormPrinter(new FontOptions());
        Assert.Equal(fresh.Pdf(SigningRows.Blank(ReleaseApprovalForm.Name)).Value, before);
    }

    [Fact]
    public async Task ManyAtOnce_GiveTheSameBytesAsOneAfterAnother()
    {
        var sheets = Enumerable
            .Range(0, 12)
            .Select(i => ReleaseApprovalForm.Sheet(Sample with { Number = $"昌统发审〔2026〕{i}号" }))
            .ToList();
        using var fresh = new FormPrinter(new FontOptions());
        var atOnce = await Task.WhenAll(sheets.Select(s => Task.Run(() => fresh.Pdf(s).Value, TestContext.Current.CancellationToken)));
        Assert.Equal(sheets.Select(printing.Print), atOnce);
    }

    [Fact]
    public void NoFontAtAll_SaysWhereItLookedAndWhatToDo()
    {
        using var printer = new FormPrinter(new FontOptions { Folders = ["/nowhere/fonts"] });
        var problem = Assert.IsType<NoFontsProblem>(printer.Pdf(SigningRows.Blank(ReleaseApprovalForm.Name)).Problem);
        Assert.Contains("/nowhere/fonts", problem.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到可用的中文字体", problem.Text, StringComparison.Ordinal);
    }

    /// <summary>What a sheet prints, without the names that only a continuation page would use.</summary>
    private static IEnumerable<(string Text, FontRole Role)> Printed(FormSheet sheet)
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
        return sheet.Texts().Where(t => !names.Contains(t.Text));
    }

    private static HandwritingPicture Handwriting()
    {
        using var bitmap = new SkiaSharp.SKBitmap(300, 90);
        using var canvas = new SkiaSharp.SKCanvas(bitmap);
        canvas.Clear(SkiaSharp.SKColors.Transparent);
        using var ink = new SkiaSharp.SKPaint
        {
            Color = SkiaSharp.SKColors.Black,
            StrokeWidth = 5,
            IsAntialias = true,
        };
        canvas.DrawLine(10, 70, 280, 20, ink);
        canvas.Flush();
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return new(data.ToArray(), 300, 90);
    }

    private static string Long(int length) =>
        string.Concat(
            Enumerable.Range(1, length / 8).Select(i => $"第{i}项，经核对2025年数据为{i * 37}.5亿元（同比增长{i % 9}.{i % 7}%）。")
        )[..length];

    /// <summary>The text without what stands between two continuation pages: foot of the one, head of the other.</summary>
    private static string Unpaged(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            "昌统[^号]+号第1次打印校验码[0-9a-f]{16}第\\d+页共\\d+页(昌都市统计局(县区)?信息发布审.表（续页）编号：昌统[^号]+号)?",
            ""
        );

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
