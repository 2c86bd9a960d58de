using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>What a workbook holds beside its cells.</summary>
public sealed class BookHiddenTests
{
    private const string OneCell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    [Fact]
    public async Task HiddenSheets_AreReadAndTold()
    {
        var heard = await new BookFiles()
            .Sheet("公布表", OneCell)
            .Sheet("底稿", OneCell, "hidden")
            .Sheet("名录", OneCell, "veryHidden")
            .ReadAsync();
        Assert.Equal([null, "隐藏工作表", "深度隐藏工作表"], heard.Tables.Select(t => t.HiddenBy));
        Assert.Equal(
            ("底稿", "名录"),
            (heard.Told(ObservationKind.HiddenSheet).Detail, heard.Told(ObservationKind.VeryHiddenSheet).Detail)
        );
        Assert.Equal([new CoveragePart("张工作表", 3, 3)], heard.Read.Coverage);
    }

    [Fact]
    public async Task ASheetThatTheWorkbookDoesNotList_IsReadToo()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Part(
                "xl/worksheets/sheet7.xml",
                "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>旧名录</v></c></row></sheetData></worksheet>"
            )
            .ReadAsync();
        Assert.Equal(["1", "旧名录"], heard.Cells.Select(c => c.Cell.Text));
        Assert.Equal("sheet7", heard.Told(ObservationKind.VeryHiddenSheet).Detail);
    }

    [Fact]
    public async Task DefinedNames_AreHandedOver_AndHiddenOrOutsideOnesTold()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .ReadAsync(
                """
                <definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">表一!$A$1:$B$9</definedName><definedName name="单位">表一!$A$1</definedName>
                <definedName name="密钥" hidden="1">"8002"</definedName><definedName name="外部">[1]底稿!$A$1</definedName></definedNames>
                """
            );
        Assert.Equal(["单位 = 表一!$A$1", "密钥 = \"8002\"", "外部 = [1]底稿!$A$1"], heard.Texts(PassageKind.Formula));
        Assert.Equal(("密钥、外部", 2), (heard.Told(ObservationKind.DefinedName).Detail, heard.Told(ObservationKind.DefinedName).Count));
    }

    [Fact]
    public async Task CellsOfAnotherWorkbook_AreHandedOver()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Related(
                "externalLink",
                "externalLinks/externalLink1.xml",
                """
                <externalLink><externalBook><sheetNames><sheetName val="底稿"/></sheetNames><sheetDataSet><sheetData sheetId="0">
                <row r="3"><cell r="B3" t="str"><v>昌都水泥厂</v></cell><cell r="C3"><v>8002</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>
                """
            )
            .Relations("xl/externalLinks/_rels/externalLink1.xml.rels", ("externalLinkPath", @"!file:///D:\底稿\名录.xlsx"))
            .ReadAsync();
        Assert.Equal([("底稿", "外部链接缓存")], heard.Tables.Skip(1).Select(t => (t.Name, t.HiddenBy!)));
        Assert.Equal(("昌都水泥厂", 8002m), (heard["B3"].Text, heard["C3"].Number));
        Assert.Equal(
            ("名录.xlsx", 2),
            (heard.Told(ObservationKind.ExternalLinkCache).Detail, heard.Told(ObservationKind.ExternalLinkCache).Count)
        );
        Assert.Contains(@"file:///D:\底稿\名录.xlsx", heard.Texts(PassageKind.Behind));
    }

    [Fact]
    public async Task ADdeLink_IsTold()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Related(
                "externalLink",
                "externalLinks/externalLink1.xml",
                "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'><ddeItems><ddeItem "
                    + "name='A0'><values><value><val>998</val></value></values></ddeItem></ddeItems></ddeLink></externalLink>"
            )
            .ReadAsync();
        Assert.Equal("cmd|/c calc", heard.Told(ObservationKind.Dde).Detail);
        Assert.Equal(["998"], heard.Texts(PassageKind.Cache));
    }

    [Fact]
    public async Task RecordsOfAPivotCache_ReachTheReader()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Related(
                "pivotCacheDefinition",
                "pivotCache/pivotCacheDefinition1.xml",
                """
                <pivotCacheDefinition refreshedBy="经办人"><cacheSource type="worksheet"><worksheetSource ref="A1:C3" sheet="名录"/></cacheSource><cacheFields count="3">
                <cacheField name="企业"><sharedItems><s v="昌都水泥厂"/><s v="已删企业"/></sharedItems></cacheField><cacheField name="产值"><sharedItems/></cacheField>
                <cacheField name="组" databaseField="0"><fieldGroup base="0"><groupItems><s v="其他组"/></groupItems></fieldGroup></cacheField></cacheFields></pivotCacheDefinition>
                """
            )
            .Relations("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", ("pivotCacheRecords", "pivotCacheRecords1.xml"))
            .Part(
                "xl/pivotCache/pivotCacheRecords1.xml",
                "<pivotCacheRecords><r><x v='0'/><n v='8002'/></r><r><m/><n v='998'/></r></pivotCacheRecords>"
            )
            .ReadAsync();
        var rows = heard
            .Rows.Where(r => r.Table.HiddenBy == "数据透视缓存")
            .Select(r => $"{r.Row.Number}:{string.Join('|', r.Row.Cells.Select(c => $"{c.Column}{c.Text}"))}");
        Assert.Equal(["1:1企业|2产值", "2:1昌都水泥厂|28002", "3:2998", "1:1企业|3组", "2:1已删企业|3其他组"], rows);
        Assert.Equal(
            ("3 个字段，2 条记录，来源 名录!A1:C3", 2),
            (heard.Told(ObservationKind.PivotCache).Detail, heard.Told(ObservationKind.PivotCache).Count)
        );
        Assert.Contains("经办人", heard.Texts(PassageKind.Behind));
    }

    [Fact]
    public async Task APivotCacheWithoutRecords_StillGivesItsItems()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Part(
                "xl/pivotCache/pivotCacheDefinition9.xml",
                "<pivotCacheDefinition><cacheFields><cacheField name='姓名'><sharedItems><s "
                    + "v='甲某'/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>"
            )
            .ReadAsync();
        Assert.Equal(["1", "姓名", "甲某"], heard.Cells.Select(c => c.Cell.Text));
        Assert.Equal("1 个字段，0 条记录", heard.Told(ObservationKind.PivotCache).Detail);
    }

    [Fact]
    public async Task Comments_ComeWithAuthorAndCell_AndAConversationOnce()
    {
        var heard = await new BookFiles()
            .Sheet(
                "表一",
                OneCell,
                beside: [("comments", "../comments1.xml"), ("threadedComment", "../threadedComments/threadedComment1.xml")]
            )
            .Part(
                "xl/comments1.xml",
                """
                <comments><authors><author>经办人</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>经办人:</t></r><r><t> 此户不公布</t></r></text></comment>
                <comment ref="C3" authorId="1"><text><t>[线程批注] 批注: 请核对</t></text></comment><comment ref="D4" authorId="0"><text><t>看过</t></text></comment></commentList></comments>
                """
            )
            .Part(
                "xl/threadedComments/threadedComment1.xml",
                "<ThreadedComments><threadedComment ref='C3' personId='{p}'><text>请核对</text></threadedComment></ThreadedComments>"
            )
            .Related("person", "persons/person.xml", "<personList><person displayName='复核人' id='{p}'/></personList>")
            .ReadAsync();
        Assert.Equal(
            [("B2", "经办人: 此户不公布"), ("D4", "经办人：看过"), ("C3", "复核人：请核对")],
            heard.Passages.Where(p => p.Kind == PassageKind.Comment).Select(p => (p.Place.Cell!, p.Text))
        );
        Assert.Equal(("经办人、复核人", 3), (heard.Told(ObservationKind.Comments).Detail, heard.Told(ObservationKind.Comments).Count));
    }

    [Fact]
    public async Task ShapesOnASheet_GiveTheirText()
    {
        var heard = await new BookFiles()
            .Sheet("表一", OneCell, "hidden", beside: ("drawing", "../drawings/drawing1.xml"))
            .Part(
                "xl/drawings/drawing1.xml",
                """
                <wsDr xmlns:mc="m"><sp><cNvPr name="框 1" descr="全市分布图"/><txBody><p><r><t>内部</t></r><r><t>资料</t></r></p><p><r><t>注意保存</t></r></p></txBody></sp>
                <mc:AlternateContent><mc:Choice><p><t>一次</t></p></mc:Choice><mc:Fallback><p><t>一次</t></p></mc:Fallback></mc:AlternateContent></wsDr>
                """
            )
            .ReadAsync();
        Assert.Equal(["内部资料", "注意保存", "一次"], heard.Texts(PassageKind.Body));
        Assert.Equal(["全市分布图"], heard.Texts(PassageKind.Behind));
        Assert.All(heard.Passages, p => Assert.Equal("隐藏工作表", p.HiddenBy));
    }

    [Fact]
    public async Task TextsThatNoCellShows_AreTold()
    {
        var heard = await BookFiles
            .Of("<row r='1'><c r='A1' t='s'><v>1</v></c></row>")
            .Texts("张三 13800001234", "指标", "指标", "")
            .ReadAsync();
        Assert.Equal(["张三 13800001234"], heard.Texts(PassageKind.Orphan));
        Assert.Equal(1, heard.Told(ObservationKind.OrphanStrings).Count);
    }

    [Fact]
    public async Task Connections_AreTold()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Related(
                "connections",
                "connections.xml",
                "<connections><connection id='1' name='名录库'><dbPr connection='Server=10.1.1.2' command='select * from "
                    + "a'/></connection></connections>"
            )
            .ReadAsync();
        Assert.Equal(("名录库", 1), (heard.Told(ObservationKind.Connection).Detail, heard.Told(ObservationKind.Connection).Count));
        Assert.Equal(["名录库", "Server=10.1.1.2", "select * from a"], heard.Texts(PassageKind.Behind));
    }

    [Fact]
    public async Task ChangesOfASharedWorkbook_AreToldWithWhatStoodBefore()
    {
        var heard = await BookFiles
            .Of(OneCell)
            .Related("revisionHeaders", "revisions/revisionHeaders.xml", "<headers><header userName='经办人'/></headers>")
            .Relations("xl/revisions/_rels/revisionHeaders.xml.rels", ("revisionLog", "revisionLog1.xml"))
            .Part(
                "xl/revisions/revisionLog1.xml",
                "<revisions><rcc><oc r='B7' t='inlineStr'><is><t>昌都水泥厂</t></is></oc><nc r='B7'><v>1</v></nc></rcc></revisions>"
            )
            .ReadAsync();
        Assert.Equal(
            [("B7", "昌都水泥厂"), ("B7", "1")],
            heard.Passages.Where(p => p.Kind == PassageKind.Deleted).Select(p => (p.Place.Cell!, p.Text))
        );
        Assert.Equal(1, heard.Told(ObservationKind.TrackedChanges).Count);
    }
}
