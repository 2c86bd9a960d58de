using Disclosure.Core.Files.Reading;
using static Disclosure.Tests.Core.Files.Reading.PdfFiles;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Lines of a page whose cells stand below one another are a table with its columns; all else is text.</summary>
public sealed class PdfTableTests
{
    [Fact]
    public void ATableWithoutRules_IsOneTable_WithItsHeadingAndWhatStandsAbove()
    {
        var heard = new PdfFiles()
            .Page(
                At(200, 800, "一、概况")
                    + At(150, 780, "规模以上工业企业生产情况")
                    + At(400, 765, "单位：万元")
                    + Row(750, (60, "行业"), (150, "企业数（家）"), (260, "总产值（万元）"))
                    + Row(735, (60, "采矿业"), (150, "1"), (260, "52340"))
                    + Row(720, (60, "水泥制造"), (150, "2"), (260, "18760"))
                    + Row(705, (60, "食品加工"), (150, "5"), (260, "*"))
                    + Row(690, (60, "合计"), (150, "15"), (260, "110325"))
                    + At(60, 660, "注：本表数据为虚构，仅供试用，不得用于其他用途，也不得对外引用或者发布。")
            )
            .Read();
        var (source, rows, _) = Assert.Single(heard.Tables);
        Assert.Equal(
            [
                "A=行业 B=企业数（家） C=总产值（万元）",
                "A=采矿业 B=1 C=52340",
                "A=水泥制造 B=2 C=18760",
                "A=食品加工 B=5 C=*",
                "A=合计 B=15 C=110325",
            ],
            rows
        );
        Assert.Equal(["一、概况", "规模以上工业企业生产情况", "单位：万元"], source.Before);
        Assert.Equal("规模以上工业企业生产情况", source.Name);
        Assert.Equal((1, 4), (source.Place.Page, source.Place.Line));
        Assert.Equal(
            [
                "一、概况",
                "规模以上工业企业生产情况",
                "单位：万元",
                "注：本表数据为虚构，仅供试用，不得用于其他用途，也不得对外引用或者发布。",
            ],
            heard.Texts()
        );
        Assert.Equal([1, 2, 3, 9], heard.Passages.Select(p => p.Place.Line!.Value));
        var box = heard.Cells.Single(c => c.Text == "52340").Box!;
        Assert.InRange(box.Left, 259, 261);
        Assert.InRange(box.Right, 284, 286);
        Assert.InRange(box.Bottom, 730, 736);
    }

    [Fact]
    public void FiguresOnTheRight_AndHeadingsInTheMiddle_AreInOneColumn()
    {
        var heard = new PdfFiles()
            .Page(
                Row(750, (80, "指标"), (205, "2023年"), (305, "增长（%）"))
                    + Row(735, (60, "地区生产总值"), (205, "2392.67"), (325, "9.5"))
                    + Row(720, (60, "第一产业"), (210, "215.01"), (320, "14.9"))
                    + Row(705, (60, "人口"), (225, "365"), (335, "7"))
                    + Row(690, (60, "从业人员"), (235, "9"))
                    + Row(675, (60, "价格指数"), (215, "99.9"), (320, "-0.1"))
            )
            .Read();
        Assert.Equal(
            [
                "A=指标 B=2023年 C=增长（%）",
                "A=地区生产总值 B=2392.67 C=9.5",
                "A=第一产业 B=215.01 C=14.9",
                "A=人口 B=365 C=7",
                "A=从业人员 B=9",
                "A=价格指数 B=99.9 C=-0.1",
            ],
            Assert.Single(heard.Tables).Rows
        );
    }

    [Fact]
    public void EmptyCells_StayEmpty_AndAHeadingOverTwoColumns_IsMerged()
    {
        var heard = new PdfFiles()
            .Page(
                Row(765, (60, "县区"), (150, "其中：规模以上工业企业"))
                    + Row(750, (60, "名称"), (150, "企业数"), (230, "总产值"))
                    + Row(735, (60, "卡若区"), (150, "12"), (230, "4100"))
                    + Row(720, (60, "江达县"), (230, "300"))
                    + Row(705, (60, "贡觉县"), (150, "3"))
                    + Row(690, (60, "合计"), (150, "15"), (230, "4400"))
            )
            .Read();
        var (_, rows, end) = Assert.Single(heard.Tables);
        Assert.Equal(
            [
                "A=县区 B=其中：规模以上工业企业",
                "A=名称 B=企业数 C=总产值",
                "A=卡若区 B=12 C=4100",
                "A=江达县 C=300",
                "A=贡觉县 B=3",
                "A=合计 B=15 C=4400",
            ],
            rows
        );
        Assert.Equal([new MergedRange(1, 2, 1, 2)], end!.Merged);
    }

    [Fact]
    public void CellsThatStandClose_ArePartedByTheColumnsOfTheOthers()
    {
        var heard = new PdfFiles()
            .Page(
                Row(750, (60, "行业"), (112, "企业数（家）"), (176, "产值"))
                    + Row(735, (60, "采矿业"), (112, "1"), (176, "5"))
                    + Row(720, (60, "水泥制造业"), (112, "2"), (176, "7"))
            )
            .Read();
        Assert.Equal(["A=行业 B=企业数（家） C=产值", "A=采矿业 B=1 C=5", "A=水泥制造业 B=2 C=7"], Assert.Single(heard.Tables).Rows);
    }

