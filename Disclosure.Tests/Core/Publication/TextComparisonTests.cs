using System.Text.RegularExpressions;
using CsCheck;
using Disclosure.Core.Publication;

namespace Disclosure.Tests.Core.Publication;

/// <summary>What a page may do to a text without changing it, and what it may not.</summary>
public sealed partial class TextComparisonTests
{
    private static readonly string[] Approved =
    [
        "昌都市2026年前三季度工业运行情况",
        "一、总体情况：规模以上工业增加值41.86亿元，比上年同期增长9.5%。",
        "指标\t单位\t数值\t增长（%）",
        "采矿业\t万元\t52,340\t-0.1",
        "水泥制造\t万元\t18760\t7.2",
        "电力生产\t万元\t30411\t7.2",
        "合计\t万元\t110325\t6.1",
        "注：“规上”指年主营业务收入2000万元及以上。",
    ];

    [Theory]
    [InlineData(
        "昌都市2026年前三季度工业运行情况\r\n\r\n一、总体情况：规模以上工业增加值41.86亿元，比上年同期增长9.5%。"
            + "\r\n指标\t单位\t数值\t增长（%）\r\n采矿业\t万元\t52,340\t-0.1\r\n水泥制造\t万元\t18760\t7.2\r\n"
            + "电力生产\t万元\t30411\t7.2\r\n合计\t万元\t110325\t6.1\r\n注：“规上”指年主营业务收入2000万元及以上。"
    )]
    [InlineData(
        "　　昌都市 2026 年前三季度工业运行情况\n• 一、总体情况: 规模以上工业增加值\u00A041.86\u00A0亿元,比上年同期增长９．５％。"
            + "\n指标\n单位\n数值\n增长(%)\n采矿业\n万元\n５２，３４０\n－0.1\n水泥制造 万元 18760 7.2 电力生产 万元 30411 7.2\n"
            + "合\u200B计\t万元\t110325\t6.1\u200B\n注：\"规上\"指年主营业务收入2000万元\n及以上。\n"
    )]
    public void WhatABrowserDoesToAText_IsNoDifference(string page) => Assert.Empty(Of(page).Differences);

    [Theory]
    [InlineData("52,340", "52,341", "52,340", "52,341")]
    [InlineData("41.86", "41.68", "41.86", "41.68")]
    [InlineData("110325", "11032５0", "110325", "11032５0")]
    [InlineData("9.5%", "9.5‰", "%", "‰")]
    [InlineData("万元\t18760", "亿元\t18760", "万", "亿")]
    [InlineData("\t-0.1", "\t0.1", "-", "")]
    [InlineData("30411\t7.2", "30411\t72", "7.2", "72")]
    [InlineData("30411\t7.2", "304117.2", "30411\t7.2", "304117.2")]
    public void AChangedFigure_IsShownAsOldAndNew(string was, string became, string old, string @new)
    {
        var page = string.Join('\n', Approved).Replace(was, became, StringComparison.Ordinal);
        var found = Assert.Single(Of(page).Differences);
        Assert.Equal((old, @new), (found.Old, found.New));
    }

    [Fact]
    public void AMissingRow_IsShownWhole()
    {
        var found = Assert.Single(Of(string.Join('\n', Approved.Where(l => !l.StartsWith("水泥", StringComparison.Ordinal)))).Differences);
        Assert.Equal((DifferenceKind.Missing, "水泥制造\t万元\t18760\t7.2", 5), (found.Kind, found.Old, found.Line));
    }

    [Fact]
    public void AnAdditionalRow_IsShownWhole()
    {
        var found = Assert.Single(Of(string.Join('\n', [.. Approved[..5], "食品加工\t万元\t8814\t7.2", .. Approved[5..]])).Differences);
        Assert.Equal((DifferenceKind.Added, "食品加工\t万元\t8814\t7.2"), (found.Kind, found.New));
    }

    [Fact]
    public void TheTitleAboveAText_AndNumbersThatTheOfficeProgramSets_AreNoDifference()
    {
        ApprovedLine[] approved = [new("加强培训", true), new("严格审核", true), new("完毕。")];
        Assert.Empty(TextComparison.Compare(approved, "工作要点\n1. 加强培训\n（二）严格审核\n完毕。", "工作要点").Differences);
        Assert.Single(TextComparison.Compare([new("加强培训"), new("完毕。")], "1.加强培训\n完毕。").Differences);
        Assert.Single(TextComparison.Compare(approved, "2026加强培训\n严格审核\n完毕。").Differences);
    }

