using Disclosure.Core.Examiner;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>Numbers, names and addresses of persons and organisations, and what only looks like them.</summary>
public sealed class PeopleTests
{
    private static readonly string Id = Made.Resident("540321", 1985, 3, 17, 12);
    private static readonly string Old = Made.Resident("542121", 1962, 11, 2, 401);
    private static readonly string Credit = Made.Credit("91540300", "MA6T2K3X");
    private static readonly string Card = Made.Card("622848", 19, 402512345);

    [Theory]
    [InlineData("联系人身份证号 11010519491231002X,手机 13800138000。", "11010519491231002X")]
    [InlineData("身份证：11010519491231002x。", "11010519491231002x")]
    [InlineData("身份证号１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("扎西110105 19491231 002X领取", "110105 19491231 002X")]
    [InlineData("110105-19491231-002X", "110105-19491231-002X")]
    [InlineData("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X")]
    [InlineData("1101\u200B05194912\u200B31002X", "1101\u200B05194912\u200B31002X")]
    [InlineData("张三,11010519491231002X,男", "11010519491231002X")]
    public void AResidentId_IsFoundHoweverItIsWritten(string text, string id)
    {
        var finding = Assert.Single(Looking.At(text), f => f.Rule == "P-01");
        Assert.Equal(("B3-5", Severity.B, Confidence.High), (finding.Criterion, finding.Severity, finding.Confidence));
        Assert.Equal(id, Looking.Sensitive(finding));
        Assert.DoesNotContain("1949", finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOldAreaCode_StaysValid() =>
        Assert.Single(Looking.At($"户主{Old}"), f => f is { Rule: "P-01", Confidence: Confidence.High });

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("身份证 110105194913310028")]
    [InlineData("110105********002X")]
    [InlineData("35****…123")]
    [InlineData("办理身份证 1234 件。")]
    [InlineData("0.110105194912310")]
    [InlineData("a11010519491231002X7")]
    [InlineData("统计用区划代码 540302100001")]
    public void WhatIsNoId_IsNotFound(string text) => Assert.Empty(Looking.At(text));

    [Fact]
    public void TheOldForm_NeedsItsContext()
    {
        Assert.Equal(["P-02"], Looking.Codes("身份证号：110105491231002"));
        Assert.Empty(Looking.At("编号 110105491231002"));
    }

    [Theory]
    [InlineData("联系电话：13812345678", Confidence.High)]
    [InlineData("手机 138 1234 5678", Confidence.High)]
    [InlineData("138-1234-5678", Confidence.High)]
    [InlineData("张三 13812345678", Confidence.Medium)]
    [InlineData("+86-13812345678", Confidence.Medium)]
    [InlineData("电话８６１３８１２３４５６７８", Confidence.High)]
    public void AMobileNumber_IsFound(string text, Confidence confidence) =>
        Assert.Equal(confidence, Assert.Single(Looking.At(text), f => f.Rule == "P-06").Confidence);

    [Theory]
    [InlineData("手机产量 12345678901 部")]
    [InlineData("移动电话用户 13812345678 户")]
    [InlineData("手机 138****1234")]
    [InlineData("138xxxx1234")]
    [InlineData("财政总收入 13812345678 元。")]
    [InlineData("订单编号：13812345678")]
    [InlineData("采矿业 52340 13812345678 30411")]
    [InlineData("AB-13812345678-01")]
    [InlineData("https://www.example.cn/a/13812345678.html")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92413812345678a495991b7852b855aaaaa")]
    [InlineData("13812345678.25")]
    [InlineData("拨打12345热线或12340。")]
    [InlineData("ISBN 978-7-5037-1234-5")]
    [InlineData("ISBN 9787503712345")]
    [InlineData("昌统发〔2026〕12号")]
    [InlineData("20240131 20240229 20240331")]
    [InlineData("邮编：854000")]
    public void WhatIsNoMobileNumber_IsNotFound(string text) => Assert.Empty(Looking.At(text));

    [Fact]
    public void AllowedNumbersAndMailboxes_AreNotFound()
    {
        var settings = ExaminerSettings.Usual with { AllowedPhones = ["08954821234", "13812345678"] };
        Assert.Empty(Looking.At("联系人电话：0895-4821234，13812345678，邮箱 tjj@changdu.gov.cn。", settings: settings));
    }

    [Theory]
    [InlineData("联系电话：0895-4821234")]
    [InlineData("企业电话0895 4821234")]
    [InlineData("厂长电话（0895）4821234")]
    [InlineData("厂里座机：4821234")]
    [InlineData("请致电08954821234")]
    public void ALandline_IsFound(string text) => Assert.Contains("P-07", Looking.Codes(text));

    [Theory]
    [InlineData("昌都市统计局咨询电话：0895-4821234")]
    [InlineData("监督举报热线 0895-4821234")]
    [InlineData("电话区号0895")]
    [InlineData("固定电话用户 4821234 户")]
    [InlineData("日期 2024-1234567")]
    public void AnOfficeTelephone_IsNotFound(string text) => Assert.Empty(Looking.At(text));

    [Fact]
    public void CodesOfOrganisations_AreFound()
    {
        Assert.Equal(["P-04"], Looking.Codes($"统一社会信用代码：{Credit}"));
        Assert.Equal(["P-04"], Looking.Codes($"该户{Credit.ToLowerInvariant()}。"));
        var wrong = Credit[..17] + (Credit[17] == 'A' ? 'B' : 'A');
        Assert.Equal(Confidence.Low, Assert.Single(Looking.At($"信用代码{wrong}")).Confidence);
        Assert.Equal(["P-05"], Looking.Codes($"组织机构代码：{Made.Organisation("MA6T2K3X").Insert(8, "-")}"));
        Assert.Empty(Looking.At(Made.Organisation("12345678")));
        Assert.Empty(Looking.At("组织机构代码 123456789"));
        Assert.Empty(Looking.At($"索引号 {Made.Credit("11540300", "01593021")}/2026-00001"));
    }

    [Fact]
    public void ABankCard_NeedsPrefixCheckAndContext()
    {
        Assert.Equal(["P-08"], Looking.Codes($"一卡通账号 {Card}"));
        Assert.Equal(["P-08"], Looking.Codes($"银行卡 {Made.Card("4367", 16, 12345678)}"));
        Assert.Equal(
            ["P-08"],
            Looking.Codes($"卡号 {string.Join(' ', Made.Card("622848", 16, 1234567).Chunk(4).Select(c => new string(c)))}")
        );
        Assert.Equal(Confidence.Medium, Assert.Single(Looking.At(Card)).Confidence);
        Assert.Empty(Looking.At(Made.Card("4367", 16, 12345678)));
        Assert.Empty(Looking.At($"订单号 {Card}"));
        Assert.Empty(Looking.At("银行卡 6228 **** **** 1234"));
    }

    [Theory]
    [InlineData("护照号码 E12345678", "P-09")]
    [InlineData("通行证 H12345678", "P-09")]
    [InlineData("车牌藏B·12345", "P-10")]
    [InlineData("藏B12345货车", "P-10")]
    [InlineData("藏 B 1A345", "P-10")]
    [InlineData("藏AD12345", "P-10")]
    [InlineData("邮箱 zhaxi@163.com。", "P-11")]
    [InlineData("zha.xi_1@mail.example.com", "P-11")]
    [InlineData("家住卡若区昌都西路12号", "P-12")]
    [InlineData("达若村3组12号", "P-12")]
    [InlineData("住址：城关镇聚盛街 88 号 2 单元 301 室", "P-12")]
    [InlineData("户主：扎西次仁", "P-13")]
    [InlineData("联系人：张三 联系电话：（略）", "P-13")]
    public void OtherTracesOfPersons_AreFound(string text, string code) => Assert.Equal([code], Looking.Codes(text));

    [Theory]
    [InlineData("产品型号 E12345678")]
    [InlineData("粤B2-20090059")]
    [InlineData("京ICP备05070218号")]
    [InlineData("新A5000 吨")]
    [InlineData("邮箱 tjj@changdu.gov.cn")]
    [InlineData("公路2号标段")]
    [InlineData("318国道沿线道路12号桥")]
    [InlineData("昌都市统计局，昌都西路12号")]
    [InlineData("中央1号文件")]
    [InlineData("户主：李某某")]
    [InlineData("户主：卡某某")]
    [InlineData("姓名：＿＿＿")]
    [InlineData("联系人：综合科")]
    [InlineData("户主 1234 人")]
    [InlineData("川A级景区")]
    public void WhatOnlyLooksLikeThem_IsNotFound(string text) => Assert.Empty(Looking.At(text));

    [Theory]
    [InlineData("昌都高争水泥有限公司完成产值 1.2 亿元，增长 5%。")]
    [InlineData("其中，藏东商贸有限责任公司营业收入达 3200 万元。")]
    [InlineData("江达县波罗乡农牧民施工合作社实现收入 56 万元。")]
    [InlineData("昌都水泥厂全年生产水泥 12 万吨。")]
    [InlineData("“康巴人家”超市销售额 230 万元。")]
    public void ANamedEnterpriseWithItsFigure_IsFound(string text)
    {
        var finding = Assert.Single(Looking.At(text), f => f.Rule == "P-14");
        Assert.Equal(("D2", Severity.A, Confidence.Medium), (finding.Criterion, finding.Severity, finding.Confidence));
        Assert.True(finding.Sensitive.Count == 1);
    }

    [Theory]
    [InlineData("调研组走访了昌都高争水泥有限公司。")]
    [InlineData("有限责任公司增加值增长 5.2%，股份有限公司增长 3.1%。")]
    [InlineData("其中，私营有限责任公司产值 12.5 亿元。")]
    [InlineData("全市水泥厂产量 12 万吨。")]
    [InlineData("农民专业合作社达到 812 家，实现收入 3.2 亿元。")]
    [InlineData("全年保险公司原保险保费收入 12.3 亿元。")]
    [InlineData("限额以上商店销售额增长 8%。")]
    [InlineData("水电站发电量 12 亿千瓦时。")]
    public void EnterprisesWithoutFigureOrName_AreNotFound(string text) => Assert.DoesNotContain("P-14", Looking.Codes(text));

    [Theory]
    [InlineData("全市仅一家水泥生产企业，产量 12 万吨。", Severity.A)]
    [InlineData("采矿业只有 1 家企业，产值 5.2 亿元。", Severity.A)]
    [InlineData("电力行业仅有两家企业，营业收入 3 亿元。", Severity.A)]
    [InlineData("该产品为独家生产企业供应，产量 300 吨。", Severity.A)]
    [InlineData("龙头企业占比达 95.3%。", Severity.A)]
    [InlineData("辖区内仅 1 家规模以上企业。", Severity.C)]
    public void OneOrTwoBehindAFigure_AreFound(string text, Severity severity) =>
        Assert.Equal(severity, Assert.Single(Looking.At(text), f => f.Rule == "P-15").Severity);

    [Theory]
    [InlineData("公有制企业占比达 92%。")]
    [InlineData("仅用一年时间，企业数增长 12%。")]
    [InlineData("产值仅增长 1.2%，企业效益回落。")]
    [InlineData("仅 15 家企业产值下降。")]
    [InlineData("城镇化率占比达 38.88%。")]
    public void ManyBehindAFigure_AreNotFound(string text) => Assert.DoesNotContain("P-15", Looking.Codes(text));

    [Fact]
    public void EqualFindings_AreKeptTwentyTimesAndCounted()
    {
        var inspector = Looking.Table(Enumerable.Range(0, 50).Select(_ => (IReadOnlyList<object>)["身份证号", Id]));
        Assert.Equal(20, inspector.Findings.Count);
        Assert.Equal(30, inspector.Omitted["P-01"]);
    }
}