    [Fact]
    public void TitleAndUnit_SetWithGaps_StandAboveTheTable_AndHeadingsOnTheLeftAreThoseOfFiguresOnTheRight()
    {
        var heard = new PdfFiles()
            .Page(
                Row(780, (60, "表1"), (85, "规模以上工业企业主要指标"))
                    + Row(765, (300, "单位：万元"))
                    + Row(750, (60, "行业"), (150, "企业单位数"), (260, "工业总产值"))
                    + Row(735, (60, "采矿业"), (225, "1"), (350, "0.5"))
                    + Row(720, (60, "制造业"), (220, "22"), (340, "3703"))
                    + Row(705, (60, "合计"), (220, "23"), (340, "3704"))
            )
            .Read();
        var (source, rows, _) = Assert.Single(heard.Tables);
        Assert.Equal(["A=行业 B=企业单位数 C=工业总产值", "A=采矿业 B=1 C=0.5", "A=制造业 B=22 C=3703", "A=合计 B=23 C=3704"], rows);
        Assert.Equal(["表1\t规模以上工业企业主要指标", "单位：万元"], source.Before);
        Assert.Equal("表1\t规模以上工业企业主要指标", source.Name);
    }

    [Fact]
    public void ALabelByItself_InsideATable_IsARowOfIt()
    {
        var heard = new PdfFiles()
            .Page(
                Row(750, (60, "工业"), (160, "10"), (240, "500"))
                    + Row(735, (60, "其中："))
                    + Row(720, (70, "采矿业"), (160, "4"), (240, "200"))
                    + Row(705, (70, "制造业"), (160, "6"), (240, "300"))
            )
            .Read();
        Assert.Equal(4, Assert.Single(heard.Tables).Rows.Count);
        Assert.Equal("A=其中：", heard.Tables[0].Rows[1]);
    }

    [Fact]
    public void Prose_IsNoTable()
    {
        var heard = new PdfFiles()
            .Page(
                At(60, 780, "1.")
                    + At(80, 780, "全年地区生产总值增长，各项指标平稳。")
                    + At(60, 765, "2.")
                    + At(80, 765, "居民收入稳步增加，物价总体平稳。")
                    + At(60, 740, "昌都市统计局")
                    + At(400, 740, "印发日期")
                    + At(60, 600, "联系人电话")
            )
            .Read();
        Assert.Empty(heard.Tables);
        Assert.Equal(
            ["1. 全年地区生产总值增长，各项指标平稳。", "2. 居民收入稳步增加，物价总体平稳。", "昌都市统计局\t印发日期", "联系人电话"],
            heard.Texts()
        );
    }

    [Fact]
    public void TextInTwoColumns_IsReadColumnByColumn()
    {
        var left = new[]
        {
            "全年地区生产总值比上年增长百分之九点",
            "五，其中第一产业增加值增长百分之十四",
            "点九，第二产业增加值增长百分之七点七",
        };
        var right = new[]
        {
            "年末常住人口三百六十五万人，城镇人口",
            "一百四十一万人，乡村人口二百二十三万",
            "人，城镇化率为百分之三十八点八八左右",
        };
        var heard = new PdfFiles()
            .Page(string.Concat(left.Zip(right).Select((l, n) => Row(780 - (15 * n), (60, l.First), (310, l.Second)))))
            .Read();
        Assert.Empty(heard.Tables);
        Assert.Equal([.. left, .. right], heard.Texts());
    }

    [Fact]
    public void WordsSetWide_AndLettersSetApart_StayWhole()
    {
        var heard = new PdfFiles()
            .Page(
                string.Concat("统计公报".Select((c, n) => At(200 + (25 * n), 800, $"{c}")))
                    + string.Concat("昌都市全年经济运行情况".Select((c, n) => At(60 + (12.5 * n), 780, $"{c}")))
                    + Row(750, (60, "合"), (85, "计"), (150, "15"), (230, "9"))
                    + Row(735, (60, "工业"), (150, "4"), (230, "1"))
                    + At(60, 700, "增加值 41.86 亿元")
            )
            .Read();
        Assert.Equal(["统计公报", "昌都市全年经济运行情况", "增加值 41.86 亿元"], heard.Texts());
        Assert.Equal("A=合计 B=15 C=9", Assert.Single(heard.Tables).Rows[0]);
    }

    [Fact]
    public void BoldByDrawingTwice_IsReadOnce() =>
        Assert.Equal(["机密材料 11"], new PdfFiles().Page(At(60, 780, "机密材料 11") + At(60.3, 780, "机密材料 11")).Read().Texts());

    [Fact]
    public void LinesAreReadFromTheTop_InWhateverOrderTheyAreWritten() =>
        Assert.Equal(["一", "二", "三"], new PdfFiles().Page(At(60, 740, "三") + At(60, 780, "一") + At(60, 760, "二")).Read().Texts());

    [Fact]
    public void TextOnItsSide_IsReadInItsOwnDirection_AndAcrossThePageIsAWatermark()
    {
        string Turned(int degrees, double x, double y, string text)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            return At(0, 0, text)
                .Replace(
                    "1 0 0 1 0 0 Tm",
                    FormattableString.Invariant($"{cos:0.#####} {sin:0.#####} {-sin:0.#####} {cos:0.#####} {x} {y} Tm"),
                    StringComparison.Ordinal
                );
        }
        var heard = new PdfFiles().Page(At(60, 780, "正文") + Turned(90, 300, 300, "竖着的文字") + Turned(45, 200, 200, "内部资料")).Read();
        Assert.Equal(["正文", "竖着的文字"], heard.Texts());
        Assert.Equal(["内部资料"], heard.Texts(PassageKind.Watermark));
    }
}
