using System.Text;
using Disclosure.Core.Files.Reading;
using static Disclosure.Tests.Core.Files.Reading.PdfFiles;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>What hangs beside the pages of a PDF is read, too.</summary>
public sealed class PdfExtrasTests
{
    private static readonly string Body = At(60, 700, "正文");

    [Fact]
    public void Notes_GiveTheirWordsAndAuthors()
    {
        var heard = new PdfFiles()
            .With(20, $"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents {Hex("此数未定案")}/T {Hex("达瓦")}>>")
            .With(21, "<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 20 0 R>>")
            .With(22, $"<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]/F 2/Contents {Hex("删去")}>>")
            .With(23, "<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/RC(<p>rich <b>text</b></p>)>>")
            .With(24, "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://10.1.1.1/a)>>>>")
            .Page(Body)
            .Page(Body, entries: "/Annots[20 0 R 21 0 R 22 0 R 23 0 R 24 0 R]")
            .Read();
        Assert.Equal(["达瓦：此数未定案", "删去", "rich  text"], heard.Texts(PassageKind.Annotation));
        Assert.Equal("隐藏的批注", heard.Passages.Single(p => p.Text == "删去").HiddenBy);
        Assert.Equal(["http://10.1.1.1/a"], heard.Texts(PassageKind.Behind));
        var observed = heard.Observations.Single(o => o.Kind == ObservationKind.Annotations);
        Assert.Equal((2, 3), (observed.Place.Page, observed.Count));
    }

    [Fact]
    public void Forms_GiveWhatWasFilledIn()
    {
        var heard = new PdfFiles("/AcroForm<</Fields[20 0 R 22 0 R]>>")
            .With(20, $"<</T(unit)/FT/Tx/V {Hex("昌都一厂")}/Kids[21 0 R]>>")
            .With(21, "<</Parent 20 0 R/Subtype/Widget/Rect[0 0 9 9]>>")
            .With(22, "<</T(kind)/FT/Ch/V(B)/Opt[[(a)(A)][(b)(B)]]>>")
            .Page(Body)
            .Read();
        Assert.Equal(["昌都一厂", "B"], heard.Texts(PassageKind.Annotation));
        Assert.Equal(["a", "A", "b"], heard.Texts(PassageKind.Behind));
        Assert.Equal(2, heard.Observations.Single(o => o.Kind == ObservationKind.Annotations).Count);
    }

    [Fact]
    public void Properties_GiveTheirWords_OnceEach_AndWhoWroteIt()
    {
        const string Packet = """
            <?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="m" m:filePath="D:\报表\底稿.xlsx" m:CreatorTool="WPS">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">公报（内部资料）</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>扎西</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        var gbk = Convert.ToHexString(CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes("统计公报"));
        var heard = new PdfFiles("/Metadata 21 0 R", "/Info 20 0 R")
            .With(
                20,
                $"<</Title {Hex("公报（内部资料）")}/Author {Hex("达瓦")}/Subject <{gbk}>/Company "
                    + $"{Hex("综合科")}/Creator(C:\\\\Users\\\\a\\\\b.doc)/CreationDate(D:20240101)>>"
            )
            .Stream(21, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Packet))
            .Page(Body)
            .Read();
        var properties = heard
            .Passages.Where(p => p.Kind == PassageKind.Property)
            .Select(p => $"{p.Label}={p.Text}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            new[]
            {
                "标题=公报（内部资料）",
                "作者=达瓦",
                "作者=扎西",
                "主题=统计公报",
                "单位=综合科",
                @"程序=C:\Users\a\b.doc",
                "程序=WPS",
                @"来源文件=D:\报表\底稿.xlsx",
            }.Order(StringComparer.Ordinal),
            properties
        );
        Assert.Equal(2, heard.Observations.Count(o => o.Kind == ObservationKind.Author));
        Assert.Equal(3, heard.Observations.Count(o => o.Kind == ObservationKind.Origin));
    }

    [Fact]
    public void FilesInside_AreHandedOn_AndOpenWhenTheDocumentIsClosed()
    {
        var heard = new PdfFiles("/Names<</EmbeddedFiles<</Kids[20 0 R]>>>>")
            .With(20, "<</Names[(a) 21 0 R]>>")
            .With(21, $"<</Type/Filespec/F(x)/UF {Hex("底稿.csv")}/EF<</F 22 0 R>>>>")
            .Stream(22, "/Type/EmbeddedFile", "a,1"u8.ToArray())
            .With(23, "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(note.txt)/EF<</F 24 0 R>>>>>>")
            .Stream(24, "", "b"u8.ToArray())
            .Page(Body, entries: "/Annots[23 0 R]")
            .Read();
        Assert.Equal(["底稿.csv", "note.txt"], heard.Outcome.Value.Embedded.Select(e => e.Name));
        Assert.Equal(["a,1", "b"], heard.Outcome.Value.Embedded.Select(e => new StreamReader(e.Open()).ReadToEnd()));
        Assert.Equal(2, heard.Observations.Count(o => o.Kind == ObservationKind.EmbeddedFile));
    }

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", 1)]
    [InlineData("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>", 1)]
    [InlineData("/AA<</WC<</S/Launch/F(calc.exe)>>>>", 1)]
    [InlineData("/OpenAction[100 0 R/Fit]", 0)]
    [InlineData("/OpenAction<</S/GoTo/D[100 0 R/Fit]>>", 0)]
    public void ScriptsAndPrograms_AreNoticed(string catalog, int count) =>
        Assert.Equal(count, new PdfFiles(catalog).Page(Body).Read().Observations.Count(o => o.Kind == ObservationKind.Script));

    [Fact]
    public void BookmarksAndAlternatives_AreReadBehindTheText()
    {
        var heard = new PdfFiles("/Outlines 20 0 R/StructTreeRoot 23 0 R")
            .With(20, "<</First 21 0 R>>")
            .With(21, $"<</Title {Hex("一、综合")}/Next 22 0 R>>")
            .With(22, $"<</Title {Hex("二、农业")}/Prev 21 0 R>>")
            .With(23, "<</K[24 0 R]>>")
            .With(24, $"<</S/Figure/Alt {Hex("厂区照片")}/K 0>>")
            .Page(Body)
            .Read();
        Assert.Equal(["一、综合", "二、农业", "厂区照片"], heard.Texts(PassageKind.Behind));
    }

    [Fact]
    public void EarlierStates_AreNoticed_ButNotOfAFileMadeForTheWeb()
    {
        var plain = new PdfFiles().Page(Body).Made();
        Assert.DoesNotContain(Read(plain).Observations, o => o.Kind == ObservationKind.EarlierStates);
        Assert.Equal(1, Read([.. plain, .. "\n%%EOF\n"u8]).Observations.Single(o => o.Kind == ObservationKind.EarlierStates).Count);
        Assert.DoesNotContain(
            Read([.. "%PDF-1.7\n%/Linearized 1\n"u8, .. plain, .. "\n%%EOF\n"u8]).Observations,
            o => o.Kind == ObservationKind.EarlierStates
        );
    }

    [Fact]
    public void AQuietFile_ShowsNothingButItsText()
    {
        var heard = new PdfFiles().Page(Body).Read();
        Assert.Empty(heard.Observations);
        Assert.Equal(["正文"], heard.Passages.Select(p => p.Text));
        Assert.Equal([new("页", 1, 1)], heard.Outcome.Value.Coverage);
    }

    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
