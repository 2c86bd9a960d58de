using Disclosure.Core.Approval;

namespace Disclosure.Web.Components.Approval;

/// <summary>常用意见: sentences to begin an opinion or a reason with; what is signed is what stands in the field in the end.</summary>
public static class CommonOpinions
{
    private static readonly string[] Returning =
    [
        "数据与报表不一致，请核对后重报。",
        "文字表述需要修改，见附件标注。",
        "附件不全，请补齐。",
        "请补充数据来源和口径说明。",
        "发布渠道选择不当，请改选。",
        "格式不符合要求，请按公文格式调整。",
    ];

    /// <summary>What whoever confirms the finding 不予公开 begins with.</summary>
    public const string Withholding = "同意办公室结论，不予公开。";

    private static readonly string[] Declining = ["内容与已发布信息重复，不予发布。", "不具备公开条件，不予发布。", "时效已过，不予发布。"];

    /// <summary>Sentences that fit the step and the move.</summary>
    public static IReadOnlyList<string> For(RouteStep step, MoveKind kind) =>
        kind switch
        {
            MoveKind.Return => Returning,
            MoveKind.Decline when step.ConfirmsWithholding => [.. Declining, Withholding],
            MoveKind.Decline => Declining,
            MoveKind.Withdraw => ["数据需要修订，撤回后重报。", "内容有误，撤回。"],
            _ => step.Opinions,
        };
}
