namespace Disclosure.Core.Review;

/// <summary>To whom a matter is referred, and why.</summary>
/// <param name="Name">The body.</param>
/// <param name="Reason">One sentence with the article.</param>
public sealed record Addressee(string Name, string Reason);

/// <summary>What the four holds ask and where they lead; read by page and judge alike.</summary>
public static class HoldRules
{
    /// <summary>Names of what must be filled in before the hold may end that way; empty when nothing is missing.</summary>
    public static IReadOnlyList<string> Missing(HoldKind kind, HoldPapers p, HoldOutcome outcome) =>
        [.. Asked(kind, p, outcome).Where(f => !f.Filled).Select(f => f.Name)];

    /// <summary>Ways in which a hold of this kind may end, the usual one first.</summary>
    public static IReadOnlyList<HoldOutcome> Outcomes(HoldKind kind) =>
        kind switch
        {
            HoldKind.Declassification => [HoldOutcome.Cleared, HoldOutcome.Referred, HoldOutcome.Withheld],
            HoldKind.Postponement => [HoldOutcome.Cleared, HoldOutcome.Referred, HoldOutcome.InPart, HoldOutcome.Withheld],
            HoldKind.Referral => [HoldOutcome.Cleared, HoldOutcome.InPart, HoldOutcome.Withheld, HoldOutcome.Classified],
            // Ends by itself when the processed version is sent.
            _ => [],
        };

    /// <summary>
    /// Who decides such a question. What is a state secret is decided by the region's or the nation's secrecy administration alone (保密法
    /// art. 25), whatever B6 says.
    /// </summary>
    /// <param name="drafted">Level drafted meanwhile; 绝密 goes to the nation's.</param>
    public static IReadOnlyList<Addressee> Addressees(ReferralQuestion question, SecrecyLevel? drafted) =>
        (question, drafted) switch
        {
            (ReferralQuestion.Secrecy, SecrecyLevel.TopSecret) =>
            [
                new("国家保密行政管理部门", "拟定为绝密级的，报国家保密行政管理部门确定（保密法实施条例§25）。"),
            ],
            (ReferralQuestion.Secrecy, _) =>
            [
                new(
                    "西藏自治区保密行政管理部门",
                    "是否属于国家秘密、属于何种密级，由国家或者自治区保密行政管理部门确定，市国家保密局无权确定（保密法§25）。"
                ),
            ],
            _ =>
            [
                new("有关主管部门", "不能确定是否可以公开的，报有关主管部门确定（条例§17、B6）。"),
                new("昌都市国家保密局", "涉及保密管理、但不要求确定密级的，可报市国家保密局（B6）。"),
            ],
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this HoldKind kind) =>
        kind switch
        {
            HoldKind.Declassification => "待解密",
            HoldKind.Postponement => "暂缓公开",
            HoldKind.Referral => "报请确定",
            HoldKind.Redaction => "区分处理",
        };

    /// <summary>Article it rests on.</summary>
    public static string Article(this HoldKind kind) =>
        kind switch
        {
            HoldKind.Declassification => "B4",
            HoldKind.Postponement => "A10",
            HoldKind.Referral => "B6",
            HoldKind.Redaction => "B5",
        };

    /// <summary>What opening it does, in one sentence.</summary>
    public static string WhatHappens(this HoldKind kind) =>
        kind switch
        {
            HoldKind.Declassification => "稿件在本环节暂停，登记解密决定的机关、文号、日期和扫描件后继续。",
            HoldKind.Postponement => "稿件在本环节暂停，10 个工作日内作出决定或报请确定，决定后继续。",
            HoldKind.Referral => "稿件在本环节暂停，收到书面答复并登记之前，任何人都不能继续办理。",
            HoldKind.Redaction => "稿件回到编辑人员手中，只有处理后的版本才能重新送审，三审从头进行。",
        };

