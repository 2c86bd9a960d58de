using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.ItemRows;

namespace Disclosure.Core.Forms;

/// <summary>解密登记表 (B4): what was classified, who has declassified it and by which paper.</summary>
public static class DeclassificationForm
{
    /// <summary>Name of the form.</summary>
    public const string Name = "解密登记表";

    /// <summary>The form for a record.</summary>
    public static FormSheet Sheet(DeclassificationRecord record) =>
        new()
        {
            Name = Name,
            Number = record.ItemNumber,
            Pages =
            [
                new FormPage
                {
                    Title = Name,
                    HeadLeft = [new Words("审批（审核）表编号："), Fill(record.ItemNumber, 40)],
                    HeadRight = [new Words("登记日期："), .. Day(record.FilledOn)],
                    ColumnsMm = ColumnsMm,
                    Rows = [.. Rows(record)],
                    NotesMm = 9,
                    Notes =
                    [
                        "注：保密期限已满、拟公开的信息，经保密审查确认并办理解密手续后方可公开。本表不填写涉密内容，"
                            + "解密文件的扫描件随稿存档。",
                    ],
                },
            ],
        };

    private static IEnumerable<FormRow> Rows(DeclassificationRecord record)
    {
        yield return Wide(12, "信息标题", Text(record.Title));
        yield return Wide(10, "报送单位", Text(record.Unit));
        yield return new(10, [.. Field("原密级", record.FormerLevel), .. Dated("定密日期", record.MadeOn)]);
        yield return new(10, [.. Dated("期满日期", record.ExpiredOn), .. Dated("解密日期", record.Day)]);
        yield return Wide(12, "解密决定机关", Text(record.Body));
        yield return Wide(10, "解密文号", Text(record.Number));
        yield return Wide(28, "登记事由", Text(record.Reason));
        yield return Signing(32, "登记人", SignatureBox.Empty, "登记的机关、文号和日期与解密文件一致");
        yield return Signing(40, "领导小组\n办公室\n审核意见", SignatureBox.Empty, "经保密审查，确认能够公开");
        yield return Wide(28, "办结情况", Text(record.Outcome));
    }

    private static IReadOnlyList<FormCell> Dated(string label, DateOnly? day) =>
        [new LabelCell(1, label), new ValueCell(1, label, [new(FormPieces.Day(day))])];
}
