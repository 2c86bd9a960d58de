using CsCheck;
using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Reading;
using Disclosure.Core.Examiner.Words;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>Each rule with sentences that it must find and sentences that it must leave alone.</summary>
public sealed class WordsTests
{
    private const string Id = "11010519491231002X";
    private const string Credit = "91350100M000100Y43";

    [Theory]
    [InlineData("机密★5年", "M-01")]
    [InlineData("机 密 ★ 5 年", "M-01")]
    [InlineData("绝密★长期", "M-01")]
    [InlineData("秘密★启用前", "M-01")]
    [InlineData("秘密☆半年", "M-01")]
    [InlineData("机密＊十年", "M-01")]
    [InlineData("本件机密★3年，请妥善保管", "M-01")]
    [InlineData("机\u200B密★5年", "M-01")]
    [InlineData("机密★", "M-01")]
    [InlineData("秘密5年", "M-01")]
    [InlineData("密级：机密", "M-02")]
    [InlineData("密级: 秘 密", "M-02")]
    [InlineData("机密", "M-03")]
    [InlineData("（秘密）", "M-03")]
    [InlineData("【绝密】", "M-03")]
    [InlineData("此事属于绝对机密事项。", "M-04")]
    [InlineData("内部资料　注意保存", "M-05")]
    [InlineData("内部资料", "M-05")]
    [InlineData("（内部文件）", "M-05")]
    [InlineData("注 意 保 密", "M-05")]
    [InlineData("内部资料，不得外传", "M-05")]
    [InlineData("工业运行情况（征求意见稿）", "M-06")]
    [InlineData("送审稿", "M-06")]
    [InlineData("规模以上工业总产值（快报数）", "M-07")]
    [InlineData("以上数据未经核实。", "M-07")]
    public void WordsThatMark_AreFound(string text, string rule) => Assert.Contains(rule, Rules(text));

    [Theory]
    [InlineData("认真贯彻《中华人民共和国保守国家秘密法》，做好保密工作。")]
    [InlineData("不得泄露商业秘密和个人隐私，不涉及国家秘密。")]
    [InlineData("本系统为非涉密系统，严禁上传、处理国家秘密")]
    [InlineData("密级：无")]
    [InlineData("密级：")]
    [InlineData("各单位要加强内部资料管理，做好统计资料归档。")]
    [InlineData("现将《关于加强统计工作的意见（征求意见稿）》印发给你们。")]
    [InlineData("本公报中部分数据为初步核算数，最终以年鉴为准。")]
    [InlineData("知悉的商业秘密应当予以保密，不得对外提供。")]
    public void WordsOnlySpokenOf_DiscloseNothing(string text) => Assert.DoesNotContain(Look(text), f => f.Severity < Severity.C);

