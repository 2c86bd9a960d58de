using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>Levels, caution words and draft words are told from the same words in prose.</summary>
public sealed class MarkingTests
{
    [Theory]
    [InlineData("机密★5年")]
    [InlineData("机 密 ★ 5 年")]
    [InlineData("机　密　★　５　年")]
    [InlineData("机\u200B密★5年")]
    [InlineData("绝密★启用前")]
    [InlineData("秘密★长期")]
    [InlineData("秘密☆6个月")]
    [InlineData("秘密＊十年")]
    [InlineData("秘密·1年")]
    [InlineData("机密★")]
    [InlineData("秘密级★半年")]
    [InlineData("（绝密★30年）关于工业情况的报告")]
    [InlineData("本表标有机密★5年，请核对后使用。")]
    [InlineData("机密 10年")]
    [InlineData("秘密 长期")]
    [InlineData("机密★⻓期")]
    public void AMark_IsFound(string text)
    {
        var finding = Assert.Single(Looking.At(text), f => f.Rule == "M-01");
        Assert.Equal(("B3-1", Severity.A, Confidence.High), (finding.Criterion, finding.Severity, finding.Confidence));
    }

    [Theory]
    [InlineData("密级：秘密", PassageKind.Body)]
    [InlineData("密级:机密 保密期限:5年", PassageKind.Body)]
    [InlineData("密级 绝密", PassageKind.Body)]
    [InlineData("密级：☑秘密 □机密 □绝密", PassageKind.Body)]
    [InlineData("机密", PassageKind.Header)]
    [InlineData("【秘密】", PassageKind.Watermark)]
    [InlineData("绝密", PassageKind.Comment)]
    [InlineData("秘密-2025年工业数据.xlsx", PassageKind.FileName)]
    [InlineData("2025年工业数据（机密）.xlsx", PassageKind.FileName)]
    [InlineData("机密文件汇总.docx", PassageKind.FileName)]
    [InlineData("机密", PassageKind.SheetName)]
    [InlineData("秘密 特急", PassageKind.Property)]
    [InlineData("机密级", PassageKind.Heading)]
    [InlineData("本资料属于国家秘密，请妥善保管。", PassageKind.Body)]
    public void AMarkingPlace_IsFound(string text, PassageKind kind) =>
        Assert.Contains(Looking.At(text, kind), f => f.Rule is "M-02" && f.Severity == Severity.A);

    [Theory]
    [InlineData(1, Confidence.High)]
    [InlineData(30, Confidence.Medium)]
    public void AnAloneLevel_IsSurestAmongTheFirstLines(int line, Confidence confidence) =>
        Assert.Equal(confidence, Assert.Single(Looking.At("机密", line: line), f => f.Rule == "M-02").Confidence);

    [Theory]
    [InlineData("贯彻《中华人民共和国保守国家秘密法》。")]
    [InlineData("依法保护商业秘密和个人隐私。")]
    [InlineData("本报告不涉及国家秘密。")]
    [InlineData("本系统为非涉密系统，严禁上传国家秘密、工作秘密信息。")]
    [InlineData("该项目秘密级别为无。")]
    [InlineData("密级：无")]
    [InlineData("密级：公开")]
    [InlineData("密级：非密")]
    [InlineData("密级：")]
    [InlineData("密级：□绝密 □机密 □秘密 □内部")]
    [InlineData("请妥善保管计算机密码，定期更换手机密码。")]
    [InlineData("发动机密封件产量增长 5%。")]
    [InlineData("杜绝密切接触者流动。")]
    [InlineData("客机 密度")]
    [InlineData("会议以无记名投票方式进行，设秘密写票处。")]
    [InlineData("国家秘密标志形式为“密级★保密期限”，例如“机密★5年”。")]
    public void WordsOfTheLawAndOtherWords_AreNoMarking(string text) =>
        Assert.DoesNotContain(Looking.At(text), f => f.Severity == Severity.A);

    [Fact]
    public void ABareLevelInProse_IsInformationOnly()
    {
        var finding = Assert.Single(Looking.At("他把那段往事当作秘密讲给大家听。"));
        Assert.Equal(("M-03", Severity.C, Confidence.Low), (finding.Rule, finding.Severity, finding.Confidence));
    }

