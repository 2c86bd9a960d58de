using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>What could not be read of a workbook stands in its coverage.</summary>
public sealed class BookCoverageTests
{
    private const string OneCell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    [Fact]
    public async Task ADamagedSheet_CostsItselfOnly()
    {
        var heard = await new BookFiles().Sheet("甲", "<row r='1'><c r='A1'><v>1</v></c><c r='A1'>").Sheet("乙", OneCell).ReadAsync();
        Assert.Equal([new CoveragePart("张工作表", 1, 2, "已损坏，未读完")], heard.Read.Coverage);
        Assert.Equal("部分检查：1/2 张工作表（已损坏，未读完）", new Coverage(heard.Read.Coverage).Line);
        Assert.Equal(["1", "1"], heard.Cells.Select(c => c.Cell.Text));
        Assert.Equal(2, heard.Ends.Count);
    }

    [Fact]
    public async Task ASheetBeyondTheLimit_IsNotDone()
    {
        var row = "<row r='1'><c r='A1' t='str'><v>" + new string('数', 80) + "</v></c></row>";
        var heard = await new BookFiles()
            .Sheet("甲", row)
            .Sheet("乙", row)
            .Sheet("丙", row)
            .ReadAsync(limits: new ReadingLimits { Characters = 100 });
        Assert.True(heard.Read.Truncated);
        Assert.Equal([new CoveragePart("张工作表", 1, 3, "超出读取上限")], heard.Read.Coverage);
        Assert.Equal(100, heard.Cells.Sum(c => c.Cell.Text.Length) + heard.Passages.Sum(p => p.Text.Length));
    }

    [Fact]
    public async Task ADamagedPartBesideASheet_IsCounted()
    {
        var heard = await new BookFiles()
            .Sheet("甲", OneCell, beside: ("comments", "../comments1.xml"))
            .Part("xl/comments1.xml", "<comments><authors>")
            .ReadAsync();
        Assert.Equal([new CoveragePart("张工作表", 1, 1), new CoveragePart("个批注、缓存或绘图部件", 0, 1)], heard.Read.Coverage);
    }

    [Fact]
    public async Task ASheetThatIsMissing_IsNotDone()
    {
        var heard = await BookFiles.Of(OneCell).ReadAsync("<sheets><sheet name='丢失' r:id='s9'/></sheets>");
        Assert.Equal((1, 2), (heard.Read.Coverage[0].Done, heard.Read.Coverage[0].Total));
    }

    [Fact]
    public async Task WithAMissingSheet_NoTextIsCalledAnOrphan()
    {
        var heard = await BookFiles.Of(OneCell).Texts("甲").ReadAsync("<sheets><sheet name='丢失' r:id='s9'/></sheets>");
        Assert.Equal(["甲"], heard.Texts(PassageKind.Orphan));
        Assert.DoesNotContain(heard.Observations, o => o.Kind == ObservationKind.OrphanStrings);
    }

