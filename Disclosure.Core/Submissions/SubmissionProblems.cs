using Disclosure.Core.Common;

namespace Disclosure.Core.Submissions;

/// <summary>Only editors of a unit begin items.</summary>
public sealed record NotAnEditor() : Problem("只有编辑人员可以投稿，请联系安全管理员核对您的职责。");

/// <summary>The item is under review or at its end.</summary>
public sealed record NotEditable() : Problem("稿件已送审或已结束，不能修改；需要修改的，请先取回或请审核人退回。");

/// <summary>Two windows, or two editors.</summary>
public sealed record DraftChangedElsewhere()
    : Problem("这份草稿刚在另一个窗口或由同事保存过，请刷新后再改；您这里输入的内容仍保留在本机。");

/// <summary>Too many files.</summary>
public sealed record TooManyFiles() : Problem($"文件最多 {ContentRules.MostFiles} 个，请合并后再传。")
{
    /// <inheritdoc/>
    public override string? Field => "Files";
}

/// <summary>The same bytes are already there.</summary>
public sealed record SameFileAlready(string Name) : Problem($"与已上传的“{Name}”内容完全相同，没有重复保存。")
{
    /// <inheritdoc/>
    public override string? Field => "Files";
}

/// <summary>Only an author named in the byline confirms.</summary>
public sealed record NotAnAuthor() : Problem("您不是本稿的署名作者，无需确认文责。");

/// <summary>A draft may be deleted only while it was never sent.</summary>
public sealed record NumberedItemsStay() : Problem("稿件已编号，不能删除；不再需要的请撤回，记录会保留。");

/// <summary>The subject chosen is no longer used.</summary>
public sealed record SubjectClosed() : Problem("所选专业已停用，请重新选择。")
{
    /// <inheritdoc/>
    public override string? Field => nameof(Submission.SubjectId);
}

/// <summary>What came down in an emergency must be signed for.</summary>
public sealed record EmergencyMustBeSigned() : Problem("紧急下线须补办审签，不能删除或撤回。");

/// <summary>The text changed while the author was reading it.</summary>
public sealed record TextChangedMeanwhile() : Problem("标题、内容概述或文件刚刚有改动，请看过新的内容后再确认文责。");

/// <summary>The item is at its end.</summary>
public sealed record ItemHasEnded(string State) : Problem($"稿件{State}，流程已经结束，不能再办理。");

/// <summary>Too long to be kept.</summary>
public sealed record TextTooLong(int Length, int Most) : Problem($"意见有 {Length} 个字，最多 {Most} 个字。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Field => "Text";
}
