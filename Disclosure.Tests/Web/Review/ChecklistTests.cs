using Bunit;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Review;

[Slow]
public sealed class ChecklistTests
{
    public static TheoryData<int, string, string> Follows =>
        new()
        {
            { 1, "level=Secret,marked-on=2020-05-06,term=Unmarked", "B3-1/secret" },
            { 1, "level=Secret,marked-on=2000-05-06,term=Unmarked", "B3-1/expired" },
            { 2, "B3-2-approved:False", "B3-2/unapproved" },
            { 3, "B3-3-approved:False", "B3-3/unapproved" },
            { 3, "B3-3-approved:True", "B3-3/ask" },
            { 4, "B3-4-comment:True", "B3-4/comment" },
            { 4, "B3-4-comment:False", "B3-4/undecided" },
            { 5, "B3-5-reason:Respondent", "B3-5/respondent" },
            { 5, "B3-5-reason:TradeSecret,B3-5-exception:None", "B3-5/third-party" },
            { 5, "B3-5-reason:Privacy", "B3-5/ask" },
            { 5, "B3-5-reason:WorkSecret", "B3-5/work" },
            { 5, "B3-5-reason:Other", "B3-5/other" },
        };

    public static TheoryData<int, string, string> Asks =>
        new()
        {
            { 1, "", "密级,制发日期,保密期限,说明（在何处，为何与前面不同）" },
            { 1, "term=Years", "密级,制发日期,保密期限,年数,说明（在何处，为何与前面不同）" },
            { 1, "term=Condition", "密级,制发日期,保密期限,解密条件,条件是否已经具备,说明（在何处，为何与前面不同）" },
            { 2, "", "是否已经有权机关批准,说明（在何处，是什么内容）" },
            { 2, "B3-2-approved:True", "是否已经有权机关批准,批准机关,批准文号,批准日期,批准件扫描件,说明（在何处，是什么内容）" },
            {
                3,
                "B3-3-approved:True",
                "制发单位是否已经同意公开,批准机关（制发单位）,批准文号,批准日期,批准件扫描件,说明（在何处，是什么内容）"
            },
            { 4, "", "是否属于公开征求公众意见,说明（在何处，是什么内容）" },
            { 5, "B3-5-reason:Respondent", "属于哪一种情形,属于三种情形中的哪一种,说明（在何处，是什么内容）" },
            { 5, "B3-5-reason:TradeSecret", "属于哪一种情形,是否按例外办理,说明（在何处，是什么内容）" },
            {
                5,
                "B3-5-reason:Privacy,B3-5-exception:Consent",
                "属于哪一种情形,是否按例外办理,权利人,同意日期,同意书扫描件,说明（在何处，是什么内容）"
            },
            {
                5,
                "B3-5-reason:Privacy,B3-5-exception:PublicInterest",
                "属于哪一种情形,是否按例外办理,公共利益的理由,第三方（已书面告知）,告知书文号,告知日期,告知书扫描件,说明（在何处，"
                    + "是什么内容）"
            },
            { 5, "B3-5-reason:WorkSecret", "属于哪一种情形,说明（不宜公开的理由）" },
        };

