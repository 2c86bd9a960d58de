using System.Text;
using Disclosure.Core.Files.Reading;
using static Disclosure.Tests.Core.Files.Reading.PdfFiles;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Text of a PDF that nobody sees is told apart with its reason; pages whose text cannot be had are counted as not read.</summary>
public sealed class PdfHidingTests
{
    private const string Image =
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream";

    [Theory]
    [InlineData("3 Tr {0}", "不显示的文字")]
    [InlineData("7 Tr {0}", "不显示的文字")]
    [InlineData("1 g {0} 0 g", "白色文字")]
    [InlineData("1 1 1 rg {0} 0 g", "白色文字")]
    [InlineData("0 0 0 0 k {0} 0 g", "白色文字")]
    [InlineData("1 g 0 0 300 842 re f {0} 0 g", "白色文字")]
    [InlineData("q 1 0 0 1 0 900 cm {0} Q", "页面之外的文字")]
    [InlineData("q 0.1 0 0 0.1 60 60 cm {0} Q", "极小的文字")]
    [InlineData("/Clear gs {0}", "透明文字")]
    [InlineData("/OC /Off BDC {0} EMC", "关闭的图层")]
    [InlineData("/OC /On BDC {0} EMC", null)]
    [InlineData("0.2 0.3 0.6 rg 40 90 300 40 re f 1 g {0} 0 g", null)]
    [InlineData("0.2 g 40 90 m 340 90 l 340 130 l 40 130 l h f 1 g {0} 0 g", null)]
    [InlineData("0.5 g {0}", null)]
    [InlineData("1 Tr 0 G 1 g {0}", null)]
    public void TextThatIsNotSeen_IsHandedOnWithTheReason(string around, string? why)
    {
        var heard = new PdfFiles("/OCProperties<</OCGs[20 0 R 21 0 R]/D<</OFF[20 0 R]>>>>")
            .With(20, "<</Type/OCG/Name(a)>>")
            .With(21, "<</Type/OCG/Name(b)>>")
            .Page(
                "q " + string.Format(null, around, At(60, 100, "产值 52340")) + " Q " + At(60, 700, "正文"),
                "/ExtGState<</Clear<</ca 0>>>>/Properties<</Off 20 0 R/On 21 0 R>>"
            )
            .Read();
        var passage = heard.Passages.Single(p => p.Text == "产值 52340");
        Assert.Equal(why, passage.HiddenBy);
        Assert.Equal(1, passage.Place.Page);
        Assert.Contains(heard.Passages, p => p is { Text: "正文", HiddenBy: null });
        var observed = heard.Observations.Where(o => o.Kind == ObservationKind.InvisibleText).ToList();
        Assert.Equal(why is null ? 0 : 1, observed.Count);
        Assert.All(observed, o => Assert.Equal((7, $"{why} 7 个字，其中有数字"), (o.Count, o.Detail)));
    }

    [Theory]
    [InlineData("/CropBox[0 0 300 842]", true)]
    [InlineData("/CropBox[300 0 595 842]", false)]
    [InlineData("/CropBox[300 0 595 842]/Rotate 90", false)]
    public void WhatIsCutOffThePage_IsNotSeen(string crop, bool isHidden)
    {
        var heard = new PdfFiles().Page(At(400, 700, "边上"), entries: crop).Read();
        Assert.Equal(isHidden ? "页面之外的文字" : null, heard.Passages.Single(p => p.Text == "边上").HiddenBy);
    }

    [Fact]
    public void ATableThatIsNotSeen_IsATableAllTheSame()
    {
        var heard = new PdfFiles()
            .Page(At(60, 700, "正文") + "q 1 g " + Row(100, (60, "甲"), (200, "1")) + Row(85, (60, "乙"), (200, "2")) + " Q")
            .Read();
        Assert.Equal("白色文字", Assert.Single(heard.Tables).Source.HiddenBy);
    }

