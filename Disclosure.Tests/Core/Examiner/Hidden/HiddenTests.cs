using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Hidden;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Examiner.Hidden;

/// <summary>What hides in files is told once for each kind and place, as bad as it is.</summary>
public sealed class HiddenTests
{
    private static readonly Place Sheet = new() { Part = "工作表“底稿”", Key = "xl/worksheets/sheet2.xml" };
    private static readonly Place Properties = new() { Part = "文件属性" };

    [Fact]
    public void EveryKind_HasItsRule_WithAllItsWords()
    {
        Assert.Equal(Enum.GetValues<ObservationKind>().Order(), HiddenRules.ByKind.Keys.Order());
        Assert.Equal(Enumerable.Range(1, HiddenRules.All.Count).Select(n => $"H-{n:00}"), HiddenRules.All.Select(r => r.Code));
        Assert.All(
            HiddenRules.All,
            r =>
            {
                Assert.Contains(r.Criterion, new[] { "B3-1", "B3-2", "B3-3", "B3-4", "B3-5", "D2", "D5" });
                Assert.All(new[] { r.What, r.Why, r.Action }, s => Assert.EndsWith("。", s, StringComparison.Ordinal));
                Assert.Matches("B3|统计法§28|条例§1[5-7]", r.Why);
                Assert.True(r.Name.Length <= 12, r.Name);
            }
        );
    }

    [Theory]
    [InlineData(ObservationKind.HiddenSheet, 1, "H-01", Severity.C)]
    [InlineData(ObservationKind.VeryHiddenSheet, 1, "H-02", Severity.C)]
    [InlineData(ObservationKind.PivotCache, 500, "H-03", Severity.A)]
    [InlineData(ObservationKind.PivotCache, 1, "H-03", Severity.C)]
    [InlineData(ObservationKind.ExternalLinkCache, 20, "H-04", Severity.B)]
    [InlineData(ObservationKind.ChartCache, 12, "H-05", Severity.C)]
    [InlineData(ObservationKind.TrackedChanges, 3, "H-06", Severity.B)]
    [InlineData(ObservationKind.Comments, 2, "H-07", Severity.C)]
    [InlineData(ObservationKind.Annotations, 2, "H-08", Severity.C)]
    [InlineData(ObservationKind.HiddenRows, 4, "H-09", Severity.B)]
    [InlineData(ObservationKind.HiddenColumns, 1, "H-10", Severity.B)]
    [InlineData(ObservationKind.Filter, 9, "H-11", Severity.B)]
    [InlineData(ObservationKind.EmbeddedFile, 1, "H-12", Severity.B)]
    [InlineData(ObservationKind.InvisibleText, 30, "H-13", Severity.C)]
    [InlineData(ObservationKind.WrongExtension, 1, "H-14", Severity.C)]
    [InlineData(ObservationKind.ExternalFormula, 7, "H-15", Severity.C)]
    [InlineData(ObservationKind.Connection, 1, "H-16", Severity.B)]
    [InlineData(ObservationKind.DefinedName, 2, "H-17", Severity.C)]
    [InlineData(ObservationKind.Author, 1, "H-18", Severity.C)]
    [InlineData(ObservationKind.Origin, 1, "H-19", Severity.C)]
    [InlineData(ObservationKind.Macro, 1, "H-20", Severity.C)]
    [InlineData(ObservationKind.Dde, 1, "H-21", Severity.B)]
    [InlineData(ObservationKind.Script, 1, "H-22", Severity.C)]
    [InlineData(ObservationKind.PictureLocation, 1, "H-23", Severity.B)]
    [InlineData(ObservationKind.PictureOrigin, 1, "H-24", Severity.C)]
    [InlineData(ObservationKind.EarlierStates, 1, "H-25", Severity.C)]
    [InlineData(ObservationKind.OrphanStrings, 5, "H-26", Severity.C)]
    [InlineData(ObservationKind.Encoding, 3, "H-27", Severity.C)]
    [InlineData(ObservationKind.UnreliableText, 80, "H-28", Severity.C)]
    public void WhatAReaderNotices_IsAFindingWithItsCount(ObservationKind kind, int count, string code, Severity severity)
    {
        var finding = Assert.Single(Found(i => i.Observe(new Observation(kind, Sheet, "说明", count))));
        Assert.Equal((code, severity, Sheet), (finding.Rule, finding.Severity, finding.Place));
        Assert.Contains($"{count}", finding.Why, StringComparison.Ordinal);
        Assert.Equal("说明", finding.Excerpt);
        Assert.NotEmpty(finding.Action);
    }

