using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.ItemRows;

namespace Disclosure.Core.Forms;

/// <summary>昌都市统计局县区信息发布审核表 (D11), with the secrecy review sheet as its second page.</summary>
public static class CountyReviewForm
{
    /// <summary>Name of the form; it says 审核, not 审批.</summary>
    public const string Name = "昌都市统计局县区信息发布审核表";

    /// <summary>The sheet for a record; an option the form does not have throws ArgumentException.</summary>
    public static FormSheet Sheet(CountyReviewRecord record) => new()
    {
        Name = Name,
        Number = record.Number,
        PrintLine = record.Print.Line,
        Status = record.Print.Status,
        QrText = record.Print.QrText(record.Number),
        Pages = [Front(record), SecrecyReviewForm.Page(record.Number, record.Item, record.Review)],
    };

    private static FormPage Front(CountyReviewRecord record) => new()
    {
        Title = Name,
        HeadLeft = [new Words("编号："), Fill(record.Number, 40)],
        HeadRight = [new Words("收件日期："), .. Day(record.ReceivedOn)],
        ColumnsMm = ItemRows.ColumnsMm,
        Rows = [.. About(record), .. County(record), .. City(record), Platform(record.Platform), Remarks(record.Item)],
        NotesMm = 6,
        Notes =
        [
            "注：县区统计部门主要负责人是县区上传发布稿件的直接责任人，需对稿件的文责和数据的准确性负责，并对是否在外网发布作出明确的意见。市局专业科室和分管领导只负责审核稿件是否有发布价值并确定是否发布。",
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
        yield return Wide(8, "报送方式", Line(Choices(FormWording.Deliveries, record.Deliveries, option =>
            option == "传真" ? [new Words("（附签字页）")] : [])));
        yield return Wide(12, "信息类别", Kind(item));
        yield return Wide(9, "公开属性\n发布渠道", Attribute(item), Line(Channels(item)));
        yield return Wide(9, "数据性质\n送审材料",
            Line(DataStatus(item)),
            Line([new Words("纸质"), Count(item.PaperCopies), new Words("份"), Space, new Words("校验码 "), Fill(record.Print.Digits, 34)]));
    }

    private static IEnumerable<FormRow> County(CountyReviewRecord record)
    {
        var answers = SecrecyReviewForm.Criteria.SelectMany((criterion, i) => (IEnumerable<FormPiece>)
            [new Words($"  {i + 1} "), .. YesNo(record.Review.Editor.To(criterion.Code)?.Yes)]);
        yield return Signing(18, "编辑人员\n自查", record.Editor, "自查；署名文章的文责由署名者个人负责", lines:
            Line([new Words("五项审查"), .. answers]));
        yield return Signing(22, "县（区）\n统计局局长\n审核签字", record.Chief, "对稿件的文责和数据的准确性负责", "签名（公章）",
            Line(Choice(FormWording.ChiefChoices, record.ChiefChoice)));
    }

    private static IEnumerable<FormRow> City(CountyReviewRecord record)
    {
        yield return Signing(18, "专业科室\n复审", record.Section, "负责审核稿件是否有发布价值", lines: Line(
            [new Words("发布价值："), .. YesNo(record.WorthPublishing, "有", "无"), new Words("；"), Space, .. YesNo(record.Advised, "建议发布", "建议不发布")]));
        yield return Office(16, "办公室\n保密复核", record.Office);
        yield return Signing(18, "分管领导\n审核", record.Deputy, "对稿件的保密性、安全性、政策性负审核把关的领导责任", lines:
            Line(YesNo(record.Decided, "确定发布", "不予发布")));
        yield return Signing(14, "主要领导意见\n（重大稿件）", record.Director, "对新闻发布稿等重大稿件负整体把关的领导责任");
    }
}
