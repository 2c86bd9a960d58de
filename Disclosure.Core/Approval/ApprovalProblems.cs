using Disclosure.Core.Common;
using Disclosure.Core.Review;

namespace Disclosure.Core.Approval;

/// <summary>Somebody was first.</summary>
public sealed record StepHasMovedOn(string Who, string Did, string NowAt)
    : Problem($"{Who}已{Did}，稿件现在在“{NowAt}”，您的操作没有生效，页面已更新。");

/// <summary>The move does not exist at this step.</summary>
public sealed record NotAtThisStep(string Move, string Step) : Problem($"稿件在“{Step}”环节，不能{Move}。");

/// <summary>Another duty acts here.</summary>
public sealed record NotYourStep(string Step, string Duty) : Problem($"稿件在“{Step}”环节，由{Duty}办理，您没有此项职责。");

/// <summary>Only the submitting unit takes its item back.</summary>
public sealed record NotYourUnitsItem() : Problem("只有报送单位的编辑人员或负责人可以撤回稿件。");

/// <summary>Own work.</summary>
public sealed record OwnWork() : Problem("本人参与编写的稿件不能由本人审批。");

/// <summary>One person, two reviews (B2).</summary>
public sealed record TwoReviewsByOnePerson() : Problem("三审须由不同人员分别进行，您已经审过本稿的另一审。")
{
    /// <inheritdoc/>
    public override string? Article => "B2";
}

/// <summary>One person, two levels of answering for an item.</summary>
public sealed record TwoLevelsByOnePerson(string Step)
    : Problem($"您本人或您代签的人已在“{Step}”签署过本稿，同一稿件的各环节须由不同人员签署，请由其他人员办理。");

/// <summary>The form is not complete.</summary>
public sealed record ContentIncomplete(IReadOnlyList<Problem> Missing) : Problem($"还有 {Missing.Count} 处需要补正：{Missing[0].Text}");

/// <summary>Stopping needs the answer it rests on.</summary>
public sealed record NothingToStop() : Problem("只有 B3-1 答“是”且密级未到期时，才能涉密中止。")
{
    /// <inheritdoc/>
    public override string? Article => "B3-1";
}

/// <summary>A file is still on its way.</summary>
public sealed record UploadStillRunning() : Problem("还有文件没有传完，请等待上传完成或取消上传后再送审。");

/// <summary>The password is asked again.</summary>
public sealed record PasswordNeeded() : Problem("签署前请再次输入本人密码。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Field => "Password";
}

/// <summary>A reason is asked for.</summary>
public sealed record ReasonNeeded(string Move) : Problem($"请写明{Move}的理由。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Field => "Text";
}

/// <summary>The step to return to is not an earlier one.</summary>
public sealed record CannotReturnThere() : Problem("只能退回到已经经过的、可以补正的环节。");

/// <summary>Format-only is not possible here.</summary>
public sealed record FormatOnlyNotHere() : Problem("此环节退回后内容有任何改动都须重新审核，不能选“仅改格式、直接送回”。");

/// <summary>It is too late to retract.</summary>
public sealed record TooLateToRetract(string Who) : Problem($"下一环节已由{Who}打开或办理，不能取回，可请对方退回。");

/// <summary>Only the last signer retracts.</summary>
public sealed record NotTheLastSigner() : Problem("只有上一环节的签署人本人可以取回。");

/// <summary>The county chief must choose.</summary>
public sealed record CountyChoiceNeeded() : Problem("请选择：同意在外网发布、仅限内网发布，或不同意发布。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Article => "D11";
}

/// <summary>The county chief chose not to publish: that ends the item.</summary>
public sealed record RefusalEndsTheItem() : Problem("选择“不同意发布”的，请点“不予发布”并写明理由，稿件到此终止。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Article => "D11";
}

/// <summary>No channel is left.</summary>
public sealed record NoChannelLeft() : Problem("按公开属性和县区意见，所选渠道都不能发布，请退回编辑人员改选渠道。");

/// <summary>A question of the step is open.</summary>
public sealed record QuestionOpen(string Question) : Problem($"请选择{Question}。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;
}

/// <summary>A hold is open.</summary>
public sealed record ItemIsHeld(HoldKind Kind) : Problem($"稿件因“{Kind.Name()}”暂停，办结并恢复办理之后才能继续。")
{
    /// <inheritdoc/>
    public override string? Article => Kind.Article();
}

/// <summary>The answers or the finding do not lead to that hold.</summary>
public sealed record HoldNotOffered(HoldKind Kind) : Problem($"只有审查项的回答或者审查结论需要时，才能办理“{Kind.Name()}”。")
{
    /// <inheritdoc/>
    public override string? Article => Kind.Article();
}

