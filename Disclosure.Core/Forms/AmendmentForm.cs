using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.ItemRows;

namespace Disclosure.Core.Forms;

/// <summary>
/// 昌都市统计局已公开信息变更审批表: correction, revision and take-down under the same signatures as publishing; the secrecy review sheet
/// on the back.
/// </summary>
public static class AmendmentForm
{
    /// <summary>Name of the form.</summary>
    public const string Name = "昌都市统计局已公开信息变更审批表";

    /// <summary>The sheet for a record; an option the form does not have throws ArgumentException.</summary>
    public static FormSheet Sheet(AmendmentRecord record) =>
        new()
        {
            Name = Name,
            Number = record.Number,
            PrintLine = record.Print.Line,
            Status = record.Print.Status,
            QrText = record.Print.QrText(record.Number),
            Pages = [Front(record), SecrecyReviewForm.Page(record.Number, record.Item, record.Review)],
        };

    private static FormPage Front(AmendmentRecord record) =>
        new()
        {
            Title = Name,
            HeadLeft = [new Words("编号："), Fill(record.Number, 40)],
            HeadRight = [new Words("填表日期："), .. Day(record.FilledOn)],
            ColumnsMm = ItemRows.ColumnsMm,
            Rows = [.. About(record), .. Signing(record.Steps)],
            NotesMm = 18,
            Notes =
            [
                "注：1. 更正、数据修订、下线与发布同样审签；原信息、网址和发布时间保留备查，不得覆盖。",
                "2. 数据修订须写明依据。3. 泄密紧急下线先行撤下，随即补办本表。4. 县区稿件由县（区）统计局局长签字。",
            ],
            Qr = QrPlace.Notes,
        };

    private static IEnumerable<FormRow> About(AmendmentRecord record)
    {
        var item = record.Item;
        yield return Wide(9, "原信息标题", Text(record.OriginalTitle));
        yield return new(7, [.. Field("原编号", record.OriginalNumber), .. Field("原索引号", record.OriginalIndex)]);
        yield return new(
            7,
            [
                new LabelCell(1, "原发布日期"),
                new ValueCell(1, "原发布日期", [new(Day(record.PublishedOn))]),
                .. Field("申报单位", item.Unit),
            ]
        );
        yield return Wide(
            10,
            "变更类型",
            Line([
                .. Choice(
                    FormWording.Amendments,
                    record.Kind,
                    option =>
                        option == "下线"
                            ?
                            [
                                new Words("（"),
                                .. Choice(FormWording.TakeDownGrounds, record.Kind == option ? record.Ground : ""),
                                new Words("）"),
                            ]
                            : []
                ),
            ])
        );
        yield return Wide(10, "变更原因", Text(record.Reason));
        yield return Wide(13, "原表述与\n现表述", Text(record.Changes));
        yield return Wide(7, "修订依据", Text(record.Basis));
        yield return Wide(9, "发布渠道", Line(Channels(item)));
        yield return new(
            7,
            [
                .. Field("编辑人员/电话", EditorAndTelephone(item)),
                new LabelCell(1, "校验码"),
                new ValueCell(1, "校验码", [Line([Fill(record.Print.Digits, 34)])]),
            ]
        );
    }
}
