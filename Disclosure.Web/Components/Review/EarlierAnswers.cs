using Disclosure.Core.Approval;
using Disclosure.Core.Review;

namespace Disclosure.Web.Components.Review;

/// <summary>What one earlier reviewer answered, for showing beside each question.</summary>
/// <param name="Where">Short name of the step.</param>
/// <param name="Name">Who signed.</param>
public sealed record EarlierAnswers(string Where, string Name, IReadOnlyList<Answer> Answers)
{
    /// <summary>The answers that still count, in the order in which they were given.</summary>
    public static IReadOnlyList<EarlierAnswers> Of(ItemView item) =>
    [
        .. item.Signatures.Where(s => s.Standing && s.Answers.Count > 0)
            .Select(s => new EarlierAnswers(item.Route.Step(s.Step).Short, s.Name, s.Answers)),
    ];

    /// <summary>The answer to one criterion, or null.</summary>
    public Answer? To(string criterion) => Answers.FirstOrDefault(a => a.Criterion == criterion);
}