/// <summary>One hold at a time.</summary>
public sealed record HoldStandsAlready(HoldKind Kind) : Problem($"稿件已有未办结的“{Kind.Name()}”，办结后才能另行暂停。");

/// <summary>No hold is open.</summary>
public sealed record NothingHeld() : Problem("稿件没有未办结的暂停事由。");

/// <summary>Papers of a hold are missing.</summary>
public sealed record HoldIncomplete(HoldKind Kind, IReadOnlyList<string> Missing)
    : Problem($"“{Kind.Name()}”还缺：{string.Join("、", Missing)}。")
{
    /// <inheritdoc/>
    public override string? Article => Kind.Article();
}

/// <summary>The hold cannot end that way.</summary>
public sealed record OutcomeNotHere(HoldKind Kind) : Problem($"请选择“{Kind.Name()}”的办理结果。");

/// <summary>The files are still those that had to be processed.</summary>
public sealed record StillUnprocessed() : Problem("文件与区分处理之前相同，只有处理后的版本才能重新送审，请更换正文或附件。")
{
    /// <inheritdoc/>
    public override string? Article => "B5";
}

/// <summary>The answer to a referral was that it must not be disclosed.</summary>
public sealed record MayNotBeDisclosed()
    : Problem("答复为不得公开：只能由领导小组办公室作出不予公开的结论、由分管领导确认，或者退回、撤回。")
{
    /// <inheritdoc/>
    public override string? Article => "B6";
}

/// <summary>The office found 不予公开; the deputy confirms or sends it back.</summary>
public sealed record WithholdingToConfirm() : Problem("办公室的结论是不予公开：请点“不予发布”予以确认，或者退回办公室重新审查。")
{
    /// <inheritdoc/>
    public override string? Article => "A9";
}

/// <summary>What is a state secret is not decided here.</summary>
public sealed record StateSecretIsNoGround()
    : Problem("国家秘密不得在本系统处理，不能作为不予公开的理由登记：有密级标志的请涉密中止，不能确定的请报请确定。")
{
    /// <inheritdoc/>
    public override string? Article => "B6";
}

/// <summary>The editor proposes not to disclose; another finding contradicts it (C3).</summary>
public sealed record AttributeSaysWithhold() : Problem("稿件的公开属性是“不予公开”：结论只能是不予公开，或者退回编辑人员改属性。")
{
    /// <inheritdoc/>
    public override string? Article => "C3";
}

/// <summary>Figures that are not final need the deputy's word (D5).</summary>
public sealed record ProvisionalNotConfirmed() : Problem("稿件含非定案数据，请分管领导确认可以发布。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Article => "D5";
}

/// <summary>The receipt is incomplete.</summary>
public sealed record DeliveryIncomplete(string What) : Problem(What)
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Article => "D11";
}

/// <summary>Not everything has come in at the platform.</summary>
public sealed record ReceiptsIncomplete() : Problem("纸质、电子、表单三样没有收齐，不能发布。")
{
    /// <inheritdoc/>
    public override string? Article => "D10";
}

/// <summary>The platform has not said that it matches what is filed.</summary>
public sealed record ArchiveNotMatched() : Problem("请确认发布资料与存档资料一致。")
{
    /// <inheritdoc/>
    public override string? Article => "D3";
}

/// <summary>What is stored is not what was signed.</summary>
public sealed record FingerprintBroken() : Problem("现存内容与签署时的校验码不一致，不得发布，请立即联系审计管理员。");

/// <summary>A file that nobody may read cannot be sent, signed or published.</summary>
/// <param name="Name">Name of the file.</param>
public sealed record FileIsWithdrawn(string Name)
    : Problem($"文件“{Name}”已停止查阅，稿件不能送审、签署或发布；请等公开办确认，或退回编辑人员更换文件。");

/// <summary>A signature is missing.</summary>
public sealed record SignatureMissing(string Step) : Problem($"缺少“{Step}”的有效签署，不得发布。");

/// <summary>A channel that was not allowed.</summary>
public sealed record ChannelNotAllowed(string Channel) : Problem($"“{Channel}”不在批准的发布渠道之内。");

/// <summary>No channel was named.</summary>
public sealed record NoChannelPublished() : Problem("请至少登记一个发布渠道的发布情况。");

/// <summary>Only scans count as papers.</summary>
public sealed record PaperKindWrong() : Problem("审查材料请上传扫描件（PDF、JPG 或 PNG）。");

/// <summary>Too many papers.</summary>
public sealed record TooManyPapers() : Problem($"审查材料最多 {ReviewPapers.Most} 份，请合并后再传。");
