namespace Disclosure.Core.Review;

/// <summary>One of the three reviews for secrecy (B2).</summary>
public enum Tier
{
    /// <summary>自审.</summary>
    Self,

    /// <summary>送审.</summary>
    Second,

    /// <summary>终审.</summary>
    Final,
}

/// <summary>What an answer leads to.</summary>
public enum Effect
{
    /// <summary>The item may go on.</summary>
    Pass,

    /// <summary>Something is still to be filled in.</summary>
    Ask,

    /// <summary>As it stands it can only be returned, or a hold be opened.</summary>
    Return,

    /// <summary>It may go on once a hold was opened and has ended well.</summary>
    Hold,

    /// <summary>Everything stops and the content is erased.</summary>
    Stop,
}

/// <summary>A question of the checklist (B3). Codes are permanent; an answer keeps the code and the question as asked.</summary>
/// <param name="Code">B3-1 … B3-5.</param>
/// <param name="Name">Two to four characters for headings.</param>
/// <param name="Question">As asked on screen and paper; 是 means that something stands in the way.</param>
/// <param name="Reason">One sentence: why it is asked.</param>
public sealed record Criterion(string Code, string Name, string Question, string Reason);

/// <summary>What follows from an answer, as shown beside the question the moment it is ticked.</summary>
/// <param name="Code">Permanent code, e.g. B3-1/expired.</param>
/// <param name="When">The answer in words.</param>
/// <param name="Effect">What it does to the item.</param>
/// <param name="Sentence">One Chinese sentence: what follows and what to do.</param>
/// <param name="Article">Article of the bureau's regulations.</param>
/// <param name="Law">Article of the law it rests on.</param>
/// <param name="Opens">Holds that may be opened; the first is the usual one.</param>
public sealed record Consequence(
    string Code,
    string When,
    Effect Effect,
    string Sentence,
    string Article,
    string Law,
    params IReadOnlyList<HoldKind> Opens
)
{
    /// <summary>
    /// Holds that, once ended well for the very same files, let the answer pass; a processed version never does: what it still contains is
    /// answered anew.
    /// </summary>
    public IReadOnlyList<HoldKind> ClearedBy { get; init; } = [];

    /// <summary>Moves that remain, in words, most usual first.</summary>
    public string Ways => WaysFor(mayReturn: true);

    /// <summary>Moves that remain to somebody at a given step.</summary>
    /// <param name="mayReturn">False at the first step, which has nobody before it.</param>
    public string WaysFor(bool mayReturn) =>
        string.Join(
            "、",
            new[] { Effect == Effect.Pass ? "继续办理" : "", Effect == Effect.Stop ? "涉密中止" : "" }
                .Concat(Opens.Select(o => $"暂停（{o.Name()}）"))
                .Append(Effect is Effect.Stop || !mayReturn ? "" : "退回")
                .Where(w => w.Length > 0)
        );
}

/// <summary>
/// The five criteria of the secrecy review in the order of B3, and what each answer leads to. Read by the page, the judge and the form
/// alike.
/// </summary>
public static class Criteria
{
    /// <summary>密级标志.</summary>
    public const string Marked = "B3-1";

    /// <summary>敏感信息.</summary>
    public const string Sensitive = "B3-2";

    /// <summary>内部警示.</summary>
    public const string Internal = "B3-3";

    /// <summary>未决事项.</summary>
    public const string Undecided = "B3-4";

    /// <summary>其他情形.</summary>
    public const string OtherReasons = "B3-5";

