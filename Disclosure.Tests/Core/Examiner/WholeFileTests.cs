using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Examiner;

/// <summary>
/// Whole files as the bureau writes them: what is wrong in one is found in every format, and what is in order stays quiet.
/// </summary>
[Slow]
public sealed class WholeFileTests
{
    private const string Id = "11010519491231002X";
    private const string Mobile = "13800138000";

    private static readonly string[][] Flawed =
    [
        ["行业", "企业数（家）", "总产值（万元）"],
        ["采矿业", "1", "52340"],
        ["水泥制造", "2", "18760"],
        ["电力生产", "7", "30411"],
        ["食品加工", "5", "*"],
        ["合计", "15", "110325"],
    ];

    private static readonly string[][] InOrder =
    [
        ["行业", "企业数（家）", "总产值（万元）", "占比（%）"],
        ["采矿业", "9", "52340", "47.4"],
        ["水泥制造", "6", "18760", "17.0"],
        ["电力生产", "7", "30411", "27.6"],
        ["食品加工", "5", "8814", "8.0"],
        ["合计", "27", "110325", "100.0"],
    ];

    private static readonly object[] FlawedText =
    [
        "内部资料　注意保存",
        "机密★5年",
        "规模以上工业企业生产情况（试用样稿，数据为虚构）",
        .. Flawed,
        $"联系人身份证号{Id}，手机{Mobile}。",
    ];

