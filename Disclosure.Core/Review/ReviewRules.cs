using Disclosure.Core.Common;

namespace Disclosure.Core.Review;

/// <summary>What the answers lead to: the page asks it the moment something is ticked, the judge asks it before anything moves.</summary>
public static class ReviewRules
{
    /// <summary>What one answer leads to.</summary>
    /// <param name="answer">The answer as filled in so far.</param>
    /// <param name="today">The bureau's day, for markings that run out.</param>
    public static Consequence Of(Answer answer, DateOnly today) =>
        Criteria.Consequence(
            (answer, answer.Criterion) switch
            {
                ({ Yes: null }, _) => "open",
                ({ Yes: false }, _) => "no",
                (_, Criteria.Marked) => answer.Marking?.ExpiredOn(today) switch
                {
                    null => "B3-1/ask",
                    false => "B3-1/secret",
                    true => "B3-1/expired",
                },
                (_, Criteria.Sensitive or Criteria.Internal) => $"{answer.Criterion}/"
                    + $"{(answer.Approved == false ? "unapproved" : Missing(answer, today).Count > 0 ? "ask" : "approved")}",
                (_, Criteria.Undecided) => answer.PublicComment switch
                {
                    null => "B3-4/ask",
                    true => "B3-4/comment",
                    false => "B3-4/undecided",
                },
                ({ Reason: null }, _) => "B3-5/ask",
                ({ Reason: OtherReason.Respondent }, _) => "B3-5/respondent",
                ({ Reason: OtherReason.WorkSecret }, _) => "B3-5/work",
                ({ Reason: OtherReason.Other }, _) => "B3-5/other",
                ({ Exception.Basis: null } or { Exception: null }, _) => "B3-5/ask",
                ({ Exception.Basis: ExceptionBasis.None }, _) => "B3-5/third-party",
                _ => Missing(answer, today).Count > 0 ? "B3-5/ask" : "B3-5/exception",
            }
        );

    /// <summary>Names of what must still be filled in; empty when the answer is whole.</summary>
    public static IReadOnlyList<string> Missing(Answer answer, DateOnly today) =>
        answer switch
        {
            { Yes: null } => ["是或否"],
            { Yes: false } => [],
            _ => [.. Asked(answer, today).Where(f => !f.Filled).Select(f => f.Name)],
        };

    /// <summary>Codes not yet answered, or answered 是 without what that asks for.</summary>
    public static IReadOnlyList<string> Open(IReadOnlyList<Answer> answers, DateOnly today) =>
        [
            .. Criteria
                .All.Where(c => answers.FirstOrDefault(a => a.Criterion == c.Code) is not { } answer || Missing(answer, today).Count > 0)
                .Select(c => c.Code),
        ];

    /// <summary>True when a marking is there whose period has not run out: everything stops (保密法 art. 31).</summary>
    public static bool ClassifiedStill(IReadOnlyList<Answer> answers, DateOnly today) =>
        answers.Any(a => a.Criterion == Criteria.Marked && Of(a, today).Effect == Effect.Stop);

    /// <summary>Holds that the answers let open, the most usual first.</summary>
    public static IReadOnlyList<(HoldKind Kind, string Criterion)> Opens(IReadOnlyList<Answer> answers, DateOnly today) =>
        [
            .. answers
                .SelectMany(a => Of(a, today).Opens.Select((kind, place) => (Kind: kind, a.Criterion, Place: place)))
                .OrderBy(o => o.Place)
                .Select(o => (o.Kind, o.Criterion)),
        ];

    /// <summary>The first thing in the answers that keeps the item from going on, or null.</summary>
    /// <param name="answers">The five answers of the tier.</param>
    /// <param name="cleared">Holds that have ended well for the very files that are here now.</param>
    /// <param name="instead">What is left to do, in words.</param>
    /// <param name="today">The bureau's day.</param>
    public static Problem? InTheWay(
        IReadOnlyList<Answer> answers,
        IReadOnlySet<(HoldKind Kind, string Criterion)> cleared,
        string instead,
        DateOnly today
    )
    {
        if (ClassifiedStill(answers, today))
        {
            return new MustStop();
        }
        if (Open(answers, today) is [_, ..] open)
        {
            return new ChecklistIncomplete(open);
        }
        var standing = answers
            .Select(a => (a.Criterion, What: Of(a, today)))
            .Where(c => c.What.Effect != Effect.Pass && !c.What.ClearedBy.Any(k => cleared.Contains((k, c.Criterion))))
            .ToList();
        return standing switch
        {
            [] => null,
            _ when standing.Find(c => c.What.Effect == Effect.Hold) is { Criterion: not null } hold => new HoldNeeded(
                hold.What.Opens[0],
                hold.Criterion
            ),
            _ => new ObjectionStands([.. standing.Select(c => c.Criterion)], instead),
        };
    }

    private static IEnumerable<(string Name, bool Filled)> Asked(Answer a, DateOnly today)
    {
        switch (a.Criterion)
        {
            case Criteria.Marked:
                return [("密级、制发日期和保密期限", a.Marking?.ExpiredOn(today) is not null)];
            case Criteria.Sensitive or Criteria.Internal:
                return [Remark(a), ("是否已经批准", a.Approved is not null), .. a.Approved == true ? Paper(a.Approval ?? new()) : []];
            case Criteria.Undecided:
                return [Remark(a), ("是否属于征求公众意见", a.PublicComment is not null)];
            default:
                return [Remark(a), ("情形", a.Reason is not null), .. OfReason(a)];
        }
    }

    private static IEnumerable<(string Name, bool Filled)> Paper(ApprovalPaper p) =>
        [("批准机关", Said(p.Body)), ("批准文号", Said(p.Number)), ("批准日期", p.Day is not null), ("批准件扫描件", p.Scan is not null)];

    private static IEnumerable<(string Name, bool Filled)> OfReason(Answer a) =>
        (a.Reason, a.Exception?.Basis) switch
        {
            (OtherReason.Respondent, _) => [("属于三种情形中的哪一种", a.Situation is not null)],
            (OtherReason.TradeSecret or OtherReason.Privacy, null) => [("是否按例外办理", false)],
            (OtherReason.TradeSecret or OtherReason.Privacy, ExceptionBasis.Consent) =>
            [
                ("权利人", Said(a.Exception!.Holder)),
                ("同意日期", a.Exception.Day is not null),
                ("同意书扫描件", a.Exception.Scan is not null),
            ],
            (OtherReason.TradeSecret or OtherReason.Privacy, ExceptionBasis.PublicInterest) =>
            [
                ("公共利益的理由", Said(a.Exception!.Reason)),
                ("第三方", Said(a.Exception.Holder)),
                ("告知书文号", Said(a.Exception.NoticeNumber)),
                ("告知日期", a.Exception.Day is not null),
                ("告知书扫描件", a.Exception.Scan is not null),
            ],
            _ => [],
        };

    private static (string Name, bool Filled) Remark(Answer a) => ("说明", Said(a.Remark));

    private static bool Said(string text) => !string.IsNullOrWhiteSpace(text);
}
