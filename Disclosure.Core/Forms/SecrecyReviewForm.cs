using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>政府信息公开保密审查表 (B1–B5): the five criteria of B3 with the answers of 自审, 送审 and 终审.</summary>
public static class SecrecyReviewForm
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "政府信息公开保密审查表";

    /// <summary>The criteria as the blank form asks them, B3-1 to B3-5.</summary>
    public static readonly IReadOnlyList<ReviewCriterion> Criteria =
    [
        new(
            "B3-1",
            "是否标有密级（秘密、机密、绝密）；标有的，保密期限是否期满",
            [
                new Words("密级"),
                new Gap(14),
                new Words("标注日期"),
                new Gap(20),
                new Words("保密期限"),
                new Gap(16),
                Space,
                new Tick("已期满", false),
                Space,
                new Tick("未期满", false),
            ]
        ),
        new(
            "B3-2",
            "是否有未经批准，涉及国家安全、社会政治和经济稳定等的敏感信息",
            [new Words("批准机关"), new Gap(32), new Words("文号"), new Gap(28), new Words("批准日期"), new Gap(18)]
        ),
        new(
            "B3-3",
            "是否有未经批准，标注“内部文件（资料）”和“注意保存”（保管、保密）等警示字样的信息",
            [new Words("批准机关"), new Gap(32), new Words("文号"), new Gap(28), new Words("批准日期"), new Gap(18)]
        ),
        new(
            "B3-4",
            "是否属于尚未决定的事项",
            [new Tick("属于征求公众意见，可以公开", false), Space, new Tick("暂缓公开，待决定后再行办理", false)]
        ),
        new(
            "B3-5",
            "是否存在不宜公开的其他情形",
            [
                new Tick("单个统计调查对象资料", false),
                Space,
                new Tick("商业秘密", false),
                Space,
                new Tick("个人隐私", false),
                Space,
                new Tick("工作秘密", false),
                Space,
                new Tick("其他", false),
                new Gap(18),
            ]
        ),
    ];

    // The reviewers share what code and question leave of the page.
    private const double ReviewersMm = 74;

    /// <summary>The sheet alone, where an item is reviewed without the form of its route.</summary>
    public static FormSheet Sheet(SecrecyReviewSheetRecord record) =>
        new()
        {
            Name = Name,
            Number = record.Number,
            PrintLine = record.Print.Line,
            Status = record.Print.Status,
            QrText = record.Print.QrText(record.Number),
            Pages = [Page(record.Number, record.Item, record.Review) with { Qr = QrPlace.Head }],
        };

    /// <summary>The sheet's page, back of the city's form and second page of the counties'.</summary>
    public static FormPage Page(string number, FormItem item, SecrecyReviewRecord review) =>
        new()
        {
            Title = Name,
            HeadLeft = [new Words("审批（审核）表编号："), Fill(number, 40)],
            ColumnsMm = [14, 68, .. review.Reviewers.Select(_ => ReviewersMm / review.Reviewers.Count)],
            Rows = [.. Head(item, review), .. review.Criteria.SelectMany(c => Asked(c, review)), .. Concluded(review)],
            NotesMm = 6,
            Notes = ["注：谁发布、谁审查、谁负责。答“是”的须填写说明并附依据；标有密级且未期满的，立即停止办理，转涉密文件纸质流程。"],
        };

    private static IEnumerable<FormRow> Head(FormItem item, SecrecyReviewRecord review)
    {
        var reviewers = review.Reviewers.Count;
        yield return new(9, new LabelCell(1, "信息\n标题"), new ValueCell(1 + reviewers, "信息标题", Text(item.Title)));
        yield return new(
            8,
            new LabelCell(1, "单位"),
            new ValueCell(1, "单位", Text(item.Unit)),
            new LabelCell(1, "编辑\n人员"),
            new ValueCell(reviewers - 1, "编辑人员", Text(item.Editor))
        );
        yield return new(
            10,
            [new LabelCell(1, "条款"), new LabelCell(1, "审查内容"), .. review.Reviewers.Select(r => new LabelCell(1, r.Column))]
        );
    }

    private static IEnumerable<FormRow> Asked(ReviewCriterion criterion, SecrecyReviewRecord review)
    {
        yield return new(
            11,
            [
                new LabelCell(1, criterion.Code),
                new ValueCell(1, $"{criterion.Code} 审查内容", [Line(new Words(criterion.Question))]),
                .. review.Reviewers.Select(r => new ValueCell(
                    1,
                    criterion.Code,
                    [Line(YesNo(r.By.To(criterion.Code)?.Yes))],
                    Centred: true
                )),
            ]
        );
        yield return new(
            9,
            new LabelCell(1, "说明"),
            new ValueCell(1 + review.Reviewers.Count, $"{criterion.Code} 说明", [Line(FollowUp(criterion, review))])
        );
    }

    /// <summary>What the reviewers filled in; the form's own blanks while an answer is still open; 「无」 when all said 否.</summary>
    private static IReadOnlyList<FormPiece> FollowUp(ReviewCriterion criterion, SecrecyReviewRecord review)
    {
        var answers = review.Reviewers.Select(r => (r.Name, Answer: r.By.To(criterion.Code))).ToList();
        // Later reviewers mostly take over what the editor filled in; said once, it stays legible.
        var said = string.Join(
            "。",
            answers
                .Where(a => a.Answer is { FollowUp.Length: > 0 })
                .GroupBy(a => a.Answer!.FollowUp)
                .Select(g => $"{string.Join("、", g.Select(a => a.Name))}：{g.Key}")
        );
        return said.Length > 0 ? [new Entered(said)]
            : answers.All(a => a.Answer is { Yes: false }) ? [new Entered("无")]
            : criterion.FollowUp;
    }

    private static IEnumerable<FormRow> Concluded(SecrecyReviewRecord review) =>
        review.Reviewers.Select(r => new FormRow(
            17,
            new LabelCell(1, r.Label),
            new SigningCell(1 + review.Reviewers.Count, r.Conclusion, [], r.By.Conclusion, r.Statement)
        ));
}