    private static readonly object[] CommuniqueText =
    [
        "2023年国民经济和社会发展统计公报",
        "一、综合",
        "全年地区生产总值2392.67亿元，按可比价计算增长9.5%。分产业看，一产增加值215.01亿元，增长14.9%；二产增加值882.97亿元，增长7.7%；"
            + "三产增加值1294.69亿元，增长9.9%。人均地区生产总值65642元。",
        "年末常住人口365万人，城镇141.92万人，乡村223.08万人，城镇化率38.88%。人口出生率13.72‰，死亡率5.76‰。",
        "二、主要指标表",
        new[] { "指标", "单位", "2023年", "比上年增长（%）" },
        new[] { "地区生产总值", "亿元", "2392.67", "9.5" },
        new[] { "第一产业增加值", "亿元", "215.01", "14.9" },
        new[] { "第二产业增加值", "亿元", "882.97", "7.7" },
        new[] { "第三产业增加值", "亿元", "1294.69", "9.9" },
        new[] { "人均地区生产总值", "元", "65642", "9.7" },
        "三、指标解释",
        "地区生产总值按常住单位核算；三次产业划分执行国家统计局规定。绝对数按现价计算，增速按可比价计算。本公报中部分数据为初步核算数。",
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Pdfs = new(() =>
        LibreOffice.ToPdf(
            new Dictionary<string, byte[]>
            {
                ["flawed"] = OfficeFiles.Docx(FlawedText),
                ["communique"] = OfficeFiles.Docx(CommuniqueText),
                ["industry"] = OfficeFiles.Docx([.. InOrder]),
            }
        )
    );

    [Fact]
    public async Task ADocument_WithEverythingWrong_ShowsAllOfIt() =>
        Everything(await ExamineAsync("flawed.docx", OfficeFiles.Docx(FlawedText)));

    [Fact]
    public async Task TheSame_OnPages_ShowsAllOfIt() => Everything(await ExamineAsync("flawed.pdf", Pdfs.Value["flawed"]));

    [Fact]
    public async Task TheSame_InAWorkbook_ShowsAllOfIt()
    {
        object?[][] rows =
        [
            .. Flawed.Skip(1).Select(r => r.Select(object? (c) => int.TryParse(c, out var n) ? n : c).ToArray()),
            [$"联系人身份证号{Id}，手机{Mobile}。", null, null],
            ["机密★5年", null, null],
            ["内部资料　注意保存", null, null],
        ];
        Everything(await ExamineAsync("flawed.xlsx", OfficeFiles.Xlsx(Flawed[0], rows)));
    }

    [Fact]
    public async Task TheSame_AsText_ShowsAllOfIt() =>
        Everything(
            await ExamineAsync(
                "flawed.csv",
                OfficeFiles.Utf8(
                    string.Join(
                        '\n',
                        Flawed
                            .Select(r => string.Join(',', r))
                            .Concat(["", $"联系人身份证号{Id}，手机{Mobile}。", "机密★5年", "内部资料　注意保存"])
                    )
                )
            )
        );

    [Fact]
    public async Task WhatIsInOrder_RaisesNothingThatMayDisclose()
    {
        (string Name, byte[] File)[] files =
        [
            ("communique.docx", OfficeFiles.Docx(CommuniqueText)),
            ("communique.pdf", Pdfs.Value["communique"]),
            (
                "communique.txt",
                OfficeFiles.Utf8(string.Join('\n', CommuniqueText.Select(t => t is string[] row ? string.Join('\t', row) : (string)t)))
            ),
            ("industry.docx", OfficeFiles.Docx([.. InOrder])),
            ("industry.pdf", Pdfs.Value["industry"]),
            ("industry.csv", OfficeFiles.Utf8(string.Join('\n', InOrder.Select(r => string.Join(',', r))))),
            (
                "industry.xlsx",
                OfficeFiles.Xlsx(
                    InOrder[0],
                    [.. InOrder.Skip(1).Select(r => r.Select(object? (c) => decimal.TryParse(c, out var n) ? n : c).ToArray())]
                )
            ),
            (
                "brief.docx",
                OfficeFiles.Docx(
                    "统计工作简报",
                    "第7期",
                    "本期要目：一、县区统计业务培训情况；二、统计法治宣传活动。",
                    "近日，市统计局组织各县区统计人员开展业务培训，内容涉及农牧业、投资、能源统计报表制度与数据质量控制。"
                )
            ),
        ];
        foreach (var (name, file) in files)
        {
            var examination = await ExamineAsync(name, file);
            Assert.Equal(CoverageState.Examined, examination.Coverage.State);
            Assert.DoesNotContain(examination.Findings, f => f.Severity < Severity.C);
        }
    }

    [Fact]
    public async Task NothingSensitive_StandsInWhatIsShownUnopened()
    {
        var examination = await ExamineAsync("flawed.docx", OfficeFiles.Docx(FlawedText));
        Assert.All(
            examination.Findings,
            f =>
                Assert.All(
                    (string[])[f.Masked, f.Why, f.Action, f.Measure, f.Place.ToString()],
                    shown =>
                    {
                        Assert.DoesNotContain(Id, shown, StringComparison.Ordinal);
                        Assert.DoesNotContain(Mobile, shown, StringComparison.Ordinal);
                        Assert.DoesNotContain("8814", shown, StringComparison.Ordinal);
                    }
                )
        );
    }

    private static void Everything(FileExamination examination)
    {
        var found = examination.Findings;
        Assert.Contains(found, f => f is { Criterion: "B3-1", Severity: Severity.A } && f.Excerpt.Contains('★', StringComparison.Ordinal));
        Assert.Contains(
            found,
            f => f is { Criterion: "B3-3", Severity: Severity.A } && f.Excerpt.Contains("内部资料", StringComparison.Ordinal)
        );
        Assert.Contains(found, f => f is { Severity: Severity.B } && Sensitive(f).Contains(Id));
        Assert.Contains(found, f => f is { Severity: Severity.B } && Sensitive(f).Contains(Mobile));
        Assert.Contains(
            found,
            f =>
                f is { Criterion: "D2", Severity: Severity.A }
                && f.Excerpt.Contains("采矿业", StringComparison.Ordinal)
                && f.Why.Contains('1', StringComparison.Ordinal)
        );
        Assert.Contains(
            found,
            f =>
                f is { Criterion: "D2", Severity: Severity.A }
                && f.Excerpt.Contains("水泥制造", StringComparison.Ordinal)
                && f.Why.Contains('2', StringComparison.Ordinal)
        );
        var recovered = Assert.Single(found, f => f.Recovered is not null);
        Assert.Equal("8814", recovered.Recovered);
        Assert.Contains("食品加工 = 合计 − 采矿业 − 水泥制造 − 电力生产", recovered.Why, StringComparison.Ordinal);
    }

    private static List<string> Sensitive(Finding finding) =>
        [.. finding.Sensitive.Select(s => finding.Excerpt.Substring(s.Start, s.Length))];

    private static Task<FileExamination> ExamineAsync(string name, byte[] file) =>
        FileExaminer.ExamineAsync(name, new MemoryStream(file, false), ExaminerSettings.Usual, ct: TestContext.Current.CancellationToken);
}