    [Theory]
    [InlineData("内部资料 注意保存", PassageKind.Body)]
    [InlineData("内 部 资 料", PassageKind.Body)]
    [InlineData("【内部资料】", PassageKind.Body)]
    [InlineData("内部文件，请勿外传", PassageKind.Body)]
    [InlineData("昌都统计 内部参考", PassageKind.Header)]
    [InlineData("工作秘密", PassageKind.Footer)]
    [InlineData("内部资料", PassageKind.Watermark)]
    [InlineData("2025年能源数据（内部资料）.xlsx", PassageKind.FileName)]
    [InlineData("规模以上工业企业名录（内部使用）", PassageKind.Body)]
    [InlineData("本资料仅供内部参考，不得外传。", PassageKind.Body)]
    [InlineData("以上数据仅限内部使用。", PassageKind.Body)]
    [InlineData("昌都统计内部资料", PassageKind.Body)]
    [InlineData("核心商密★长期", PassageKind.Body)]
    [InlineData("密级：内部", PassageKind.Body)]
    public void ACautionLabel_IsFound(string text, PassageKind kind) =>
        Assert.Contains(Looking.At(text, kind), f => f is { Rule: "M-04", Criterion: "B3-3", Severity: Severity.A });

    [Theory]
    [InlineData("各单位要加强内部资料管理，防止外泄。")]
    [InlineData("严禁将内部文件带出办公场所。")]
    [InlineData("对工作秘密的范围作出规定。")]
    [InlineData("开展内部资料清理工作")]
    [InlineData("请注意保存好原始凭证，以备检查。")]
    [InlineData("印发《内部资料管理办法》的通知要求各科室认真执行。")]
    public void ACautionWordInProse_IsInformationOnly(string text)
    {
        var findings = Looking.At(text);
        Assert.Contains(findings, f => f is { Rule: "M-05", Confidence: Confidence.Low });
        Assert.All(findings, f => Assert.Equal(Severity.C, f.Severity));
    }

    [Theory]
    [InlineData("昌都市统计管理办法（征求意见稿）", "M-06", "B3-4")]
    [InlineData("送审稿", "M-06", "B3-4")]
    [InlineData("2025年地区生产总值（初步数）", "M-07", "D5")]
    [InlineData("2025年1-11月快报数", "M-07", "D5")]
    [InlineData("未经核实", "M-07", "D5")]
    public void ADraftLabel_OnTheFirstLines_IsFound(string text, string rule, string criterion) =>
        Assert.Contains(
            Looking.At(text, line: 1),
            f => f.Rule == rule && f.Criterion == criterion && f is { Severity: Severity.A, Confidence: Confidence.High }
        );

    [Theory]
    [InlineData("表3 分县区生产总值（快报数）", Severity.B)]
    [InlineData("注：2025年数据为初步数。", Severity.C)]
    [InlineData("现就《昌都市统计管理办法（征求意见稿）》公开征求社会意见。", Severity.C)]
    [InlineData("会议审议了《统计现代化改革方案（送审稿）》，并提出修改意见。", Severity.C)]
    public void ADraftWord_Elsewhere_WeighsLess(string text, Severity severity) =>
        Assert.Equal(severity, Looking.At(text).Min(f => f.Severity));

    [Theory]
    [InlineData("2025年地区生产总值初步核算数为 380.5 亿元。")]
    [InlineData("注：地区生产总值为初步核算数据。")]
    [InlineData("本公报中数据均为初步统计数。")]
    public void TheTermsOfACommunique_AreNoDraftWords(string text) => Assert.Empty(Looking.At(text, line: 1));

    [Fact]
    public void OwnWordsAndPatterns_AreFound()
    {
        var settings = ExaminerSettings.Usual with { OwnWords = ["某某工程", "KSO"], OwnPatterns = ["军[0-9]{3}号", "(", "x*"] };
        var findings = Looking.At("2026 KSO 某 某 工程与军117号文件", settings: settings);
        Assert.Equal(3, findings.Count(f => f is { Rule: "M-09", Criterion: "B3-2", Severity: Severity.B }));
        Assert.Contains(
            "2 个关注格式无法使用",
            Assert.Single(findings, f => f is { Rule: "M-09", Severity: Severity.C }).Why,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ASwitchedOffRule_IsSilent() =>
        Assert.Empty(Looking.At("机密★5年", settings: ExaminerSettings.Usual with { Off = ["M-01"] }));

    [Fact]
    public void WhatHides_IsSaid()
    {
        Assert.Contains("位于批注中", Assert.Single(Looking.At("机密★5年", PassageKind.Comment)).Why, StringComparison.Ordinal);
        var sheet = Looking.Table(
            [
                ["机密★5年"],
            ],
            hiddenBy: "隐藏工作表"
        );
        Assert.Equal("密级字样带有星号或保密期限，是国家秘密标志的写法，位于隐藏工作表中。", Assert.Single(sheet.Findings).Why);
        Assert.Equal("A1", sheet.Findings[0].Place.Cell);
    }
}
