using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Tests.Core.Ledgers;

/// <summary>The counting alone, on moves written down here and a calendar with a local holiday.</summary>
public sealed class SecrecyLedgerTests
{
    private static readonly LedgerMonth March = new(2026, 3);

    // The 4th and 5th are days off here and nowhere else; the 7th, a Saturday, is worked.
    private static readonly StepLimits BuiltIn = new(new Dictionary<(string, string), int>());
    private static readonly StepClock Local = new(
        new WorkCalendar([
            new CalendarYear(2026, new HashSet<DateOnly> { new(2026, 3, 4), new(2026, 3, 5) }, new HashSet<DateOnly> { new(2026, 3, 7) }),
        ]),
        BuiltIn
    );

    [Theory]
    [InlineData(9, 2, false)] // 3, 6, 7 worked: the limit of two working days ends on the 6th
    [InlineData(6, 2, false)]
    [InlineData(7, 3, true)]
    public void Overdue_IsCountedByTheLocalCalendar(int day, int days, bool late)
    {
        // Arrived on Monday the 2nd, except for the first case: then on the 6th, with the worked Saturday between.
        var arrived = day == 9 ? At(6) : At(2);
        var facts = Facts(
            Move(MoveKind.Send, "edit", "section", arrived, Tier.Self),
            Move(MoveKind.Approve, "section", "office", At(day), Tier.Self)
        );
        Assert.Equal(days, facts.Single(f => f.Column == LedgerColumn.Timed).Days);
        Assert.Equal(late ? 1 : 0, facts.Count(f => f.Column == LedgerColumn.Overdue));
    }

    [Fact]
    public void WhereTheCalendarEnds_NothingIsTimedOrLate()
    {
        var unknown = new StepClock(new WorkCalendar([]), BuiltIn);
        var facts = SecrecyLedger.Facts(
            [Move(MoveKind.Send, "edit", "section", At(2), Tier.Self), Move(MoveKind.Approve, "section", "office", At(20), Tier.Self)],
            [],
            March,
            new DateOnly(2026, 4, 2),
            unknown
        );
        Assert.DoesNotContain(facts, f => f.Column is LedgerColumn.Timed or LedgerColumn.Overdue or LedgerColumn.Waiting);
    }

    [Fact]
    public void Hold_StopsTheClock_AndItsAnswerCountsOnceWithTheSignatureAfterIt()
    {
        var facts = Facts(
            Move(MoveKind.Approve, "section", "office", At(2), Tier.Self),
            Move(MoveKind.Hold, "office", "office", At(3), Tier.Second, yes: Undecided),
            Move(MoveKind.Resume, "office", "office", At(20), ending: """{"Outcome":"Cleared"}"""),
            Move(MoveKind.Approve, "office", "deputy", At(23), Tier.Second, yes: Undecided)
        );
        Assert.Equal(1, facts.Count(f => f.Column == LedgerColumn.Undecided));
        Assert.Equal(1, facts.Count(f => f.Column == LedgerColumn.Second));
        Assert.Equal(1, facts.Single(f => f.Column == LedgerColumn.Timed).Days);
        Assert.DoesNotContain(facts, f => f.Column == LedgerColumn.Overdue);
    }

    [Fact]
    public void RedactedVersion_KeepsTheAnswerThatLedToIt()
    {
        var respondent = Answers.ToJson(
            Disclosure.Tests.Support.Given.With(
                Criteria.OtherReasons,
                a => a with { Yes = true, Reason = OtherReason.Respondent, Remark = "可推断" }
            )
        );
        var facts = Facts(
            Move(MoveKind.Send, "edit", "section", At(2), Tier.Self),
            Move(MoveKind.Hold, "section", "edit", At(3), Tier.Self, yes: respondent)
        );
        Assert.Equal(1, facts.Count(f => f.Column == LedgerColumn.OtherReasons));
        Assert.Equal(1, facts.Count(f => f.Column == LedgerColumn.Self));
        Assert.DoesNotContain(facts, f => f.Column == LedgerColumn.Waiting);
    }

    [Fact]
    public void RunningMonth_EndsWithToday()
    {
        var sent = Move(MoveKind.Send, "edit", "section", At(2), Tier.Self);
        LedgerColumn[] On(int day) => [.. SecrecyLedger.Facts([sent], [], March, new DateOnly(2026, 3, day), Local).Select(f => f.Column)];
        Assert.DoesNotContain(LedgerColumn.Waiting, On(6));
        Assert.Contains(LedgerColumn.Waiting, On(7));
    }

    [Fact]
    public void MonthOfTheBureau_BeginsAndEndsAtItsMidnight()
    {
        // 16:00 UTC is midnight here.
        Assert.Equal(new DateTime(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc), March.FromUtc);
        Assert.True(March.Holds(new DateTime(2026, 3, 31, 15, 59, 59, DateTimeKind.Utc)));
        Assert.False(March.Holds(new DateTime(2026, 3, 31, 16, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new LedgerMonth(2027, 1), new LedgerMonth(2026, 12).Next);
        Assert.Equal(March, LedgerMonth.Read("2026-03"));
        Assert.All(["2026-13", "2026", "", null, "1999-01", "2026-03-01"], text => Assert.Null(LedgerMonth.Read(text)));
    }

    private static string Undecided => Answers.ToJson(GivenLedgers.Undecided);

    private static IReadOnlyList<LedgerFact> Facts(params LedgerMove[] moves) =>
        SecrecyLedger.Facts(moves, [], March, new DateOnly(2026, 4, 2), Local);

    private static DateTime At(int day) => BureauTime.ToUtc(new DateTime(2026, 3, day, 10, 0, 0));

    private static LedgerMove Move(
        MoveKind kind,
        string from,
        string to,
        DateTime at,
        Tier? tier = null,
        string yes = "",
        string ending = ""
    ) => new(1, 2, RouteCodes.City, from, to, kind, tier, 1, yes, ending, false, at);
}
