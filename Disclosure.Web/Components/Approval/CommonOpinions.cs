using Disclosure.Core.Approval;

namespace Disclosure.Web.Components.Approval;

/// <summary>常用意见: sentences to begin an opinion or a reason with; what is signed is what stands in the field in the end.</summary>
public static class CommonOpinions
{
    private static readonly string[] Returning =
    [
        "数据与报表不一致，请核对后重报。", "文字表述需要修改，见附件标注。", "附件不全，请补齐。", "请补充数据来源和口径说明。",
        "发布渠道选择不当，请改选。", "格式不符合要求，请按公文格式调整。",
    ];

    private static readonly string[] Declining = ["内容与已发布信息重复，不予发布。", "不具备公开条件，不予发布。", "时效已过，不予发布。"];

    /// <summary>Sentences that fit the step and the move.</summary>
    public static IReadOnlyList<string> For(string step, MoveKind kind) => (step, kind) switch
    {
        (_, MoveKind.Return) => Returning,
        ("deputy" or "director", MoveKind.Decline) => [.. Declining, "同意办公室结论，不予公开。"],
        (_, MoveKind.Decline) => Declining,
        (_, MoveKind.Withdraw) => ["数据需要修订，撤回后重报。", "内容有误，撤回。"],
        ("county-chief", _) => ["数据属实，同意报送。", "文责、数据已核，同意报送。"],
        ("receipt", _) => ["已签收，页数相符。"],
        ("section", _) => ["经复审，数据真实准确，建议发布。", "数据与报表一致，同意。"],
        ("office", _) => ["经复核，不涉及国家秘密和单个统计调查对象资料，应予公开。", "经复核，同意公开。"],
        ("deputy", _) => ["同意发布。", "同意，请按程序发布。"],
        ("director", _) => ["同意发布。", "同意。"],
        _ => ["同意。"],
    };
}
