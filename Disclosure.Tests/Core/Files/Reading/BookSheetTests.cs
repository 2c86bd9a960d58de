using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Cells of a sheet as they are shown and as they are stored.</summary>
public sealed class BookSheetTests
{
    private const string Formats =
        "<numFmt numFmtId='180' formatCode='0.0'/><numFmt numFmtId='181' formatCode=';;;'/><numFmt numFmtId='182' "
        + "formatCode='#,##0.00'/><numFmt numFmtId='183' formatCode='0;;'/>";

    [Fact]
    public async Task ASheet_GivesItsRowsWithNumbersAndAddresses()
    {
        var heard = await BookFiles
            .Of("<row r='2'><c r='B2' t='s'><v>0</v></c><c r='D2'><v>12.5</v></c></row><row r='9'><c r='A9' t='b'><v>1</v></c></row>")
            .Texts("<r><t>身份</t></r><r><t>证号</t></r><rPh><t>shen</t></rPh>")
            .ReadAsync();
        var table = Assert.Single(heard.Tables);
        Assert.Equal(
            ("工作表“表一”", "xl/worksheets/sheet1.xml", "表一", true, null),
            (table.Place.Part, table.Place.Key, table.Name, table.IsSheet, table.HiddenBy)
        );
        Assert.Equal([("B2", "身份证号"), ("D2", "12.5"), ("A9", "TRUE")], heard.Cells.Select(c => (c.At, c.Cell.Text)));
        Assert.Equal((12.5m, null), (heard["D2"].Number, heard["B2"].Number));
        Assert.Equal(["表一"], heard.Texts(PassageKind.SheetName));
        Assert.Equal("1 张工作表", string.Join('，', heard.Read.Coverage.Select(c => $"{c.Total} {c.Unit}")));
        Assert.Empty(heard.Observations);
    }

