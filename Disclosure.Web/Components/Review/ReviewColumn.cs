using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Review;

/// <summary>One reviewer's five answers, as a column of the comparison.</summary>
/// <param name="Head">Who reviews, and which of the three reviews it is.</param>
/// <param name="By">Who signed; empty while nobody has.</param>
/// <param name="At">UTC of signing, or null while nobody has.</param>
/// <param name="On">The bureau's day as of which the answers are told.</param>
/// <param name="Answers">The five answers; empty while nobody has signed.</param>
/// <param name="Carried">「沿用第1轮」 where they were given in an earlier round; otherwise empty.</param>
public sealed record ReviewColumn(string Head, string By, DateTime? At, DateOnly On, IReadOnlyList<Answer> Answers, string Carried = "")
{
    /// <summary>
    /// The reviewers whose answers count now, one column a step; the step at which the reader answers is left to the reader's own column.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="own">The reader's unsigned answers, or null when the reader is not asked.</param>
    /// <param name="today">The bureau's day.</param>
    public static IReadOnlyList<ReviewColumn> Standing(ItemView item, IReadOnlyList<Answer>? own, DateOnly today) =>
        [
            .. Reviews(item)
                .Where(s => own is null || s.Code != item.Step.Code)
                .Select(s =>
                    Of(
                        s,
                        item.Signatures.LastOrDefault(x => x.Step == s.Code && x.Tier is not null && (x.Standing || Ended(item, x))),
                        today
                    )
                ),
            .. own is null ? [] : new[] { new ReviewColumn(HeadOf(item.Step), "您，未签署", null, today, own) },
        ];

    /// <summary>The reviewers of rounds that a return or a processed version has set aside, newest round first.</summary>
    public static IReadOnlyList<(int Round, IReadOnlyList<ReviewColumn> Columns)> Earlier(ItemView item) =>
        [
            .. item
                .Signatures.Where(s => s.Tier is not null && !s.Standing && s.Round < item.Round)
                .GroupBy(s => s.Round)
                .OrderByDescending(g => g.Key)
                .Select(g =>
                    (
                        g.Key,
                        (IReadOnlyList<ReviewColumn>)
                            [
                                .. Reviews(item)
                                    .Where(r => g.Any(s => s.Step == r.Code))
                                    .Select(r => Of(r, g.Last(s => s.Step == r.Code), default)),
                            ]
                    )
                ),
        ];

    /// <summary>The answer to one criterion, or null.</summary>
    public Answer? To(string criterion) => Answers.FirstOrDefault(a => a.Criterion == criterion);

    /// <summary>「编辑自审」: who reviews at that step, and which review it is.</summary>
    public static string HeadOf(RouteStep step) => (step.ReviewBox?.Short ?? step.Short) + step.Review?.Name();

    private static IEnumerable<RouteStep> Reviews(ItemView item) => item.Route.Steps.Where(s => s.Review is not null);

    private static ReviewColumn Of(RouteStep step, SignatureView? signed, DateOnly today) =>
        signed is null
            ? new(HeadOf(step), "", null, today, [])
            : new(HeadOf(step), signed.Name, signed.At, BureauTime.Day(signed.At), signed.Answers, signed.Carried);

    // Whoever stopped or holds the item has answered, though nothing stands by it.
    private static bool Ended(ItemView item, SignatureView s) =>
        s.Round == item.Round
        && (
            (s.Kind == MoveKind.Stop && item.State == ItemState.Stopped)
            || (s.Kind == MoveKind.Hold && item.State == ItemState.Held && s.Step == item.Step.Code)
        );
}
