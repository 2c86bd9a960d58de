using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.ItemRows;

namespace Disclosure.Core.Forms;

/// <summary>昌都市统计局信息发布审批表 (D10): front, and the secrecy review sheet on the back.</summary>
public static class ReleaseApprovalForm
{
    /// <summary>Name of the form.</summary>
    public const string Name = "昌都市统计局信息发布审批表";

    /// <summary>The sheet for a record; an option the form does not have throws ArgumentException.</summary>
    public static FormSheet Sheet(ReleaseApprovalRecord record) =>
        new()
        {
            Name = Name,
            Number = record.Number,
            PrintLine = record.Print.Line,
            Status = record.Print.Status,
            QrText = record.Print.QrText(record.Number),
            Pages = [Front(record), SecrecyReviewForm.Page(record.Number, record.Item, record.Review)],
        };

    private static FormPage Front(ReleaseApprovalRecord record) =>
        new()
        {
            Title = Name,
            HeadLeft = [new Words("编号："), Fill(record.Number, 40)],
            HeadRight = [new Words("填表日期："), .. Day(record.FilledOn)],
            ColumnsMm = ItemRows.ColumnsMm,
            Rows = [.. About(record), .. Signing(record.Steps), Remarks(record.Item)],
            // The row of the notes takes 9 mm; the rest of the band lets the QR code stand 18 mm high, which a telephone still reads from
            // paper.
            NotesMm = 18,
            Notes =
            [
                "注：1. 本表由申报科室（中心）填写，随发布文稿纸质版和电子版一并送审；一稿一表，背面为保密审查表。",
                "2. 签字用黑色墨水笔；打印后内容有改动的，原表作废，须重新打印。3. 重大稿件须经主要领导签字。",
            ],
            Qr = QrPlace.Notes,
        };

    private static IEnumerable<FormRow> About(ReleaseApprovalRecord record)
    {
        var item = record.Item;
        yield return Wide(9, "信息标题", Text(item.Title));
        yield return new(8, [.. Field("申报科室\n（中心）", item.Unit), .. Field("编辑人员/电话", EditorAndTelephone(item))]);
        yield return new(
            8,
            [
                .. Field("署名作者（文责\n由署名者负责）", item.Authors),
                new LabelCell(1, "信息形成日期"),
                new ValueCell(1, "信息形成日期", [new(Day(item.FormedOn))]),
            ]
        );
        yield return Wide(14, "信息类别", Kind(item));
        yield return Wide(9, "公开属性", Attribute(item));
        yield return Wide(12, "发布渠道", Line([.. Channels(item), Space, new Words("拟发布时间："), .. Day(item.IntendedOn)]));
        yield return new(
            8,
            new LabelCell(1, "数据性质"),
            new ValueCell(2, "数据性质", [Line(DataStatus(item))]),
            new ValueCell(1, "重大稿件", [Line([new Words("重大稿件："), .. YesNo(item.Major)])])
        );
        yield return Wide(
            10,
            "送审材料",
            Line([
                new Words("纸质"),
                Count(item.PaperCopies),
                new Words("份"),
                Count(item.PaperPages),
                new Words("页；电子"),
                Count(item.ElectronicFiles),
                new Words("件；附件"),
                Count(item.Attachments),
                new Words("件；校验码 "),
                Fill(record.Print.Digits, 34),
            ])
        );
    }
}
