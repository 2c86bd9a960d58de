using System.Text;
using CsCheck;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>What office programs write is read as its readers see it.</summary>
public sealed class ReadingTests
{
    private const string W =
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
        + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

    static ReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task ADocument_GivesParagraphsRowsAndItsHeader()
    {
        var file = OfficeFiles.Docx(
            ["一、工业", "全年增加值\t100 亿元", new[] { "指标", "单位", "数值" }, new[] { "增加值", "亿元", "41.86" }, "注：初步核算。"],
            "昌都市统计局"
        );
        var read = (await OfficeFiles.ReadAsync("a.docx", file)).Value;
        Assert.Equal(TextKind.Document, read.Kind);
        Assert.Equal(["正文", "页眉"], read.Parts.Select(p => p.Place));
        Assert.Equal(
            ["一、工业", "全年增加值\t100 亿元", "指标\t单位\t数值", "增加值\t亿元\t41.86", "注：初步核算。"],
            read.Parts[0].Lines.Select(l => l.Text)
        );
        Assert.Equal([3, 4], read.Parts[0].Lines.Where(l => l.Kind == LineKind.Row).Select(l => l.Number));
        Assert.Equal("昌都市统计局", read.Parts[1].Text);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>身份</w:t></w:r><w:r><w:t>证号</w:t></w:r></w:p>", "身份证号")]
    [InlineData(
        "<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>",
        "留增"
    )]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", "甲\n乙")]
    [InlineData("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:tab/><w:t>丙</w:t></w:r></w:p>", "\t丙")]
    [InlineData(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>一次</w:t></mc:Choice><mc:Fallback><w:t>一次</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "一次"
    )]
    [InlineData("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>", "7")]
    [InlineData("<w:p><w:r><w:t>外</w:t><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:r></w:p>", "框\n外")]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
        "甲 乙\t1 2"
    )]
    public async Task WordsOfADocument_AreThoseThatStandOnPaper(string body, string text)
    {
        var file = SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            OfficeFiles.Utf8($"<w:document {W}><w:body>{body}</w:body></w:document>")
        );
        Assert.Equal(text, await OfficeFiles.TextAsync("a.docx", file));
    }

    [Fact]
    public async Task AHeading_IsKnownByItsStyle()
    {
        var file = SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            OfficeFiles.Utf8(
                $"<w:document {W}><w:body><w:p><w:pPr><w:pStyle "
                    + $"w:val='a1'/></w:pPr><w:r><w:t>公报</w:t></w:r></w:p><w:p><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document>"
            ),
            (
                "word/_rels/document.xml.rels",
                OfficeFiles.Utf8("<Relationships><Relationship Id='r1' Type='x/styles' Target='styles.xml'/></Relationships>")
            ),
            ("word/styles.xml", OfficeFiles.Utf8($"<w:styles {W}><w:style w:styleId='a1'><w:name w:val='heading 1'/></w:style></w:styles>"))
        );
        Assert.Equal(
            [LineKind.Heading, LineKind.Paragraph],
            (await OfficeFiles.ReadAsync("a.docx", file)).Value.Parts[0].Lines.Select(l => l.Kind)
        );
    }

    [Fact]
    public async Task AWorkbook_GivesItsRowsAndMarksHiddenSheets()
    {
        var read = (
            await OfficeFiles.ReadAsync(
                "a.xlsx",
                Book(
                    """
                    <row r="1"><c r="A1" t="inlineStr"><is><t>县区</t></is></c><c r="C1" t="s"><v>0</v></c></row>
                    <row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" s="1"><v>1234567.5</v></c><c r="C3" s="2"><v>45292</v></c><c r="D3" s="3"><v>0.12345</v></c><c r="E3"><f>1+1</f><v>2</v></c></row>
                    """
                )
            )
        ).Value;
        Assert.Equal(["工作表“表一”", "工作表“底稿”"], read.Parts.Select(p => p.Place));
        Assert.Equal([false, true], read.Parts.Select(p => p.Hidden));
        Assert.Equal(
            [(1, "县区\t\t增加值"), (3, "0.3\t1,234,567.50\t2024-01-01\t12.3%\t2")],
            read.Parts[0].Lines.Select(l => (l.Number, l.Text))
        );
    }

    [Theory]
    [InlineData("0.00", "3", "3.00")]
    [InlineData("#,##0", "-1234567", "-1,234,567")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45292", "2024-01-01")]
    [InlineData("yyyy-mm-dd hh:mm", "45292.5", "2024-01-01 12:00:00")]
    [InlineData("0.0%", "0.0855", "8.6%")]
    [InlineData("[Red]0.0;[Blue]-0.0", "2.25", "2.3")]
    [InlineData("0.00E+00", "1234.5", "1234.5")]
    [InlineData("General", "542101199001011234", "542101199001011234")]
    [InlineData("@", "12.50", "12.5")]
    public async Task ANumber_IsShownAsItsFormatSays(string format, string value, string shown)
    {
        var file = Book($"<row r='1'><c r='A1' s='1'><v>{value}</v></c></row>", System.Security.SecurityElement.Escape(format));
        Assert.Equal(shown, (await OfficeFiles.ReadAsync("a.xlsx", file)).Value.Parts[0].Text);
    }

    [Fact]
    public async Task ATable_WithQuotesAndAnySeparator_GivesCells() =>
        Assert.Equal(
            "名称\t备注\n昌都, 一厂\t他说\"好\" 换行\n",
            await OfficeFiles.TextAsync("a.csv", OfficeFiles.Utf8("名称;备注\r\n\"昌都, 一厂\";\"他说\"\"好\"\"\n换行\"\r\n")) + "\n"
        );

    [Fact]
    public async Task Text_IsReadInEveryEncodingTheBureauMeets()
    {
        const string Text = "昌都市2024年“四上”单位名录㐂\n第二行，含字母 abc 与数字 41.86";
        byte[][] written =
        [
            Encoding.UTF8.GetBytes(Text),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            Encoding.GetEncoding("GB18030").GetBytes(Text),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            Encoding.Unicode.GetBytes(Text),
            Encoding.BigEndianUnicode.GetBytes(Text),
        ];
        foreach (var bytes in written)
        {
            Assert.Equal(Text, await OfficeFiles.TextAsync("a.txt", bytes));
        }
    }

    [Fact]
    public async Task APdf_GivesItsPages()
    {
        var read = (await OfficeFiles.ReadAsync("a.pdf", OfficeFiles.Pdf("Total 41.86", "Second line"))).Value;
        Assert.Equal(["第 1 页"], read.Parts.Select(p => p.Place));
        Assert.Equal("Total 41.86\nSecond line", read.Text);
    }

    [Fact]
    public void WhateverIsWrittenIntoADocument_IsReadFromIt()
    {
        var word = Gen.OneOf(Gen.String[Gen.Char["增加值亿元abc01.%，、（）<&>\"'"], 1, 12], Gen.Const("昌都市"));
        Gen.OneOf(word.Select(w => (object)w), word.Array[2, 4].Select(c => (object)c))
            .Array[1, 12]
            .Sample(
                content =>
                {
                    var expected = content.Select(c => c is string[] cells ? string.Join('\t', cells) : (string)c);
                    return OfficeFiles.TextAsync("a.docx", OfficeFiles.Docx(content)).GetAwaiter().GetResult()
                        == string.Join('\n', expected);
                },
                iter: 60
            );
    }

    [Fact]
    public async Task ALongFile_IsCutAtTheLimitAndSaysSo()
    {
        var limits = new ReadingLimits { Characters = 1000 };
        var long1 = string.Concat(Enumerable.Repeat("数据", 400));
        foreach (
            var (name, file) in new[]
            {
                ("a.txt", OfficeFiles.Utf8(long1 + "\n" + long1)),
                ("a.csv", OfficeFiles.Utf8(long1 + "\n" + long1)),
                ("a.docx", OfficeFiles.Docx(long1, long1)),
                ("a.xlsx", OfficeFiles.Xlsx(["a"], [long1], [long1 + "二"])),
            }
        )
        {
            var read = (await OfficeFiles.ReadAsync(name, file, limits)).Value;
            Assert.True(read.Truncated, name);
            Assert.InRange(read.Parts.Sum(p => p.Lines.Sum(l => l.Text.Length)), 600, 1000);
        }
    }

    private static byte[] Book(string rows, string format = "#,##0.00")
    {
        const string Ns =
            "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
            + "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
        return SampleFiles.Package(
            SampleFiles.SheetMain,
            "xl/workbook.xml",
            OfficeFiles.Utf8(
                $"<workbook {Ns}><sheets><sheet name='表一' sheetId='1' r:id='r1'/><sheet name='底稿' sheetId='2' state='veryHidden' "
                    + $"r:id='r2'/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                OfficeFiles.Utf8(
                    """
                    <Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='x/worksheet' Target='/xl/worksheets/sheet2.xml'/>
                    <Relationship Id='r3' Type='x/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='r4' Type='x/styles' Target='styles.xml'/></Relationships>
                    """
                )
            ),
            ("xl/worksheets/sheet1.xml", OfficeFiles.Utf8($"<worksheet {Ns}><sheetData>{rows}</sheetData></worksheet>")),
            (
                "xl/worksheets/sheet2.xml",
                OfficeFiles.Utf8($"<worksheet {Ns}><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
            ),
            (
                "xl/sharedStrings.xml",
                OfficeFiles.Utf8($"<sst {Ns}><si><r><t>增加</t></r><r><t>值</t></r><rPh><t>zeng</t></rPh></si></sst>")
            ),
            (
                "xl/styles.xml",
                OfficeFiles.Utf8(
                    $"""
                    <styleSheet {Ns}><numFmts><numFmt numFmtId='180' formatCode="{format.Replace(
                        "\"",
                        "&quot;",
                        StringComparison.Ordinal
                    )}"/><numFmt numFmtId='181' formatCode='0.0%'/></numFmts>
                    <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='180'/><xf numFmtId='14'/><xf numFmtId='181'/></cellXfs></styleSheet>
                    """
                )
            )
        );
    }
}
