using System.Text;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Text files of any length, in whichever encoding.</summary>
public sealed class PlainContentTests
{
    static PlainContentTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task ACsv_IsOneSheet()
    {
        var read = await Pieces.OfAsync("a.csv", OfficeFiles.Utf8("行业,户数\r\n\r\n\"采矿\r\n业\",\"1,\"\"234\"\r\n水泥,,7"));
        var (source, rows, end) = Assert.Single(read.Tables);
        Assert.True(source.IsSheet);
        Assert.Equal("", source.Name);
        Assert.Equal(
            ["1 1行业 2户数", "3 1采矿 业 21,\"234", "4 1水泥 37"],
            rows.Select(r => $"{r.Number} {string.Join(' ', r.Cells.Select(c => $"{c.Column}{c.Text}"))}")
        );
        Assert.NotNull(end);
        Assert.Equal(["4/4 行"], read.Coverage);
        Assert.Empty(read.Passages);
    }

    [Theory]
    [InlineData("标题\na;b\n1;2")]
    [InlineData("标题\na\tb\n1\t2")]
    [InlineData("标题\na，b\n1，2")]
    public async Task TheSeparator_IsFoundBehindATitle(string text) =>
        Assert.Equal([1, 2, 2], (await Pieces.OfAsync("a.csv", OfficeFiles.Utf8(text))).Tables[0].Rows.Select(r => r.Cells.Count));

    [Fact]
    public async Task AQuoteThatNeverCloses_LosesNothing()
    {
        var read = await Pieces.OfAsync(
            "a.csv",
            OfficeFiles.Utf8("管径\n\"5 英寸,1\n" + string.Concat(Enumerable.Repeat("钢管,2\n", 30_000)) + "末行,13800138000\n")
        );
        Assert.Equal(["末行", "13800138000"], read.Tables[0].Rows[^1].Cells.Select(c => c.Text));
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_071)]
    [InlineData(131_072)]
    public async Task WhereBlocksMeet_NothingIsLost(int size)
    {
        foreach (var encoding in new[] { new UTF8Encoding(false), Encoding.GetEncoding("GB18030") })
        {
            var text = new string('a', size - 5) + ",\"乙\r\n\"\"丙\"\r\n丁,戊\r\n";
            var read = await Pieces.OfAsync("a.csv", encoding.GetBytes(text));
            Assert.Equal(
                ["乙  \"丙", "丁", "戊"],
                read.Tables[0]
                    .Rows.SelectMany(r => r.Cells)
                    .Skip(1)
                    .Select(c => c.Text.Replace("乙 \"", "乙  \"", StringComparison.Ordinal))
            );
            var lines = await Pieces.OfAsync("a.txt", encoding.GetBytes(new string('a', size - 2) + "\r\n甲\r\n\r\n乙"));
            Assert.Equal([(2, "甲"), (4, "乙")], lines.Passages.Skip(1).Select(p => (p.Place.Line!.Value, p.Text)));
        }
    }

    [Fact]
    public async Task AnEncodingThatChangesLate_IsStillFound()
    {
        var long1 = string.Concat(Enumerable.Repeat("abc 123\n", 100_000));
        Assert.Equal(
            "昌都市",
            (await Pieces.OfAsync("a.txt", Encoding.GetEncoding("GB18030").GetBytes(long1 + "昌都市"))).Passages[^1].Text
        );
        Assert.Equal("昌都市", (await Pieces.OfAsync("a.txt", Encoding.UTF8.GetBytes(long1 + "昌都市"))).Passages[^1].Text);
    }

    [Fact]
    public async Task AnEncodingThatDoesNotFitEverywhere_IsNoticedAndReadAllTheSame()
    {
        byte[] broken =
        [
            .. Encoding.UTF8.GetBytes("昌都市统计局发布的公报，数据齐全\n"),
            0xFF,
            (byte)'\n',
            .. Encoding.UTF8.GetBytes("手机 13800138000"),
        ];
        var read = await Pieces.OfAsync("a.txt", broken);
        Assert.Equal(1, read.Seeing(ObservationKind.Encoding)?.Count);
        Assert.Equal("手机 13800138000", read.Passages[^1].Text);
        Assert.Equal("昌都市统计局发布的公报，数据齐全", read.Passages[0].Text);
        Assert.Equal(["3/3 行部分字符无法识别"], read.Coverage);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public async Task ACleanEncoding_IsNotNoticed(string encoding) =>
        Assert.Empty((await Pieces.OfAsync("a.txt", Encoding.GetEncoding(encoding).GetBytes("昌都市\n第二行"))).Observations);

    [Theory]
    [InlineData("行业\t户数\t产值\n采矿\t1\t2\n水泥\t\t4")]
    [InlineData("行业    户数   产值\n采矿       1      2\n水泥              4")]
    public async Task LinesOfCells_AreATable(string text)
    {
        var read = await Pieces.OfAsync("a.txt", OfficeFiles.Utf8("工业情况\n单位：万元\n" + text + "\n\n　　以上为初步数。"));
        var (source, rows, _) = Assert.Single(read.Tables);
        Assert.Equal(("工业情况", 3, false), (source.Name, source.Place.Line, source.IsSheet));
        Assert.Equal(
            ["1行业 2户数 3产值", "1采矿 21 32", "1水泥 34"],
            rows.Select(r => string.Join(' ', r.Cells.Select(c => $"{c.Column}{c.Text}")))
        );
        Assert.Equal(["工业情况", "单位：万元", "　　以上为初步数。"], read.Seen);
        Assert.Equal(7, read.Passages[^1].Place.Line);
    }

    [Theory]
    [InlineData("甲  乙\n丙  丁")]
    [InlineData("　　一段。\n　　二段。\n　　三段。")]
    [InlineData("a b c\nd e f\ng h i")]
    public async Task ProseAndPairsOfLines_AreNoTable(string text)
    {
        var read = await Pieces.OfAsync("a.txt", OfficeFiles.Utf8(text));
        Assert.Empty(read.Tables);
        Assert.Equal(text.Split('\n'), read.Seen);
    }

    [Fact]
    public async Task ALongTableOfText_StreamsOn()
    {
        var read = await Pieces.OfAsync("a.txt", OfficeFiles.Utf8(string.Concat(Enumerable.Range(1, 300).Select(n => $"第{n}行\t{n}\n"))));
        Assert.Equal(300, Assert.Single(read.Tables).Rows.Count);
        Assert.Equal("300", read.Tables[0].Rows[^1].Cells[1].Text);
    }

    [Fact]
    public async Task BeyondTheLimit_CoverageSaysSo()
    {
        var read = await Pieces.OfAsync(
            "a.csv",
            OfficeFiles.Utf8(string.Concat(Enumerable.Repeat("数据,1\n", 1000))),
            new ReadingLimits { Characters = 100 }
        );
        Assert.True(read.Read.Value.Truncated);
        Assert.NotNull(read.Tables[0].End);
        Assert.Contains("超出读取上限", Assert.Single(read.Coverage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARowOfVeryManyCells_IsHandedOnInPieces()
    {
        var read = await Pieces.OfAsync("a.csv", OfficeFiles.Utf8(string.Join(',', Enumerable.Repeat("1", 40_000))));
        Assert.Equal(40_000, read.Tables[0].Rows.Sum(r => r.Cells.Count));
        Assert.Equal(40_000, read.Tables[0].Rows[^1].Cells[^1].Column);
    }
}
