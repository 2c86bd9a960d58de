using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.PublicOpinion;

/// <summary>Two afternoons: one on which the answer stands outside within five hours, one on which it does not.</summary>
public sealed class OpinionStoryTests
{
    private static readonly string[] Everybody =
    [
        "gongye.editor",
        "gongye.head",
        "office.1",
        "deputy",
        "director",
        "platform.1",
        "nongmu.head",
        "karuo.editor",
        "admin.audit",
    ];

    [Fact]
    public async Task AGraveCase_IsAnsweredWithinFiveHours_ByEverySignatureOfTheRoute()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 11, 7, 9, 0, 0)); // a Saturday
        var raised = given.Now;
        var opinion = await given.OpinionAsync();
        Assert.Equal("舆情〔2026〕1号", (await given.SeenAsync(opinion))!.Row.Number);
        Assert.Empty(await given.ToldAsync(Everybody));

        given.Wait(TimeSpan.FromMinutes(30));
        var reply = await given.ReplyAsync(opinion);
        Assert.Equal(raised.AddHours(5), (await given.SubmissionAsync(reply)).UrgentUntil);
        await given.WalkAsync(reply, "section");

        given.WaitUntil(new DateTime(2026, 11, 7, 11, 30, 0));
        // Half is used. The head holds it and is told of the item, the others are told of the case.
        Assert.Equal(["gongye.editor", "gongye.head", "office.1"], await given.ToldAsync(Everybody));
        Assert.Equal($"/items/{reply}", (await NewestAsync(given, "gongye.head")).Link);
        Assert.Contains("已过半", (await NewestAsync(given, "gongye.editor")).Text, StringComparison.Ordinal);
        Assert.Equal($"/opinions/{opinion}", (await NewestAsync(given, "gongye.editor")).Link);

        await given.WalkAsync(reply, "deputy");
        given.WaitUntil(new DateTime(2026, 11, 7, 13, 0, 0));
        Assert.Equal(["gongye.editor", "gongye.head", "office.1", "deputy"], await given.ToldAsync(Everybody));
        Assert.Contains("只剩最后一小时", (await NewestAsync(given, "deputy")).Text, StringComparison.Ordinal);
        Assert.Contains("分管领导", (await given.SeenAsync(opinion))!.Row.Owes.Who, StringComparison.Ordinal);

        await given.WalkAsync(reply, "published");
        var signed = (await given.SignaturesAsync(reply)).Select(s => s.Step);
        Assert.Equal(["edit", "section", "office", "deputy", "platform"], signed);
        var seen = (await given.SeenAsync(opinion))!;
        var information = seen.Row.Clocks[0];
        Assert.Equal(("按时完成", reply, false), (information.Words(given.Now), information.SubmissionId, information.ByHand));
        Assert.Equal(given.By("platform.1").Name, information.MetBy);
        Assert.Equal("按时完成", Assert.Single(seen.History, h => h.Clock == "发布权威信息").Outcome);

        // Past five hours nobody is told any more; the press conference still runs.
        given.WaitUntil(new DateTime(2026, 11, 7, 15, 0, 0));
        Assert.Empty(await given.ToldAsync(Everybody));
        Assert.Equal(OpinionClock.PressConference, seen.Row.Next!.Clock);
        Given.Must(
            await given
                .Get<OpinionService>()
                .MeetAsync(
                    opinion,
                    OpinionClock.PressConference,
                    given.Now,
                    "市政府新闻办发布厅",
                    Guid.NewGuid(),
                    given.By("gongye.head"),
                    given.Now
                )
        );
        Given.Must(
            await given
                .Get<OpinionService>()
                .CloseAsync(opinion, OpinionResult.Answered, "数据口径已说明", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        seen = (await given.SeenAsync(opinion))!;
        Assert.Equal(["登记", "关联回应稿件", "时限完成", "时限完成", "办结"], seen.History.Select(h => h.Act));
        Assert.Equal(new OpinionCounts(0, 0), await given.Get<OpinionQueries>().CountAsync(given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task AGraveCase_ThatRunsOver_SaysByHowMuch_AndTellsEverybodyConcerned()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 11, 2, 22, 0, 0)); // nobody at work
        var raised = given.Now;
        var opinion = await given.OpinionAsync();

        given.WaitUntil(new DateTime(2026, 11, 3, 0, 30, 0));
        Assert.Equal(["gongye.editor", "gongye.head", "office.1"], await given.ToldAsync(Everybody));
        Assert.Contains("起草回应稿件", (await given.SeenAsync(opinion))!.Row.Owes.Act, StringComparison.Ordinal);
        given.WaitUntil(new DateTime(2026, 11, 3, 2, 0, 0));
        Assert.Equal(["gongye.editor", "gongye.head", "office.1"], await given.ToldAsync(Everybody));
        given.Wait(TimeSpan.FromSeconds(30));
        Assert.Empty(await given.ToldAsync(Everybody));

        var reply = await given.ReplyAsync(opinion);
        await given.WalkAsync(reply, "deputy");
        given.WaitUntil(new DateTime(2026, 11, 3, 3, 12, 30));
        Assert.Equal(["gongye.editor", "gongye.head", "office.1", "deputy"], await given.ToldAsync(Everybody));
        Assert.Contains("已超时", (await NewestAsync(given, "deputy")).Text, StringComparison.Ordinal);
        var row = Assert.Single(
            (await given.Get<OpinionQueries>().PageAsync(OpinionFilter.Late, "", 0, given.By("director"), given.Now)).Rows
        );
        Assert.Equal("发布权威信息 超时 12 分", row.Words(given.Now));
        Assert.Equal(new OpinionCounts(1, 1), await given.Get<OpinionQueries>().CountAsync(given.By("director"), given.Now));

        await given.WalkAsync(reply, "published");
        var information = (await given.SeenAsync(opinion))!.Row.Clocks[0];
        Assert.True(information.Over(given.Now));
        Assert.Matches(@"^超时 \d+ 分完成$", information.Words(given.Now));
        Assert.Equal(raised.AddHours(5) - information.MetAt, information.Left(given.Now));
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(reply)).State);
    }

    [Fact]
    public async Task WhoTakesTheReplyOver_IsToldThen_AndNobodyTwiceOfOneStage()
    {
        await using var given = await Given.BureauAsync();
        var opinion = await given.OpinionAsync();
        var reply = await given.ReplyAsync(opinion);
        await given.WalkAsync(reply, "office");
        given.Wait(TimeSpan.FromHours(2.5));
        Assert.DoesNotContain("deputy", await given.ToldAsync(Everybody));

        await given.WalkAsync(reply, "deputy");
        Assert.Equal(["deputy"], await given.ToldAsync(Everybody));
        // Whoever may no longer read the item is told nothing of it.
        Assert.All(
            (await given.Get<ReminderService>().PageAsync(0, given.By("deputy.other"), given.Now)).Rows,
            r => Assert.DoesNotContain("items", r.Link, StringComparison.Ordinal)
        );
    }

    private static async Task<ReminderRow> NewestAsync(Given given, string who) =>
        (await given.Get<ReminderService>().PageAsync(0, given.By(who), given.Now)).Rows[0];
}