    [Theory]
    [InlineData("542101199001011000", 0, "542101199001011000", "542101199001011000", null)]
    [InlineData("5.4210119900101101E+17", 0, "5.42101199001011E+17", "542101199001011000", "542101199001011000")]
    [InlineData("542101199001011234", 0, "542101199001011234", "542101199001011234", null)]
    [InlineData("0.30000000000000004", 0, "0.3", "0.3", null)]
    [InlineData("8002.37", 1, "8002.4", "8002.37", "8002.37")]
    [InlineData("8002.5", 1, "8002.5", "8002.5", null)]
    [InlineData("1234567", 2, "1,234,567.00", "1234567", null)]
    [InlineData("-3", 0, "-3", "-3", null)]
    public async Task ANumber_IsShownAndKeptAsStored(string value, int style, string text, string number, string? stored)
    {
        var cell = (
            await BookFiles
                .Of($"<row r='1'><c r='A1' s='{style}'><v>{value}</v></c></row>")
                .Styles(Formats, "<font/>", "<fill/>", (0, 0, 0), (180, 0, 0), (182, 0, 0))
                .ReadAsync()
        )["A1"];
        Assert.Equal(
            (text, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), stored),
            (cell.Text, cell.Number, cell.Stored)
        );
    }

    [Fact]
    public async Task TextOfDigits_IsNoNumber() =>
        Assert.Null(
            (await BookFiles.Of("<row r='1'><c r='A1' t='inlineStr'><is><t>13800001234</t></is></c></row>").ReadAsync())["A1"].Number
        );

    [Fact]
    public async Task Formulas_StandBesideTheirValues_AndThoseToOtherFilesAreCounted()
    {
        var heard = await BookFiles
            .Of(
                """
                <row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>3</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">[1]底稿!A1*2</f><v>4</v></c></row>
                <row r="2"><c r="B2"><f t="shared" si="0"/><v>6</v></c><c r="C2"><f>表[2020]+[0]!x&amp;"[1]"</f><v>1</v></c><c r="D2"><f>'C:\a\[b.xlsx]甲'!A1</f><v>1</v></c><c r="E2"><f>cmd|'/c calc'!A0</f></c></row>
                """
            )
            .ReadAsync();
        Assert.Equal("SUM(B1:B2)", heard["A1"].Formula);
        Assert.Equal(
            (ObservationKind.ExternalFormula, 3, "B1"),
            (
                heard.Told(ObservationKind.ExternalFormula).Kind,
                heard.Told(ObservationKind.ExternalFormula).Count,
                heard.Told(ObservationKind.ExternalFormula).Place.Cell
            )
        );
        Assert.Equal("E2", heard.Told(ObservationKind.Dde).Place.Cell);
        Assert.Equal("cmd|'/c calc'!A0", heard["E2"].Formula);
    }

    [Fact]
    public async Task MergedCells_AreToldAtTheEnd() =>
        Assert.Equal(
            [new MergedRange(1, 2, 3, 2)],
            (
                await BookFiles
                    .Of(
                        "<row r='1'><c r='B1'><v>1</v></c></row>",
                        after: "<mergeCells><mergeCell ref='B1:C3'/><mergeCell ref='???'/></mergeCells>"
                    )
                    .ReadAsync()
            )
                .Ends[0]
                .Merged
        );

    [Fact]
    public async Task TextsAtTheMargin_AreHandedOver()
    {
        var heard = await new BookFiles()
            .Sheet(
                "表一",
                "<row r='1'><c r='A1'><v>1</v></c></row>",
                after: """
                <scenarios><scenario name='方案' user='经办人'><inputCells r='B2' val='998'/></scenario></scenarios>
                <conditionalFormatting sqref='A1:A9'><cfRule type='containsText' text='内部资料'><formula>NOT(ISERROR(SEARCH("内部资料",A1)))</formula></cfRule></conditionalFormatting>
                <dataValidations><dataValidation sqref='C1' prompt='请填户主姓名'><formula1>"甲厂,乙""厂"</formula1></dataValidation></dataValidations>
                <hyperlinks><hyperlink ref='A1' r:id='r1' tooltip='内网'/></hyperlinks>
                <headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;14机密★一年&amp;RA&amp;&amp;B</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>
                """,
                beside: ("hyperlink", "!http://10.1.1.1/a")
            )
            .ReadAsync();
        Assert.Equal(
            ["方案", "经办人", "998", "内部资料", "请填户主姓名", "甲厂,乙\"厂", "http://10.1.1.1/a", "内网"],
            heard.Texts(PassageKind.Behind)
        );
        Assert.Equal(["机密★一年", "A&B"], heard.Texts(PassageKind.Header));
        Assert.Equal(["第  页"], heard.Texts(PassageKind.Footer));
        Assert.Equal("C1", heard.Passages.First(p => p.Text.StartsWith("甲厂", StringComparison.Ordinal)).Place.Cell);
    }

    [Fact]
    public async Task HiddenCells_SayWhy()
    {
        const string Fonts =
            "<font/><font><color rgb='FFFFFFFF'/></font><font><sz val='1'/></font><font><color theme='0'/></font><font><color theme='0' "
            + "tint='-0.5'/></font>";
        const string Fills =
            "<fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor "
            + "rgb='FF1F4E79'/></patternFill></fill><fill><patternFill patternType='solid'><fgColor theme='0'/></patternFill></fill>";
        var styles = new[] { (0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 3, 2), (0, 2, 1), (181, 0, 0), (0, 4, 0), (183, 0, 0) };
        var row = string.Concat(styles.Select((_, i) => $"<c r='{(char)('A' + i)}1' s='{i}'><v>{i}</v></c>"));
        var heard = await BookFiles
            .Of($"<row r='1'>{row}<c r='J1' t='s'><v>0</v></c><c r='K1' s='2' t='s'><v>0</v></c></row>")
            .Styles(Formats, Fonts, Fills, styles)
            .Texts("<r><t>甲</t></r><r><rPr><color rgb='FFFFFF'/></rPr><t>乙</t></r>")
            .ReadAsync();
        Assert.Equal(
            [null, "白色文字", null, "白色文字", "极小字号", "格式 ;;;", null, null, "白色文字", null],
            heard.Cells.Select(c => c.Cell.HiddenBy)
        );
        Assert.Equal(["5"], heard.Cells.Where(c => c.Cell.HiddenBy == "格式 ;;;").Select(c => c.Cell.Text));
        Assert.Equal(
            [("白色文字", 3, "B1"), ("极小字号", 1, "E1"), ("格式 ;;;", 1, "F1")],
            heard.Observations.Where(o => o.Kind == ObservationKind.InvisibleText).Select(o => (o.Detail, o.Count, o.Place.Cell!))
        );
    }

    [Fact]
    public async Task HiddenRowsAndColumns_AreMarkedAndCountedWhereTheyHoldSomething()
    {
        var heard = await BookFiles
            .Of(
                """
                <row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c><c r="D1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3" hidden="1"/>
                <row r="4" ht="0" customHeight="1"><c r="A4"><v>4</v></c></row>
                """,
                "<cols><col min='3' max='3' width='9' hidden='1'/><col min='4' max='16384' width='0'/></cols>"
            )
            .ReadAsync();
        Assert.Equal([null, "隐藏行", "行高为零"], heard.Rows.Select(r => r.Row.HiddenBy));
        Assert.Equal([null, "隐藏列", "列宽为零"], heard.Rows[0].Row.Cells.Select(c => c.HiddenBy));
        Assert.Equal(("第 2、4 行", 2), (heard.Told(ObservationKind.HiddenRows).Detail, heard.Told(ObservationKind.HiddenRows).Count));
        Assert.Equal("C、D 列", heard.Told(ObservationKind.HiddenColumns).Detail);
        Assert.Equal(2, heard.Observations.Count);
    }

    [Theory]
    [InlineData("<autoFilter ref='A1:B9'><filterColumn colId='0'/></autoFilter>", "筛选隐藏", ObservationKind.Filter)]
    [InlineData("<autoFilter ref='A1:B9'/>", "隐藏行", ObservationKind.HiddenRows)]
    [InlineData("<autoFilter ref='A5:B9'><filterColumn colId='0'/></autoFilter>", "隐藏行", ObservationKind.HiddenRows)]
    public async Task RowsThatAFilterHides_AreToldApart(string filter, string why, ObservationKind kind)
    {
        var heard = await BookFiles
            .Of("<row r='1'><c r='A1'><v>1</v></c></row><row r='2' hidden='true'><c r='A2'><v>3</v></c></row>", after: filter)
            .ReadAsync();
        Assert.Equal([null, why], heard.Rows.Select(r => r.Row.HiddenBy));
        Assert.Equal(1, heard.Told(kind).Count);
    }

    [Fact]
    public async Task AFilterOfATable_HidesRowsToo()
    {
        var heard = await new BookFiles()
            .Sheet("表一", "<row r='2' hidden='1'><c r='A2'><v>3</v></c></row>", beside: ("table", "../tables/table1.xml"))
            .Part(
                "xl/tables/table1.xml",
                "<table displayName='名录' ref='A1:B9'><autoFilter ref='A1:B9'><filterColumn colId='1'/></autoFilter></table>"
            )
            .ReadAsync();
        Assert.Equal("筛选隐藏", heard.Rows[0].Row.HiddenBy);
        Assert.Contains("名录", heard.Texts(PassageKind.Behind));
    }
}
