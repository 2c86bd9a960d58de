using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.ItemRows;

namespace Disclosure.Core.Forms;

/// <summary>昌都市统计局县区信息发布审核表 (D11), with the secrecy review sheet as its second page.</summary>
public static class CountyReviewForm
{
    /// <summary>Name of the form; it says 审核, not 审批.</summary>
    public const string Name = "昌都市统计局县区信息发布审核表";

    /// <summary>The sheet for a record; an option the form does not have throws ArgumentException.</summary>
    public static FormSheet Sheet(CountyReviewRecord record) =>
        new()
        {
            Name = Name,
            Number = record.Number,
            PrintLine = record.Print.Line,
            Status = record.Print.Status,
            QrText = record.Print.QrText(record.Number),
            Pages = [Front(record), SecrecyReviewForm.Page(record.Number, record.Item, record.Review)],
        };

    private static FormPage Front(CountyReviewRecord record) =>
        new()
        {
            Title = Name,
            HeadLeft = [new Words("编号："), Fill(record.Number, 40)],
            HeadRight = [new Words("收件日期："), .. Day(record.ReceivedOn)],
            ColumnsMm = ItemRows.ColumnsMm,
            Rows = [.. About(record), .. Signing(record.Steps), Remarks(record.Item)],
            NotesMm = 6,
            Notes =
            [
                "注：县区统计部门主要负责人是县区上传发布稿件的直接责任人，需对稿件的文责和数据的准确性负责，"
                    + "并对是否在外网发布作出明确的意见。市局专业科室和分管领导只负责审核稿件是否有发布价值并确定是否发布。",
            ],
            Qr = QrPlace.Head,
        };

    private static IEnumerable<FormRow> About(CountyReviewRecord record)
    {
        var item = record.Item;
        var unit = record.UnitCode.Length > 0 ? $"{item.Unit}（{record.UnitCode}）" : item.Unit;
        yield return Wide(9, "稿件标题", Text(item.Title));
        yield return new(8, [.. Field("报送单位\n（代码）", unit), .. Field("市局对口\n专业科室", record.MatchingSection)]);
        yield return new(8, [.. Field("编辑人员/电话", EditorAndTelephone(item)), .. Field("署名作者", item.Authors)]);
        yield return Wide(
            8,
            "报送方式",
            Line(Choices(FormWording.Deliveries, record.Deliveries, option => option == "传真" ? [new Words("（附签字页）")] : []))
        );
        yield return Wide(12, "信息类别", Kind(item));
        yield return Wide(9, "公开属性\n发布渠道", Attribute(item), Line(Channels(item)));
        yield return Wide(
            9,
            "数据性质\n送审材料",
            Line(DataStatus(item)),
            Line([new Words("纸质"), Count(item.PaperCopies), new Words("份"), Space, new Words("校验码 "), Fill(record.Print.Digits, 34)])
        );
    }
}
