using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Publication;

/// <summary>The place of publication is missing or does not fit the channel.</summary>
public sealed record PlaceNeeded(Channel Where)
    : Problem(
        Where switch
        {
            Channel.Website or Channel.Intranet or Channel.SocialMedia => $"请填写{Where.Name()}的网址（以 http:// 或 https:// 开头）。",
            Channel.Book => "请填写书号（ISBN）或印次。",
            _ => $"请写明在{Where.Name()}发布的地点或方式。",
        }
    )
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>A time of publication that lies ahead.</summary>
public sealed record NotYetPublished(Channel Where) : Problem($"{Where.Name()}的发布时间不能晚于现在。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>The channel is already on record.</summary>
public sealed record ChannelAlreadyEntered(Channel Where) : Problem($"{Where.Name()}的发布情况已经登记过。");

/// <summary>One channel stands twice in the same registration.</summary>
public sealed record ChannelEnteredTwice(Channel Where) : Problem($"{Where.Name()}填写了两次，请合并为一条。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>The planned hour has not come.</summary>
public sealed record NotBeforePlanned(DateTime PlannedAt)
    : Problem($"计划发布时间为 {BureauTime.Show(PlannedAt)}，此前不能发布；需要提前的，先改计划并写明理由。");

/// <summary>It was published before the hour planned for it.</summary>
public sealed record PublishedBeforePlanned(Channel Where, DateTime PlannedAt)
    : Problem($"{Where.Name()}的发布时间早于计划时间 {BureauTime.Show(PlannedAt)}，请核对。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>It was published before the item was begun here.</summary>
public sealed record PublishedBeforeItBegan(Channel Where, DateTime CreatedAt)
    : Problem($"{Where.Name()}的发布时间早于稿件建立的时间 {BureauTime.Show(CreatedAt)}，请核对年月日。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>A planned hour that has passed.</summary>
public sealed record PlanLiesBehind() : Problem("计划发布时间应晚于现在。")
{
    /// <inheritdoc/>
    public override string? Field => "PlannedAt";
}

/// <summary>Why is not said.</summary>
public sealed record WhyNeeded(string What) : Problem($"请写明{What}，不超过 {ContentRules.TextLength} 个字。")
{
    /// <inheritdoc/>
    public override string? Field => "Reason";
}

/// <summary>Only what is published can be changed or come down.</summary>
public sealed record NotPublishedYet() : Problem("稿件尚未发布，需要修改的请退回或撤回。");

/// <summary>It has come down already.</summary>
public sealed record AlreadyDown() : Problem("这件稿件已经下线，不能再更正、修订或重复下线。");

/// <summary>One change at a time.</summary>
public sealed record AmendmentUnderWay(string Which) : Problem($"对这件稿件的{Which}正在办理，办结后才能再提出。");

/// <summary>Only editors of the submitting unit draft a change.</summary>
public sealed record NotTheUnitsEditor() : Problem("更正、修订和下线由报送单位的编辑人员提出。");

/// <summary>A change of a change.</summary>
public sealed record AmendTheOriginal() : Problem("下线记录不能再变更。");

/// <summary>Everything that stands must come down together.</summary>
public sealed record ChannelsStillUp(string Which) : Problem($"下线须覆盖所有渠道，还差：{Which}。");

/// <summary>The time it came down is not between its publication and now.</summary>
public sealed record DownTimeWrong(Channel Where) : Problem($"{Where.Name()}的下线时间应在发布之后、现在之前。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>The notice has not ended, or there is none.</summary>
public sealed record NoticeNotEnded() : Problem("只有公示期已满的失信名单可以按期下线；其他下线须按程序送审。")
{
    /// <inheritdoc/>
    public override string? Article => "D6";
}

/// <summary>A policy document and its interpretation are published together (C2).</summary>
public sealed record PairNotReady(string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public override string? Article => "C2";
}

/// <summary>The program has printed no form of this item.</summary>
public sealed record NothingPrinted() : Problem("这件稿件没有登记过打印，手工制作或者别处打印的表单不能收。请先在这里打印，签字后再收。")
{
    /// <inheritdoc/>
    public override string? Field => "Print";
}

/// <summary>Which printing came in is not said.</summary>
public sealed record PrintingNotChosen() : Problem("请选择收到的是第几次打印的表单（表单页脚印有次数）。")
{
    /// <inheritdoc/>
    public override string? Field => "Print";
}

/// <summary>A number that was never printed.</summary>
public sealed record NoSuchPrinting(int Number) : Problem($"系统没有登记过第 {Number} 次打印，请核对表单页脚上的次数。")
{
    /// <inheritdoc/>
    public override string? Field => "Print";
}

/// <summary>The paper says what the item says no longer.</summary>
public sealed record PrintingIsVoid(int Number)
    : Problem($"第 {Number} 次打印的表单已作废：打印以后稿件内容改动过。请收回注销，按现在的内容重新打印、签字。")
{
    /// <inheritdoc/>
    public override string? Field => "Print";
}

/// <summary>The paper was written off.</summary>
public sealed record PrintingWrittenOff(int Number, string Why)
    : Problem($"第 {Number} 次打印的表单已注销（{Why}），不能收。请选择另一次打印，或者重新打印。")
{
    /// <inheritdoc/>
    public override string? Field => "Print";
}
