using Disclosure.Core.Review;

namespace Disclosure.Web.Components.Holds;

/// <summary>Sentences to begin from when a hold is opened or ended; what is kept is what stands in the field in the end.</summary>
public static class HoldWords
{
    /// <summary>Why, as far as the answers tell.</summary>
    public static string Reason(HoldKind kind, string criterion, IReadOnlyList<Answer> answers)
    {
        var from = criterion.Length > 0 ? $"审查项 {criterion} {Criteria.Find(criterion).Name}答“是”" : "经办公室保密复核";
        return kind switch
        {
            HoldKind.Declassification => $"{from}，保密期限已满，须办理解密手续后再行公开。",
            HoldKind.Postponement => $"{from}，所涉事项尚未决定，暂缓公开，决定后再行办理。",
            HoldKind.Referral => $"{from}，不能确定是否可以公开，报请有权机关确定。",
            _ => $"{from}，含有{string.Join("、", Matters(criterion, answers).Select(m => m.Name()).DefaultIfEmpty("不宜公开的内容"))}，"
                + $"须区分处理。",
        };
    }

    /// <summary>What is to be taken out, as far as the answers tell.</summary>
    public static IReadOnlyList<RedactedMatter> Matters(string criterion, IReadOnlyList<Answer> answers) =>
        answers.FirstOrDefault(a => a.Criterion == criterion) switch
        {
            { Reason: OtherReason.Respondent } => [RedactedMatter.Respondent],
            { Reason: OtherReason.TradeSecret } => [RedactedMatter.TradeSecret],
            { Reason: OtherReason.Privacy } => [RedactedMatter.Privacy],
            { Yes: true } => [RedactedMatter.Other],
            _ => [],
        };

    /// <summary>Sentences for the words to an end.</summary>
    public static IReadOnlyList<string> Ending(HoldKind kind, HoldOutcome? outcome) =>
        (kind, outcome) switch
        {
            (HoldKind.Declassification, HoldOutcome.Cleared) => ["已办理解密手续，解密文件已登记，可以继续办理。"],
            (HoldKind.Postponement, HoldOutcome.Cleared) => ["所涉事项已经决定，可以公开。"],
            (HoldKind.Referral, HoldOutcome.Cleared) => ["答复可以公开，继续办理。"],
            (HoldKind.Referral, HoldOutcome.Classified) => ["答复属于国家秘密，立即清除，转纸质涉密渠道。"],
            (_, HoldOutcome.InPart) => ["部分内容可以公开，区分处理后重新送审。"],
            (_, HoldOutcome.Withheld) => ["经研究，不得公开。"],
            (_, HoldOutcome.Referred) => ["本局不能确定，报请有权机关确定。"],
            _ => [],
        };
}