    /// <summary>All five, in order.</summary>
    public static readonly IReadOnlyList<Criterion> All =
    [
        new(
            Marked,
            "密级标志",
            "是否含有标有密级（秘密、机密、绝密）的内容？",
            "标有密级且未到期的内容不得进入本系统；已到期的须先办理解密手续。"
        ),
        new(
            Sensitive,
            "敏感信息",
            "是否含有未经批准的涉及国家安全、社会政治和经济稳定等敏感信息？",
            "敏感信息须经有权机关批准后方可公开。"
        ),
        new(
            Internal,
            "内部警示",
            "是否含有未经批准、标注“内部文件（资料）”“注意保存（保管、保密）”等警示字样的信息？",
            "带警示字样的资料须经制发单位同意后方可公开。"
        ),
        new(Undecided, "未决事项", "是否属于尚未决定的事项？", "除征求公众意见外，审议、讨论过程中的信息不予公开。"),
        new(
            OtherReasons,
            "其他情形",
            "是否存在不宜公开的其他情形（单个统计调查对象资料、商业秘密、个人隐私、工作秘密等）？",
            "能够识别或者推断单个统计调查对象身份的资料不得对外提供、泄露。"
        ),
    ];

    /// <summary>Everything an answer can lead to.</summary>
    public static readonly IReadOnlyList<Consequence> Consequences =
    [
        new("no", "否", Effect.Pass, "没有需要处理的内容。", "B3", "条例§17"),
        new("open", "尚未回答", Effect.Ask, "请选择“是”或“否”。", "B3", "条例§17"),
        new("B3-1/ask", "是，密级标志尚未填全", Effect.Ask, "请填写密级、制发日期和保密期限，系统据此判断是否到期。", "B3-1", "保密法§20"),
        new(
            "B3-1/secret",
            "是，保密期限未满",
            Effect.Stop,
            "保密期限未满：本系统不得处理国家秘密。请立即涉密中止，文件随即清除，改按保密规定在纸质渠道办理。",
            "B3-1",
            "保密法§31"
        ),
        new(
            "B3-1/expired",
            "是，保密期限已满",
            Effect.Hold,
            "保密期限已满：须经审查确认并办理解密手续，登记解密文号、日期和扫描件后才能继续。",
            "B4",
            "保密法§24",
            HoldKind.Declassification,
            HoldKind.Referral
        )
        {
            ClearedBy = [HoldKind.Declassification],
        },
        new(
            "B3-2/ask",
            "是，批准情况尚未填全",
            Effect.Ask,
            "请说明是否已经有权机关批准；已批准的填写机关、文号、日期并上传批准件。",
            "B3-2",
            "条例§14"
        ),
        new("B3-2/approved", "是，已经有权机关批准", Effect.Pass, "已经有权机关批准，批准件随稿存档，可以继续。", "B3-2", "条例§14"),
        new(
            "B3-2/unapproved",
            "是，未经批准",
            Effect.Return,
            "未经批准的敏感信息不予公开：请退回删除或取得批准；不能确定的，报请确定。",
            "B3-2",
            "条例§14",
            HoldKind.Referral,
            HoldKind.Redaction
        )
        {
            ClearedBy = [HoldKind.Referral],
        },
        new(
            "B3-3/ask",
            "是，同意情况尚未填全",
            Effect.Ask,
            "请说明制发单位是否已经同意公开；已同意的填写单位、文号、日期并上传批准件。",
            "B3-3",
            "条例§17"
        ),
        new("B3-3/approved", "是，制发单位已经同意", Effect.Pass, "制发单位已经同意，批准件随稿存档，可以继续。", "B3-3", "条例§17"),
        new(
            "B3-3/unapproved",
            "是，未经同意",
            Effect.Return,
            "带警示字样的资料未经制发单位同意，不得公开：请退回删除或取得同意；不能确定的，报请确定。",
            "B3-3",
            "条例§17",
            HoldKind.Referral,
            HoldKind.Redaction
        )
        {
            ClearedBy = [HoldKind.Referral],
        },
        new("B3-4/ask", "是，尚未说明是否征求意见", Effect.Ask, "请说明是否属于公开征求公众意见。", "B3-4", "条例§16"),
        new("B3-4/comment", "是，属于征求公众意见", Effect.Pass, "公开征求公众意见的，可以继续办理。", "A9", "条例§16"),
        new(
            "B3-4/undecided",
            "是，尚未决定",
            Effect.Hold,
            "尚未决定的事项暂缓公开：登记理由和措施，10 个工作日内报告或报请确定，决定后再继续。",
            "A10",
            "条例§16",
            HoldKind.Postponement,
            HoldKind.Referral
        )
        {
            ClearedBy = [HoldKind.Postponement, HoldKind.Referral],
        },
        new("B3-5/ask", "是，情形尚未填全", Effect.Ask, "请选择属于哪一种情形，并填写所要求的内容。", "B3-5", "条例§15"),
        new(
            "B3-5/respondent",
            "是，单个统计调查对象资料",
            Effect.Hold,
            "能够识别或者推断单个统计调查对象的资料一律不得公开，没有例外：只有汇总或处理后的版本才能继续，三审重新进行。",
            "D2",
            "统计法§28",
            HoldKind.Redaction
        ),
        new(
            "B3-5/exception",
            "是，商业秘密或个人隐私，按例外办理",
            Effect.Pass,
            "按例外办理，依据材料随稿存档；须经主要领导审核签字。",
            "B7",
            "条例§15"
        ),
        new(
            "B3-5/third-party",
            "是，商业秘密或个人隐私，不按例外",
            Effect.Return,
            "商业秘密、个人隐私不得公开：请区分处理或退回；权利人同意或涉及重大公共利益的，可按例外办理。",
            "B7",
            "条例§15",
            HoldKind.Redaction,
            HoldKind.Referral
        ),
        new(
            "B3-5/work",
            "是，工作秘密",
            Effect.Return,
            "工作秘密不宜公开：请区分处理或退回；不能确定的，报请确定。",
            "B3-5",
            "条例§16",
            HoldKind.Redaction,
            HoldKind.Referral
        )
        {
            ClearedBy = [HoldKind.Referral],
        },
        new(
            "B3-5/other",
            "是，其他情形",
            Effect.Return,
            "存在不宜公开的情形：请区分处理或退回；不能确定的，报请确定。",
            "B6",
            "条例§17",
            HoldKind.Redaction,
            HoldKind.Referral
        )
        {
            ClearedBy = [HoldKind.Referral],
        },
    ];

