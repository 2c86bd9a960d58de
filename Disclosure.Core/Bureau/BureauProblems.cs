using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>A refusal that belongs beside one field of an administrator's entry.</summary>
/// <param name="At">Name of the field.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public abstract record EntryProblem(string At, string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public sealed override string Field => At;
}

/// <summary>Nothing entered where something must stand.</summary>
public sealed record EntryMissing(string At, string Label) : EntryProblem(At, $"请填写{Label}。");

/// <summary>Longer than the forms have room for.</summary>
public sealed record EntryTooLong(string At, string Label, int Most) : EntryProblem(At, $"{Label}不能超过 {Most} 个字。");

/// <summary>Line breaks, control characters or invisible marks.</summary>
public sealed record EntryNotPlain(string At, string Label) : EntryProblem(At, $"{Label}含有换行或不可见字符，请删去后重新填写。");

/// <summary>Another unit, subject or person has it.</summary>
public sealed record EntryTaken(string At, string Label, string Value) : EntryProblem(At, $"{Label}“{Value}”已被使用，请换一个。");

/// <summary>Not the shape of a unit's code.</summary>
public sealed record UnitCodeWrong() : EntryProblem("Code", "单位代码应为 1–20 位字母、数字或短横线。");

/// <summary>Not the shape of a region's code.</summary>
public sealed record CountyCodeWrong() : EntryProblem("Code", "县区的单位代码应为六位行政区划代码。");

/// <summary>Not the shape of a sign-in name.</summary>
public sealed record SignInNameWrong() : EntryProblem("SignInName", "登录名应为 2–40 位汉字、字母、数字、点、短横线或下划线。");

/// <summary>Not a telephone number.</summary>
public sealed record PhoneWrong() : EntryProblem("Phone", "电话只能由数字、空格、短横线、加号、括号组成，不超过 40 位。");

/// <summary>The check character does not fit.</summary>
public sealed record CreditCodeWrong() : EntryProblem("CreditCode", "统一社会信用代码应为 18 位且校验码正确，请核对。");

/// <summary>City and county numbers could not be told apart.</summary>
public sealed record SeriesAlike() : EntryProblem("CountySeries", "县区文号字头不能与市级文号字头相同。");

/// <summary>The unit is unknown, closed, or of the wrong kind for this.</summary>
public sealed record UnitNotUsable(string At) : EntryProblem(At, "请选择一个在用的单位。");

/// <summary>Only sections review a subject (D11).</summary>
public sealed record SubjectNeedsSection() : EntryProblem("SectionId", "对口科室应为在用的科室、中心或事业单位。")
{
    /// <inheritdoc/>
    public override string? Article => "D11";
}

/// <summary>Only units of the city bureau have a deputy in charge.</summary>
public sealed record OnlySectionsHaveDeputy() : EntryProblem("DeputyId", "只有市局的科室、中心、事业单位需要指定分管领导。");

/// <summary>The person chosen does not hold the duty.</summary>
public sealed record NotADeputyDirector() : EntryProblem("DeputyId", "所选人员没有“分管领导”职责或账号已停用，请先由安全管理员授予职责。");

/// <summary>A unit with people in it is not closed.</summary>
public sealed record UnitStillHasStaff(int Count) : Problem($"仍有 {Count} 名在用人员属于该单位，请先调整其所属单位，再停用。");

/// <summary>A section that still answers for subjects is not closed (D11).</summary>
public sealed record UnitStillMatched(string Subject) : Problem($"专业“{Subject}”仍由该科室对口，请先改由其他科室对口，再停用。");

/// <summary>A unit in which somebody holds a duty is not closed.</summary>
public sealed record UnitStillHasDuties(int Count) : Problem($"仍有 {Count} 项职责限于该单位，请先由安全管理员收回，再停用。");

/// <summary>The command belongs to another of the three administrators (三员分立).</summary>
public sealed record NotThisAdministrator(Duty Office) : Problem($"此操作只能由{Office.Name()}办理，您当前没有这项职责。");

