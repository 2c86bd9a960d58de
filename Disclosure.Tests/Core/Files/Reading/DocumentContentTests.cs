using System.Text;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>A document hands on everything it holds, once.</summary>
public sealed class DocumentContentTests
{
    [Fact]
    public async Task ANumberSplitOverRuns_IsWhole()
    {
        var read = await Pieces.OfDocumentAsync(
            "<w:p><w:r><w:t>证号 5421</w:t></w:r><w:bookmarkStart/><w:r><w:rPr><w:b/></w:rPr><w:t>01199</w:t></w:r><w:ins "
                + "w:author='甲'><w:r><w:t>001011234</w:t></w:r></w:ins></w:p>"
        );
        Assert.Equal(["证号 542101199001011234"], read.Seen);
        Assert.Equal("正文第 1 段", read.Passages[0].Place.ToString());
    }

    [Fact]
    public async Task ALineBrokenByHand_IsOneParagraphThatKnowsTheBreak()
    {
        var read = await Pieces.OfDocumentAsync("<w:p><w:r><w:t>昌都市</w:t><w:br/><w:t>统计局</w:t><w:tab/><w:t>办</w:t></w:r></w:p>");
        Assert.Equal(["昌都市 统计局\t办"], read.Seen);
        Assert.Equal([3], read.Passages[0].Breaks);
    }

    [Fact]
    public async Task HeadingsAndItems_AreKnown()
    {
        var read = await Pieces.OfDocumentAsync(
            "<w:p><w:pPr><w:pStyle "
                + "w:val='h'/></w:pPr><w:r><w:t>公报</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>一项</w:t></w:r></w:p>",
            ("styles|styles.xml", $"<w:styles {Pieces.Names}><w:style w:styleId='h'><w:name w:val='heading 1'/></w:style></w:styles>")
        );
        Assert.Equal([PassageKind.Heading, PassageKind.Body], read.Passages.Select(p => p.Kind));
        Assert.Equal([false, true], read.Passages.Select(p => p.IsItem));
    }

    [Fact]
    public async Task ATable_KeepsColumnsBehindMergedCells()
    {
        static string Cell(string text, string more = "") => $"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
        var read = await Pieces.OfDocumentAsync(
            $"""
            <w:p><w:r><w:t>表一</w:t></w:r></w:p><w:p><w:r><w:t>单位：万元</w:t></w:r></w:p>
            <w:tbl><w:tr>{Cell("指标", "<w:vMerge w:val='restart'/>")}{Cell("产值", "<w:gridSpan w:val='2'/>")}{Cell(
                "户数",
                "<w:vMerge w:val='restart'/>"
            )}</w:tr>
            <w:tr>{Cell("", "<w:vMerge/>")}{Cell("今年")}{Cell("去年")}{Cell("", "<w:vMerge/>")}</w:tr><w:tr>{Cell("水泥")}{Cell("5")}{Cell(
                "6"
            )}{Cell("2")}</w:tr></w:tbl>
            """
        );
        var (source, rows, end) = Assert.Single(read.Tables);
        Assert.Equal(
            ["1指标 2产值 4户数", "2今年 3去年", "1水泥 25 36 42"],
            rows.Select(r => string.Join(' ', r.Cells.Select(c => $"{c.Column}{c.Text}")))
        );
        Assert.Equal([new MergedRange(1, 1, 2, 1), new(1, 2, 1, 2), new(1, 4, 2, 1)], end!.Merged.OrderBy(m => m.Column));
        Assert.Equal(("表一", 3), (source.Name, source.Place.Line));
        Assert.Equal(["表一", "单位：万元"], source.Before);
    }

