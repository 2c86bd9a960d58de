using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// The judge on evidence, as a table: step × severity × word × answer. Only what may disclose is asked about, only by the step that signs,
/// and only on the way forward.
/// </summary>
[Slow]
public sealed class EvidenceAtTheStepTests
{
    private const string Key = "k";

    public static TheoryData<string, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, string>();
            foreach (var route in ApprovalRoutes.All)
            {
                route.Steps.Where(s => s.Review is not null).ToList().ForEach(s => steps.Add(route.Code, s.Code));
            }
            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task AtEachStep_TheTableHolds(string route, string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, step);
        foreach (var severity in Enum.GetValues<Severity>())
        {
            foreach (bool? word in (bool?[])[null, true, false])
            {
                foreach (var yes in (bool[])[false, true])
                {
                    var expected = (severity, word, yes) switch
                    {
                        (Severity.A, null, _) => typeof(EvidenceUnanswered),
                        (Severity.A, true, false) => typeof(EvidenceContradicts),
                        _ => null,
                    };
                    var problem = (
                        await DecideAsync(given, id, step, Evidence(severity, word, step), Given.ForwardFrom(step), yes)
                    ).Problem;
                    Assert.True(problem?.GetType() == expected, $"{severity} {word} {yes}: {problem}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task OnlyTheWayForward_IsHeldUp(string route, string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, step);
        var (owed, running) = (Evidence(Severity.A, null, step), EvidenceFile.None with { IsReady = false });
        foreach (var kind in Enum.GetValues<MoveKind>().Except([Given.ForwardFrom(step)]))
        {
            foreach (var evidence in (EvidenceFile[])[owed, running])
            {
                Assert.False(
                    (await DecideAsync(given, id, step, evidence, kind)).Problem
                        is EvidenceUnanswered
                            or EvidenceContradicts
                            or EvidenceNotReady,
                    kind.ToString()
                );
            }
        }
        Assert.IsType<EvidenceNotReady>((await DecideAsync(given, id, step, running, Given.ForwardFrom(step))).Problem);
    }

    [Fact]
    public async Task AWordOfAnotherStepOrRound_IsNotTheStepsOwn()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.IsType<EvidenceUnanswered>(
            (await DecideAsync(given, id, "office", Evidence(Severity.A, false, "section"), MoveKind.Approve)).Problem
        );
        Assert.IsType<EvidenceUnanswered>(
            (await DecideAsync(given, id, "office", Evidence(Severity.A, false, "office", round: 2), MoveKind.Approve)).Problem
        );
    }

    [Fact]
    public async Task TheLastWord_Counts()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var both = Evidence(Severity.A, true, "office");
        both = both with { Judgements = [.. both.Judgements, .. Evidence(Severity.A, false, "office").Judgements] };
        Assert.Null((await DecideAsync(given, id, "office", both, MoveKind.Approve)).Problem);
    }

    [Fact]
    public async Task OpenQuestions_ComeBeforeEvidence_AndAPasswordAfter()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var owed = Evidence(Severity.A, null, "deputy");
        Assert.IsType<ChecklistIncomplete>(
            (await DecideAsync(given, id, "deputy", owed, MoveKind.Approve, change: c => c with { Answers = Answers.Blank })).Problem
        );
        Assert.IsType<EvidenceUnanswered>(
            (await DecideAsync(given, id, "deputy", owed, MoveKind.Approve, change: c => c with { PasswordConfirmed = false })).Problem
        );
    }

    [Fact]
    public async Task WhoeverWithholds_NeedsNoWordOnTheEvidence()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.Null(
            (
                await DecideAsync(
                    given,
                    id,
                    "office",
                    Evidence(Severity.A, null, "office"),
                    MoveKind.Approve,
                    change: c =>
                        c with
                        {
                            Finding = OfficeFinding.Withhold,
                            Ground = WithholdingGround.ForbiddenByLaw,
                            FindingBasis = "条例第十四条",
                        }
                )
            ).Problem
        );
    }

    private static async Task<Disclosure.Core.Common.Outcome<Move>> DecideAsync(
        Given given,
        int id,
        string step,
        EvidenceFile evidence,
        MoveKind kind,
        bool yes = false,
        Func<Command, Command>? change = null
    )
    {
        var file = await given.CaseAsync(id) with { Evidence = evidence };
        var grants = await given.ReadAsync(db =>
            DutyBook.ReadAsync(db, given.By(Given.HolderOf(file.Item.RouteCode, step)).StaffId, given.Today)
        );
        var command = given.Whole(kind, step, file.Item.Version) with
        {
            PasswordConfirmed = true,
            Answers =
                kind == MoveKind.Stop ? Given.StillClassified
                : yes ? Approved
                : Given.AllNo,
        };
        return Judge.Decide(file, change?.Invoke(command) ?? command, grants, given.Today);
    }

    /// <summary>是 with everything that lets it pass; explained, since earlier steps said 否.</summary>
    private static IReadOnlyList<Answer> Approved =>
        Given.With(
            Criteria.Sensitive,
            a =>
                a with
                {
                    Yes = true,
                    Remark = "已经批准",
                    Approved = true,
                    Approval = new ApprovalPaper(
                        "市人民政府",
                        "昌政函〔2026〕8号",
                        new DateOnly(2026, 10, 8),
                        new Scan(new string('a', 64), "批准件.pdf")
                    ),
                }
        );

    private static EvidenceFile Evidence(Severity severity, bool? word, string step, int round = 1)
    {
        var file = new ItemFile
        {
            SubmissionId = 1,
            Name = "正文.txt",
            Role = FileRole.Body,
            Size = 1,
            Sha256 = new string('a', 64),
            Order = 1,
            AddedBy = 1,
            AddedAt = default,
        };
        var finding = new Finding
        {
            Rule = "X",
            Criterion = Criteria.Sensitive,
            Severity = severity,
            Confidence = Confidence.High,
            Place = new Place { Part = "正文" },
            Excerpt = "甲",
            Why = "因为。",
            Action = "去。",
        };
        FindingJudgement[] said = word is { } holds
            ?
            [
                new FindingJudgement
                {
                    SubmissionId = 1,
                    Key = Key,
                    Rule = "X",
                    Step = step,
                    Round = round,
                    Holds = holds,
                    Remark = "",
                    StaffId = 1,
                    StaffName = "甲",
                    At = default,
                },
            ]
            : [];
        return new EvidenceFile([new EvidenceFact(Key, file, finding)], [], true, said);
    }
}
