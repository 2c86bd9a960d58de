using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Review;

namespace Disclosure.Core.Evidence;

/// <summary>Findings as the rules look at them.</summary>
/// <param name="IsReady">True when every file and all of them together are examined.</param>
/// <param name="Facts">Severity, question beside which a finding stands, and the step's word: true for 属实, null for none.</param>
public sealed record EvidenceState(bool IsReady, IReadOnlyList<(Severity Severity, string Beside, bool? Word)> Facts);

/// <summary>
/// What evidence asks of whoever signs: a word on everything grave, and no answer that contradicts it. It never answers a question itself.
/// </summary>
public static class EvidenceRules
{
    /// <summary>The first thing that stands in the way, or null; asked by the judge and by the page.</summary>
    /// <param name="facts">Severity, question beside which it stands, and the step's word: true for 属实, null for none.</param>
    /// <param name="answers">Answers of the step.</param>
    public static Problem? InTheWay(IReadOnlyList<(Severity Severity, string Beside, bool? Word)> facts, IReadOnlyList<Answer> answers)
    {
        var grave = facts.Where(f => f.Severity == Severity.A).ToList();
        if (grave.Count(f => f.Word is null) is > 0 and var unanswered)
        {
            return new EvidenceUnanswered(unanswered);
        }
        var contradicted = grave
            .Where(f => f.Word == true)
            .Select(f => f.Beside)
            .Distinct()
            .FirstOrDefault(b => answers.Any(a => a.Criterion == b && a.Yes == false));
        return contradicted is null
            ? null
            : new EvidenceContradicts(Criteria.All.ToList().FindIndex(c => c.Code == contradicted) + 1, contradicted);
    }
}
