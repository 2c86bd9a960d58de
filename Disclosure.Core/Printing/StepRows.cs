using Disclosure.Core.Approval;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Printing;

/// <summary>What fills the box of a step; all defaults leave it for the pen.</summary>
internal sealed record FilledBox
{
    /// <summary>The signature.</summary>
    public SignatureBox Signature { get; init; } = SignatureBox.Empty;

    /// <summary>Answers of the review that lies on the step.</summary>
    public IReadOnlyList<ReviewAnswer> Answers { get; init; } = [];

    /// <summary>One of <see cref="FormWording.Findings"/>, or empty.</summary>
    public string Finding { get; init; } = "";

    /// <summary>Basis of the finding.</summary>
    public string Basis { get; init; } = "";

    /// <summary>One of <see cref="FormWording.ChiefChoices"/>, or empty.</summary>
    public string CountyChoice { get; init; } = "";

    /// <summary>发布价值 有/无.</summary>
    public bool? Worth { get; init; }

    /// <summary>建议发布/建议不发布.</summary>
    public bool? Advised { get; init; }

    /// <summary>确定发布/不予发布.</summary>
    public bool? Decided { get; init; }

    /// <summary>与存档资料一致.</summary>
    public bool MatchesArchive { get; init; }

    /// <summary>UTC moment of publication.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>Where it was published.</summary>
    public string Address { get; init; } = "";
}

/// <summary>Lays the steps of a route onto the rows of the printed forms.</summary>
internal static class StepRows
{
    /// <summary>Rows of the route's own form.</summary>
    /// <param name="fill">What fills the box of a step.</param>
    public static IReadOnlyList<SigningRow> Of(Route route, Func<RouteStep, FilledBox> fill) => Rows(route, s => s.Box, fill);

    /// <summary>Rows of the form for changing published information.</summary>
    /// <param name="fill">What fills the box of a step.</param>
    public static IReadOnlyList<SigningRow> OfChange(Route route, Func<RouteStep, FilledBox> fill) => Rows(route, s => s.ChangeBox, fill);

    /// <summary>Columns of the secrecy review sheet.</summary>
    /// <param name="fill">What fills the box of a step.</param>
    public static SecrecyReviewRecord Review(Route route, Func<RouteStep, FilledBox> fill) =>
        new()
        {
            Reviewers =
            [
                .. from step in route.Steps
                where step.ReviewBox is not null
                let box = step.ReviewBox
                let filled = fill(step)
                select new Reviewer(step.Code, box.Reviewer, box.Column, box.Label, box.Conclusion, box.Statement)
                {
                    By = new ReviewAnswers { Answers = filled.Answers, Conclusion = filled.Signature },
                },
            ],
        };

    private static List<SigningRow> Rows(Route route, Func<RouteStep, StepBox?> boxOf, Func<RouteStep, FilledBox> fill) =>
        [
            .. from step in route.Steps
            where boxOf(step) is not null
            let box = boxOf(step)
            let filled = fill(step)
            select new SigningRow(step.Code, box.HeightMm, box.Label, box.Responsibility)
            {
                SignatureWord = box.SignatureWord,
                Lines = Line(box.Line, filled) is { } line ? [line] : [],
                Signature = filled.Signature,
            },
        ];

    private static FormLine? Line(BoxLine what, FilledBox filled) =>
        what switch
        {
            BoxLine.Answers => BoxLines.Answers(new ReviewAnswers { Answers = filled.Answers }),
            BoxLine.CountyChoice => BoxLines.CountyChoice(filled.CountyChoice),
            BoxLine.Worth => BoxLines.Worth(filled.Worth, filled.Advised),
            BoxLine.Finding => BoxLines.Finding(filled.Finding, filled.Basis),
            BoxLine.Decision => BoxLines.Decision(filled.Decided),
            BoxLine.Publication => BoxLines.Publication(filled.MatchesArchive, filled.PublishedAt, filled.Address),
            _ => null,
        };
}
