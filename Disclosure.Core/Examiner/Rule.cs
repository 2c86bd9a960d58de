using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>What a rule says of itself. Codes are permanent and never used again for something else.</summary>
/// <param name="Code">M-… markings and words, P-… people and organisations, T-… tables, H-… what hides in files.</param>
/// <param name="Name">A few characters for lists.</param>
/// <param name="Criterion">B3-1…B3-5, D2, D5.</param>
/// <param name="Severity">Usual severity; a rule may lower it for a single finding.</param>
/// <param name="What">One Chinese sentence: what it looks for.</param>
/// <param name="Why">One Chinese sentence: why that matters, with the article it rests on.</param>
/// <param name="Action">One Chinese sentence: what to do about it.</param>
public sealed record RuleFacts(string Code, string Name, string Criterion, Severity Severity, string What, string Why, string Action)
{
    /// <summary>Question of the checklist it is shown beside: D2 beside B3-5, D5 beside B3-4, the others beside their own.</summary>
    public string Beside =>
        Criterion switch
        {
            "D2" => "B3-5",
            "D5" => "B3-4",
            var own => own,
        };

    /// <summary>A finding of this rule.</summary>
    public Finding Found(Place place, string excerpt, Confidence confidence, string why, params IReadOnlyList<TextSpan> sensitive) =>
        new()
        {
            Rule = Code,
            Criterion = Criterion,
            Severity = Severity,
            Confidence = confidence,
            Place = place,
            Excerpt = excerpt,
            Sensitive = sensitive,
            Why = why,
            Action = Action,
        };
}
