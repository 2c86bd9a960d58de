using System.Globalization;

namespace Disclosure.Core.Review;

/// <summary>An answer in words; timeline, comparison and printed sheet say the same.</summary>
public static class AnswerWords
{
    /// <summary>What was filled in, with the remark; empty when there is nothing to say besides 是 or 否.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="signedOn">The bureau's day of signing: whether a marking had run out is said as of that day.</param>
    public static string Say(Answer answer, DateOnly signedOn) =>
        Join("；", Particulars(answer, signedOn), answer.Remark.Trim().TrimEnd('。'));

    /// <summary>What was filled in besides the remark.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="signedOn">As in <see cref="Say"/>.</param>
    public static string Particulars(Answer answer, DateOnly signedOn) =>
        answer switch
        {
            { Yes: not true } => "",
            { Criterion: Criteria.Marked } => answer.Marking is { } marking ? Of(marking, signedOn) : "",
            { Criterion: Criteria.Sensitive or Criteria.Internal } => answer.Approved switch
            {
                true => Join("，", "已经批准", Of(answer.Approval ?? new())),
                false => "未经批准",
                null => "",
            },
            { Criterion: Criteria.Undecided } => answer.PublicComment switch
            {
                true => "属于公开征求公众意见",
                false => "不属于公开征求公众意见",
                null => "",
            },
            _ => Join(
                "，",
                answer.Reason?.Name() ?? "",
                answer.Reason switch
                {
                    OtherReason.Respondent => answer.Situation?.Name() ?? "",
                    OtherReason.TradeSecret or OtherReason.Privacy when answer.Exception is { Basis: { } basis } exception => Of(
                        basis,
                        exception
                    ),
                    _ => "",
                }
            ),
        };

    /// <summary>A marking: level, day, period, and whether it had run out.</summary>
    public static string Of(Marking marking, DateOnly today) =>
        Join(
            "，",
            marking.Level?.Name() ?? "",
            marking.MarkedOn is { } made ? $"{Day(made)}制发" : "",
            marking switch
            {
                { Term: MarkingTerm.Condition } => $"解密条件：{marking.Condition.Trim()}",
                { Term: MarkingTerm.Years, Years: { } years } => $"保密期限 {years} 年",
                { Term: MarkingTerm.Unmarked } => "未标期限（按最长期限）",
                _ => "",
            },
            Ends(marking, today)
        );

    /// <summary>「保密期限至 2020-05-06，已满」; empty while something is missing.</summary>
    public static string Ends(Marking marking, DateOnly today) =>
        (marking.LastDay, marking.ExpiredOn(today)) switch
        {
            ({ } last, { } over) => $"保密期限至 {Day(last)}，{(over ? "已满" : "未满")}",
            ({ } last, null) => $"保密期限至 {Day(last)}",
            (null, { } met) => met ? "条件已具备，视为期满" : "条件未具备，期限未满",
            _ => "",
        };

    private static string Of(ApprovalPaper paper) => Join("，", paper.Body.Trim(), Join(" ", paper.Number.Trim(), Day(paper.Day)));

    private static string Of(ExceptionBasis basis, DisclosureException e) =>
        basis switch
        {
            ExceptionBasis.Consent => Join("，", basis.Name(), $"权利人：{e.Holder.Trim()}", Day(e.Day)),
            ExceptionBasis.PublicInterest => Join(
                "，",
                basis.Name(),
                $"理由：{e.Reason.Trim()}",
                $"第三方：{e.Holder.Trim()}",
                Join(" ", $"告知书：{e.NoticeNumber.Trim()}", Day(e.Day))
            ),
            _ => basis.Name(),
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Join(string between, params IEnumerable<string> words) => string.Join(between, words.Where(w => w.Length > 0));
}
