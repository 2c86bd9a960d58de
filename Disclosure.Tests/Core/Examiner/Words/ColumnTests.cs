using System.Globalization;
using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Words;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>In tables headings, labels and the rest of the column speak for a number.</summary>
public sealed class ColumnTests
{
    private static string Id(int n) => Made.Resident("540321", 1960 + (n % 40), 1 + (n % 12), 1 + (n % 28), n % 1000);

    private static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(18)]
    [InlineData(11)]
    public void RandomNumbers_InNumericCells_AreHardlyEverFound(int digits)
    {
        var random = new Random(20261127);
        var least = (long)Math.Pow(10, digits - 1);
        var rows = Enumerable
            .Range(0, 25_000)
            .Select(_ =>
                (IReadOnlyList<object>)[.. Enumerable.Range(0, 4).Select(_ => (object)(decimal)random.NextInt64(least, least * 10))]
            );
        Assert.InRange(Looking.Table(rows.Prepend(["甲", "乙", "丙", "丁"])).Findings.Count, 0, 5);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(11)]
    public void RandomNumbers_AsTextOfACsv_AreHardlyEverFound(int digits)
    {
        var random = new Random(7);
        var least = (long)Math.Pow(10, digits - 1);
        var rows = Enumerable
            .Range(0, 25_000)
            .Select(_ =>
                (IReadOnlyList<object>)
                    [.. Enumerable.Range(0, 4).Select(_ => random.NextInt64(least, least * 10).ToString(CultureInfo.InvariantCulture))]
            );
        Assert.InRange(Looking.Table(rows.Prepend(["甲", "乙", "丙", "丁"])).Findings.Count, 0, 5);
    }

    [Fact]
    public void AColumnOfIds_IsFoundWithoutAHeading()
    {
        var numeric = Looking.Table(
            Enumerable.Range(1, 30).Select(n => (IReadOnlyList<object>)["户", (object)(Id(n).EndsWith('X') ? Id(n) : Number(Id(n)))])
        );
        Assert.Equal(30, numeric.Findings.Count(f => f.Rule == "P-01"));
        Assert.Contains(numeric.Findings, f => f is { Confidence: Confidence.High, Place.Cell: "B7" });
    }

    [Fact]
    public void ASingleId_InATextCell_IsFound() =>
        Assert.Single(
            Looking
                .Table([
                    ["备注", "11010519491231002X"],
                    ["合计", 12m],
                ])
                .Findings,
            f => f is { Rule: "P-01", Confidence: Confidence.High, Place.Cell: "B1" }
        );

    [Fact]
    public void ASingleId_AmongManyOtherLongNumbers_IsFound()
    {
        var rows = Enumerable.Range(0, 400).Select(n => (IReadOnlyList<object>)[n == 250 ? Id(7) : $"9000000000000{n:00000}"]);
        Assert.Single(Looking.Table(rows).Findings, f => f is { Rule: "P-01", Confidence: Confidence.Low, Place.Cell: "A251" });
    }

    [Fact]
    public void ARoundedId_NeedsItsHeading()
    {
        Assert.Equal(
            ["P-03"],
            Looking
                .Table([
                    ["身份证号码"],
                    [540321198503170000m],
                ])
                .Findings.Select(f => f.Rule)
        );
        Assert.Equal(
            "A2",
            Looking
                .Table([
                    ["身份证号码"],
                    [540321198503170000m],
                ])
                .Findings[0]
                .Place.Cell
        );
        Assert.Empty(
            Looking
                .Table([
                    ["流水"],
                    [540321198503170000m],
                ])
                .Findings
        );
        Assert.Empty(
            Looking
                .Table([
                    ["身份证号码"],
                    [540321198513170000m],
                ])
                .Findings
        );
    }

    [Fact]
    public void AMobileNumber_InANumericCell_NeedsAHeadingALabelOrItsColumn()
    {
        Assert.Equal(
            "P-06",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["联系电话"],
                            [13812345678m],
                        ])
                        .Findings
                )
                .Rule
        );
        Assert.Equal(
            "P-06",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["联系方式", 13812345678m],
                        ])
                        .Findings
                )
                .Rule
        );
        Assert.Equal(6, Looking.Table(Enumerable.Range(0, 6).Select(n => (IReadOnlyList<object>)["乡", 13812345678m + n])).Findings.Count);
        Assert.Empty(
            Looking
                .Table([
                    ["产值"],
                    [13812345678m],
                ])
                .Findings
        );
        Assert.Empty(
            Looking
                .Table([
                    ["乡", 13812345678m],
                    ["县", 15812345678m],
                ])
                .Findings
        );
        Assert.Empty(
            Looking
                .Table([
                    ["手机产量(部)"],
                    [13812345678m],
                ])
                .Findings
        );
        Assert.Empty(
            Looking
                .Table([
                    ["手机", "部", 13812345678m],
                ])
                .Findings
        );
        Assert.Empty(
            Looking
                .Table([
                    ["移动电话用户"],
                    [13812345678m],
                    [13912345678m],
                    [13812345699m],
                    [15812345678m],
                    [15812345600m],
                ])
                .Findings
        );
    }

    [Fact]
    public void AMobileNumber_AsText_IsFoundUnlessTheHeadingSaysOtherwise()
    {
        Assert.Equal(
            "P-06",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["备注", "13812345678"],
                        ])
                        .Findings
                )
                .Rule
        );
        Assert.Empty(
            Looking
                .Table(
                    [
                        ["指标", "总产值(元)"],
                        ["采矿业", "13812345678"],
                    ],
                    isSheet: false
                )
                .Findings
        );
        Assert.Empty(
            Looking
                .Table([
                    ["订单编号"],
                    ["13812345678"],
                ])
                .Findings
        );
    }

    [Fact]
    public void AHeadingOfMergedCells_SpeaksForAllItsColumns()
    {
        var rows = new IReadOnlyList<object>[] { ["联系方式", "", ""], [13812345678m, 13912345678m, 52340m] };
        Assert.Equal(["A2", "B2"], Looking.Table(rows, end: new([new(1, 1, 1, 2)])).Findings.Select(f => f.Place.Cell!));
    }

    [Fact]
    public void ALandline_UnderItsHeading_IsFound()
    {
        Assert.Equal(
            "P-07",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["联系电话"],
                            [4821234m],
                        ])
                        .Findings
                )
                .Rule
        );
        Assert.Empty(
            Looking
                .Table([
                    ["固定电话用户"],
                    [4821234m],
                ])
                .Findings
        );
    }

    [Fact]
    public void ACard_UnderItsHeading_OrInItsColumn_IsFound()
    {
        var card = Number(Made.Card("622848", 19, 402512345));
        Assert.Equal(
            "P-08",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["一卡通卡号"],
                            [card],
                        ])
                        .Findings
                )
                .Rule
        );
        Assert.Equal(
            8,
            Looking.Table(Enumerable.Range(0, 8).Select(n => (IReadOnlyList<object>)[Made.Card("4367", 16, 5000 + n)])).Findings.Count
        );
        Assert.Empty(
            Looking
                .Table([
                    ["备注"],
                    [card],
                ])
                .Findings
        );
    }

    [Fact]
    public void Names_UnderTheirHeading_AreOneFinding()
    {
        var finding = Assert.Single(
            Looking
                .Table([
                    ["序号", "户主姓名", "人口(人)"],
                    ["1", "扎西次仁", 5m],
                    ["2", "李晓明", 4m],
                    ["3", "格桑·卓玛", 3m],
                    ["合计", "", 12m],
                ])
                .Findings
        );
        Assert.Equal(("P-13", "B2:B4", "扎西次仁"), (finding.Rule, finding.Place.Cell, Looking.Sensitive(finding)));
        Assert.Contains("3 个人名", finding.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("户主", "李某某")]
    [InlineData("姓名", "张**")]
    [InlineData("联系人电话", "见附件")]
    [InlineData("户主年龄", "五十岁")]
    [InlineData("姓名", "合计")]
    [InlineData("单位名称", "卡若区")]
    [InlineData("联系人", "综合科")]
    public void WhatIsNoName_IsNotFound(string heading, string value) =>
        Assert.Empty(
            Looking
                .Table([
                    [heading],
                    [value],
                ])
                .Findings
        );

    [Fact]
    public void ANameRightOfItsLabel_IsFound() =>
        Assert.Equal(
            "P-13",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["法定代表人", "王建业"],
                        ])
                        .Findings
                )
                .Rule
        );

    [Fact]
    public void AnOrganisationCode_UnderItsHeading_IsFound()
    {
        Assert.Equal(
            "P-05",
            Assert
                .Single(
                    Looking
                        .Table([
                            ["组织机构代码"],
                            [Made.Organisation("MA6T2K3X")],
                        ])
                        .Findings
                )
                .Rule
        );
        Assert.Empty(
            Looking
                .Table([
                    ["组织机构代码"],
                    ["540302100"],
                ])
                .Findings
        );
    }

    [Fact]
    public void AnOrdinaryStatisticalTable_IsQuiet() =>
        Assert.Empty(
            Looking
                .Table([
                    ["2025年规模以上工业主要指标"],
                    ["单位：万元"],
                    ["行业", "企业数(家)", "总产值(万元)", "占比(%)", "区划代码"],
                    ["采矿业", 7m, 52340m, 23.1m, "540302100001"],
                    ["水泥制造", 5m, 18760m, 8.2m, "540302100002"],
                    ["合计", 12m, 71100m, 100m, "540300000000"],
                ])
                .Findings
        );

    [Fact]
    public void ANumberOfACache_IsNoTelephone_ButAnIdStaysOne()
    {
        Assert.Empty(Looking.At("13812345678", PassageKind.Cache));
        Assert.Contains("缓存数据", Assert.Single(Looking.At("11010519491231002X", PassageKind.Cache)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void ADraftLabel_InAFirstRow_WeighsMoreInASheetThanInATableOfADocument()
    {
        Assert.Equal(
            Severity.A,
            Assert
                .Single(
                    Looking
                        .Table([
                            ["分行业产值（快报数）"],
                        ])
                        .Findings
                )
                .Severity
        );
        var inspector = new WordsInspector(ExaminerSettings.Usual);
        for (var i = 1; i <= 12; i++)
        {
            inspector.Passage(new(new Place { Part = "正文", Line = i }, PassageKind.Body, "正文。"));
        }
        inspector.BeginTable(new(new Place { Part = "正文" }, ""));
        inspector.Row(new(1, [new(1, "分行业产值（快报数）")]));
        inspector.EndTable(TableEnd.Plain);
        Assert.Equal(Severity.B, Assert.Single(inspector.Findings).Severity);
    }
}
