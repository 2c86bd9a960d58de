using System.Globalization;

namespace Disclosure.Core.Forms;

/// <summary>Invented records for trying the lists; long enough to go over a page.</summary>
public static class ListSamples
{
    private const string Number = "昌统发审〔2026〕12号";
    private const string Title = "昌都市2025年国民经济和社会发展统计公报";
    private const string Digits = "3f2a 9c01 7be4 55d0";
    private static readonly string[] Matters =
    [
        "规模以上工业增加值",
        "社会消费品零售总额",
        "固定资产投资",
        "居民消费价格",
        "城乡居民人均可支配收入",
        "农牧业生产形势",
    ];
    private static readonly string[] Sections = ["综合科", "工业能源科", "贸易外经科", "固定资产投资科", "农牧业科"];

    /// <summary>流转记录 with a return and a print.</summary>
    public static FlowRecord Flow { get; } =
        new()
        {
            Number = Number,
            Title = Title,
            Unit = "综合科",
            State = "已发布",
            PrintedAt = "2026-04-16 09:20:11",
            Entries =
            [
                new(
                    "2026-04-07 10:32:05",
                    "送审（自审）　已失效",
                    "编辑初审→科室复审（第1轮）",
                    "编辑人员",
                    "综合科编辑员",
                    "10.54.3.21",
                    Digits,
                    "已逐项核对数据来源与计算口径，拟同意送审。"
                ),
                new(
                    "2026-04-08 11:05:40",
                    "退回　不计效力",
                    "科室复审→编辑初审（第1轮）",
                    "科室负责人",
                    "综合科负责人",
                    "10.54.3.22",
                    Digits,
                    "第三部分“农牧业”的增速与季报不一致，请核对后再报；附表2缺单位。"
                ),
                new(
                    "2026-04-08 16:20:18",
                    "送审（自审）　有效",
                    "编辑初审→科室复审（第2轮）",
                    "编辑人员",
                    "综合科编辑员",
                    "10.54.3.21",
                    Digits,
                    "已按意见核对更正：农牧业增加值增速改为5.2%，附表2补充单位。"
                ),
                new(
                    "2026-04-09 09:12:33",
                    "同意（自审）　有效",
                    "科室复审→办公室复核（第2轮）",
                    "科室负责人",
                    "综合科负责人",
                    "10.54.3.22",
                    Digits,
                    "数据均为年报定案数，同意。"
                ),
                new(
                    "2026-04-10 15:00:02",
                    "同意（送审）　有效",
                    "办公室复核→分管领导（第2轮）",
                    "政府信息公开办公室",
                    "保密审查员",
                    "10.54.3.30",
                    Digits,
                    "经复核，不涉及国家秘密，同意公开。"
                ),
                new(
                    "2026-04-13 17:45:59",
                    "同意（终审）　有效",
                    "分管领导→主要领导（第2轮）",
                    "分管领导",
                    "分管副局长",
                    "10.54.3.5",
                    Digits,
                    "同意发布。"
                ),
                new(
                    "2026-04-14 10:01:10",
                    "同意　有效",
                    "主要领导→发布平台（第2轮）",
                    "主要领导",
                    "副局长（代局长）",
                    "10.54.3.2",
                    Digits,
                    "同意。"
                ),
                new(
                    "2026-04-15 10:30:00",
                    "发布　有效",
                    "发布平台→办结（第2轮）",
                    "发布平台负责人",
                    "办公室负责人",
                    "10.54.3.40",
                    Digits,
                    ""
                ),
            ],
            Others =
            [
                new("2026-04-14 10:20:00", $"第1次打印表单，校验码 {Digits}", "综合科编辑员"),
                new("2026-04-16 09:20:11", "导出流转记录（pdf）", "综合科负责人 10.54.3.22"),
            ],
        };