/// <summary>Nobody changes what they themselves may do.</summary>
public sealed record OwnDuties() : Problem("不能授予或收回本人的职责，请由另一名安全管理员办理。");

/// <summary>Nobody closes, resets or unlocks their own account.</summary>
public sealed record OwnAccount() : Problem("不能停用、重置或解锁本人的账号；修改本人密码请用“修改密码”。");

/// <summary>The last one able to act stays.</summary>
public sealed record LastAdministrator(Duty Office)
    : Problem($"这是最后一名能办事的{Office.Name()}，不能停用或收回；请先授予另一人并由其完成首次登录。");

/// <summary>A closed account takes no duty, password or delegation.</summary>
public sealed record StaffIsClosed(string Name) : Problem($"“{Name}”的账号已停用，请先恢复账号。");

/// <summary>The first password was shown once; a repeated click does not show another.</summary>
public sealed record FirstPasswordShown() : Problem("密码已生成并显示过一次；如未记下，请申请重置密码。");

/// <summary>Nothing is changed backwards: what was signed under a duty stays signed under it.</summary>
public sealed record DayIsPast(string At) : EntryProblem(At, "日期不能早于今天。");

/// <summary>The duty is for one unit.</summary>
public sealed record DutyNeedsUnit(Duty Duty) : EntryProblem("UnitId", $"“{Duty.Name()}”限于一个单位，请选择单位。");

/// <summary>The duty is for the whole bureau.</summary>
public sealed record DutyTakesNoUnit(Duty Duty) : EntryProblem("UnitId", $"“{Duty.Name()}”不限单位，请不要选择单位。");

/// <summary>The duty is not for units of this kind (D10, D11).</summary>
public sealed record DutyNotForUnit(Duty Duty, string Units) : EntryProblem("UnitId", $"“{Duty.Name()}”只能限于{Units}。")
{
    /// <inheritdoc/>
    public override string? Article => Duty == Duty.CountyChief ? "D11" : "D10";
}

/// <summary>The duty is for members of the leadership.</summary>
public sealed record DutyOnlyForLeaders(Duty Duty) : EntryProblem("Duty", $"“{Duty.Name()}”只能授予所属单位为局领导的人员。");

/// <summary>County duties stay in the county, city duties in the city (D11).</summary>
public sealed record DutyOutsideOwnBureau(Duty Duty)
    : EntryProblem("Duty", $"“{Duty.Name()}”不能跨县区或跨市县授予，请核对人员的所属单位。")
{
    /// <inheritdoc/>
    public override string? Article => "D11";
}

/// <summary>The three administrators hold no duty in the procedure, and none of the three with another.</summary>
public sealed record AdministratorsHoldNothingElse(Duty Held, Duty Wanted)
    : EntryProblem("Duty", $"已有“{Held.Name()}”职责，不能同时担任“{Wanted.Name()}”：系统、安全、审计管理员相互独立，且不参与稿件流转。");

/// <summary>An administrator signs for nobody, and nobody acts as administrator for another.</summary>
public sealed record AdministratorsDoNotDelegate() : EntryProblem("Duty", "系统、安全、审计管理员不能委托他人，也不能受托代签。");

/// <summary>Held already in that time.</summary>
public sealed record DutyHeldAlready(Duty Duty) : EntryProblem("Duty", $"所选时间内已有“{Duty.Name()}”职责，不必重复授予。");

/// <summary>Ended already, or ends before.</summary>
public sealed record DutyEndedAlready() : Problem("该职责到那一天已经终止，不必再收回。");

/// <summary>The person's duties do not fit the new unit.</summary>
public sealed record DutiesStayBehind(Duty Duty)
    : EntryProblem("UnitId", $"现有职责“{Duty.Name()}”与新单位不符，请先由安全管理员收回，再调整单位。");

/// <summary>The person signs for another, or another for them.</summary>
public sealed record DelegationStaysBehind() : EntryProblem("UnitId", "该人员有未到期的委托代签，请先由安全管理员撤销，再调整单位。");
