namespace Disclosure.Core.Forms;

/// <summary>What the secrecy review sheet is filled from (B2, B3): the criteria as asked and what each reviewer answered.</summary>
public sealed record SecrecyReviewRecord
{
    /// <summary>The five criteria as asked, B3-1 to B3-5 in order.</summary>
    public IReadOnlyList<ReviewCriterion> Criteria { get; init; } = SecrecyReviewForm.Criteria;

    /// <summary>Those who review, in the order of the route.</summary>
    public IReadOnlyList<Reviewer> Reviewers { get; init; } = [];
}

/// <summary>One reviewer on the sheet.</summary>
/// <param name="Key">Code of the step.</param>
/// <param name="Name">Who it is, in a sentence.</param>
/// <param name="Column">Head of the column; \n breaks the line.</param>
/// <param name="Label">Label of the row with the conclusion.</param>
/// <param name="Conclusion">Name of that row.</param>
/// <param name="Statement">What is stated by signing.</param>
public sealed record Reviewer(string Key, string Name, string Column, string Label, string Conclusion, string Statement)
{
    /// <summary>The answers and the signature.</summary>
    public ReviewAnswers By { get; init; } = ReviewAnswers.Empty;
}

/// <summary>What the review sheet is filled from where it stands alone; with reviewers and nothing else it is the blank form.</summary>
public sealed record SecrecyReviewSheetRecord
{
    /// <summary>Number of the item's own form.</summary>
    public string Number { get; init; } = "";

    /// <summary>The item.</summary>
    public FormItem Item { get; init; } = FormItem.Empty;

    /// <summary>The answers.</summary>
    public SecrecyReviewRecord Review { get; init; } = new();

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}

/// <summary>One criterion as asked.</summary>
/// <param name="Code">Permanent code, B3-1 to B3-5.</param>
/// <param name="Question">The question of which 是 is the answer that needs more.</param>
/// <param name="FollowUp">What 是 asks for, as printed on a blank form.</param>
public sealed record ReviewCriterion(string Code, string Question, IReadOnlyList<FormPiece> FollowUp);

/// <summary>What one reviewer answered and signed.</summary>
public sealed record ReviewAnswers
{
    /// <summary>Nothing answered yet.</summary>
    public static readonly ReviewAnswers Empty = new();

    /// <summary>Answers by code; a criterion without one leaves both boxes open.</summary>
    public IReadOnlyList<ReviewAnswer> Answers { get; init; } = [];

    /// <summary>Conclusion in the signature's opinion, with name and day.</summary>
    public SignatureBox Conclusion { get; init; } = SignatureBox.Empty;

    /// <summary>The answer to a criterion, or null.</summary>
    public ReviewAnswer? To(string code) => Answers.SingleOrDefault(a => a.Code == code);
}

/// <summary>One answer.</summary>
/// <param name="Code">B3-1 to B3-5.</param>
/// <param name="Yes">是, or 否.</param>
/// <param name="FollowUp">What was filled in because of 是; empty otherwise.</param>
public sealed record ReviewAnswer(string Code, bool Yes, string FollowUp = "");