    [Fact]
    public void AFileThatHidesNothing_HasNoFinding() =>
        Assert.Empty(
            Found(i =>
            {
                i.Passage(
                    new Passage(
                        new Place { Part = "正文" },
                        PassageKind.Body,
                        @"安装在 C:\Program Files 下，详见 https://tjj.example.gov.cn/10.html。"
                    )
                );
                i.Passage(new Passage(Properties, PassageKind.Property, "统计公报 2024") { Label = "标题" });
                i.Passage(new Passage(new Place { Part = "正文" }, PassageKind.Behind, "https://www.stats.gov.cn/sj/"));
                i.BeginTable(new TableSource(Sheet, "表一") { IsSheet = true });
                i.Row(new CellRow(1, [new Cell(1, "1") { Number = 1 }]));
                i.EndTable(TableEnd.Plain);
            })
        );

    [Fact]
    public void AQuietOfficeFile_HasOneFindingOfTheLeastKind()
    {
        var finding = Assert.Single(
            Found(i =>
            {
                i.Passage(new Passage(Properties, PassageKind.Property, "达瓦") { Label = "作者" });
                i.Observe(new Observation(ObservationKind.Author, Properties with { Key = "docProps/core.xml" }, "作者：达瓦"));
                i.Observe(new Observation(ObservationKind.Author, Properties with { Key = "docProps/core.xml" }, "最后修改者：达瓦"));
                i.Observe(new Observation(ObservationKind.Author, Properties with { Key = "docProps/app.xml" }, "主管：扎西"));
            })
        );
        Assert.Equal((Severity.C, "H-18"), (finding.Severity, finding.Rule));
        Assert.Contains("2 处", finding.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("达瓦", finding.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("扎西", finding.Masked, StringComparison.Ordinal);
        Assert.Contains("作者：", finding.Masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ObservationKind.HiddenSheet, Severity.B)]
    [InlineData(ObservationKind.VeryHiddenSheet, Severity.A)]
    public void AHiddenSheetWithFigures_IsWorseThanAnEmptyOne(ObservationKind kind, Severity severity)
    {
        var finding = Assert.Single(
            Found(i =>
            {
                i.Observe(new Observation(kind, Sheet, "底稿"));
                i.BeginTable(new TableSource(Sheet, "底稿") { IsSheet = true, HiddenBy = "隐藏工作表" });
                i.Row(new CellRow(1, [new Cell(1, "企业"), new Cell(2, "产值")]));
                i.Row(new CellRow(2, [new Cell(1, "甲厂"), new Cell(2, "52340") { Number = 52340 }]));
                i.EndTable(TableEnd.Plain);
            })
        );
        Assert.Equal(severity, finding.Severity);
        Assert.Contains("有数据的 1 行", finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void InvisibleText_IsWorseWhereItHasFigures()
    {
        var page = new Place { Part = "第 3 页", Page = 3 };
        Assert.Equal(
            Severity.B,
            Assert
                .Single(
                    Found(i =>
                    {
                        i.Passage(new Passage(page, PassageKind.Body, "产值 52340") { HiddenBy = "白色文字" });
                        i.Observe(new Observation(ObservationKind.InvisibleText, page, "白色文字 8 个字", 8));
                    })
                )
                .Severity
        );
        Assert.Equal(
            Severity.B,
            Assert
                .Single(
                    Found(i =>
                    {
                        i.BeginTable(new TableSource(Sheet, "表") { IsSheet = true });
                        i.Row(new CellRow(1, [new Cell(1, "7") { Number = 7, HiddenBy = "白色文字" }]));
                        i.EndTable(TableEnd.Plain);
                        i.Observe(new Observation(ObservationKind.InvisibleText, Sheet with { Cell = "A1" }, "白色文字"));
                    })
                )
                .Severity
        );
        Assert.Equal(
            Severity.C,
            Assert
                .Single(
                    Found(i =>
                    {
                        i.Passage(new Passage(page, PassageKind.Body, "共 9 页"));
                        i.Passage(new Passage(page, PassageKind.Body, "内部") { HiddenBy = "白色文字" });
                        i.Observe(new Observation(ObservationKind.InvisibleText, page, "白色文字 2 个字", 2));
                    })
                )
                .Severity
        );
    }

    [Theory]
    [InlineData(@"C:\Users\zhuoma\Desktop\快报.xlsx", true)]
    [InlineData(@"Microsoft Word - D:\报表\公报.doc", true)]
    [InlineData(@"\\tjj-server\共享\底稿.xlsx", true)]
    [InlineData("file:///D:/a.xlsx", true)]
    [InlineData("http://10.16.2.8/oa/view?id=3", true)]
    [InlineData("http://172.20.1.1/a", true)]
    [InlineData("/home/user/a.pdf", true)]
    [InlineData("http://172.40.1.1/a", false)]
    [InlineData("https://www.changdu.gov.cn/10.1.html", false)]
    [InlineData("注：A:B 之比", false)]
    [InlineData("profile://x", false)]
    public void APathOrInnerAddress_InAPropertyOrLink_IsFound(string text, bool isFound)
    {
        var findings = Found(i => i.Passage(new Passage(Properties, PassageKind.Property, text) { Label = "标题" }));
        Assert.Equal(isFound, findings.Any(f => f.Rule == "H-19"));
        Assert.All(findings, f => Assert.DoesNotContain("zhuoma", f.Masked + f.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void APathThatAReaderNoticed_CountsOnce()
    {
        var finding = Assert.Single(
            Found(i =>
            {
                i.Passage(new Passage(Properties, PassageKind.Property, @"D:\a\b.dotx") { Label = "模板" });
                i.Observe(new Observation(ObservationKind.Origin, Properties, @"模板：D:\a\b.dotx"));
            })
        );
        Assert.Contains("1 处", finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameKindAtOnePlace_IsOneFinding_AndAtManyPlacesToo()
    {
        Place Page(int n) => new() { Part = $"第 {n} 页", Page = n };
        var few = Found(i => Each(1, 3, n => i.Observe(new Observation(ObservationKind.Annotations, Page(n), "2 条批注", 2))));
        Assert.Equal(3, few.Count);
        var many = Assert.Single(
            Found(i => Each(1, 40, n => i.Observe(new Observation(ObservationKind.Annotations, Page(n), "2 条批注", 2))))
        );
        Assert.Equal(Page(1), many.Place);
        Assert.Contains("80 条，分布在 40 处", many.Why, StringComparison.Ordinal);
        Assert.Contains("第 2 页：2 条批注", many.Excerpt, StringComparison.Ordinal);
        var twice = Assert.Single(Found(i => Each(1, 2, _ => i.Observe(new Observation(ObservationKind.HiddenRows, Sheet, "第 3 行", 4)))));
        Assert.Contains("8 行", twice.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatLiesInAnEmbeddedFile_IsToldApartFromTheFileItself()
    {
        var inside = Sheet with { Inside = ["附件.xlsx"] };
        var findings = Found(i =>
        {
            i.Observe(new Observation(ObservationKind.Author, Properties, "作者：甲"));
            i.Observe(new Observation(ObservationKind.Author, Properties with { Inside = ["附件.xlsx"] }, "作者：甲"));
            i.Observe(new Observation(ObservationKind.HiddenSheet, Sheet, "底稿"));
            i.BeginTable(new TableSource(inside, "底稿") { IsSheet = true, HiddenBy = "隐藏工作表" });
            i.Row(new CellRow(1, [new Cell(1, "1")]));
            i.EndTable(TableEnd.Plain);
        });
        Assert.Equal(2, findings.Count(f => f.Rule == "H-18"));
        Assert.Equal(Severity.C, findings.Single(f => f.Rule == "H-01").Severity);
    }

    private static void Each(int from, int count, Action<int> act) => Enumerable.Range(from, count).ToList().ForEach(act);

    private static IReadOnlyList<Finding> Found(Action<HiddenInspector> feed)
    {
        var inspector = new HiddenInspector();
        feed(inspector);
        inspector.Finish(CancellationToken.None);
        return inspector.Findings;
    }
}