    [Theory]
    [MemberData(nameof(Follows))]
    public async Task Yes_ShowsAtOnceWhatFollows_WithArticleLawAndWays(int place, string hand, string code)
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "section"), "gongye.head");
        Do(screen, place, hand);

        var (shown, follows) = (screen.Consequence(place), Criteria.Consequence(code));
        Assert.Contains(follows.Sentence, shown, StringComparison.Ordinal);
        Assert.Contains(follows.Law, shown, StringComparison.Ordinal);
        Assert.Contains(follows.Article, shown, StringComparison.Ordinal);
        Assert.Equal(follows.Effect != Effect.Ask, shown.EndsWith($"可以：{follows.Ways}", StringComparison.Ordinal));
        Assert.NotNull(
            screen.Criterion(place).QuerySelector($"[role=status] .leads-to.effect-{follows.Effect.ToString().ToLowerInvariant()}")
        );
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public async Task Yes_AsksForWhatItsCriterionNeeds_AndReproachesNobodyYet(int place, string hand, string labels)
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "section"), "gongye.head");
        Do(screen, place, hand);

        Assert.Equal(labels.Split(','), screen.Asked(place));
        Assert.Empty(screen.Reproaches(place));
    }

    [Fact]
    public async Task SigningTooEarly_NamesEachMissingFieldBesideIt_UntilItIsFilledIn()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "section"), "gongye.head");
        screen.SayNoElsewhere(2);
        Do(screen, 2, "B3-2-approved:True");

        await screen.SignAsync();
        screen.Page.WaitForAssertion(() =>
            Assert.Equal(
                ["请填写批准机关。", "请填写批准文号。", "请填写批准日期。", "请上传批准件扫描件。", "请写明与编辑自审回答不同的理由。"],
                screen.Reproaches(2)
            )
        );

        screen.Fill("B3-2-body", "昌都市人民政府办公室");
        Assert.Equal(
            ["请填写批准文号。", "请填写批准日期。", "请上传批准件扫描件。", "请写明与编辑自审回答不同的理由。"],
            screen.Reproaches(2)
        );
        Assert.Equal(["2"], screen.Page.FindAll(".criterion.open").Select(c => c.GetAttribute("data-criterion")));
    }

    [Fact]
    public async Task AMarking_SaysWhenItsPeriodEndsAndWhetherItHas_AndThatB7DoesNotHelp()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "section"), "gongye.head");
        Do(screen, 1, "level=Confidential,marked-on=2010-05-06,term=Years,years=10");
        Assert.Equal("保密期限至 2020-05-06，已满", screen.Criterion(1).QuerySelector(".period")!.TextContent);

        screen.Fill("years", "20");
        Assert.Equal("保密期限至 2030-05-06，未满", screen.Criterion(1).QuerySelector(".period")!.TextContent);
        Assert.Contains("B7 提到国家秘密，但条例§14–15 不允许", screen.Criterion(1).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASingleRespondent_HasThreeSituationsWithExamples_AndNoException()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await given.ItemAsync(RouteCodes.City, "section"), "gongye.head");
        Assert.All(
            Enum.GetValues<RespondentSituation>(),
            s => Assert.Contains(s.Example(), screen.Criterion(5).QuerySelector("details.examples")!.TextContent, StringComparison.Ordinal)
        );

        Do(screen, 5, "B3-5-reason:Respondent");
        Assert.All(
            Enum.GetValues<RespondentSituation>(),
            s => Assert.Contains(s.Example(), screen.Criterion(5).QuerySelector("[data-asked]")!.TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("没有例外：统计法§28", screen.Criterion(5).TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.Page.FindAll("input[name='B3-5-exception']"));
    }

    [Fact]
    public async Task WhatAnEarlierTierFilledIn_IsTakenOverAndSaidSo_AndTheJudgeAcceptsIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var head = new ReviewScreen(given, id, "gongye.head");
        await head.ApproveSensitiveAsync(await given.PaperAsync(id, "gongye.head"));
        head.SayNoElsewhere(2);
        await head.SignsToAsync("office");

        await using var office = new ReviewScreen(given, id, "office.1");
        office.Say(2, yes: true);
        Assert.Contains("沿用自审填写的内容，请核对。", office.Criterion(2).TextContent, StringComparison.Ordinal);
        Assert.Equal("昌政办发〔2026〕12号", office.Page.Find("[data-draft='B3-2-number']").GetAttribute("value"));
        Assert.Contains("已上传：批准件.png", office.Criterion(2).TextContent, StringComparison.Ordinal);
        office.Fill("B3-2-number", "昌政办发〔2026〕13号");
        Assert.DoesNotContain("沿用自审", office.Criterion(2).TextContent, StringComparison.Ordinal);

        office.SayNoElsewhere(2);
        office.Page.Find("input[name=finding]").Change("on");
        await office.SignsToAsync("deputy");
        Assert.Equal(
            "昌政办发〔2026〕13号",
            (await given.SignaturesAsync(id))[^1].Answers.Single(a => a.Criterion == Criteria.Sensitive).Approval!.Number
        );
    }

    [Fact]
    public async Task NoWhereAnEarlierTierSaidYes_AsksForTheReasonAtOnce_AndIsRefusedWithoutIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var head = new ReviewScreen(given, id, "gongye.head");
        await head.ApproveSensitiveAsync(await given.PaperAsync(id, "gongye.head"));
        head.SayNoElsewhere(2);
        await head.SignsToAsync("office");

        await using var office = new ReviewScreen(given, id, "office.1");
        office.Say(2, yes: true);
        office.Say(2, yes: false);
        Assert.Contains("与自审回答不同，请写明理由。", office.Criterion(2).TextContent, StringComparison.Ordinal);
        Assert.Equal("", office.Page.Find("[data-draft='remark-B3-2']").GetAttribute("value"));
        Assert.Equal("yn", office.Criterion(2).GetAttribute("data-opens"));
        office.SayNoElsewhere(2);
        office.Page.Find("input[name=finding]").Change("on");
        await office.SignAsync();
        office.Page.WaitForAssertion(() => Assert.Equal(["请写明与自审回答不同的理由。"], office.Reproaches(2)));

        office.Fill("remark-B3-2", "所引数字已经公开发布");
        await office.SignsToAsync("deputy");
    }

    [Fact]
    public async Task AnExceptionOfB7_AsFilledInOnThePage_IsAcceptedAndGoesToTheDirector()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var head = new ReviewScreen(given, id, "gongye.head");
        head.SayNoElsewhere(5);
        Do(
            head,
            5,
            "B3-5-reason:TradeSecret,B3-5-exception:PublicInterest,B3-5-public=涉及公众安全,B3-5-third=某企业,"
                + "B3-5-notice=昌统告〔2026〕1号,B3-5-notified=2026-10-20,remark-B3-5=附表 3"
        );
        Assert.Contains("须经主要领导审核签字", head.Criterion(5).TextContent, StringComparison.Ordinal);
        await head.ArriveAsync(await given.PaperAsync(id, "gongye.head", "告知书"));

        Assert.Contains(Criteria.Consequence("B3-5/exception").Sentence, head.Consequence(5), StringComparison.Ordinal);
        await head.SignsToAsync("office");
        Assert.True((await given.CaseAsync(id)).ReviewFor(0).DirectorNeeded);
    }

    [Fact]
    public async Task AHoldThatEndedWell_LetsTheAnswerPassOnScreenAsBeforeTheJudge()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Assert.True((await given.HoldAsync(id, "gongye.head", HoldKind.Declassification, Criteria.Marked, Given.Declassifiable)).Ok);
        var scan = await given.PaperAsync(id, "office.1", "解密决定");
        Assert.True((await given.EnterAsync(id, "office.1", _ => Given.Declassified(scan))).Ok);
        Assert.True((await given.ResumeAsync(id, "office.1", HoldOutcome.Cleared)).Ok);

        await using var head = new ReviewScreen(given, id, "gongye.head");
        Do(head, 1, "level=Confidential,marked-on=2010-05-06,term=Years,years=10,remark-B3-1=封面标有密级");
        Assert.Contains("“待解密”已经办结，结论可以继续办理。", head.Consequence(1), StringComparison.Ordinal);
        head.SayNoElsewhere(1);
        await head.SignsToAsync("office");
    }

    private static void Do(ReviewScreen screen, int place, string hand)
    {
        screen.Say(place, yes: true);
        foreach (var move in hand.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var (at, chooses) = (move.IndexOfAny(['=', ':']), move.Contains(':', StringComparison.Ordinal));
            if (chooses)
            {
                screen.Choose(move[..at], move[(at + 1)..]);
            }
            else
            {
                screen.Fill(move[..at], move[(at + 1)..]);
            }
        }
    }
}
