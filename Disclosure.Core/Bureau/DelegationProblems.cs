using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>Signing for oneself needs no authorisation.</summary>
public sealed record DelegationToOneself() : EntryProblem("DeputyId", "委托人与受托人不能是同一人。");

/// <summary>Authorship is personal (D3).</summary>
public sealed record AuthorshipIsPersonal() : EntryProblem("Duty", "署名文章的文责由署名者本人负责，编辑人员的职责不能委托代签。")
{
    /// <inheritdoc/>
    public override string? Article => "D3";
}

/// <summary>Nobody hands over what they do not hold.</summary>
public sealed record PrincipalLacksDuty(string Name, Duty Duty)
    : EntryProblem("Duty", $"“{Name}”在所选日期内没有“{Duty.Name()}”职责，不能委托。");

/// <summary>The days are the wrong way round, or more than a year.</summary>
public sealed record DelegationDaysWrong() : EntryProblem("Until", "委托期限的止日不能早于起日，且最长一年。");

/// <summary>The written authorisation is missing.</summary>
public sealed record AuthorisationMissing() : EntryProblem("Scan", "请上传书面委托书的扫描件（PDF、JPG 或 PNG）。");

/// <summary>The same authorisation stands already.</summary>
public sealed record DelegatedAlready() : EntryProblem("DeputyId", "所选日期内已有同一职责的委托，不必重复登记。");

/// <summary>Whoever entered it does not confirm it.</summary>
public sealed record DelegationOfOwnEntry() : Problem("登记人不能自己确认，请由委托人本人或另一名管理员确认。");

/// <summary>Confirmed before.</summary>
public sealed record DelegationConfirmedAlready() : Problem("该委托已确认，不必再确认。");

/// <summary>Revoked, or past its last day.</summary>
public sealed record DelegationIsOver() : Problem("该委托已撤销或已到期。");
