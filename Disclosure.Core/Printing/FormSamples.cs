using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Printing;

/// <summary>Invented but plausible records for trying the printer; people are named by post only.</summary>
public static class FormSamples
{
    private const string Fingerprint = "3f2a9c017be455d0c8e1a6f2940b7d3358c2e9170fa4b6d1852e6c3b90a7f4de";

    /// <summary>A communique approved and published by the city bureau.</summary>
    public static ReleaseApprovalRecord ReleaseApproval { get; } =
        new()
        {
            Number = "昌统发审〔2026〕12号",
            FilledOn = new(2026, 4, 7),
            Item = new()
            {
                Title = "昌都市2025年国民经济和社会发展统计公报",
                Unit = "综合科",
                Editor = "综合科编辑员",
                Telephone = "0895-0000101",
                Authors = "综合科编辑员",
                FormedOn = new(2026, 4, 3),
                Kind = "公报",
                Attribute = "主动公开",
                Channels = ["外网", "内网", "书籍"],
                ExternalColumn = "统计公报",
                IntendedOn = new(2026, 4, 15),
                DataStatus = "定案",
                Major = true,
                PaperCopies = 2,
                PaperPages = 18,
                ElectronicFiles = 1,
                Attachments = 3,
                Remarks = "书籍由综合科另行报送书号。",
            },
            Steps = StepRows.Of(
                ApprovalRoutes.City1,
                s =>
                    Fill(
                        s,
                        new()
                        {
                            [Duty.Editor] = new()
                            {
                                Signature = Signed("综合科编辑员", "已逐项核对数据来源与计算口径，拟同意送审。", 4, 7, 2),
                            },
                            [Duty.SectionHead] = new()
                            {
                                Signature = Signed("综合科负责人", "数据均为年报定案数，与各专业科室核对一致，同意。", 4, 8, 3),
                            },
                            [Duty.DisclosureOffice] = new()
                            {
                                Finding = "应予公开",
                                Basis = "条例第二十条",
                                Signature = Signed("保密审查员", "经复核，不涉及国家秘密，同意公开。", 4, 9, 2),
                            },
                            [Duty.DeputyDirector] = new() { Signature = Signed("分管副局长", "同意发布。", 4, 10, 8) },
                            [Duty.Director] = new()
                            {
                                Signature = Signed("局长", "同意。", 4, 13, 3) with { Name = "副局长", ActingFor = "局长" },
                            },
                            [Duty.PlatformHead] = new()
                            {
                                MatchesArchive = true,
                                PublishedAt = new DateTime(2026, 4, 15, 2, 0, 0, DateTimeKind.Utc),
                                Address = "tjj.example.cn/gb/2026-12",
                                Signature = Signed("办公室负责人", "三齐，已按批准渠道发布。", 4, 15, 2),
                            },
                        }
                    )
            ),
            Review = Clean("综合科编辑员", "综合科负责人", 4),
            Print = new(1, Fingerprint),
        };

    /// <summary>A revision of that communique, signed up to the deputy.</summary>
    public static AmendmentRecord Amendment { get; } =
        new()
        {
            Number = "昌统发审〔2026〕57号",
            FilledOn = new(2026, 11, 9),
            Item = ReleaseApproval.Item with
            {
                Title = "昌都市2025年国民经济和社会发展统计公报（数据修订）",
                FormedOn = new(2026, 11, 6),
                IntendedOn = null,
                Channels = ["外网", "内网"],
            },
            Kind = "数据修订",
            OriginalTitle = ReleaseApproval.Item.Title,
            OriginalNumber = ReleaseApproval.Number,
            OriginalIndex = "2026-00012",
            PublishedOn = new(2026, 4, 15),
            Reason = "年度最终核实后，地区生产总值及分产业增加值有修订。",
            Changes = "原为“全年地区生产总值341.2亿元，增长7.1%”，现为“全年地区生产总值343.6亿元，增长7.3%”。",
            Basis = "自治区统计局2025年地区生产总值最终核实结果",
            Steps = StepRows.OfChange(
                ApprovalRoutes.City1,
                s =>
                    Fill(
                        s,
                        new()
                        {
                            [Duty.Editor] = new() { Signature = Signed("综合科编辑员", "已逐处核对，附修订对照表。", 11, 9, 2) },
                            [Duty.SectionHead] = new() { Signature = Signed("综合科负责人", "与最终核实结果一致，同意。", 11, 9, 8) },
                            [Duty.DisclosureOffice] = new()
                            {
                                Finding = "应予公开",
                                Basis = "条例第二十条",
                                Signature = Signed("保密审查员", "同意公开。", 11, 10, 2),
                            },
                            [Duty.DeputyDirector] = new() { Signature = Signed("分管副局长", "同意。", 11, 10, 8) },
                        }
                    )
            ),
            Review = Clean("综合科编辑员", "综合科负责人", 11),
            Print = new(1, Fingerprint),
        };

