using Disclosure.Core.Common;

namespace Disclosure.Core.Ledgers;

/// <summary>The month still runs.</summary>
public sealed record MonthNotOver(LedgerMonth Month) : Problem($"{Month.Name}尚未结束，月末之后才能确认台账。");

/// <summary>Confirmed once, confirmed for good.</summary>
public sealed record MonthConfirmed(string By) : Problem($"本月台账已由{By}确认，确认后的数字不再改动。");

/// <summary>What was seen is not what stands in the store.</summary>
public sealed record FiguresChanged() : Problem("台账数字在您查看之后发生了变化，请核对更新后的数字再确认。");

/// <summary>Another duty does this.</summary>
public sealed record OnlyTheOffice(string What) : Problem($"{What}由领导小组办公室办理，您没有此项职责。");

/// <summary>A remark or reason that no sheet has room for.</summary>
public sealed record RemarkTooLong(int Most) : Problem($"不能超过 {Most} 个字。");

/// <summary>Judging needs its reason (条例 art. 18).</summary>
public sealed record JudgementNeedsReason() : Problem("请写明复核理由，例如理由是否仍然存在、情势有无变化。");

/// <summary>Once a year is enough, and what was written stays.</summary>
public sealed record JudgedThisYear(string By) : Problem($"本年已由{By}复核，复核记录不再改动。");

/// <summary>Nothing to judge: it is public, or was found to be free before.</summary>
public sealed record NothingWithheld() : Problem("此项信息目前没有不予公开、暂缓或限制公开的情形，无需复核。");
