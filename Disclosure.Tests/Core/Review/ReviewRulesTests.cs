using Disclosure.Core.Review;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Review;

/// <summary>Every answer to every criterion and what it leads to, as a table that an official can read.</summary>
public sealed class ReviewRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly Scan Scan = new(new string('a', 64), "批准件.png");
    private static readonly ApprovalPaper Paper = new("市委办公室", "昌办〔2026〕3号", new DateOnly(2026, 10, 1), Scan);
    private static readonly DisclosureException Consent = new()
    {
        Basis = ExceptionBasis.Consent,
        Holder = "某企业",
        Day = new DateOnly(2026, 10, 1),
        Scan = Scan,
    };
    private static readonly DisclosureException Interest = new()
    {
        Basis = ExceptionBasis.PublicInterest,
        Holder = "某企业",
        Reason = "涉及安全生产",
        NoticeNumber = "昌统告〔2026〕1号",
        Day = new DateOnly(2026, 10, 1),
        Scan = Scan,
    };

    private static readonly (string Consequence, Effect Effect, HoldKind[] Opens, Answer Answer)[] Table =
    [
        ("open", Effect.Ask, [], Of("B3-1") with { Yes = null }),
        ("no", Effect.Pass, [], Of("B3-1") with { Yes = false }),
        ("B3-1/ask", Effect.Ask, [], Of("B3-1")),
        (
            "B3-1/ask",
            Effect.Ask,
            [],
            Of("B3-1") with
            {
                Marking = new Marking
                {
                    Level = SecrecyLevel.Secret,
                    Term = MarkingTerm.Years,
                    Years = 5,
                },
            }
        ),
        (
            "B3-1/secret",
            Effect.Stop,
            [],
            Of("B3-1") with
            {
                Marking = new Marking
                {
                    Level = SecrecyLevel.Secret,
                    MarkedOn = new DateOnly(2020, 1, 1),
                    Term = MarkingTerm.Unmarked,
                },
            }
        ),
        (
            "B3-1/expired",
            Effect.Hold,
            [HoldKind.Declassification, HoldKind.Referral],
            Of("B3-1") with
            {
                Marking = new Marking
                {
                    Level = SecrecyLevel.Secret,
                    MarkedOn = new DateOnly(2020, 1, 1),
                    Term = MarkingTerm.Years,
                    Years = 5,
                },
            }
        ),
        ("B3-2/ask", Effect.Ask, [], Of("B3-2")),
        ("B3-2/ask", Effect.Ask, [], Of("B3-2") with { Approved = true, Approval = Paper with { Scan = null } }),
        ("B3-2/ask", Effect.Ask, [], Of("B3-2") with { Approved = true, Approval = Paper, Remark = " " }),
        ("B3-2/approved", Effect.Pass, [], Of("B3-2") with { Approved = true, Approval = Paper }),
        ("B3-2/unapproved", Effect.Return, [HoldKind.Referral, HoldKind.Redaction], Of("B3-2") with { Approved = false }),
        ("B3-3/ask", Effect.Ask, [], Of("B3-3") with { Approved = true }),
        ("B3-3/approved", Effect.Pass, [], Of("B3-3") with { Approved = true, Approval = Paper }),
        ("B3-3/unapproved", Effect.Return, [HoldKind.Referral, HoldKind.Redaction], Of("B3-3") with { Approved = false }),
        ("B3-4/ask", Effect.Ask, [], Of("B3-4")),
        ("B3-4/comment", Effect.Pass, [], Of("B3-4") with { PublicComment = true }),
        ("B3-4/undecided", Effect.Hold, [HoldKind.Postponement, HoldKind.Referral], Of("B3-4") with { PublicComment = false }),
        ("B3-5/ask", Effect.Ask, [], Of("B3-5")),
        (
            "B3-5/respondent",
            Effect.Hold,
            [HoldKind.Redaction],
            Of("B3-5") with
            {
                Reason = OtherReason.Respondent,
                Situation = RespondentSituation.ByAggregate,
            }
        ),
        (
            "B3-5/respondent",
            Effect.Hold,
            [HoldKind.Redaction],
            Of("B3-5") with
            {
                Reason = OtherReason.Respondent,
                Situation = RespondentSituation.Named,
                Exception = Consent,
            }
        ),
        ("B3-5/ask", Effect.Ask, [], Of("B3-5") with { Reason = OtherReason.Privacy }),
        (
            "B3-5/third-party",
            Effect.Return,
            [HoldKind.Redaction, HoldKind.Referral],
            Of("B3-5") with
            {
                Reason = OtherReason.Privacy,
                Exception = new() { Basis = ExceptionBasis.None },
            }
        ),
        ("B3-5/exception", Effect.Pass, [], Of("B3-5") with { Reason = OtherReason.Privacy, Exception = Consent }),
        ("B3-5/ask", Effect.Ask, [], Of("B3-5") with { Reason = OtherReason.Privacy, Exception = Consent with { Scan = null } }),
        ("B3-5/exception", Effect.Pass, [], Of("B3-5") with { Reason = OtherReason.TradeSecret, Exception = Interest }),
        ("B3-5/ask", Effect.Ask, [], Of("B3-5") with { Reason = OtherReason.TradeSecret, Exception = Interest with { NoticeNumber = "" } }),
        ("B3-5/ask", Effect.Ask, [], Of("B3-5") with { Reason = OtherReason.TradeSecret, Exception = Interest with { Reason = "" } }),
        (
            "B3-5/work",
            Effect.Return,
            [HoldKind.Redaction, HoldKind.Referral],
            Of("B3-5") with
            {
                Reason = OtherReason.WorkSecret,
                Exception = Consent,
            }
        ),
        ("B3-5/other", Effect.Return, [HoldKind.Redaction, HoldKind.Referral], Of("B3-5") with { Reason = OtherReason.Other }),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void EveryAnswer_LeadsToItsConsequence(int row)
    {
        var (code, effect, opens, answer) = Table[row];
        var found = ReviewRules.Of(answer, Today);
        Assert.Equal((code, effect), (found.Code, found.Effect));
        Assert.Equal(opens, found.Opens);
    }

    [Fact]
    public void EveryConsequence_IsReachedByTheTable() =>
        Assert.Equal(Criteria.Consequences.Select(c => c.Code).Order(), Table.Select(t => t.Consequence).Distinct().Order());

    [Fact]
    public void EveryConsequence_SaysItsArticleItsLawAndWhatRemains()
    {
        Assert.All(
            Criteria.Consequences,
            c =>
                Assert.True(
                    c.Sentence.EndsWith('。') && c.Law.Length > 0 && Disclosure.Core.Common.Articles.Find(c.Article).Length > 0,
                    c.Code
                )
        );
        Assert.Equal("涉密中止", Criteria.Consequence("B3-1/secret").Ways);
        Assert.Equal("暂停（区分处理）、退回", Criteria.Consequence("B3-5/respondent").Ways);
        Assert.Equal("继续办理、退回", Criteria.Consequence("B3-2/approved").Ways);
    }

    [Theory]
    // Hand-computed: the last day itself is still secret.
    [InlineData(SecrecyLevel.Confidential, "2016-11-02", MarkingTerm.Unmarked, null, null, false)]
    [InlineData(SecrecyLevel.Confidential, "2016-11-01", MarkingTerm.Unmarked, null, null, true)]
    [InlineData(SecrecyLevel.Secret, "2006-11-02", MarkingTerm.Unmarked, null, null, false)]
    [InlineData(SecrecyLevel.Secret, "2006-11-01", MarkingTerm.Unmarked, null, null, true)]
    [InlineData(SecrecyLevel.TopSecret, "1996-11-02", MarkingTerm.Unmarked, null, null, false)]
    [InlineData(SecrecyLevel.TopSecret, "1996-11-01", MarkingTerm.Unmarked, null, null, true)]
    [InlineData(SecrecyLevel.Secret, "2021-11-02", MarkingTerm.Years, 5, null, false)]
    [InlineData(SecrecyLevel.Secret, "2021-11-01", MarkingTerm.Years, 5, null, true)]
    // 29 February plus one year is 28 February.
    [InlineData(SecrecyLevel.Secret, "2024-02-29", MarkingTerm.Years, 1, null, true)]
    [InlineData(SecrecyLevel.Secret, "2000-01-01", MarkingTerm.Years, 0, null, null)]
    [InlineData(SecrecyLevel.Secret, "9990-01-01", MarkingTerm.Years, 30, null, false)]
    [InlineData(SecrecyLevel.Secret, null, MarkingTerm.Unmarked, null, null, null)]
    [InlineData(SecrecyLevel.Secret, null, MarkingTerm.Until, null, "2026-11-02", false)]
    [InlineData(SecrecyLevel.Secret, null, MarkingTerm.Until, null, "2026-11-01", true)]
    [InlineData(null, "1990-01-01", MarkingTerm.Until, null, "2000-01-01", null)]
    [InlineData(SecrecyLevel.Secret, "1990-01-01", null, null, null, null)]
    public void Marking_ComputesWhetherItHasRunOut(
        SecrecyLevel? level,
        string? made,
        MarkingTerm? term,
        int? years,
        string? until,
        bool? expired
    )
    {
        var marking = new Marking
        {
            Level = level,
            MarkedOn = Day(made),
            Term = term,
            Years = years,
            Until = Day(until),
        };
        Assert.Equal(expired, marking.ExpiredOn(Today));
    }

    [Theory]
    [InlineData("", true, null)]
    [InlineData("方案公布", null, null)]
    [InlineData("方案公布", false, false)]
    [InlineData("方案公布", true, true)]
    public void Marking_WithACondition_RunsOutWhenItIsMet(string condition, bool? met, bool? expired) =>
        Assert.Equal(
            expired,
            new Marking
            {
                Level = SecrecyLevel.Secret,
                Term = MarkingTerm.Condition,
                Condition = condition,
                ConditionMet = met,
            }.ExpiredOn(Today)
        );

    [Fact]
    public void WhatStandsInTheWay_ComesInTheOrderOfItsWeight()
    {
        var cleared = new HashSet<(HoldKind, string)>();
        Assert.Null(ReviewRules.InTheWay(Given.AllNo, cleared, "只能退回", Today));
        Assert.Equal(5, Assert.IsType<ChecklistIncomplete>(ReviewRules.InTheWay([], cleared, "只能退回", Today)).Open.Count);
        Assert.IsType<MustStop>(
            ReviewRules.InTheWay(
                [.. Given.StillClassified.Select(a => a.Criterion == "B3-4" ? a with { Yes = null } : a)],
                cleared,
                "只能退回",
                Today
            )
        );
        Assert.Equal(
            new HoldNeeded(HoldKind.Declassification, "B3-1"),
            ReviewRules.InTheWay(Given.Declassifiable, cleared, "只能退回", Today)
        );
        Assert.IsType<ObjectionStands>(
            ReviewRules.InTheWay(
                Given.With("B3-2", a => a with { Yes = true, Remark = "一", Approved = false }),
                cleared,
                "只能退回",
                Today
            )
        );
    }

    [Fact]
    public void AHoldThatEndedWell_ClearsItsOwnQuestionAndNoOther()
    {
        var cleared = new HashSet<(HoldKind, string)>
        {
            (HoldKind.Declassification, "B3-1"),
            (HoldKind.Referral, "B3-5"),
            (HoldKind.Redaction, "B3-5"),
        };
        Assert.Null(ReviewRules.InTheWay(Given.Declassifiable, cleared, "", Today));
        Assert.NotNull(
            ReviewRules.InTheWay(Given.With("B3-4", a => a with { Yes = true, Remark = "一", PublicComment = false }), cleared, "", Today)
        );
        // Neither a reply nor a processed version lets a single respondent pass, nor a third party without its exception.
        Assert.NotNull(
            ReviewRules.InTheWay(
                Given.With(
                    "B3-5",
                    a => a with { Yes = true, Remark = "一", Reason = OtherReason.Respondent, Situation = RespondentSituation.Named }
                ),
                cleared,
                "",
                Today
            )
        );
        Assert.NotNull(
            ReviewRules.InTheWay(
                Given.With(
                    "B3-5",
                    a =>
                        a with
                        {
                            Yes = true,
                            Remark = "一",
                            Reason = OtherReason.Privacy,
                            Exception = new() { Basis = ExceptionBasis.None },
                        }
                ),
                cleared,
                "",
                Today
            )
        );
        Assert.Null(
            ReviewRules.InTheWay(
                Given.With("B3-5", a => a with { Yes = true, Remark = "一", Reason = OtherReason.Other }),
                cleared,
                "",
                Today
            )
        );
    }

    [Fact]
    public void WhatIsAStateSecret_IsNeverDecidedInTheCity()
    {
        Assert.All(
            Enum.GetValues<SecrecyLevel>(),
            l => Assert.DoesNotContain(HoldRules.Addressees(ReferralQuestion.Secrecy, l), a => a.Name.Contains('市'))
        );
        Assert.Equal("国家保密行政管理部门", Assert.Single(HoldRules.Addressees(ReferralQuestion.Secrecy, SecrecyLevel.TopSecret)).Name);
        Assert.Equal("西藏自治区保密行政管理部门", Assert.Single(HoldRules.Addressees(ReferralQuestion.Secrecy, null)).Name);
        Assert.Equal("有关主管部门", HoldRules.Addressees(ReferralQuestion.Disclosure, null)[0].Name);
    }

    [Fact]
    public void GroundsOfA9_RestOnArticles14To16()
    {
        Assert.Equal(["条例§15", "条例§15", "条例§14", "条例§16", "条例§14"], WithholdingGrounds.All.Select(g => g.Law));
        Assert.Equal(Enum.GetValues<Disclosure.Core.Submissions.WithholdingGround>(), WithholdingGrounds.All.Select(g => g.Ground));
    }

    private static Answer Of(string code) =>
        new()
        {
            Criterion = code,
            Question = Criteria.Find(code).Question,
            Yes = true,
            Remark = "见第二段",
        };

    private static DateOnly? Day(string? day) =>
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
