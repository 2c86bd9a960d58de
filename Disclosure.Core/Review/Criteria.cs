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

/// <summary>What an answer 是 asks for besides the remark.</summary>
public enum FollowUp
{
    /// <summary>Nothing but the remark.</summary>
    Remark,

    /// <summary>Level, date, period and whether it has expired.</summary>
    Marking,
}

/// <summary>A question of the checklist (B3). Codes are permanent; an answer keeps the code and the question as asked.</summary>
/// <param name="Code">B3-1 … B3-5.</param>
/// <param name="Name">Two to four characters for headings.</param>
/// <param name="Question">As asked on screen and paper; 是 means that something stands in the way.</param>
/// <param name="Reason">One sentence: why it is asked.</param>
/// <param name="FollowUp">What 是 asks for.</param>
public sealed record Criterion(string Code, string Name, string Question, string Reason, FollowUp FollowUp = FollowUp.Remark);

/// <summary>The five criteria of the secrecy review, in the order of B3.</summary>
public static class Criteria
{
    /// <summary>Marked with a level of secrecy.</summary>
    public const string Marked = "B3-1";

    /// <summary>All five, in order.</summary>
    public static readonly IReadOnlyList<Criterion> All =
    [
        new(Marked, "密级标志", "是否含有标有密级（秘密、机密、绝密）的内容？",
            "标有密级且未到期的内容不得进入本系统；已到期的须先办理解密手续。", FollowUp.Marking),
        new("B3-2", "敏感信息", "是否含有未经批准的涉及国家安全、社会政治和经济稳定等敏感信息？",
            "敏感信息须经有权机关批准后方可公开。"),
        new("B3-3", "内部警示", "是否含有未经批准、标注“内部文件（资料）”“注意保存（保管、保密）”等警示字样的信息？",
            "带警示字样的资料须经制发单位同意后方可公开。"),
        new("B3-4", "未决事项", "是否属于尚未决定的事项？",
            "除征求公众意见外，审议、讨论过程中的信息不予公开。"),
        new("B3-5", "其他情形", "是否存在不宜公开的其他情形（单个统计调查对象资料、商业秘密、个人隐私、工作秘密等）？",
            "能够识别或者推断单个统计调查对象身份的资料不得对外提供、泄露。"),
    ];

    /// <summary>The criterion with that code; an unknown code is a bug.</summary>
    public static Criterion Find(string code) => All.First(c => c.Code == code);

    /// <summary>Chinese name of a tier.</summary>
    public static string Name(this Tier tier) => tier switch { Tier.Self => "自审", Tier.Second => "送审", _ => "终审" };
}
