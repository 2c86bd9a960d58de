using Disclosure.Core.Bureau;
using Disclosure.Core.Common;

namespace Disclosure.Core.Participation;

/// <summary>An end before the beginning.</summary>
public sealed record ConsultationDaysWrong() : EntryProblem("Until", "截止日期不能早于开始日期。");

/// <summary>Begun is begun: only the end may still be moved, with a reason.</summary>
public sealed record ConsultationHasBegun() : Problem("征集已经开始，标题、内容和开始日期不再改；可以延长截止日期，并写明原因。");

/// <summary>An end is moved back, never forward.</summary>
public sealed record OnlyLater() : EntryProblem("Until", "已经开始的征集只能延长，新的截止日期应晚于原截止日期，且不早于今天。");

/// <summary>Nothing comes in before it begins or after it was answered.</summary>
public sealed record FeedbackNotNow(ConsultationState State) : Problem($"征集{State.Name()}，不能登记意见。");

/// <summary>A day outside the consultation.</summary>
public sealed record ReceivedOnWrong() : EntryProblem("ReceivedOn", "收到日期应在征集开始之后，且不晚于今天。");

/// <summary>Whoever is not followed hears why.</summary>
public sealed record DecisionNeedsReason() : EntryProblem("Reason", "部分采纳、未采纳的，请写明理由。");

/// <summary>Published is published.</summary>
public sealed record AlreadyAnswered() : Problem("结果已经公布，意见的处理不再改动。");

/// <summary>Too early.</summary>
public sealed record NotOverYet() : Problem("征集尚未截止，截止之后才能公布结果。");

/// <summary>Every opinion has its answer first.</summary>
public sealed record FeedbackUndecided(int Count) : Problem($"还有 {Count} 条意见没有写明采纳情况，请先逐条处理。");

/// <summary>Not before the end, not in the future.</summary>
public sealed record SummaryDayWrong() : EntryProblem("SummaryOn", "公布日期应在征集截止之后，且不晚于今天。");

/// <summary>Somebody was quicker.</summary>
public sealed record ConsultationChangedMeanwhile() : Problem("这项征集刚被别人改过，已显示最新内容，请核对后再办。");

/// <summary>Another section's, or not to be read.</summary>
public sealed record ConsultedItemUnknown() : EntryProblem("SubmissionId", "没有找到这件稿件，或者它不属于该科室。");
