using CsCheck;
using Disclosure.Core.Publication;

namespace Disclosure.Tests.Core.Publication;

/// <summary>What a page may do to a text without changing it, and what it may not.</summary>
public sealed class TextComparisonTests
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
}
