using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.LetterPieces;

namespace Disclosure.Core.Forms;

/// <summary>报请确定函 (B6): asks who may decide whether something is a state secret, or whether it may be disclosed.</summary>
public static class ReferralLetter
{
    /// <summary>Name of the letter.</summary>
    public const string Name = "报请确定函";

    /// <summary>What may be asked.</summary>
    public static readonly IReadOnlyList<string> Questions = ["是否属于国家秘密、属于何种密级", "是否可以公开"];

    private static readonly string[] Laws = ["《中华人民共和国保守国家秘密法》第二十五条", "《中华人民共和国政府信息公开条例》第十七条"];

    /// <summary>The letter for a record; a question it does not know throws ArgumentException.</summary>
    public static FormSheet Sheet(ReferralLetterRecord record) =>
        new()
        {
            Name = Name,
            Number = record.ItemNumber,
            Pages = [Page("关于报请确定政府信息公开事项的函", record, [.. Body(record)], Seal(record), Contact())],
        };

    private static IEnumerable<FormLine> Body(ReferralLetterRecord record)
    {
        var place = record.Question.Length == 0 ? -1 : Questions.ToList().IndexOf(record.Question);
        if (place < 0 && record.Question.Length > 0)
        {
            throw new ArgumentException($"The letter has no question 「{record.Question}」.", nameof(record));
        }

        yield return Address(record);
        yield return Paragraph([
            new Words("我局在办理拟公开信息"),
            .. Named(record),
            new Words("的保密审查中，对其中有关内容"),
            .. Asked(place),
            new Words("不能确定。"),
        ]);
        yield return Paragraph([
            new Words("依据"),
            place < 0 ? new Gap(90) : new Words(Laws[place]),
            new Words("的规定，现报请贵机关确定。"),
        ]);
        if (record.DraftedLevel.Length > 0)
        {
            yield return Paragraph(
                new Words("我局已按《保守国家秘密法实施条例》第二十五条先行拟定密级："),
                new Entered(record.DraftedLevel),
                new Words("，并采取相应的保密措施。")
            );
        }

        yield return Paragraph(new Words("有关材料按照保密规定另行报送，不随本函附送。收到书面答复之前，该信息暂停办理、不予公开。"));
        yield return Paragraph(new Words("请予书面答复，并注明本函文号。"));
    }

    private static IReadOnlyList<FormPiece> Asked(int place) => place < 0 ? Choices(Questions, []) : [new Words(Questions[place])];

    private static FormRow Contact() =>
        new(
            12,
            Running(
                "联系人",
                [new FormLine([new Words("　　（联系人："), new Gap(30), new Words("　电话："), new Gap(36), new Words("）")], 14)]
            )
        );
}
