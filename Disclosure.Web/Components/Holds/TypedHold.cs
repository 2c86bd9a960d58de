using Disclosure.Core.Review;

namespace Disclosure.Web.Components.Holds;

/// <summary>A hold as it is being opened: which one, why, and what its kind asks for at once. Kept with what else is typed.</summary>
public sealed class TypedHold
{
    /// <summary>Which hold, or null while none is chosen.</summary>
    public HoldKind? Kind { get; set; }

    /// <summary>Criterion it answers to; empty when it comes from the office's finding.</summary>
    public string Criterion { get; set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What is done meanwhile (A10).</summary>
    public string Measures { get; set; } = "";

    /// <summary>What is to be taken out (B5).</summary>
    public IReadOnlyList<RedactedMatter> Matters { get; set; } = [];

    /// <summary>Chooses one; words that somebody typed stay, the sentence of another hold goes.</summary>
    public void Choose(HoldKind kind, string criterion, IReadOnlyList<Answer> answers)
    {
        if ((Kind, Criterion) == (kind, criterion))
        {
            return;
        }
        if (Reason.Length == 0 || (Kind is { } before && Reason == HoldWords.Reason(before, Criterion, answers)))
        {
            Reason = HoldWords.Reason(kind, criterion, answers);
        }
        (Kind, Criterion, Matters) = (kind, criterion, HoldWords.Matters(criterion, answers));
    }

    /// <summary>What is entered on opening it; of a marking that has run out, the answer knows the most.</summary>
    public HoldPapers Papers(IReadOnlyList<Answer> answers) =>
        Kind switch
        {
            HoldKind.Declassification when answers.FirstOrDefault(a => a.Criterion == Criterion)?.Marking is { } marking => new()
            {
                FormerLevel = marking.Level,
                MadeOn = marking.MarkedOn,
                ExpiredOn = marking.LastDay,
            },
            HoldKind.Postponement => new() { Measures = Measures.Trim() },
            HoldKind.Redaction => new() { Matters = Matters },
            _ => new(),
        };

    /// <summary>True when opening it takes files out of the store for good (B5).</summary>
    public bool TakesOriginals() => Kind == HoldKind.Redaction && Matters.Contains(RedactedMatter.StateSecret);
}
