using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Tables;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Examiner.Tables;

/// <summary>Tables as bureaus print them, half of them harmless, with what must be found.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData(
        "T-02 T-02 T-06",
        "行业|企业数（家）|总产值（万元）\n采矿业|1|52340\n水泥制造|2|18760\n电力生产|7|30411\n食品加工|5|*\n合计|15|110325"
    )]
    [InlineData("T-02", "县区|法人单位（个）|营业收入（万元）\n卡若区|12|5000\n八宿县|1|300\n合计|13|5300")]
    [InlineData("T-02", "指标|卡若区|八宿县|合计\n企业数（家）|12|2|14\n总产值（万元）|5000|300|5300")]
    [InlineData("T-03", "乡镇|调查户数|总收入（元）\n一乡|6|120000\n二乡|30|600000\n合计|36|720000")]
    [InlineData("T-01", "行业|企业数（家）\n采矿业|1\n食品加工|5\n合计|6")]
    [InlineData("T-06", "项目|金额\n甲|47600\n乙|8002\n丙|*\n合计|56600")]
    [InlineData("T-06", "项目|金额\n合计|56600\n甲|47600\n乙|8002\n丙|—")]
    [InlineData("T-06", "项目|2022年（万元）|2023年（万元）\n全市|100|120\n卡若区|60|70\n江达县|30|…\n贡觉县|10|15")]
    [InlineData("T-06", "产品|合计|国有|私营\n水泥|100|60|*\n青稞酒|50|20|30\n合计|150|80|70")]
    [InlineData("T-06", "行业|产值（万元）\n一、工业|300\n　采矿|100\n　制造|*\n二、建筑业|200\n合计|500")]
    [InlineData("T-06", "行业|产值\n采矿|10\n制造|20\n小计|30\n零售|5\n住宿|**\n小计|15\n合计|45")]
    [InlineData(
        "T-07",
        "|一|二|三|四|合计\n甲|*|*|30|40|100\n乙|*|*|35|45|120\n丙|*|25|*|20|80\n丁|16|24|30|30|100\n合计|65|86|114|135|400"
    )]
    [InlineData("T-08 T-08", "|一|二|合计\n甲|*|*|100\n乙|*|*|3\n合计|61|42|103")]
    [InlineData("T-04", "行业|总产值（万元）|最大企业产值（万元）\n水泥|1000|950\n食品|800|200\n合计|1800|1150")]
    [InlineData("T-05", "单位|总产值（万元）|增长（%）\n昌都高原水泥有限公司|5000|8.1\n昌都青稞酒厂|3000|2.0\n其他|900|1.0")]
    [InlineData(
        "T-09",
        "行业|产值（万元）|占比（%）\n采矿业|52340|47.44\n水泥制造|18760|17.00\n电力生产|*|27.57\n食品加工|*|7.99\n合计|110325|100"
    )]
    [InlineData("T-09", "县|产值|上年产值|增长（%）\n甲|110|100|10.0\n乙|210|200|5.0\n丙|*|300|7.0\n丁|*|400|3.0\n合计|1000|1000|0")]
    public void WhatGivesARespondentAway_IsFound(string expected, string table)
    {
        var found = Look(table).Select(f => f.Rule).ToList();
        Assert.All(
            expected.Split(' ').GroupBy(r => r),
            rule => Assert.True(found.Count(f => f == rule.Key) >= rule.Count(), $"{rule.Key} in {string.Join(' ', found)}")
        );
    }

    [Theory]
    [InlineData(
        "行业|企业数（家）|总产值（万元）|占比（%）\n采矿业|9|52340|47.4\n水泥制造|6|18760|17.0\n电力生产|7|30411|27.6\n"
            + "食品加工|5|8814|8.0\n合计|27|110325|100.0"
    )]
    [InlineData(
        "指标|单位|2023年|比上年增长（%）\n地区生产总值|亿元|2392.67|9.5\n第一产业增加值|亿元|215.01|14.9\n人均地区生产总值|元|65642|9.7\n"
            + "居民消费价格指数|上年=100|99.9|-0.1"
    )]
    [InlineData("乡镇|学校（所）|学生（人）\n城关镇|1|320\n俄洛镇|2|410\n合计|3|730")]
    [InlineData("序号|县区|产值（万元）\n1|卡若区|100\n2|江达县|200\n3|合计|300")]
    [InlineData("年份|产值（万元）|增长（%）\n2021|100|—\n2022|110|10.0\n2023|121|10.0")]
    [InlineData("县区|增长（%）\n卡若区|1.0\n江达县|2.0\n贡觉县|—")]
    [InlineData("行业|企业数（家）|产值（万元）\n采矿业|*|*\n水泥制造|*|*\n电力生产|7|30411\n合计|15|110325")]
    [InlineData("产品|产量（吨）\n青稞|100\n小麦|—\n油菜|50\n合计|150")]
    [InlineData("登记类型|企业数（家）|产值（万元）\n国有企业|8|100\n有限责任公司|12|300\n私营企业|20|400\n合计|40|800")]
    [InlineData("排名|县区|综合得分\n1|卡若区|98\n2|江达县|97\n3|贡觉县|90")]
    [InlineData("指标|数量\n乡镇个数（个）|2\n行政村（个）|1\n水库（座）|1")]
    [InlineData("|一|二|三|合计\n甲|*|*|30|100\n乙|*|*|35|120\n丙|20|25|35|80\n合计|85|115|100|300")]
    [InlineData("县区|人口（万人）|从业人员（万人）\n卡若区|15|7\n江达县|9|4\n合计|24|11")]
    [InlineData("月份|用电量（万千瓦时）\n1月|100\n2月|120\n3月|90\n合计|310")]
    [InlineData("行业|产值\n甲|*\n乙|*\n丙|40\n合计|95")]
    [InlineData("行业|产值\n甲|*\n乙|*\n丙|95\n合计|95")]
    [InlineData("类别|户数|收入（元）\n城镇住户|120|45210\n农村住户|180|18350")]
    [InlineData("行业|产值（万元）\n工业|300\n其中：采矿|100\n建筑业|200\n合计|500")]
    public void WhatIsInOrder_RaisesNothingThatMayDisclose(string table) =>
        Assert.DoesNotContain(Look(table), f => f.Severity == Severity.A);

    [Fact]
    public void TheWorkedCase_GivesItsValueOnlyWhenOpened()
    {
        var found = Assert.Single(Look("项目|金额\n甲|47600\n乙|8002\n丙|*\n合计|56600"));
        Assert.Equal("998", found.Recovered);
        Assert.DoesNotContain("998", found.Why + found.Excerpt + found.Masked, StringComparison.Ordinal);
        Assert.Contains("丙 = 合计 − 甲 − 乙", found.Why, StringComparison.Ordinal);
        Assert.Equal("B4", found.Place.Cell);
    }

    [Fact]
    public void AGrid_WhereEveryLineHidesTwo_MayStillGiveOneAway()
    {
        // Rows and columns of a 2×2 corner are hidden together but for one cell that a third row binds.
        var found = Look(
            "|一|二|三|四|合计\n甲|*|*|30|40|100\n乙|*|*|35|45|120\n丙|*|25|*|20|80\n丁|16|24|*|*|100\n合计|65|86|114|135|400"
        );
        Assert.All(found, f => Assert.Equal(TrueValue(f), f.Recovered));

        static string TrueValue(Finding f) =>
            f.Place.Cell switch
            {
                "D4" => "19",
                "B4" => "16",
                "D5" => "30",
                "E5" => "30",
                _ => "?",
            };
    }

    [Fact]
    public void TwoTables_SafeAlone_AreNotSafeTogether()
    {
        var byIndustry = Table("2023年产值\n行业|卡若区|江达县|合计\n采矿|*|*|100\n制造|30|40|70\n合计|*|*|170");
        var byCounty = Table("2023年产值\n行业|卡若区|江达县|贡觉县\n采矿|60|*|5\n零售|1|2|3");
        Assert.DoesNotContain(Inspect(byIndustry).Findings, f => f.Recovered is not null);
        var found = TableComparison.Compare(
            [("a.xlsx", Inspect(byIndustry).Tables), ("b.xlsx", Inspect(byCounty).Tables)],
            [],
            ExaminerSettings.Usual,
            TestContext.Current.CancellationToken
        );
        Assert.Contains(found, f => f.Finding is { Rule: "T-10", Recovered: "60" } && f.File == 0);
        Assert.Contains(found, f => f.Finding is { Rule: "T-11", Recovered: "40" });
    }

    [Fact]
    public void AnEarlierVersion_PrintedTheCell_OrDiffersByOneEnterprise()
    {
        var now = Inspect(Table("2023年\n行业|企业数（家）|产值（万元）\n采矿|6|*\n水泥|5|900\n合计|11|*"));
        var before = Inspect(Table("2023年\n行业|企业数（家）|产值（万元）\n采矿|6|500\n水泥|4|700\n合计|10|1200"));
        var found = TableComparison.Compare(
            [("新.xlsx", now.Tables)],
            [("旧.xlsx", before.Tables)],
            ExaminerSettings.Usual,
            TestContext.Current.CancellationToken
        );
        Assert.Contains(found, f => f.Finding is { Rule: "T-10", Recovered: "500" });
        Assert.Contains(found, f => f.Finding is { Rule: "T-12", Recovered: "200" });
    }

    [Fact]
    public void OneEnterpriseMore_InAnotherMonth_GivesNobodyAway()
    {
        var now = Inspect(Table("2023年10月\n行业|企业数（家）|产值（万元）\n采矿|6|600\n水泥|5|900"));
        var before = Inspect(Table("2023年9月\n行业|企业数（家）|产值（万元）\n采矿|6|500\n水泥|4|700"));
        Assert.Empty(
            TableComparison.Compare(
                [("新.xlsx", now.Tables)],
                [("旧.xlsx", before.Tables)],
                ExaminerSettings.Usual,
                TestContext.Current.CancellationToken
            )
        );

        // The name of the file says the time where no title does; one time may be written in two ways.
        var (untitled, older) = (
            Inspect(Table("行业|企业数（家）|产值（万元）\n采矿|6|600\n水泥|5|900")),
            Inspect(Table("行业|企业数（家）|产值（万元）\n采矿|6|600\n水泥|4|700"))
        );
        Assert.Empty(
            TableComparison.Compare(
                [("2023年1-10月.xlsx", untitled.Tables)],
                [("2023年1-9月.xlsx", older.Tables)],
                ExaminerSettings.Usual,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(
            "T-12",
            Assert
                .Single(
                    TableComparison.Compare(
                        [("2023年1-10月.xlsx", untitled.Tables)],
                        [("2023年1—10月（更正）.xlsx", older.Tables)],
                        ExaminerSettings.Usual,
                        TestContext.Current.CancellationToken
                    )
                )
                .Finding.Rule
        );
    }

    /// <summary>
    /// What is hidden in this month's table (columns of time, then the row 采矿), the tables before it, and what can be computed of it.
    /// </summary>
    public static TheoryData<string, string, string?> Cumulative =>
        new()
        {
            // A month is what the year's figure grew by.
            { "2026年10月|10月,1-10月|*,1000", "2026年9月|9月,1-9月|80,900", "100" },
            { "2026年10月|本月,本月止累计|*,1000", "2026年9月|本月,本月止累计|80,900", "100" },
            { "2026年10月|10月,1—10月累计|*,1000", "2026年9月|9月,1—9月累计|*,900", "100" },
            // The cumulative figure is hidden, the month is not.
            { "2026年10月|10月,1-10月|100,*", "2026年9月|9月,1-9月|80,900", "1000" },
            // A quarter, a half, and a year of quarters.
            { "2026年前三季度|三季度,前三季度|*,900", "2026年上半年|二季度,上半年|300,600", "300" },
            { "2026年|三季度,一至三季度|*,900", "2026年|二季度,1-2季度|300,600", "300" },
            { "2026年|一季度,二季度,三季度,四季度,全年|100,200,*,400,1000", "2025年|全年|7", "300" },
            // In one table alone.
            { "2026年10月|9月,1-9月,10月,1-10月|80,900,*,1000", "", "100" },
            // Other years, other months, what grew by a share, and what is not printed either, give nothing.
            { "2026年10月|10月,1-10月|*,1000", "2025年9月|9月,1-9月|80,900", null },
            { "2026年10月|10月,1-10月|*,1000", "2026年8月|8月,1-8月|80,900", null },
            { "2026年10月|10月,1-10月|*,*", "2026年9月|9月,1-9月|80,900", null },
            { "2026年10月|10月,上年1-10月|*,1000", "2026年9月|9月,1-9月|80,900", null },
            { "2026年10月|10月,1-10月增长（%）|*,10.2", "2026年9月|9月,1-9月增长（%）|80,9.1", null },
        };

    [Theory]
    [MemberData(nameof(Cumulative))]
    public void AMonthThatIsHidden_IsTheDifferenceOfTwoCumulativeFigures(string now, string before, string? value)
    {
        var found = TableComparison.Compare(
            [("新.xlsx", Inspect(Timed(now)).Tables)],
            before.Length == 0 ? [] : [("旧.xlsx", Inspect(Timed(before)).Tables)],
            ExaminerSettings.Usual,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            value,
            found
                .Select(f => f.Finding)
                .SingleOrDefault(f => f.Rule is "T-11" && f.Excerpt.StartsWith("采矿", StringComparison.Ordinal))
                ?.Recovered
        );
        Assert.Equal(value is null ? 0 : 1, found.Count);

        static List<string[]> Timed(string said) =>
            said.Split('|') is [var time, var columns, var values]
                ?
                [
                    [$"{time}分行业产值"],
                    ["行业", .. columns.Split(',')],
                    ["采矿", .. values.Split(',')],
                    ["制造", .. values.Split(',').Select((_, i) => $"{7 + i}")],
                ]
                : [];
    }

    [Fact]
    public void TwoRowsOfOneName_AreNotOneCell()
    {
        var one = Inspect(Table("2026年10月产值\n行业|10月|1-10月\n采矿|100|700\n其他|20|90\n制造|80|600\n其他|*|95"));
        var two = Inspect(Table("2026年9月产值\n行业|9月|1-9月\n采矿|90|600\n其他|10|70\n制造|60|520\n其他|*|85"));
        Assert.Empty(TableComparison.Compare([("新.xlsx", one.Tables)], [], ExaminerSettings.Usual, TestContext.Current.CancellationToken));
        Assert.Empty(
            TableComparison.Compare(
                [("新.xlsx", one.Tables)],
                [("旧.xlsx", two.Tables)],
                ExaminerSettings.Usual,
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public void ACumulativeDifference_IsSaidInWords()
    {
        var now = Inspect(Table("2026年10月分行业产值\n行业|10月|1-10月\n采矿|*|1000\n制造|30|500"));
        var before = Inspect(Table("2026年9月分行业产值\n行业|9月|1-9月\n采矿|90|900\n制造|40|470"));
        var found = Assert
            .Single(
                TableComparison.Compare(
                    [("新.xlsx", now.Tables)],
                    [("旧.xlsx", before.Tables)],
                    ExaminerSettings.Usual,
                    TestContext.Current.CancellationToken
                )
            )
            .Finding;
        Assert.Contains("采矿 10月 = 采矿 1—10月 − 采矿 1—9月", found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void MonthsInRows_AndRevisedFigures()
    {
        var now = Inspect(Table("2026年产值\n月份|采矿|制造\n1-9月|900|470\n10月|*|30\n1-10月|1000|500"));
        Assert.Equal(
            "100",
            Assert
                .Single(
                    TableComparison.Compare([("新.xlsx", now.Tables)], [], ExaminerSettings.Usual, TestContext.Current.CancellationToken)
                )
                .Finding.Recovered
        );
        // A figure that was revised: what is to be published now counts, and what was only published before serves where nothing newer
        // stands.
        var before = Inspect(Table("2026年产值\n月份|采矿|制造\n1-8月|700|400\n1-9月|880|470"));
        Assert.Equal(
            "100",
            Assert
                .Single(
                    TableComparison.Compare(
                        [("新.xlsx", now.Tables)],
                        [("旧.xlsx", before.Tables)],
                        ExaminerSettings.Usual,
                        TestContext.Current.CancellationToken
                    )
                )
                .Finding.Recovered
        );
        var later = Inspect(Table("2026年产值\n月份|采矿|制造\n10月|*|30\n1-10月|1000|500"));
        Assert.Equal(
            "120",
            Assert
                .Single(
                    TableComparison.Compare(
                        [("新.xlsx", later.Tables)],
                        [("旧.xlsx", before.Tables), ("更早.xlsx", now.Tables)],
                        ExaminerSettings.Usual,
                        TestContext.Current.CancellationToken
                    )
                )
                .Finding.Recovered
        );
    }

    [Fact]
    public void ContributorsThatArePrinted_AreHeldAgainstTheThresholds()
    {
        const string Table = "单位|总产值（万元）\n昌都高原水泥有限公司|500\n昌都雪山水泥有限公司|250\n其他企业|250\n合计|1000";
        Assert.DoesNotContain(Look(Table), f => f.Rule == "T-04");
        var two = new TableInspector(ExaminerSettings.Usual with { DominanceCount = 2 });
        Read(two, [.. Table.Split('\n').Select(l => l.Split('|'))]);
        Assert.Contains(two.Findings, f => f is { Rule: "T-04", Place.Cell: "B5" });
        Assert.Contains(Look("单位|总产值（万元）\n昌都高原水泥有限公司|800\n其他企业|200\n合计|1000"), f => f.Rule == "T-04");
    }

    [Fact]
    public void TooManyTables_AreSaidNotToBeCompared()
    {
        var large = Inspect([
            ["村", .. Enumerable.Range(1, 10).Select(c => $"产值{c}")],
            .. Enumerable.Range(1, 1_500).Select(r => (string[])[$"第{r}村", .. Enumerable.Range(1, 10).Select(c => $"{(r * c) + 1000}")]),
        ]);
        var told = Assert.Single(
            TableComparison.Compare(
                [("a.xlsx", large.Tables), ("b.xlsx", large.Tables)],
                [],
                ExaminerSettings.Usual,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains("没有比对", told.Finding.Why, StringComparison.Ordinal);
        Assert.Equal(Severity.C, told.Finding.Severity);
    }

    [Fact]
    public void SeveralTablesOfOneSheet_AreLookedAtEach() =>
        Assert.Equal(2, Look("表一\n行业|产值\n甲|*\n乙|10\n合计|30\n\n表二\n行业|产值\n丙|*\n丁|5\n合计|9").Count(f => f.Rule == "T-06"));

    [Fact]
    public void ATableTooLarge_SaysSo()
    {
        var inspector = new TableInspector(ExaminerSettings.Usual);
        inspector.BeginTable(new TableSource(new Place { Part = "工作表“大”" }, "大") { IsSheet = true });
        for (var row = 1; row <= 30_000; row++)
        {
            inspector.Row(new CellRow(row, [.. Enumerable.Range(1, 10).Select(c => new Cell(c, $"{row * c}") { Number = row * c })]));
        }
        inspector.EndTable(TableEnd.Plain);
        inspector.Finish(TestContext.Current.CancellationToken);
        Assert.Contains("表格过大", Assert.Single(inspector.NotAnalysed).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void MergedHeads_GiveTheirWordsToEveryColumnBelow()
    {
        var inspector = new TableInspector(ExaminerSettings.Usual);
        inspector.BeginTable(new TableSource(new Place { Part = "工作表“一”" }, "一") { IsSheet = true });
        inspector.Row(new CellRow(1, [new Cell(1, "行业"), new Cell(2, "2023年")]));
        inspector.Row(new CellRow(2, [new Cell(2, "企业数（家）"), new Cell(3, "产值（万元）")]));
        inspector.Row(new CellRow(3, [new Cell(1, "采矿"), new Cell(2, "1"), new Cell(3, "500")]));
        inspector.Row(new CellRow(4, [new Cell(1, "合计"), new Cell(2, "1"), new Cell(3, "500")]));
        inspector.EndTable(new TableEnd([new MergedRange(1, 2, 1, 2), new MergedRange(1, 1, 2, 1)]));
        inspector.Finish(TestContext.Current.CancellationToken);
        Assert.Equal(["2023年·企业数（家）", "2023年·产值（万元）"], Assert.Single(inspector.Tables).Columns.Select(c => c.Label));
        Assert.Contains(inspector.Findings, f => f.Rule == "T-02");
    }

    internal static IReadOnlyList<Finding> Look(string table) => Inspect(Table(table)).Findings;

    private static List<string[]> Table(string text) => [.. text.Split('\n').Select(l => l.Split('|'))];

    private static TableInspector Inspect(List<string[]> rows)
    {
        var inspector = new TableInspector(ExaminerSettings.Usual);
        Read(inspector, rows);
        return inspector;
    }

    private static void Read(TableInspector inspector, List<string[]> rows)
    {
        inspector.BeginTable(new TableSource(new Place { Part = "工作表“一”" }, "一") { IsSheet = true });
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row].Select((c, i) => new Cell(i + 1, c)).Where(c => c.Text.Trim().Length > 0).ToList();
            if (cells.Count > 0)
            {
                inspector.Row(new CellRow(row + 1, cells));
            }
        }
        inspector.EndTable(TableEnd.Plain);
        inspector.Finish(TestContext.Current.CancellationToken);
    }
}