    private const string Header =
        "昌都市统计局\n首页　机构职能　统计数据　政务公开\n当前位置：首页 > 统计数据 > 昌都市2026年前三季度工业运行情况\n";
    private const string Footer = "\n上一篇：昌都市2026年前三季度工业运行情况解读\n网站地图　联系我们　藏ICP备00000000号\n";

    [Fact]
    public void TheFrameOfAPage_IsNoDifferenceOfItsText_AndIsShown()
    {
        var compared = InPage(Header + string.Join('\n', Approved) + Footer);
        Assert.Empty(compared.Differences);
        Assert.Equal([DifferenceKind.Before, DifferenceKind.After], compared.Around.Select(a => a.Kind));
        Assert.Equal([Header.Trim(), Footer.Trim()], compared.Around.Select(a => a.New));
    }

    [Fact]
    public void DateAndSourceBelowTheTitle_BelongToTheFrame()
    {
        var page =
            Header + Approved[0] + "\n发布时间：2026-11-02 来源：工业能源科 浏览次数：12\n" + string.Join('\n', Approved[1..]) + Footer;
        var compared = InPage(page);
        Assert.Empty(compared.Differences);
        Assert.Contains("浏览次数：12", compared.Around[0].New, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutItsTitle_AText_IsNotTheSame() => Assert.NotEmpty(InPage("首页\n" + string.Join('\n', Approved[1..])).Differences);

    [Theory]
    [InlineData("41.86", "41.68")]
    [InlineData("水泥制造\t万元\t18760\t7.2\n", "")]
    [InlineData("采矿业", "食品\t万元\t5\t1\n采矿业")]
    [InlineData("2000万元及以上", "2000万元以上")]
    public void AFrame_HidesNoDifferenceOfTheText(string was, string became)
    {
        var compared = InPage(Header + string.Join('\n', Approved).Replace(was, became, StringComparison.Ordinal) + Footer);
        Assert.Single(compared.Differences);
        Assert.NotEmpty(compared.Around);
    }

    [Fact]
    public void ATextWithoutAFrame_HasNothingAroundIt() => Assert.Empty(InPage(string.Join('\n', Approved)).Around);

    [Fact]
    public void ATitleInThePathOfThePage_DoesNotStandForItsHeading()
    {
        var page =
            Header + Approved[0].Replace("2026", "2025", StringComparison.Ordinal) + "\n" + string.Join('\n', Approved[1..]) + Footer;
        Assert.Equal(("2026", "2025"), InPage(page).Differences.Select(d => (d.Old, d.New)).Single());

        // The same where the approved file begins without its title.
        var body = Approved[1..].Select(l => new ApprovedLine(l)).ToList();
        var found = Assert.Single(TextComparison.CompareInPage(body, page, Approved[0]).Differences);
        Assert.Equal((0, "2026", "2025"), (found.Line, found.Old, found.New));
        Assert.Empty(TextComparison.CompareInPage(body, page.Replace("2025", "2026", StringComparison.Ordinal), Approved[0]).Differences);
    }

    [Fact]
    public void WhatStandsOnALineOfTheText_IsNoFrame()
    {
        var text = string.Join('\n', Approved);
        Assert.Single(InPage($"{Header}{text}比上年同期下降2%{Footer}").Differences);
        Assert.Single(InPage($"{Header}初稿：{text}{Footer}").Differences);
    }

    private static readonly Gen<string> Figure = Gen.OneOf(
        Gen.Int[0, 99_999].Select(n => $"{n}"),
        Gen.Int[0, 9_999].Select(n => $"{n / 100}.{n % 100:00}")
    );
    private static readonly Gen<string[]> Text = Gen.Select(
            Gen.OneOf("工业增加值", "比上年增长", "采矿业\t", "水泥，", "其中：合计"),
            Figure,
            Gen.OneOf("亿元", "%", "万元。", "\t")
        )
        .Select((word, figure, unit) => word + figure + unit)
        .Array[1, 14];
    private static readonly Gen<string> Frame = Gen.OneOf(
            "首页 > 政务公开",
            "网站地图　联系我们",
            "版权所有 主办单位",
            "上一篇：解读",
            "浏览 41.86 次",
            "发布时间：2026-11-02"
        )
        .Array[0, 5]
        .Select(lines => string.Join('\n', lines));
    private static readonly Gen<(string Title, string[] Text, string Before, string Between, string After, bool InFile)> Page = Gen.Select(
        Gen.Int[2020, 2029].Select(year => $"昌都市{year}年1-9月工业运行情况"),
        Text,
        Frame,
        Gen.OneOf("", "发布时间：2026-11-02 来源：工业能源科 浏览次数：12"),
        Frame,
        Gen.Bool
    );

    [Fact]
    public void ATextInAnyFrame_IsTheSame() =>
        Page.Sample(
            p =>
            {
                var compared = CopiedWhole(p, p.Title, string.Join('\n', p.Text));
                return compared.Same && (p.After.Length == 0 || compared.Around[^1].New == p.After);
            },
            iter: 2_000
        );

    [Fact]
    public void AnyOneFigureThatDiffers_IsFoundInAnyFrame() =>
        Gen.Select(Page, Gen.Int[0, 200], Gen.Int[0, 5])
            .Sample(
                (p, place, how) =>
                {
                    var was = $"{p.Title}\n{string.Join('\n', p.Text)}";
                    var became = Altered(was, place, how);
                    return ComparableText.Normal(became) == ComparableText.Normal(was)
                        || !CopiedWhole(p, became[..became.IndexOf('\n')], became[(became.IndexOf('\n') + 1)..]).Same;
                },
                iter: 4_000
            );

    private static ComparedText CopiedWhole(
        (string Title, string[] Text, string Before, string Between, string After, bool InFile) p,
        string heading,
        string text
    )
    {
        var approved = p.Text.Prepend(p.Title).Skip(p.InFile ? 0 : 1).Select(l => new ApprovedLine(l)).ToList();
        var page = $"{p.Before}\n当前位置：首页 > {p.Title}\n{heading}\n{p.Between}\n{text}\n{p.After}";
        return TextComparison.CompareInPage(approved, page, p.Title);
    }

    private static string Altered(string text, int place, int how)
    {
        var figures = FigureInText().Matches(text);
        var (one, other) = (figures[place % figures.Count], figures[(place + 1) % figures.Count]);
        var (from, to) = one.Index < other.Index ? (one, other) : (other, one);
        var (before, after) = (text[..one.Index], text[(one.Index + one.Length)..]);
        return how switch
        {
            0 => before + (char)('0' + ((one.Value[0] - '0' + 1 + (place % 9)) % 10)) + one.Value[1..] + after,
            1 => before + after,
            2 => $"{before}{one.Value} {one.Value}{after}",
            3 => $"{before}{one.Value}0{after}",
            4 => $"{before}-{one.Value}{after}",
            _ => $"{text[..from.Index]}{to.Value}{text[(from.Index + from.Length)..to.Index]}{from.Value}{text[(to.Index + to.Length)..]}",
        };
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex FigureInText();

    [Fact]
    public void TwoStrangeTexts_DifferWithinBounds()
    {
        var random = new Random(5);
        string Strange() =>
            string.Join(
                '\n',
                Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, 20).Select(_ => (char)random.Next(0x4E00, 0x9000))))
            );
        var compared = TextComparison.Compare([.. Strange().Split('\n').Select(l => new ApprovedLine(l))], Strange());
        Assert.InRange(compared.Total, 1, 100_000);
        Assert.All(compared.Differences, d => Assert.InRange(d.Old.Length + d.New.Length, 1, 900));
    }

