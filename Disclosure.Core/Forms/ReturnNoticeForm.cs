using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.ItemRows;

namespace Disclosure.Core.Forms;

/// <summary>What the 退稿通知 is filled from; all defaults give the blank form.</summary>
public sealed record ReturnNoticeRecord
{
    /// <summary>The blank form.</summary>
    public static readonly ReturnNoticeRecord Blank = new();

    /// <summary>Number of the item.</summary>
    public string Number { get; init; } = "";

    /// <summary>Title of the item.</summary>
    public string Title { get; init; } = "";

    /// <summary>Unit it goes back to.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Editor it goes back to.</summary>
    public string Editor { get; init; } = "";

    /// <summary>Step that returned it.</summary>
    public string Step { get; init; } = "";

    /// <summary>Step it goes back to.</summary>
    public string ToStep { get; init; } = "";

    /// <summary>Round that ended with the return, from 1; null for the pen.</summary>
    public int? Round { get; init; }

    /// <summary>Moment of the return, 「2026-11-23 14:32」.</summary>
    public string At { get; init; } = "";

    /// <summary>True when only its format is to be mended; null leaves both boxes open.</summary>
    public bool? FormatOnly { get; init; }

    /// <summary>Reason or opinion.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is to be mended beyond the reason, such as criteria answered 是; empty leaves room for the pen.</summary>
    public string ToMend { get; init; } = "";

    /// <summary>What happens after the mending.</summary>
    public string After { get; init; } = "";

    /// <summary>Day until which it is to be sent in again; null where there is no limit.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who returned it, for the signature.</summary>
    public SignatureBox Signature { get; init; } = SignatureBox.Empty;
}

/// <summary>退稿通知: what was returned, by whom and why, and what is to be mended.</summary>
public static class ReturnNoticeForm
{
    /// <summary>Name of the form.</summary>
    public const string Name = "退稿通知";

    /// <summary>The form for a record.</summary>
    public static FormSheet Sheet(ReturnNoticeRecord r) =>
        new()
        {
            Name = Name,
            Number = r.Number,
            Pages =
            [
                new FormPage
                {
                    Title = Name,
                    HeadLeft = [new Words("审批（审核）表编号："), Fill(r.Number, 40)],
                    HeadRight = r.Round is { } round ? [new Words($"第{round}轮")] : [new Words("第"), new Gap(8), new Words("轮")],
                    ColumnsMm = ColumnsMm,
                    Rows = [.. Rows(r)],
                    NotesMm = 9,
                    Notes = ["注：退回理由随稿件保存；修改后在系统中重新送审，原已打印的表单作废。"],
                },
            ],
        };

    private static IEnumerable<FormRow> Rows(ReturnNoticeRecord r)
    {
        yield return Wide(13, "信息标题", Text(r.Title));
        yield return new(10, [.. Field("送审单位", r.Unit), .. Field("编辑人员", r.Editor)]);
        yield return new(10, [.. Field("退回环节", r.Step), .. Field("退回到", r.ToStep)]);
        yield return new(10, [.. Field("退回时间", r.At), new LabelCell(1, "修改时限"), new ValueCell(1, "修改时限", [new(Limit(r))])]);
        yield return Wide(10, "退回类型", Line([.. YesNo(r.FormatOnly, "仅需修改格式", "需修改内容")]));
        yield return Wide(62, "退回理由\n（意见）", Text(r.Reason));
        yield return Wide(29, "须修改事项", Text(r.ToMend));
        yield return Wide(14, "修改以后", Text(r.After));
        yield return Signing(34, "退回环节\n签字", r.Signature, "退回须说明理由；修改后按流程重新送审");
    }

    // A notice that was filled in without a day has no limit; a blank one has room for it.
    private static IReadOnlyList<FormPiece> Limit(ReturnNoticeRecord r) =>
        r.Until is null && r.Step.Length > 0 ? [new Entered("未规定")] : Day(r.Until);
}
