using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>What the box of a step says above its opinion; an option that the form does not have throws ArgumentException.</summary>
public static class BoxLines
{
    /// <summary>The office's finding and its basis (B2).</summary>
    /// <param name="finding">One of <see cref="FormWording.Findings"/>, or empty.</param>
    /// <param name="basis">Legal or written basis, or empty.</param>
    public static FormLine Finding(string finding, string basis) =>
        Line([.. Choice(FormWording.Findings, finding), Space, new Words("依据："), Fill(basis, 16, "保密复核依据")]);

    /// <summary>The county's word (D11).</summary>
    /// <param name="choice">One of <see cref="FormWording.ChiefChoices"/>, or empty.</param>
    public static FormLine CountyChoice(string choice) => Line(Choice(FormWording.ChiefChoices, choice));

    /// <summary>发布价值 and 建议 (D11); null leaves both boxes open.</summary>
    public static FormLine Worth(bool? worth, bool? advised) =>
        Line([new Words("发布价值："), .. YesNo(worth, "有", "无"), new Words("；"), Space, .. YesNo(advised, "建议发布", "建议不发布")]);

    /// <summary>确定发布 or 不予发布; null leaves both boxes open.</summary>
    public static FormLine Decision(bool? decided) => Line(YesNo(decided, "确定发布", "不予发布"));

    /// <summary>The five answers in one line (五项审查).</summary>
    public static FormLine Answers(ReviewAnswers answers) =>
        Line([
            new Words("五项审查"),
            .. SecrecyReviewForm.Criteria.SelectMany(
                (criterion, i) => (IEnumerable<FormPiece>)[new Words($"  {i + 1} "), .. YesNo(answers.To(criterion.Code)?.Yes)]
            ),
        ]);

    /// <summary>Publication (D3, D10).</summary>
    /// <param name="matches">与存档资料一致.</param>
    /// <param name="at">UTC moment of publication, or null.</param>
    /// <param name="address">Address, ISBN or printing of what was published.</param>
    public static FormLine Publication(bool matches, DateTime? at, string address) =>
        Line([
            new Tick("与存档资料一致", matches),
            Space,
            new Words("发布时间："),
            .. Day(at is { } moment ? Common.BureauTime.Day(moment) : null),
            Space,
            new Words("网址："),
            Fill(address, 28, "网址"),
        ]);
}
