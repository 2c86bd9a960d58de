using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>The page says before a click what the service would say after it.</summary>
[Slow]
public sealed class ForeseenTests
{
    public static TheoryData<string, OfficeFinding> Steps() =>
        [.. from step in (string[])["section", "office", "deputy"] from finding in Enum.GetValues<OfficeFinding>() select (step, finding)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Page_SaysTheSentenceOfTheService(string step, OfficeFinding finding)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        var who = Given.HolderOf(RouteCodes.City, step);
        foreach (var answers in Sheets())
        {
            var item = (await given.Get<ItemQueries>().FindAsync(id, given.By(who), given.Now))!;
            var whole = given.Whole(MoveKind.Approve, step, item.Version) with
            {
                Answers = answers,
                Finding = finding,
                Ground = WithholdingGround.TradeSecret,
                FindingBasis = "条例第十五条",
            };
            if (Judge.Foresee(Seen(item), whole, given.Today) is not { } foreseen)
            {
                continue;
            }
            var refused = await given.DoAsync(id, who, MoveKind.Approve, c => whole with { Id = c.Id });
            // A finding that asks for a hold is said at once; the service asks for the answers first.
            Assert.True(
                refused.Problem is { ToFill: true } || foreseen.Text == refused.Problem?.Text,
                $"{foreseen.Text} / {refused.Problem?.Text}"
            );
        }
    }

    [Fact]
    public async Task AfterAReplyThatForbids_TheDeputyCannotAgree_TheOfficeOnlyWithhold()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var answers = Given.With(Criteria.Sensitive, a => a with { Yes = true, Remark = "未批准", Approved = false });
        Given.Must(await given.HoldAsync(id, "deputy", HoldKind.Referral, Criteria.Sensitive, answers));
        var scan = await given.PaperAsync(id, "deputy", "复函");
        Given.Must(await given.EnterAsync(id, "deputy", _ => Given.Answered(scan)));
        Given.Must(await given.ResumeAsync(id, "deputy", HoldOutcome.Withheld));

        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("deputy"), given.Now))!;
        Assert.IsType<MayNotBeDisclosed>(Foreseen([.. Given.AllNo.Select(a => a with { Remark = "答复不得公开" })], null));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { ReturnTo = "office" }));
        item = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        Assert.IsType<MayNotBeDisclosed>(Foreseen(Given.AllNo, OfficeFinding.Disclose));
        Assert.Null(Foreseen(Given.AllNo, OfficeFinding.Withhold));

        Problem? Foreseen(IReadOnlyList<Answer> answers, OfficeFinding? finding) =>
            Judge.Foresee(
                Seen(item),
                new Command(MoveKind.Approve, Guid.Empty, item.Step.Code, item.Version) { Answers = answers, Finding = finding },
                given.Today
            );
    }

    // What is not examined yet, the service examines before it decides.
    private static ReviewState Seen(ItemView item) => item.Review with { Evidence = null };

    private static IEnumerable<IReadOnlyList<Answer>> Sheets() =>
        [
            Given.AllNo,
            Given.Declassifiable,
            Given.StillClassified,
            Answers.Blank,
            Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = "未定", PublicComment = false }),
            Given.With(Criteria.Sensitive, a => a with { Yes = true, Remark = "未批准", Approved = false }),
            Given.With(
                Criteria.OtherReasons,
                a => a with { Yes = true, Remark = "附表", Reason = OtherReason.Respondent, Situation = RespondentSituation.Named }
            ),
            Given.With(Criteria.OtherReasons, a => a with { Yes = true, Remark = "工作秘密", Reason = OtherReason.WorkSecret }),
        ];
}
