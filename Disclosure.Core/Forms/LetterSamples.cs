namespace Disclosure.Core.Forms;

/// <summary>Invented records for trying the letters.</summary>
public static class LetterSamples
{
    private const string Title = "昌都市2025年重点企业能源消费情况";
    private const string ItemNumber = "昌统发审〔2026〕15号";

    /// <summary>Whether something is a state secret.</summary>
    public static ReferralLetterRecord Referral { get; } =
        new()
        {
            To = "西藏自治区保密行政管理部门",
            Title = Title,
            ItemNumber = ItemNumber,
            Number = "昌统函〔2026〕8号",
            Day = new(2026, 4, 10),
            Question = ReferralLetter.Questions[0],
            DraftedLevel = "秘密",
        };

    /// <summary>Whether a trade secret may go out.</summary>
    public static ConsentLetterRecord Consent { get; } =
        new()
        {
            To = "某水泥有限公司",
            Title = Title,
            ItemNumber = ItemNumber,
            Number = "昌统函〔2026〕9号",
            Day = new(2026, 4, 10),
            About = ConsentLetter.Matters[0],
        };

    /// <summary>A period that has run out.</summary>
    public static DeclassificationRecord Declassification { get; } =
        new()
        {
            ItemNumber = ItemNumber,
            Title = "昌都地区2010年能源统计资料",
            Unit = "工业能源科",
            FormerLevel = "秘密",
            MadeOn = new(2010, 5, 6),
            ExpiredOn = new(2020, 5, 6),
            Body = "原定密机关",
            Number = "解密〔2026〕3号",
            Day = new(2026, 4, 8),
            Reason = "审查项 B3-1 密级标志答“是”，保密期限已满，须办理解密手续后再行公开。",
            Outcome = "可以公开，继续办理。已办理解密手续，解密文件已登记。",
            FilledOn = new(2026, 4, 9),
        };
}