    /// <summary>An analysis from a county, carried to the city with its paper form; the last two boxes wait for the pen.</summary>
    public static CountyReviewRecord CountyReview { get; } =
        new()
        {
            Number = "昌统县审〔2026〕卡若3号",
            ReceivedOn = new(2026, 5, 8),
            UnitCode = "540302",
            MatchingSection = "农业农村科",
            Deliveries = ["系统", "同时报电子版"],
            Item = new()
            {
                Title = "2026年一季度卡若区农牧业生产形势分析",
                Unit = "卡若区统计局",
                Editor = "卡若区编辑员",
                Telephone = "0895-0000202",
                Authors = "卡若区编辑员、卡若区专业员",
                FormedOn = new(2026, 5, 4),
                Kind = "统计分析",
                Attribute = "主动公开",
                Channels = ["外网", "政务新媒体"],
                ExternalColumn = "县区动态",
                IntendedOn = new(2026, 5, 20),
                DataStatus = "非定案",
                DataStatusNote = "季度快报数",
                Major = false,
                PaperCopies = 1,
            },
            Steps = StepRows.Of(
                ApprovalRoutes.County1,
                s =>
                    Fill(
                        s,
                        new()
                        {
                            [Duty.Editor] = new()
                            {
                                Signature = Signed("卡若区编辑员", "已自查，数据与季报一致，不含单个调查对象资料。", 5, 6, 1),
                                Answers = NoToAll,
                            },
                            [Duty.CountyChief] = new()
                            {
                                CountyChoice = "同意在外网发布",
                                Signature = Signed("卡若区统计局局长", "情况属实，数据准确，同意上报并在外网发布。", 5, 7, 8),
                            },
                            [Duty.SectionHead] = new()
                            {
                                Worth = true,
                                Advised = true,
                                Signature = Signed("农业农村科负责人", "有发布价值，非定案数据已在文中注明，建议发布。", 5, 9, 3),
                            },
                            [Duty.DisclosureOffice] = new()
                            {
                                Finding = "应予公开",
                                Basis = "条例第十九条",
                                Signature = Signed("保密审查员", "经复核，不涉及国家秘密。", 5, 11, 6),
                            },
                        }
                    )
            ),
            Review = Clean("卡若区编辑员", "农业农村科负责人", 5, final: false),
            Print = new(1, Fingerprint),
        };

    /// <summary>The back of the city's form alone.</summary>
    public static SecrecyReviewSheetRecord SecrecyReview { get; } =
        new()
        {
            Number = ReleaseApproval.Number,
            Item = ReleaseApproval.Item,
            Review = ReleaseApproval.Review,
            Print = ReleaseApproval.Print,
        };

    private static SignatureBox Signed(string name, string opinion, int month, int day, int utcHour) =>
        new()
        {
            Name = name,
            Opinion = opinion,
            Day = new(2026, month, day),
            SignedInSystem = new DateTime(2026, month, day, utcHour, 32, 0, DateTimeKind.Utc),
        };

    private static FilledBox Fill(RouteStep step, Dictionary<Duty, FilledBox> boxes) => boxes.GetValueOrDefault(step.Duties[0]) ?? new();

    private static SecrecyReviewRecord Clean(string editor, string section, int month, bool final = true) =>
        StepRows.Review(
            ApprovalRoutes.City1,
            s =>
                Fill(
                    s,
                    new()
                    {
                        [Duty.Editor] = new()
                        {
                            Answers = NoToAll,
                            Signature = Signed(editor, "经自查，五项均为“否”，可以公开。", month, 6, 2),
                        },
                        [Duty.SectionHead] = new()
                        {
                            Answers = NoToAll,
                            Signature = Signed(section, "经自审，不涉及国家秘密，可以公开。", month, 9, 3),
                        },
                        [Duty.DisclosureOffice] = new()
                        {
                            Answers = NoToAll,
                            Signature = Signed("保密审查员", "经复核，同意自审意见。", month, 11, 6),
                        },
                        [Duty.DeputyDirector] = final
                            ? new() { Answers = NoToAll, Signature = Signed("分管副局长", "同意公开。", month, 13, 8) }
                            : new(),
                    }
                )
        );

    private static IReadOnlyList<ReviewAnswer> NoToAll => [.. SecrecyReviewForm.Criteria.Select(c => new ReviewAnswer(c.Code, Yes: false))];
}
