namespace Disclosure.Core.Forms;

/// <summary>
/// What a letter is written from. It names title and number of the item, never its content; all defaults give the blank letter.
/// </summary>
public abstract record LetterRecord
{
    /// <summary>Full name of the bureau, over the day and under the seal.</summary>
    public string Bureau { get; init; } = "昌都市统计局";

    /// <summary>To whom; empty leaves room for the pen.</summary>
    public string To { get; init; } = "";

    /// <summary>Title of the item.</summary>
    public string Title { get; init; } = "";

    /// <summary>Number of the item, 「昌统发审〔2026〕12号」.</summary>
    public string ItemNumber { get; init; } = "";

    /// <summary>Number of the letter.</summary>
    public string Number { get; init; } = "";

    /// <summary>Day of the letter.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>What the 报请确定函 is written from (B6).</summary>
public sealed record ReferralLetterRecord : LetterRecord
{
    /// <summary>The blank letter.</summary>
    public static readonly ReferralLetterRecord Blank = new();

    /// <summary>One of <see cref="ReferralLetter.Questions"/>, or empty.</summary>
    public string Question { get; init; } = "";

    /// <summary>拟定密级, or empty when none was drafted.</summary>
    public string DraftedLevel { get; init; } = "";
}

/// <summary>What the 征求权利人意见函 is written from (B7).</summary>
public sealed record ConsentLetterRecord : LetterRecord
{
    /// <summary>The blank letter.</summary>
    public static readonly ConsentLetterRecord Blank = new();

    /// <summary>One of <see cref="ConsentLetter.Matters"/>, or empty.</summary>
    public string About { get; init; } = "";
}

/// <summary>What the 解密登记表 is filled from (B4).</summary>
public sealed record DeclassificationRecord
{
    /// <summary>The blank form.</summary>
    public static readonly DeclassificationRecord Blank = new();

    /// <summary>Number of the item.</summary>
    public string ItemNumber { get; init; } = "";

    /// <summary>Title of the item.</summary>
    public string Title { get; init; } = "";

    /// <summary>Submitting unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>原密级.</summary>
    public string FormerLevel { get; init; } = "";

    /// <summary>定密日期.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>期满日期.</summary>
    public DateOnly? ExpiredOn { get; init; }

    /// <summary>解密决定机关.</summary>
    public string Body { get; init; } = "";

    /// <summary>解密文号.</summary>
    public string Number { get; init; } = "";

    /// <summary>解密日期.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Why it was held.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How it ended, in words; empty while open.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Day it was registered.</summary>
    public DateOnly? FilledOn { get; init; }
}