    [Theory]
    [InlineData("联系人身份证号11010519491231002X，请核对", "P-01")]
    [InlineData("号码 110105 19491231 002X", "P-01")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "P-01")]
    [InlineData("110105-19491231-002x", "P-01")]
    [InlineData("身份证：110105491231002", "P-01")]
    [InlineData("542101199001010017号", "P-01")]
    [InlineData("统一社会信用代码91350100M000100Y43", "P-02")]
    [InlineData("该单位 91350100M000100Y43 已注册", "P-02")]
    [InlineData("手机13800138000。", "P-03")]
    [InlineData("13800138000", "P-03")]
    [InlineData("请拨打 138-0013-8000", "P-03")]
    [InlineData("138 0013 8000（微信同号）", "P-03")]
    [InlineData("张某13800138000,李某13900139000", "P-03")]
    [InlineData("联系电话：0895-4821234", "P-04")]
    [InlineData("卡号6222021234567890128", "P-05")]
    [InlineData("护照号E12345678", "P-06")]
    [InlineData("车牌藏B·12345的货车", "P-07")]
    [InlineData("邮箱 zhangsan@163.com", "P-08")]
    [InlineData("住昌都西路12号", "P-09")]
    [InlineData("位于卡若区城关镇某村3组15号", "P-09")]
    [InlineData("组织机构代码：12345678-8", "P-11")]
    [InlineData("昌都某某水泥有限公司全年产值52340万元，增长8%。", "P-12")]
    [InlineData("高原水泥厂完成工业总产值1.2亿元", "P-12")]
    [InlineData("全市仅一家水泥企业，产量下降", "P-13")]
    [InlineData("该行业只有两家企业。", "P-13")]
    [InlineData("全县唯一的水泥厂停产检修", "P-13")]
    [InlineData("最大的一家占全行业产值的92%", "P-13")]
    public void PeopleAndOrganisations_AreFound(string text, string rule) => Assert.Contains(rule, Rules(text));

    [Theory]
    [InlineData("手机产量12345678901部，增长3%")]
    [InlineData("身份证号1101051949********，手机138****8000")]
    [InlineData("35****1234，张某，李某某")]
    [InlineData("昌统发〔2026〕12号")]
    [InlineData("全年地区生产总值2392.67亿元，增长9.5%。")]
    [InlineData("统计用区划代码540302001001")]
    [InlineData("ISBN 978-7-5037-8888-1")]
    [InlineData("办理身份证1234件")]
    [InlineData("20240131")]
    [InlineData("11010519491231002Y")]
    [InlineData("11010519491331002X")]
    [InlineData("0.13800138000")]
    [InlineData("A13800138000B")]
    [InlineData("网址 https://www.stats.gov.cn/sj/202401/t20240131_1946.html")]
    [InlineData("邮箱 tjj@changdu.gov.cn")]
    [InlineData("12345热线和12340民意调查电话")]
    [InlineData("全市共有水泥企业5家，完成产值1.2亿元。")]
    [InlineData("规模以上工业企业实现营业收入1234万元")]
    [InlineData("昌都某某水泥有限公司召开培训会。")]
    [InlineData("哈希值 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("依据国办发〔2016〕13号、第12号公告")]
    [InlineData("2023年、2024年、2025年分别为123456、234567、345678人")]
    public void WhatOnlyLooksLikeIt_IsLeftAlone(string text) => Assert.DoesNotContain(Look(text), f => f.Severity < Severity.C);

    [Fact]
    public void MarkingsAtTheEdges_AreFound()
    {
        foreach (var kind in new[] { PassageKind.Header, PassageKind.Footer, PassageKind.Watermark, PassageKind.FileName, PassageKind.SheetName })
        {
            Assert.Contains(Look("机密 第3页", kind), f => f is { Rule: "M-03", Severity: Severity.A });
        }
        var title = Look(new Passage(At(1), PassageKind.Property, "秘密") { Label = "标题" });
        Assert.Contains(title, f => f.Rule == "M-03");
        Assert.DoesNotContain(Look("秘密", PassageKind.Body, line: 500), f => f.Severity == Severity.A);
    }

    [Fact]
    public void ABareNumber_NeedsAHeadOrAColumnOfItsKind()
    {
        Assert.Contains("P-03", Table(["姓名", "联系电话"], ["张某", 13800138000m]));
        Assert.DoesNotContain("P-03", Table(["村", "产量（公斤）"], ["一村", 13800138000m], ["二村", 23456789012m], ["三村", 9876543210m]));
        Assert.Contains("P-03", Table(["甲", "乙"], ["一", 13800138000m], ["二", 13900139000m], ["三", 18612345678m]));
        Assert.Contains("P-01", Table(["甲", "乙"], ["一", "110105194912310021"], ["二", Id]));
        Assert.Contains("P-01", Table(["户主", "身份证号码"], ["张某", 110105194912310000m]));
        Assert.DoesNotContain("P-01", Table(["县", "产值"], ["卡若区", 110105194912310000m]));
        Assert.Contains("P-02", Table(["单位", "代码"], ["一厂", Credit]));
    }

    [Fact]
    public void AColumnOfNames_IsFound_AndMaskedOnesAreNot()
    {
        var findings = LookAt(["户主", "收入"], ["扎西多吉", 12m], ["张某某", 13m], ["李四", 14m], ["合计", 39m]);
        Assert.Equal(2, findings.Count(f => f.Rule == "P-10"));
        Assert.DoesNotContain(LookAt(["乡镇", "收入"], ["城关镇", 12m]), f => f.Rule == "P-10");
    }

    [Fact]
    public void ARandomTable_RaisesHardlyAnything()
    {
        var random = new Random(20261127);
        var inspector = new WordsInspector(ExaminerSettings.Usual);
        inspector.BeginTable(new TableSource(new Place { Part = "工作表“一”" }, "一") { IsSheet = true, IsWorksheet = true });
        inspector.Row(new CellRow(1, [new Cell(1, "编号"), new Cell(2, "数值")]));
        for (var i = 0; i < 100_000; i++)
        {
            var (eighteen, eleven) = (random.NextInt64(100_000_000_000_000_000, 999_999_999_999_999_999), random.NextInt64(10_000_000_000, 99_999_999_999));
            inspector.Row(new CellRow(i + 2, [new Cell(1, $"{eighteen}") { Number = eighteen }, new Cell(2, $"{eleven}") { Number = eleven }]));
        }
        inspector.EndTable(TableEnd.Plain);
        inspector.Finish(TestContext.Current.CancellationToken);
        Assert.InRange(inspector.Findings.Count, 0, 10);
    }

    [Fact]
    public void WhateverStandsAround_TheExcerptShowsExactlyWhatWasPlanted()
    {
        var noise = Gen.String[Gen.Char["增加值，。 　\u200B％：（）县区的一二三"], 0, 40];
        Gen.Select(noise, noise).Sample((before, after) =>
        {
            var planted = Look($"{before}身份证{Id}。{after}").Single(f => f.Rule == "P-01");
            var stretch = Assert.Single(planted.Sensitive);
            return planted.Excerpt.Substring(stretch.Start, stretch.Length) == Id && !planted.Masked.Contains(Id, StringComparison.Ordinal) && planted.Masked.Length == planted.Excerpt.Length;
        }, iter: 300);
    }

    [Fact]
    public void WhatTheBureauAdds_IsLookedFor_AndWhatItAllowsIsNot()
    {
        var settings = ExaminerSettings.Usual with { OwnWords = ["敏感项目"], OwnPatterns = [@"项目编号\d{4}"], AllowedPhones = ["0895-4821234", "13800138000"], AllowedMail = ["163.com"], AllowedOrganisations = ["水泥有限公司"] };
        Assert.Equal(2, Look("涉及敏感项目和项目编号1234。", settings).Count(f => f.Rule == "M-08"));
        Assert.Empty(Look("联系电话0895-4821234，手机13800138000，邮箱a@163.com", settings));
        Assert.DoesNotContain(Look("高原水泥有限公司产值100万元", settings), f => f.Rule == "P-12");
    }

    [Fact]
    public void WhatIsHidden_IsExaminedLikeTheRest_AndSaysWhereItHides()
    {
        var found = Look(new Passage(At(3), PassageKind.Deleted, $"身份证{Id}"));
        Assert.StartsWith("（修订删除的文字中）", Assert.Single(found).Why, StringComparison.Ordinal);
        Assert.StartsWith("（白色文字中）", Assert.Single(Look(new Passage(At(3), PassageKind.Body, $"身份证{Id}") { HiddenBy = "白色文字" })).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRule_HasItsOwnCodeAndSaysWhatAndWhy()
    {
        Assert.Equal(WordRules.All.Count, WordRules.All.Select(r => r.Code).Distinct().Count());
        Assert.All(WordRules.All, r => Assert.All((string[])[r.What, r.Why, r.Action], s => Assert.EndsWith("。", s, StringComparison.Ordinal)));
    }

    private static Place At(int line) => new() { Part = "正文", Line = line };

    private static IEnumerable<string> Rules(string text) => Look(text).Select(f => f.Rule);

    private static IReadOnlyList<Finding> Look(string text, ExaminerSettings? settings = null) => Look(new Passage(At(1), PassageKind.Body, text), settings);

    private static IReadOnlyList<Finding> Look(string text, PassageKind kind, int line = 1)
    {
        var inspector = new WordsInspector(ExaminerSettings.Usual);
        for (var i = 1; i < Math.Min(line, 20); i++)
        {
            inspector.Passage(new Passage(At(i), PassageKind.Body, "一般的一行文字。"));
        }
        inspector.Passage(new Passage(At(line), kind, text));
        return inspector.Findings;
    }

    private static IReadOnlyList<Finding> Look(Passage passage, ExaminerSettings? settings = null)
    {
        var inspector = new WordsInspector(settings ?? ExaminerSettings.Usual);
        inspector.Passage(passage);
        return inspector.Findings;
    }

    private static IEnumerable<string> Table(string[] head, params object[][] rows) => LookAt(head, rows).Select(f => f.Rule);

    private static IReadOnlyList<Finding> LookAt(string[] head, params object[][] rows)
    {
        var inspector = new WordsInspector(ExaminerSettings.Usual);
        inspector.BeginTable(new TableSource(new Place { Part = "工作表“一”" }, "一") { IsSheet = true, IsWorksheet = true });
        inspector.Row(new CellRow(1, [.. head.Select((h, i) => new Cell(i + 1, h))]));
        foreach (var (row, number) in rows.Select((r, i) => (r, i + 2)))
        {
            inspector.Row(new CellRow(number, [.. row.Select((c, i) => c is decimal d ? new Cell(i + 1, $"{d}") { Number = d } : new Cell(i + 1, (string)c))]));
        }
        inspector.EndTable(TableEnd.Plain);
        return inspector.Findings;
    }
}