    [Fact]
    public async Task ATextBox_IsReadOnceWhicheverFormIsThere()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>";
        Assert.Equal(
            ["框"],
            (
                await Pieces.OfDocumentAsync(
                    $"<w:p><w:r><mc:AlternateContent><mc:Choice>{Box}</mc:Choice><mc:Fallback>{Box}"
                        + $"</mc:Fallback></mc:AlternateContent></w:r></w:p>"
                )
            ).Seen
        );
        Assert.Equal(
            ["框"],
            (
                await Pieces.OfDocumentAsync(
                    $"<w:p><w:r><mc:AlternateContent><mc:Fallback>{Box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
                )
            ).Seen
        );
    }

    [Fact]
    public async Task WhatStandsBesideTheBody_IsNamed()
    {
        static string Part(string root, string inside) => $"<w:{root} {Pieces.Names}>{inside}</w:{root}>";
        static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        var read = await Pieces.OfDocumentAsync(
            P("正文"),
            ("header|header1.xml", Part("hdr", P("机密"))),
            ("header|header2.xml", Part("hdr", P("内部"))),
            ("footer|footer1.xml", Part("ftr", P("第 1 页"))),
            ("footnotes|footnotes.xml", Part("footnotes", $"<w:footnote>{P("脚")}</w:footnote>")),
            ("endnotes|endnotes.xml", Part("endnotes", $"<w:endnote>{P("尾")}</w:endnote>")),
            ("comments|comments.xml", Part("comments", $"<w:comment w:author='某甲'>{P("请核")}{P("再核")}</w:comment>"))
        );
        Assert.Equal(
            ["正文:正文", "页眉 1:机密", "页眉 2:内部", "页脚:第 1 页", "脚注:脚", "尾注:尾", "批注:某甲：请核", "批注:再核"],
            read.Passages.Select(p => $"{p.Place.Part}:{p.Text}")
        );
        Assert.Equal(
            [PassageKind.Header, PassageKind.Footer, PassageKind.Note, PassageKind.Comment],
            read.Passages.Skip(1).Select(p => p.Kind).Distinct()
        );
        Assert.Equal(1, read.Seeing(ObservationKind.Comments)?.Count);
        Assert.Contains("某甲", read.Seeing(ObservationKind.Author)?.Detail, StringComparison.Ordinal);
        Assert.Equal(["1/1 段", "3/3 处页眉页脚", "2/2 组脚注尾注", "1/1 组批注"], read.Coverage);
    }

    [Fact]
    public async Task AWatermark_IsReadFromTheHeader()
    {
        var read = await Pieces.OfDocumentAsync(
            "<w:p/>",
            (
                "header|header1.xml",
                $"<w:hdr {Pieces.Names}><w:p><w:r><w:pict><v:shape id='PowerPlusWaterMarkObject1'><v:textpath "
                    + $"string='秘密★三年'/></v:shape></w:pict></w:r></w:p></w:hdr>"
            )
        );
        Assert.Equal(["秘密★三年"], read.Texts(PassageKind.Watermark));
    }

    [Fact]
    public async Task WhatWasDeletedWithTracking_IsHandedOnApart()
    {
        var read = await Pieces.OfDocumentAsync(
            """
            <w:p><w:r><w:t>产值</w:t></w:r><w:del w:author='某乙'><w:r><w:delText>52340 万</w:delText></w:r><w:r><w:delText>元</w:delText></w:r></w:del><w:ins><w:r><w:t>保密</w:t></w:r></w:ins></w:p>
            <w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>
            """
        );
        Assert.Equal(["产值保密"], read.Seen);
        Assert.Equal(["52340 万元", "移走"], read.Texts(PassageKind.Deleted));
        Assert.Equal(3, read.Seeing(ObservationKind.TrackedChanges)?.Count);
    }

    [Theory]
    [InlineData("<w:vanish/>", "隐藏文字")]
    [InlineData("<w:color w:val='FFFFFF'/>", "白色文字")]
    [InlineData("<w:color w:val='auto' w:themeColor='background1'/>", "白色文字")]
    [InlineData("<w:sz w:val='2'/>", "字号极小")]
    [InlineData("<w:rStyle w:val='secret'/>", "隐藏文字")]
    [InlineData("<w:vanish w:val='0'/>", null)]
    [InlineData("<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='C00000'/>", null)]
    [InlineData("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>", null)]
    [InlineData("<w:color w:val='FF0000'/><w:sz w:val='21'/>", null)]
    [InlineData("<w:rStyle w:val='secret'/><w:vanish w:val='false'/>", null)]
    public async Task InvisibleText_IsHandedOnWithItsReason(string properties, string? reason)
    {
        var read = await Pieces.OfDocumentAsync(
            $"<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>隐</w:t></w:r><w:r><w:t>者</w:t></w:r></w:p>",
            (
                "styles|styles.xml",
                $"<w:styles {Pieces.Names}><w:style w:type='character' w:styleId='base'><w:rPr><w:vanish/></w:rPr></w:style><w:style "
                    + $"w:type='character' w:styleId='secret'><w:basedOn w:val='base'/></w:style></w:styles>"
            )
        );
        Assert.Equal(reason is null ? ["见隐者"] : ["见者"], read.Seen);
        Assert.Equal(reason, read.Passages.Find(p => p.Text == "隐")?.HiddenBy);
        Assert.Equal(reason is not null, read.Seeing(ObservationKind.InvisibleText) is not null);
    }

    [Fact]
    public async Task ParagraphStylesAndDefaults_HideToo()
    {
        var styles =
            $"<w:styles {Pieces.Names}><w:docDefaults><w:rPrDefault><w:rPr><w:color "
            + $"w:val='FFFFFF'/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:styleId='dark'><w:rPr><w:color "
            + $"w:val='000000'/></w:rPr></w:style></w:styles>";
        var read = await Pieces.OfDocumentAsync(
            "<w:p><w:r><w:t>白</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='dark'/></w:pPr><w:r><w:t>黑</w:t></w:r></w:p>",
            ("styles|styles.xml", styles)
        );
        Assert.Equal(["白色文字", null], read.Passages.Select(p => p.HiddenBy));
    }

    [Fact]
    public async Task WhiteLettersInAShadedCell_AreSeen_AndHiddenCellsAreNot()
    {
        const string White = "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>字</w:t></w:r></w:p>";
        var read = await Pieces.OfDocumentAsync(
            $"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val='clear' w:fill='1F4E79'/></w:tcPr>{White}</w:tc><w:tc>{White}"
                + $"</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        );
        Assert.Equal([null, "白色文字"], read.Tables[0].Rows[0].Cells.Select(c => c.HiddenBy));
        Assert.Equal("隐藏行", read.Tables[0].Rows[1].HiddenBy);
    }

    [Fact]
    public async Task FieldsLinksAndAlternativeTexts_StandBehindTheText()
    {
        var read = await Pieces.OfDocumentAsync(
            """
            <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>INCLUDETEXT "D:\\数据\\</w:instrText></w:r><w:r><w:instrText>名录.docx"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>
            <w:p><w:fldSimple w:instr='PAGE'><w:r><w:t>7</w:t></w:r></w:fldSimple><w:fldSimple w:instr='DDEAUTO excel "C:\\a.xlsx"'/></w:p>
            <w:p><w:hyperlink r:id='r1'><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:drawing><wp:docPr descr='名录截图'/></w:drawing></w:r></w:p>
            """,
            ("hyperlink|http://example.org/a", ""),
            ("image|file:///D:/b.png", "")
        );
        Assert.Equal(
            [
                "INCLUDETEXT \"D:\\\\数据\\\\名录.docx\"",
                "DDEAUTO excel \"C:\\\\a.xlsx\"",
                "http://example.org/a",
                "名录截图",
                "file:///D:/b.png",
            ],
            read.Texts(PassageKind.Behind)
        );
        Assert.Equal(1, read.Seeing(ObservationKind.Dde)?.Count);
        Assert.Equal(["结果", "7", "链接"], read.Seen);
    }

    [Fact]
    public async Task PartsThatTheBodyDoesNotUse_AreReadAsHidden()
    {
        var read = await Pieces.OfDocumentAsync(
            "<w:p/>",
            (
                "word/glossary/document.xml",
                $"<w:glossaryDocument {Pieces.Names}><w:p><w:r><w:t>构件</w:t></w:r></w:p></w:glossaryDocument>"
            ),
            ("customXml/item1.xml", "<a><b>数据 13800138000</b></a>")
        );
        Assert.Equal(["构件", "数据 13800138000"], read.Texts(PassageKind.Behind));
    }

    [Fact]
    public async Task ABrokenHeader_CostsItself_AndTheComparisonIsTold()
    {
        var file = Pieces.Document("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", ("header|header1.xml", "<w:hdr><w:p>"));
        var read = await Pieces.OfAsync("a.docx", file);
        Assert.Equal(["正文"], read.Seen);
        Assert.Equal(CoverageState.Partly, new Coverage(read.Read.Value.Coverage).State);
        Assert.IsType<ReadingIsDamaged>((await OfficeFiles.ReadAsync("a.docx", file)).Problem);
    }

    [Fact]
    public async Task HiddenAndDeletedText_IsNoShownText() =>
        Assert.Equal(
            "见",
            await OfficeFiles.TextAsync(
                "a.docx",
                Pieces.Document(
                    "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
                )
            )
        );

    [Fact]
    public async Task ABreakInAComment_StandsBehindItsAuthor()
    {
        var file = Pieces.Document(
            "<w:p/>",
            (
                "comments|comments.xml",
                $"<w:comments {Pieces.Names}><w:comment "
                    + $"w:author='某甲'><w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p></w:comment></w:comments>"
            )
        );
        Assert.Equal("某甲：一\n二", await OfficeFiles.TextAsync("a.docx", file));
    }

    [Fact]
    public async Task ElementsInAnyOrder_GiveAnAnswer()
    {
        string[] names =
        [
            "p",
            "r",
            "t",
            "tbl",
            "tr",
            "tc",
            "tcPr",
            "trPr",
            "tblPr",
            "pPr",
            "rPr",
            "del",
            "ins",
            "txbxContent",
            "pict",
            "comment",
            "fldSimple",
            "br",
            "vMerge",
            "rt",
            "hyperlink",
        ];
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var (body, open) = (new StringBuilder(), new Stack<string>());
            for (var n = 0; n < 60; n++)
            {
                if (open.Count > 0 && random.Next(5) < 2)
                {
                    body.Append("</w:").Append(open.Pop()).Append('>');
                    continue;
                }
                var (name, isEmpty) = (names[random.Next(names.Length)], random.Next(4) == 0);
                body.Append("<w:").Append(name).Append(" w:val='1'").Append(isEmpty ? "/>" : ">").Append(random.Next(100));
                if (!isEmpty)
                {
                    open.Push(name);
                }
            }
            body.Append(string.Concat(open.Select(o => $"</w:{o}>")));
            var read = await Pieces.OfDocumentAsync(body.ToString());
            Assert.True(read.Read.Ok, read.Read.Problem?.Text);
            Assert.All(read.Tables, t => Assert.NotNull(t.End));
        }
    }
}
