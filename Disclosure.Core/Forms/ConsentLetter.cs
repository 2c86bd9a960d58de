using static Disclosure.Core.Forms.FormPieces;
using static Disclosure.Core.Forms.LetterPieces;

namespace Disclosure.Core.Forms;

/// <summary>
/// 征求权利人意见函 (B7): asks the holder of a trade secret or the person concerned, with the slip that comes back signed.
/// </summary>
public static class ConsentLetter
{
    /// <summary>Name of the letter.</summary>
    public const string Name = "征求权利人意见函";

    /// <summary>What may be concerned; never a state secret, for which there is no consent (条例 art. 14, 15).</summary>
    public static readonly IReadOnlyList<string> Matters = ["商业秘密", "个人隐私"];

    /// <summary>The letter for a record; a matter it does not know throws ArgumentException.</summary>
    public static FormSheet Sheet(ConsentLetterRecord record) =>
        new()
        {
            Name = Name,
            Number = record.ItemNumber,
            Pages = [Page("关于征求政府信息公开意见的函", record, [.. Body(record)], Seal(record), Slip(record))],
        };

    private static IEnumerable<FormLine> Body(ConsentLetterRecord record)
    {
        yield return Address(record);
        yield return Paragraph([
            new Words("我局拟公开的政府信息"),
            .. Named(record),
            new Words("涉及你（单位）的"),
            .. About(record),
            new Words("。"),
        ]);
        yield return Paragraph(
            new Words("依据《中华人民共和国政府信息公开条例》第十五条，现征求你（单位）意见。请于"),
            new Gap(14),
            new Words("年"),
            new Gap(8),
            new Words("月"),
            new Gap(8),
            new Words("日前填写下面的回执，签名（盖章）后送回我局；没有收到书面同意的，我局依照条例决定是否公开。")
        );
        yield return Paragraph(new Words("联系人："), new Gap(32), new Words("　电话："), new Gap(40));
    }

    private static IReadOnlyList<FormPiece> About(ConsentLetterRecord record) =>
        record.About switch
        {
            "" => Choices(Matters, []),
            var about when Matters.Contains(about) => [new Words(about)],
            var other => throw new ArgumentException($"The letter knows nothing of 「{other}」.", nameof(record)),
        };

    private static FormRow Slip(ConsentLetterRecord record) =>
        new(
            66,
            Running(
                "回执",
                [
                    new FormLine([new Words("………………………………………………………………………………………………………")], 10.5),
                    Plain(new Gap(66, Ruled: false), new Words("回　执")),
                    new FormLine([.. Named(record)], 14),
                    new FormLine(
                        [new Tick("同意公开", false), Space, Space, new Tick("不同意公开", false), new Words("，理由："), new Gap(78)],
                        14
                    ),
                    new FormLine([new Words("权利人签名（盖章）："), new Gap(44), Space, .. Day(null)], 14),
                ]
            )
        );
}
