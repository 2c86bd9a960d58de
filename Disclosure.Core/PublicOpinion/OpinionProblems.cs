using Disclosure.Core.Common;

namespace Disclosure.Core.PublicOpinion;

/// <summary>A field that must be filled in is empty.</summary>
public sealed record OpinionFieldMissing(string Name, string Label) : Problem($"请填写{Label}。")
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>A text no list has room for.</summary>
public sealed record OpinionTextTooLong(string Name, string Label, int Most) : Problem($"{Label}不能超过 {Most} 个字。")
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>The address cannot be opened.</summary>
public sealed record OpinionLinkWrong() : Problem("链接须以 http:// 或 https:// 开头；没有链接的请留空。")
{
    /// <inheritdoc/>
    public override string? Field => nameof(OpinionEntry.Link);
}

/// <summary>A moment that lies ahead.</summary>
public sealed record OpinionNotYet(string Name, string Label) : Problem($"{Label}不能晚于现在。")
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>Longer ago than any clock of opinion runs.</summary>
public sealed record OpinionTooOld() : Problem("发生时间早于一年前，请核对年份。")
{
    /// <inheritdoc/>
    public override string? Field => nameof(OpinionEntry.RaisedAt);
}

/// <summary>Only the office names another unit.</summary>
public sealed record NotYourUnitsOpinion() : Problem("只能登记由本单位负责回应的舆情；由其他科室负责的，请报领导小组办公室登记。")
{
    /// <inheritdoc/>
    public override string? Field => nameof(OpinionEntry.SectionId);
}

/// <summary>Leaders are not made to answer as a section, nor a closed unit.</summary>
public sealed record NoAnsweringUnit() : Problem("请选择负责回应的科室、中心或县区统计局。")
{
    /// <inheritdoc/>
    public override string? Field => nameof(OpinionEntry.SectionId);
}

/// <summary>Another duty does this.</summary>
public sealed record OfficeDecidesOnOpinion(string What) : Problem($"{What}由领导小组办公室办理，您没有此项职责。");

/// <summary>Those who answer do this.</summary>
public sealed record AnsweringUnitDecides(string What, string Unit) : Problem($"{What}由责任科室（{Unit}）或领导小组办公室办理。");

/// <summary>Only an editor begins an item.</summary>
public sealed record EditorBeginsReply(string Unit) : Problem($"回应稿件由责任科室（{Unit}）的编辑人员起草或关联。");

/// <summary>The case has ended.</summary>
public sealed record OpinionIsClosed() : Problem("这件舆情已经办结；需要继续办理的，请先由领导小组办公室重新办理。");

/// <summary>The case is still open.</summary>
public sealed record OpinionIsOpen() : Problem("这件舆情尚在办理。");

/// <summary>Nothing would change.</summary>
public sealed record OpinionUnchanged(string What) : Problem($"{What}没有变化。");

/// <summary>The level has no such clock.</summary>
public sealed record NoSuchClock(OpinionClock Clock) : Problem($"本等级没有“{Clock.Name()}”的时限。");

/// <summary>Met already.</summary>
public sealed record ClockIsMet(OpinionClock Clock) : Problem($"“{Clock.Name()}”已经完成。");

/// <summary>Nothing entered by hand that could be taken back.</summary>
public sealed record NothingToWithdraw(OpinionClock Clock) : Problem($"“{Clock.Name()}”没有人工登记的完成记录；由发布记录认定的不能撤销。");

/// <summary>Nothing is met before the clock begins.</summary>
public sealed record MetBeforeRaised() : Problem("完成时间不能早于舆情发生时间。")
{
    /// <inheritdoc/>
    public override string? Field => "MetAt";
}

/// <summary>One reply at a time, so that one clock stands over one item.</summary>
public sealed record ReplyUnderWay(string Number) : Problem($"已有回应稿件在办（{Number}）；它结束或取消关联之后，才能再起草一篇。");

/// <summary>The item answers another case.</summary>
public sealed record AnswersAnother(string Number) : Problem($"该稿件已经关联 {Number}，一篇稿件只回应一件舆情。");

/// <summary>The item has ended without being published, or was published before anybody asked.</summary>
public sealed record CannotAnswer() : Problem("该稿件已经结束，或在舆情发生之前已经发布，不能作为回应。");

/// <summary>The item is no reply to this case.</summary>
public sealed record NoSuchReply() : Problem("该稿件没有关联本件舆情。");

/// <summary>What was published stays as it was.</summary>
public sealed record PublishedReplyStays() : Problem("回应已经发布，不能取消关联。");