    /// <summary>What ending it that way does, in one sentence.</summary>
    /// <param name="step">Name of the step at which the item goes on.</param>
    public static string WhatHappens(this HoldOutcome outcome, string step) =>
        outcome switch
        {
            HoldOutcome.Cleared => $"稿件回到“{step}”继续办理；结果只对现在的文件有效，文件更换后须重新审查。",
            HoldOutcome.InPart => WhatHappens(HoldKind.Redaction),
            HoldOutcome.Withheld =>
                $"稿件回到“{step}”，现有文件不得公开：由领导小组办公室作出不予公开的结论、分管领导确认，或者退回、撤回。",
            HoldOutcome.Classified => "全部文件、内容和审查材料立即从系统清除，不可恢复，只保留办理记录；改按保密规定在纸质渠道办理。",
            HoldOutcome.Referred => WhatHappens(HoldKind.Referral),
            _ => "",
        };

    /// <summary>What taking that matter out means for the files that are here now, in one sentence.</summary>
    public static string WhatHappens(this RedactedMatter matter) =>
        matter == RedactedMatter.StateSecret
            ? "正文、附件的现有全部版本立即从系统清除，不可恢复；只有非密处理后的版本才能重新上传。"
            : "现有文件留存备查，编辑人员更换为处理后的版本后重新送审。";

    /// <summary>Chinese name.</summary>
    public static string Name(this HoldOutcome outcome) =>
        outcome switch
        {
            HoldOutcome.Cleared => "可以公开，继续办理",
            HoldOutcome.InPart => "部分公开，区分处理",
            HoldOutcome.Withheld => "不得公开",
            HoldOutcome.Classified => "属于国家秘密，立即清除",
            HoldOutcome.Referred => "转为报请确定",
            HoldOutcome.Lapsed => "稿件另行终止",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this RedactedMatter matter) =>
        matter switch
        {
            RedactedMatter.StateSecret => "涉密内容",
            RedactedMatter.Respondent => "单个统计调查对象资料",
            RedactedMatter.TradeSecret => "商业秘密",
            RedactedMatter.Privacy => "个人隐私",
            RedactedMatter.Other => "其他不宜公开的内容",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this ReferralQuestion question) =>
        question switch
        {
            ReferralQuestion.Secrecy => "是否属于国家秘密、属于何种密级",
            ReferralQuestion.Disclosure => "是否可以公开",
        };

    private static IEnumerable<(string Name, bool Filled)> Asked(HoldKind kind, HoldPapers p, HoldOutcome outcome) =>
        (kind, outcome) switch
        {
            (HoldKind.Declassification, HoldOutcome.Cleared) =>
            [
                ("原密级", p.FormerLevel is not null),
                ("定密日期", p.MadeOn is not null),
                ("期满日期", p.ExpiredOn is not null),
                ("解密决定机关", Said(p.Body)),
                ("解密文号", Said(p.Number)),
                ("解密日期", p.Day is not null),
                ("解密文件扫描件", p.Scan is not null),
            ],
            (HoldKind.Referral, _) =>
            [
                ("请求确定的问题", p.Question is not null),
                ("主送机关", Said(p.Body)),
                ("函件文号", Said(p.Number)),
                ("函件日期", p.Day is not null),
                ("答复文号", Said(p.ReplyNumber)),
                ("答复日期", p.ReplyDay is not null),
                ("答复扫描件", p.Scan is not null),
            ],
            (HoldKind.Redaction, _) =>
            [
                ("处理的内容", p.Matters.Count > 0),
                ("处理办法", Said(p.Method)),
                ("处理人", Said(p.ProcessedBy)),
                ("核对人", Said(p.CheckedBy)),
                ("处理人与核对人须为两人", !Said(p.ProcessedBy) || p.ProcessedBy.Trim() != p.CheckedBy.Trim()),
            ],
            _ => [],
        };

    private static bool Said(string text) => !string.IsNullOrWhiteSpace(text);
}
