namespace Disclosure.Core.PublicOpinion;

/// <summary>How grave the event is that people speak of.</summary>
public enum OpinionLevel
{
    /// <summary>特别重大.</summary>
    Gravest,

    /// <summary>重大.</summary>
    Grave,

    /// <summary>较大.</summary>
    Larger,

    /// <summary>一般.</summary>
    Ordinary,
}

/// <summary>How a case ended.</summary>
public enum OpinionResult
{
    /// <summary>已回应.</summary>
    Answered,

    /// <summary>已澄清: what was said was not true.</summary>
    Clarified,

    /// <summary>已移交: another authority answers.</summary>
    Transferred,

    /// <summary>已平息: nothing had to be said.</summary>
    Subsided,
}

/// <summary>
/// A case of public opinion (政务舆情, C2). What happens to it is kept in <see cref="OpinionEvent"/> rows, of which none is ever changed.
/// </summary>
public sealed class OpinionCase
{
    /// <summary>Key; appears in addresses.</summary>
    public int Id { get; private set; }

    /// <summary>Number, given with the registration, e.g. 舆情〔2026〕1号.</summary>
    public required string Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>What is said, by whom, how widely.</summary>
    public required string Summary { get; init; }

    /// <summary>Platform, medium or call.</summary>
    public required string Source { get; init; }

    /// <summary>Address of the post or report; empty where there is none.</summary>
    public required string Link { get; init; }

    /// <summary>UTC at which it arose; every clock runs from here.</summary>
    public required DateTime RaisedAt { get; init; }

    /// <summary>Level.</summary>
    public required OpinionLevel Level { get; set; }

    /// <summary>Unit that answers for the reply.</summary>
    public required int SectionId { get; set; }

    /// <summary>Unit that registered it; null for the disclosure office.</summary>
    public required int? RegisteredUnitId { get; init; }

    /// <summary>Who registered it.</summary>
    public required int RegisteredById { get; init; }

    /// <summary>Name at the time.</summary>
    public required string RegisteredBy { get; init; }

    /// <summary>UTC of registration.</summary>
    public required DateTime RegisteredAt { get; init; }

    /// <summary>UTC of closing; null while open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>How it ended; null while open.</summary>
    public OpinionResult? Result { get; private set; }

    /// <summary>Ends it.</summary>
    public void Close(OpinionResult result, DateTime now) => (Result, ClosedAt) = (result, now);

    /// <summary>Takes it up again; the clocks never stopped.</summary>
    public void Reopen() => (Result, ClosedAt) = (null, null);
}

/// <summary>The words on screen and in files.</summary>
public static class OpinionWords
{
    /// <summary>Sources on offer; any other may be typed.</summary>
    public static readonly IReadOnlyList<string> Sources =
    [
        "微博",
        "微信公众号",
        "抖音",
        "新闻媒体",
        "政务热线 12345",
        "领导留言板",
        "网站留言",
        "来电",
        "来信来访",
    ];

    /// <summary>Chinese name.</summary>
    public static string Name(this OpinionLevel level) =>
        level switch
        {
            OpinionLevel.Gravest => "特别重大",
            OpinionLevel.Grave => "重大",
            OpinionLevel.Larger => "较大",
            OpinionLevel.Ordinary => "一般",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this OpinionResult result) =>
        result switch
        {
            OpinionResult.Answered => "已回应",
            OpinionResult.Clarified => "已澄清",
            OpinionResult.Transferred => "已移交",
            OpinionResult.Subsided => "已平息",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this OpinionAct act) =>
        act switch
        {
            OpinionAct.Registered => "登记",
            OpinionAct.LevelChanged => "调整等级",
            OpinionAct.SectionChanged => "调整责任科室",
            OpinionAct.Noted => "批注",
            OpinionAct.Progressed => "进展",
            OpinionAct.ReplyLinked => "关联回应稿件",
            OpinionAct.ReplyUnlinked => "取消关联稿件",
            OpinionAct.Met => "时限完成",
            OpinionAct.MetWithdrawn => "撤销完成登记",
            OpinionAct.Closed => "办结",
            OpinionAct.Reopened => "重新办理",
        };
}