    /// <summary>附件清单 of a communique.</summary>
    public static AttachmentListRecord Attachments { get; } =
        new()
        {
            Number = Number,
            Title = Title,
            Unit = "综合科",
            Files =
            [
                new(
                    "昌都市2025年国民经济和社会发展统计公报.docx",
                    "正文",
                    86_412,
                    "3f2a9c017be455d0c8e1a6f2940b7d3358c2e9170fa4b6d1852e6c3b90a7f4de"
                ),
                new(
                    "附表1 地区生产总值及三次产业增加值.xlsx",
                    "附件",
                    31_007,
                    "a1b2c3d4e5f60718293a4b5c6d7e8f900112233445566778899aabbccddeeff0"
                ),
                new(
                    "附表2 规模以上工业企业主要经济指标.xlsx",
                    "附件",
                    28_655,
                    "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0"
                ),
                new("公报封面（印刷用）.pdf", "附件", 5_242_880, "9988776655443322110000112233445566778899aabbccddeeff001122334455"),
            ],
            Print = new(1, "3f2a9c017be455d0c8e1a6f2940b7d3358c2e9170fa4b6d1852e6c3b90a7f4de"),
        };

    /// <summary>年度政务信息目录 over several pages.</summary>
    public static AnnualCatalogueRecord Annual { get; } =
        new()
        {
            Year = 2026,
            MadeOn = new(2027, 1, 15),
            Lines = [.. Enumerable.Range(0, 36).Select(Published)],
        };

    /// <summary>主动公开基本目录 with two headings.</summary>
    public static StandingCatalogueRecord Standing { get; } =
        new()
        {
            Version = "第3版",
            EffectiveOn = new(2026, 1, 1),
            Groups =
            [
                new(
                    "机构概况",
                    [
                        new(
                            "机构职能",
                            "机构名称、办公地址、联系方式、负责人、职能职责",
                            "《政府信息公开条例》第二十条",
                            "信息形成或变更之日起20个工作日内",
                            "办公室",
                            "外网",
                            "全社会",
                            "主动公开",
                            "市级"
                        ),
                        new(
                            "内设科室",
                            "科室（中心）名称、职责、联系电话",
                            "《政府信息公开条例》第二十条",
                            "信息形成或变更之日起20个工作日内",
                            "办公室",
                            "外网",
                            "全社会",
                            "主动公开",
                            "市级"
                        ),
                    ]
                ),
                new(
                    "统计数据",
                    [
                        new(
                            "统计公报",
                            "国民经济和社会发展主要指标、增长速度、结构情况及说明",
                            "《统计法》第二十六条；《昌都市统计局信息发布机制》第四条",
                            "每年6月30日前",
                            "综合科",
                            "外网、书籍",
                            "全社会",
                            "主动公开",
                            "市级、县级"
                        ),
                        new(
                            "统计年鉴",
                            "历年主要统计资料、指标解释",
                            "《统计法》第二十六条",
                            "每年12月31日前",
                            "综合科",
                            "书籍",
                            "全社会",
                            "主动公开",
                            "市级"
                        ),
                        .. Matters.Select(
                            (m, i) =>
                                new StandingCatalogueLine(
                                    m,
                                    $"{m}月度、季度数据及简要分析",
                                    "《统计法实施条例》第二十五条",
                                    "数据审定后5个工作日内",
                                    Sections[i % Sections.Length],
                                    "外网、内网",
                                    "全社会",
                                    "主动公开",
                                    "市级"
                                )
                        ),
                    ]
                ),
                new(
                    "法规执法",
                    [
                        new(
                            "统计违法案例",
                            "当事人、违法事实、处理决定、决定机关、文号和日期",
                            "《统计法》第四十五条",
                            "处理决定生效后20个工作日内",
                            "综合科",
                            "外网",
                            "全社会",
                            "主动公开",
                            "市级"
                        ),
                        new(
                            "失信企业名单",
                            "企业名称、统一社会信用代码、失信行为、公示起止日期",
                            "《统计法实施条例》第五十一条",
                            "认定后按规定期限",
                            "综合科",
                            "外网",
                            "全社会",
                            "主动公开",
                            "市级"
                        ),
                    ]
                ),
            ],
        };

    private static AnnualCatalogueLine Published(int i)
    {
        var formed = new DateOnly(2026, 1, 12).AddDays(9 * i);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"12540300MB0123456X/2026-{i + 1:00000}"),
            $"{formed.Year}年{formed.Month}月昌都市{Matters[i % Matters.Length]}情况",
            $"{Matters[i % Matters.Length]}的总量、同比增速、分县（区）"
                + $"数据和简要分析{(i % 4 == 0 ? "，附历史数据对照表和指标解释" : "")}。",
            formed,
            i % 3 == 0 ? "外网、内网" : "外网",
            formed.AddDays(8),
            Sections[i % Sections.Length]
        );
    }
}
