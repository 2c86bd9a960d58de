using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.PublicOpinion;

[Slow]
public sealed class OpinionReplyTests
{
    [Fact]
    public async Task TheReply_LiesOnTopOfEveryPile_WhereverItComes()
    {
        await using var given = await Given.BureauAsync();
        var other = await given.DraftAsync(RouteCodes.City);
        var opinion = await given.OpinionAsync();
        var reply = await given.ReplyAsync(opinion);
        await given.EditAsync(other, "gongye.editor", c => c.Summary = "刚刚改过。");
        Assert.Equal([reply, other], await WorklistAsync(given, Worklist.Drafts, "gongye.editor"));
        foreach (
            var (step, who) in ((string, string)[])
                [("section", "gongye.head"), ("office", "office.1"), ("deputy", "deputy"), ("platform", "platform.1")]
        )
        {
            await given.WalkAsync(other, step);
            await given.WalkAsync(reply, step);
            Assert.Equal([reply, other], await WorklistAsync(given, Worklist.Waiting, who));
        }
        Assert.Equal(
            [reply, other],
            (await given.Get<PublicationQueries>().ToPublishAsync(0, given.By("platform.1"), given.Now)).Rows.Select(r => r.Item.Id)
        );
        given.Wait(TimeSpan.FromDays(10));
        Assert.Equal([reply, other], await WorklistAsync(given, Worklist.Overdue, "office.1"));
        Given.Must(await given.DoAsync(other, "platform.1", MoveKind.Return, c => c with { ReturnTo = "edit" }));
        Given.Must(await given.DoAsync(reply, "platform.1", MoveKind.Return, c => c with { ReturnTo = "edit" }));
        Assert.Equal([reply, other], await WorklistAsync(given, Worklist.Returned, "gongye.editor"));
        // Whoever asks for another order gets it.
        var sorted = await given
            .Get<InboxQueries>()
            .PageAsync(Worklist.Returned, "", 0, new ItemOrder(ItemColumn.Number, false), given.By("gongye.editor"), given.Now);
        Assert.Equal([other, reply], sorted.Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task TheJudge_DoesNotKnowThatItIsUrgent()
    {
        await using var given = await Given.BureauAsync();
        var reply = await given.ReplyAsync(await given.OpinionAsync());
        foreach (var step in (string[])["section", "office", "deputy", "platform"])
        {
            await given.WalkAsync(reply, step);
            var (urgent, plain) = (await given.CaseAsync(reply), await given.CaseAsync(reply));
            Assert.NotNull(urgent.Item.UrgentUntil);
            plain.Item.Hurry(null);
            foreach (var who in Given.Everybody)
            {
                var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today));
                foreach (var kind in Enum.GetValues<MoveKind>())
                {
                    var command = given.Whole(kind, step, urgent.Item.Version);
                    var (hurried, calm) = (
                        Judge.Decide(urgent, command, grants, given.Today),
                        Judge.Decide(plain, command, grants, given.Today)
                    );
                    Assert.Equal((calm.Ok, calm.Problem), (hurried.Ok, hurried.Problem));
                    Assert.Equal(calm.Ok ? calm.Value : null, hurried.Ok ? hurried.Value : null);
                }
            }
        }
    }