    /// <summary>The criterion with that code; an unknown code is a bug.</summary>
    public static Criterion Find(string code) => All.First(c => c.Code == code);

    /// <summary>The consequence with that code; an unknown code is a bug.</summary>
    public static Consequence Consequence(string code) => Consequences.First(c => c.Code == code);

    /// <summary>Chinese name of a tier.</summary>
    public static string Name(this Tier tier) =>
        tier switch
        {
            Tier.Self => "自审",
            Tier.Second => "送审",
            Tier.Final => "终审",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this OtherReason reason) =>
        reason switch
        {
            OtherReason.Respondent => "单个统计调查对象资料",
            OtherReason.TradeSecret => "商业秘密",
            OtherReason.Privacy => "个人隐私",
            OtherReason.WorkSecret => "工作秘密",
            OtherReason.Other => "其他",
        };

    /// <summary>The situation in words (统计法实施条例 art. 29).</summary>
    public static string Name(this RespondentSituation situation) =>
        situation switch
        {
            RespondentSituation.Named => "直接标明单个调查对象身份",
            RespondentSituation.ByDetails => "通过地址、编码等可以识别或推断",
            RespondentSituation.ByAggregate => "汇总资料可以推断单个调查对象",
        };

    /// <summary>An example of the situation.</summary>
    public static string Example(this RespondentSituation situation) =>
        situation switch
        {
            RespondentSituation.Named => "例：表中列出某企业名称及其产值，或某住户户主姓名及收入。",
            RespondentSituation.ByDetails => "例：隐去企业名称，但保留统一社会信用代码、门牌地址，或“全县唯一水泥厂”等说明。",
            RespondentSituation.ByAggregate => "例：某乡镇某行业只有一两家企业的合计数；或由合计减去其余各项可算出一家的数。",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this ExceptionBasis basis) =>
        basis switch
        {
            ExceptionBasis.Consent => "权利人同意公开",
            ExceptionBasis.PublicInterest => "不公开对公共利益造成重大影响",
            ExceptionBasis.None => "不按例外办理",
        };
}
