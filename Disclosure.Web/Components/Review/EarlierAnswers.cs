using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;

namespace Disclosure.Web.Components.Review;

/// <summary>What one earlier reviewer answered, for showing beside each question.</summary>
/// <param name="Where">Short name of the step.</param>
/// <param name="Review">What to call the review: its name, or who held it where that is the reader's own review too.</param>
/// <param name="Name">Who signed.</param>
/// <param name="On">The bureau's day of signing.</param>
/// <param name="Answers">The five answers.</param>
public sealed record EarlierAnswers(string Where, string Review, string Name, DateOnly On, IReadOnlyList<Answer> Answers)
{
    /// <summary>
    /// The answers before the present step that still count, in the order in which they were given; the judge compares with the same.
    /// </summary>
    public static IReadOnlyList<EarlierAnswers> Of(ItemView item) =>
        [
            .. item
                .Signatures.Where(s => s.Standing && s.Tier is not null && item.Route.PlaceOf(s.Step) < item.Route.PlaceOf(item.Step.Code))
                .Select(s => new EarlierAnswers(
                    item.Route.Step(s.Step).Short,
                    s.Tier == item.Step.Review ? ReviewColumn.HeadOf(item.Route.Step(s.Step)) : s.Tier!.Value.Name(),
                    s.Name,
                    BureauTime.Day(s.At),
                    s.Answers
                )),
        ];

    /// <summary>Names of the reviews that answered otherwise; empty when none did.</summary>
    /// <param name="earlier">Earlier reviewers.</param>
    /// <param name="criterion">Code of the criterion.</param>
    /// <param name="said">The answer now.</param>
    public static string Otherwise(IEnumerable<EarlierAnswers> earlier, string criterion, bool said) =>
        string.Join("、", earlier.Where(e => e.To(criterion)?.Yes == !said).Select(e => e.Review).Distinct());

    /// <summary>The answer to one criterion, or null.</summary>
    public Answer? To(string criterion) => Answers.FirstOrDefault(a => a.Criterion == criterion);

    /// <summary>What was said besides 是 or 否, with a comma before it; empty when nothing was.</summary>
    public string Words(Answer answer) => AnswerWords.Say(answer, On) is { Length: > 0 } words ? $"，{words}" : "";
}