    [Fact]
    public async Task TheNextLimit_IsWhatTheItemCarries()
    {
        await using var given = await Given.BureauAsync();
        var (raised, opinion, service) = (given.Now, await given.OpinionAsync(), given.Get<OpinionService>());
        var reply = await given.ReplyAsync(opinion);
        async Task CarriesAsync(DateTime? until) => Assert.Equal(until, (await given.SubmissionAsync(reply)).UrgentUntil);
        await CarriesAsync(raised.AddHours(5));
        Given.Must(
            await service.MeetAsync(
                opinion,
                OpinionClock.Information,
                given.Now,
                "政府门户已发布",
                Guid.NewGuid(),
                given.By("office.1"),
                given.Now
            )
        );
        await CarriesAsync(raised.AddHours(24));
        Given.Must(
            await service.ChangeLevelAsync(opinion, OpinionLevel.Larger, "核实后下调", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        await CarriesAsync(raised.AddHours(48));
        Given.Must(
            await service.CloseAsync(opinion, OpinionResult.Transferred, "移交网信部门", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        await CarriesAsync(null);
        Given.Must(await service.ReopenAsync(opinion, "退回本局", Guid.NewGuid(), given.By("office.1"), given.Now));
        await CarriesAsync(raised.AddHours(48));
        Given.Must(
            await given
                .Get<OpinionReplyService>()
                .UnlinkAsync(opinion, reply, "另起一篇", Guid.NewGuid(), given.By("gongye.editor"), given.Now)
        );
        await CarriesAsync(null);
    }

    [Fact]
    public async Task OnlyAnEditorOfTheUnit_BeginsTheReply_AndOneAtATime()
    {
        await using var given = await Given.BureauAsync();
        var (opinion, service) = (await given.OpinionAsync(), given.Get<OpinionReplyService>());
        Task<Outcome<int>> BeginAsync(string who) => service.BeginAsync(opinion, Guid.NewGuid(), given.By(who), given.Now);
        Assert.IsType<EditorBeginsReply>((await BeginAsync("office.1")).Problem);
        Assert.IsType<EditorBeginsReply>((await BeginAsync("gongye.head")).Problem);
        Assert.IsType<NotFound>((await BeginAsync("nongmu.editor")).Problem);
        var reply = Given.Must(await BeginAsync("gongye.editor"));
        Assert.Equal("关于“网传工业用电数据异常”的回应", (await given.SubmissionAsync(reply)).Title);
        Assert.IsType<ReplyUnderWay>((await BeginAsync("gongye.editor2")).Problem);
    }

    [Fact]
    public async Task AnItemOfTheUnit_IsLinked_AndOthersAreNot()
    {
        await using var given = await Given.BureauAsync();
        var (mine, older) = (await given.ItemAsync(RouteCodes.City, "section"), await given.ItemAsync(RouteCodes.City, "published"));
        var foreign = await given.DraftAsync(RouteCodes.City, editor: "nongmu.editor");
        given.Wait(TimeSpan.FromMinutes(1));
        var (opinion, second, service) = (await given.OpinionAsync(), await given.OpinionAsync(), given.Get<OpinionReplyService>());
        Task<Outcome<Done>> LinkAsync(int id, int item) =>
            service.LinkAsync(id, item, Guid.NewGuid(), given.By("gongye.editor"), given.Now);
        Assert.Equal(
            [mine],
            (await given.Get<OpinionQueries>().LinkableAsync(opinion, "", given.By("gongye.editor"), given.Now)).Select(i => i.Id)
        );
        Assert.Empty(await given.Get<OpinionQueries>().LinkableAsync(opinion, "", given.By("office.1"), given.Now));
        Assert.IsType<CannotAnswer>((await LinkAsync(opinion, older)).Problem);
        Assert.IsType<NotFound>((await LinkAsync(opinion, foreign)).Problem);
        Given.Must(await LinkAsync(opinion, mine));
        Assert.IsType<AnswersAnother>((await LinkAsync(second, mine)).Problem);
    }

    [Fact]
    public async Task Publication_OnTheIntranetAlone_InformsNobody()
    {
        await using var given = await Given.BureauAsync();
        var opinion = await given.OpinionAsync(OpinionLevel.Ordinary);
        var reply = await given.ReplyAsync(opinion);
        await given.EditAsync(reply, "gongye.editor", c => (c.Channels, c.WebsiteColumn) = ([Channel.Intranet], ""));
        await given.WalkAsync(reply, "published");
        var seen = (await given.SeenAsync(opinion))!;
        Assert.Equal(OpinionClock.Response, seen.Row.Next!.Clock);
        // It has ended without answering, so another may begin.
        Assert.True((await given.Get<OpinionReplyService>().BeginAsync(opinion, Guid.NewGuid(), given.By("gongye.editor"), given.Now)).Ok);
    }

    [Fact]
    public async Task ATimeOfPublication_TypedTooEarly_CountsFromTheLastSignature()
    {
        await using var given = await Given.BureauAsync();
        var (raised, opinion) = (given.Now, await given.OpinionAsync());
        var reply = await given.ReplyAsync(opinion);
        await given.WalkAsync(reply, "deputy");
        given.Wait(TimeSpan.FromHours(6));
        await given.WalkAsync(reply, "platform");
        await given.TickAllAsync(reply);
        var item = await given.SubmissionAsync(reply);
        var entries = (await given.EntriesAsync(reply)).Select(e => e with { At = raised.AddHours(1) }).ToList();
        Given.Must(
            await given
                .Get<PublicationService>()
                .PublishAsync(reply, given.Whole(MoveKind.Publish, "platform", item.Version), entries, given.By("platform.1"), given.Now)
        );
        Assert.True((await given.SeenAsync(opinion))!.Row.Clocks[0].Over(given.Now));
    }

    [Fact]
    public async Task ADraftThrownAway_TakesItsReminderWithIt_AndTheHistoryStays()
    {
        await using var given = await Given.BureauAsync();
        var opinion = await given.OpinionAsync();
        var reply = await given.ReplyAsync(opinion);
        given.Wait(TimeSpan.FromHours(3));
        Assert.Equal(["gongye.editor"], await given.ToldAsync("gongye.editor"));
        Given.Must(await given.Get<DraftService>().DiscardAsync(reply, given.By("gongye.editor"), given.Now));
        Assert.Equal(0, await given.Get<ReminderService>().CountAsync(given.By("gongye.editor"), given.Now));
        var seen = (await given.SeenAsync(opinion))!;
        Assert.Empty(seen.Replies);
        Assert.Equal("关联回应稿件", seen.History[^1].Act);
        Assert.True((await given.Get<OpinionReplyService>().BeginAsync(opinion, Guid.NewGuid(), given.By("gongye.editor"), given.Now)).Ok);
    }

    [Fact]
    public async Task ATitle_IsShownToReadersOfTheItemOnly_WhereItStandsToAllWhoSeeTheCase()
    {
        await using var given = await Given.BureauAsync();
        var opinion = await given.OpinionAsync();
        await given.ReplyAsync(opinion);
        Assert.NotEqual("", Assert.Single((await given.SeenAsync(opinion, "gongye.editor2"))!.Replies).Title);
        var hidden = Assert.Single((await given.SeenAsync(opinion, "director"))!.Replies);
        Assert.Equal(("", false, "草稿"), (hidden.Title, hidden.MayOpen, hidden.Where));
        Assert.Equal(
            ["工业能源科·gongye.editor", "工业能源科·gongye.editor2"],
            (await given.SeenAsync(opinion, "director"))!.People.Take(2)
        );
    }

    private static async Task<IEnumerable<int>> WorklistAsync(Given given, Worklist worklist, string who) =>
        (await given.Get<InboxQueries>().PageAsync(worklist, "", 0, given.By(who), given.Now)).Rows.Select(r => r.Id);
}