    [Fact]
    public void TheTextOfAScan_UponItsPicture_IsSeen()
    {
        var heard = new PdfFiles()
            .With(20, Image)
            .Page(
                "q 595 0 0 842 0 0 cm /I Do Q 3 Tr "
                    + At(60, 700, "扫描的正文，由识别程序写在图片之上，读者看到的是图片，复制得到的是文字。"),
                "/XObject<</I 20 0 R>>"
            )
            .Read();
        Assert.Null(
            heard.Passages.Single(p => p.Text == "扫描的正文，由识别程序写在图片之上，读者看到的是图片，复制得到的是文字。").HiddenBy
        );
        Assert.DoesNotContain(heard.Observations, o => o.Kind == ObservationKind.InvisibleText);
        Assert.Contains("扫描", new Coverage(heard.Outcome.Value.Coverage).Line, StringComparison.Ordinal);
        Assert.Equal(CoverageState.Partly, new Coverage(heard.Outcome.Value.Coverage).State);
    }

    [Fact]
    public void PagesWithoutText_AreNotRead_AndSaySo()
    {
        const string Scan = "q 595 0 0 842 0 0 cm /I Do Q ";
        var heard = new PdfFiles()
            .With(20, Image)
            .Page(At(60, 700, "正文"))
            .Page(Scan, "/XObject<</I 20 0 R>>")
            .Page(Scan + At(300, 20, "3"), "/XObject<</I 20 0 R>>")
            .Page("")
            .Page(string.Concat(Enumerable.Repeat("0 0 m 5 5 9 9 3 3 c f ", 400)))
            .Read();
        Assert.Equal((2, 5), (heard.Pages.Done, heard.Pages.Total));
        Assert.Contains("2 页是扫描页没有文字层", heard.Pages.Why, StringComparison.Ordinal);
        Assert.Contains("1 页的文字可能画成了图形", heard.Pages.Why, StringComparison.Ordinal);
        Assert.Equal(new CoveragePart("张图片", 0, 2), heard.Outcome.Value.Coverage[1]);
        Assert.IsType<ReadingHasNoTextLayer>(new PdfFiles().With(20, Image).Page(Scan, "/XObject<</I 20 0 R>>").Read().Outcome.Problem);
    }

    [Fact]
    public void APageThatIsDamaged_CostsOnlyItself()
    {
        var heard = new PdfFiles().Page(At(60, 700, "一")).Page("/Missing Do").Page(At(60, 700, "三")).Read();
        Assert.Equal(["一", "三"], heard.Texts());
        Assert.Equal(new CoveragePart("页", 2, 3, "1 页已损坏"), heard.Pages);
    }

    [Fact]
    public void RadicalsAreRead_AsTheCharactersTheyStandFor()
    {
        var heard = Mapped("⼈⺠⼤⻅⽂件和正文");
        Assert.Equal(["人民大见文件和正文"], heard.Texts());
        Assert.Equal(CoverageState.Examined, new Coverage(heard.Outcome.Value.Coverage).State);
    }

    [Fact]
    public void TextThatIsNoText_IsNotTrusted()
    {
        var heard = Mapped("\uE001\uE002\uFFFD\uE004\uE005\uE006\uE007文字");
        Assert.Equal(7, heard.Observations.Single(o => o.Kind == ObservationKind.UnreliableText).Count);
        Assert.Equal(CoverageState.NotExamined, new Coverage(heard.Outcome.Value.Coverage).State);
        Assert.Contains("文本层不可靠", heard.Pages.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(
            new PdfFiles().Page(At(60, 700, "完全正常的文字")).Read().Observations,
            o => o.Kind == ObservationKind.UnreliableText
        );
    }

    /// <summary>A page whose font maps its codes to these characters.</summary>
    private static PdfHeard Mapped(string text)
    {
        var map = string.Concat(text.Select((c, n) => $"<{n + 1:X4}> <{(int)c:X4}>\n"));
        var codes = string.Concat(text.Select((_, n) => $"{n + 1:X4}"));
        return new PdfFiles()
            .With(20, "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 21 0 R>>")
            .Stream(
                21,
                "",
                Encoding.ASCII.GetBytes(
                    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n1 begincodespacerange "
                        + "<0000> <FFFF> endcodespacerange\n"
                        + $"{text.Length} beginbfchar\n{map}endbfchar\nendcmap end end"
                )
            )
            .Page($"BT /F2 10 Tf 60 700 Td <{codes}> Tj ET", "", "/Resources<</Font<</F2 20 0 R>>>>")
            .Read();
    }
}