    [Fact]
    public async Task ABrokenPart_CostsItselfOrTheFile_AndNeverMore()
    {
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var heard = new Heard();
            var read = await ContentReading.ReadAsync(
                "a.xlsx",
                new MemoryStream(Rich().Broken(random).File("<definedNames><definedName name='n'>[1]a!A1</definedName></definedNames>")),
                heard
            );
            Assert.True(read.Ok ? read.Value.Coverage[0].Total > 0 : read.Problem!.Text.StartsWith("未能读取：", StringComparison.Ordinal));
            Assert.Equal(heard.Tables.Count, heard.Ends.Count);
        }
    }

    [Fact]
    public async Task ASoundPart_LeavesNothingOut() =>
        Assert.Equal([new CoveragePart("张工作表", 1, 1)], (await Rich().ReadAsync()).Read.Coverage);

    [Fact]
    public async Task WhatLiesBesideTheSheets_IsCountedAndHandedOn()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Part("docProps/core.xml", "<coreProperties><creator>经办人</creator></coreProperties>")
            .Part("xl/media/image1.png", "x")
            .Part("xl/vbaProject.bin", "x")
            .Part("xl/embeddings/a.docx", "x")
            .ReadAsync();
        Assert.Equal(
            ["张工作表", "份宏代码", "张图片"],
            heard.Read.Coverage.Select(c => c.Unit).Order(StringComparer.Ordinal).OrderByDescending(u => u == "张工作表")
        );
        Assert.Equal("a.docx", Assert.Single(heard.Read.Embedded).Name);
        Assert.Equal(
            [ObservationKind.EmbeddedFile, ObservationKind.Author, ObservationKind.Macro],
            heard.Observations.Select(o => o.Kind).Order()
        );
    }

    [Theory]
    [InlineData("表一!$A$1", 0)]
    [InlineData("[1]底稿!$A$1", 1)]
    [InlineData("#REF!", 1)]
    public async Task FiguresOfAChart_AreACacheWhereNoSheetShowsThem(string formula, int told)
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Part(
                "xl/charts/chart1.xml",
                $"<chartSpace><ser><val><numRef><f>{formula}</f><numCache><pt "
                    + $"idx='0'><v>998</v></pt></numCache></numRef></val></ser></chartSpace>"
            )
            .ReadAsync();
        Assert.Equal(
            (told, told),
            (heard.Observations.Count(o => o.Kind == ObservationKind.ChartCache), heard.Cells.Count(c => c.Cell.Text == "998"))
        );
    }

    private static BookFiles Rich() =>
        new BookFiles()
            .Sheet(
                "表一",
                "<row r='1' hidden='1'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1'><f t='shared' si='0'>[1]a!A1</f><v>1.5</v></c></row>",
                before: "<cols><col min='1' max='2' hidden='1'/></cols>",
                after: "<autoFilter ref='A1:B9'><filterColumn/></autoFilter><mergeCells><mergeCell "
                    + "ref='A1:B2'/></mergeCells><dataValidations><dataValidation "
                    + "sqref='A1'><formula1>\"a,b\""
                    + "</formula1></dataValidation></dataValidations><headerFooter><oddHeader>&amp;Ca</oddHeader></headerFooter>",
                beside: [("comments", "../comments1.xml"), ("drawing", "../drawings/drawing1.xml"), ("table", "../tables/table1.xml")]
            )
            .Texts("甲", "乙")
            .Styles(
                "<numFmt numFmtId='180' formatCode='0.0'/>",
                "<font/><font><sz val='1'/><color rgb='FFFFFFFF'/></font>",
                "<fill/>",
                (0, 0, 0),
                (180, 1, 0)
            )
            .Part(
                "xl/comments1.xml",
                "<comments><authors><author>a</author></authors><commentList><comment ref='A1' "
                    + "authorId='0'><text><t>b</t></text></comment></commentList></comments>"
            )
            .Part("xl/drawings/drawing1.xml", "<wsDr><cNvPr descr='d'/><p><r><t>e</t></r></p></wsDr>")
            .Part("xl/tables/table1.xml", "<table displayName='t' ref='A1:B9'><autoFilter ref='A1:B9'/></table>")
            .Related(
                "externalLink",
                "externalLinks/externalLink1.xml",
                "<externalLink><externalBook><sheetNames><sheetName val='a'/></sheetNames><sheetDataSet><sheetData sheetId='0'><row "
                    + "r='1'><cell r='A1'><v>3</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
            )
            .Related(
                "pivotCacheDefinition",
                "pivotCache/pivotCacheDefinition1.xml",
                "<pivotCacheDefinition><cacheFields><cacheField name='a'><sharedItems><s "
                    + "v='b'/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>"
            )
            .Relations("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", ("pivotCacheRecords", "pivotCacheRecords1.xml"))
            .Part("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><x v='0'/></r></pivotCacheRecords>");
}