    [Fact]
    public void Differences_LeadFromTheOneTextToTheOther()
    {
        var token = Gen.Int[0, 4].Select(k => new Token(k, 0, 0, 1));
        Gen.Select(token.List[0, 30], token.List[0, 30])
            .Sample(
                (a, b) =>
                {
                    var (made, at) = (new List<int>(), 0);
                    foreach (var h in new TokenDifference(a, b).Of(0, a.Count, 0, b.Count))
                    {
                        made.AddRange(a.Skip(at).Take(h.A - at).Select(t => t.Key));
                        made.AddRange(b.Skip(h.B).Take(h.CountB).Select(t => t.Key));
                        at = h.A + h.CountA;
                    }
                    made.AddRange(a.Skip(at).Select(t => t.Key));
                    return made.SequenceEqual(b.Select(t => t.Key));
                },
                iter: 5000
            );
    }

    [Fact]
    public void AnyOneChangedDigit_IsFound() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 9])
            .Sample(
                (place, by) =>
                {
                    var text = string.Join('\n', Approved);
                    var digits = text.Select((c, i) => (c, i)).Where(x => char.IsAsciiDigit(x.c)).Select(x => x.i).ToList();
                    var at = digits[place % digits.Count];
                    var changed = text[..at] + (char)('0' + ((text[at] - '0' + by) % 10)) + text[(at + 1)..];
                    return Of(changed).Total == 1;
                },
                iter: 300
            );

    private static ComparedText Of(string page) => TextComparison.Compare([.. Approved.Select(l => new ApprovedLine(l))], page);

    private static ComparedText InPage(string page) =>
        TextComparison.CompareInPage([.. Approved.Select(l => new ApprovedLine(l))], page, Approved[0]);
}
