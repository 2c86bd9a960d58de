using Disclosure.Core.Bureau;
using Disclosure.Core.Common;

namespace Disclosure.Core.Obligations;

/// <summary>Only the office enters what was done and who answers for it.</summary>
public sealed record DutiesAreTheOffices() : Problem("年度事项由领导小组办公室登记，您没有此项职责。");

/// <summary>A day that has not come, or lies before the year in question.</summary>
public sealed record DoneOnWrong(int Year) : EntryProblem("DoneOn", $"完成日期应在 {Year} 年 1 月 1 日以后，且不晚于今天。");

/// <summary>What stands already is kept; the new entry says why it takes its place.</summary>
public sealed record CorrectionNeedsReason() : EntryProblem("Reason", "此前已有登记。更正会另存一条，原登记保留，请写明更正的原因。");

/// <summary>Nothing to take back.</summary>
public sealed record NothingToTakeBack() : Problem("此事项没有可以撤销的登记。");

/// <summary>Only what the same person has just brought.</summary>
public sealed record DutyFileMissing() : EntryProblem("File", "没有找到您上传的文件，请重新选择。");

/// <summary>A hearing has one to answer for it: the office, a post, or an open section.</summary>
public sealed record OwnerUnknown() : EntryProblem("Owner", "请选择领导小组办公室、发布平台负责人或一个在用的科室（中心）。");

/// <summary>Somebody was quicker.</summary>
public sealed record ReleaseChangedMeanwhile() : Problem("这项发布计划刚被别人改过，已显示最新内容，请核对后再办。");

/// <summary>The plan is at its end.</summary>
public sealed record ReleaseIsOver(ReleaseState State) : Problem($"这项发布计划{State.Name()}，不能再改。");

/// <summary>What the calendar announced is only moved or cancelled.</summary>
public sealed record ReleaseIsAnnounced() : Problem("已确定的发布计划不再改标题和类别，可以调整日期或取消，并写明原因。");

/// <summary>A plan lies ahead.</summary>
public sealed record ReleaseDayIsPast() : EntryProblem("Day", "计划发布日期不能早于今天。");

/// <summary>Moved to where it stands.</summary>
public sealed record ReleaseDayUnchanged() : EntryProblem("Day", "新的日期与原来相同。");

/// <summary>Not before it happened.</summary>
public sealed record ReleasedInFuture() : EntryProblem("Day", "发布日期不能晚于今天。");

/// <summary>The item belongs to another section, or may not be read.</summary>
public sealed record ReleaseItemUnknown() : EntryProblem("SubmissionId", "没有找到这件稿件，或者它不属于该科室。");
