namespace Disclosure.Core.Forms;

/// <summary>
/// The options the forms print beside their check boxes; a record names a choice by this wording, any other wording is a bug and throws.
/// </summary>
public static class FormWording
{
    /// <summary>变更类型 (procedure §7).</summary>
    public static readonly IReadOnlyList<string> Amendments = ["更正", "数据修订", "下线"];

    /// <summary>Why something comes down.</summary>
    public static readonly IReadOnlyList<string> TakeDownGrounds = ["发布有误", "期限届满", "依法撤回", "泄密紧急下线"];

    /// <summary>信息类别.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "公报",
        "年鉴",
        "统计分析",
        "统计信息",
        "法规执法",
        "财务",
        "人事",
        "工作简报",
        "政策文件",
        "政策解读",
        "其他",
    ];

    /// <summary>What 法规执法 is about.</summary>
    public static readonly IReadOnlyList<string> EnforcementKinds = ["案例", "失信名单"];

    /// <summary>公开属性 (C3).</summary>
    public static readonly IReadOnlyList<string> Attributes = ["主动公开", "依申请公开", "不予公开"];

    /// <summary>发布渠道.</summary>
    public static readonly IReadOnlyList<string> Channels = ["外网", "内网", "政务新媒体", "新闻发布会", "书籍", "其他"];

    /// <summary>数据性质 (D5).</summary>
    public static readonly IReadOnlyList<string> DataStatuses = ["定案", "非定案", "不含数据"];

    /// <summary>报送方式 (D11).</summary>
    public static readonly IReadOnlyList<string> Deliveries = ["系统", "亲送", "传真", "同时报电子版"];

    /// <summary>Findings of the office (送审复核).</summary>
    public static readonly IReadOnlyList<string> Findings = ["应予公开", "部分公开", "暂缓", "不予公开", "报请确定"];

    /// <summary>What the county chief decides (D11).</summary>
    public static readonly IReadOnlyList<string> ChiefChoices = ["同意在外网发布", "仅限内网发布", "不同意发布"];
}
