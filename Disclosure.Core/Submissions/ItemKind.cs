namespace Disclosure.Core.Submissions;

/// <summary>信息类别.</summary>
public enum ItemKind
{
    /// <summary>公报.</summary>
    Communique,

    /// <summary>年鉴.</summary>
    Yearbook,

    /// <summary>统计分析.</summary>
    Analysis,

    /// <summary>统计信息.</summary>
    Information,

    /// <summary>法规执法: 案例.</summary>
    EnforcementCase,

    /// <summary>法规执法: 失信名单.</summary>
    DiscreditedList,

    /// <summary>法规执法: other than the two above.</summary>
    Enforcement,

    /// <summary>财务.</summary>
    Finance,

    /// <summary>人事.</summary>
    Personnel,

    /// <summary>工作简报.</summary>
    Brief,

    /// <summary>政策文件.</summary>
    PolicyDocument,

    /// <summary>政策解读.</summary>
    Interpretation,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How the bureau came by the information (A2).</summary>
public enum Origin
{
    /// <summary>制作.</summary>
    Made,

    /// <summary>获得.</summary>
    Obtained,

    /// <summary>拥有.</summary>
    Held,
}

/// <summary>公开属性 (C3).</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    Withheld,
}

/// <summary>不予公开理由 (A9).</summary>
public enum WithholdingGround
{
    /// <summary>个人隐私, A9(1).</summary>
    PersonalPrivacy,

    /// <summary>商业秘密, A9(2).</summary>
    TradeSecret,

    /// <summary>国家秘密, A9(3).</summary>
    StateSecret,

    /// <summary>审议、讨论过程中, A9(4).</summary>
    UnderDeliberation,

    /// <summary>法律、法规禁止公开, A9(5).</summary>
    ForbiddenByLaw,
}

/// <summary>数据性质 (D5).</summary>
public enum DataStatus
{
    /// <summary>定案.</summary>
    Final,

    /// <summary>非定案, with an explanation.</summary>
    Provisional,

    /// <summary>不含数据.</summary>
    NoFigures,
}

/// <summary>发布渠道.</summary>
public enum Channel
{
    /// <summary>外网.</summary>
    Website,

    /// <summary>内网.</summary>
    Intranet,

    /// <summary>政务新媒体.</summary>
    SocialMedia,

    /// <summary>新闻发布会.</summary>
    PressConference,

    /// <summary>书籍.</summary>
    Book,

    /// <summary>公开栏.</summary>
    NoticeBoard,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>The words on screen and paper.</summary>
public static class SubmissionWords
{
    /// <summary>The eleven categories of A8, in its order; the index is the number less one.</summary>
    public static readonly IReadOnlyList<string> A8Categories =
    [
        "部门职能、职责范围",
        "涉及群众利益的重要政策和措施",
        "规范性文件",
        "统计登记、培训与报表事项",
        "处罚与强制措施的依据、程序和结果",
        "年度工作目标的制定和执行",
        "人事任免、奖惩与录用",
        "预算、决算和“三公”经费",
        "工作规划、年度计划",
        "统计分析、统计年报",
        "规章制度的建立和修改",
    ];

    /// <summary>Chinese name.</summary>
    public static string Name(this ItemKind kind) => kind.Rule().Name;

    /// <summary>Chinese name.</summary>
    public static string Name(this Origin origin) =>
        origin switch
        {
            Origin.Made => "制作",
            Origin.Obtained => "获得",
            Origin.Held => "拥有",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this DisclosureAttribute attribute) =>
        attribute switch
        {
            DisclosureAttribute.Proactive => "主动公开",
            DisclosureAttribute.OnRequest => "依申请公开",
            DisclosureAttribute.Withheld => "不予公开",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this WithholdingGround ground) =>
        ground switch
        {
            WithholdingGround.PersonalPrivacy => "个人隐私",
            WithholdingGround.TradeSecret => "商业秘密",
            WithholdingGround.StateSecret => "国家秘密",
            WithholdingGround.UnderDeliberation => "审议、讨论过程中的信息",
            WithholdingGround.ForbiddenByLaw => "法律、法规禁止公开",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this DataStatus status) =>
        status switch
        {
            DataStatus.Final => "定案",
            DataStatus.Provisional => "非定案",
            DataStatus.NoFigures => "不含数据",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this Channel channel) =>
        channel switch
        {
            Channel.Website => "外网",
            Channel.Intranet => "内网",
            Channel.SocialMedia => "政务新媒体",
            Channel.PressConference => "新闻发布会",
            Channel.Book => "书籍",
            Channel.NoticeBoard => "公开栏",
            Channel.Other => "其他",
        };
}

/// <summary>Words for states.</summary>
public static class StateWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this ItemState state) =>
        state switch
        {
            ItemState.Draft => "草稿",
            ItemState.Returned => "待修改",
            ItemState.UnderWay => "处理中",
            ItemState.Held => "暂停中",
            ItemState.Published => "已发布",
            ItemState.Declined => "不予发布",
            ItemState.Withdrawn => "已撤回",
            ItemState.Stopped => "涉密中止",
        };
}
