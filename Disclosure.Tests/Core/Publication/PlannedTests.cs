using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Publication;

public sealed class PlannedTests
{
    [Fact]
    public async Task PlannedItem_IsNotPublishedBeforeItsHour_WhoeverSetIt()
    {
        await using var given = await Given.BureauAsync();
        var byEditor = await given.ItemAsync(
            RouteCodes.City,
            "platform",
            c => (c.PlannedOn, c.PlannedTime) = (new DateOnly(2026, 11, 25), new TimeOnly(9, 0))
        );
        var byWorklist = await given.ItemAsync(RouteCodes.City, "platform");
        Given.Must(await given.PlanAsync(byWorklist, BureauTime.ToUtc(new DateTime(2026, 11, 25, 9, 0, 0))));

        Assert.IsType<NotBeforePlanned>((await given.DoAsync(byEditor, "platform.1", MoveKind.Publish)).Problem);
        Assert.IsType<NotBeforePlanned>((await given.DoAsync(byWorklist, "platform.1", MoveKind.Publish)).Problem);
        given.WaitUntil(new DateTime(2026, 11, 25, 8, 58, 59));
        Assert.IsType<NotBeforePlanned>((await given.DoAsync(byWorklist, "platform.1", MoveKind.Publish)).Problem);
        given.WaitUntil(new DateTime(2026, 11, 25, 9, 0, 0));
        Given.Must(await given.DoAsync(byEditor, "platform.1", MoveKind.Publish));
        Given.Must(await given.DoAsync(byWorklist, "platform.1", MoveKind.Publish));
    }

    [Fact]
    public async Task AfterTheHour_ATimeOfPublicationBeforeIt_IsRefused()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Given.Must(await given.PlanAsync(id, given.Now.AddHours(2)));
        given.Wait(TimeSpan.FromHours(3));
        await given.TickAllAsync(id);
        var item = await given.SubmissionAsync(id);
        var outcome = await given
            .Get<PublicationService>()
            .PublishAsync(
                id,
                given.Whole(MoveKind.Publish, item.Step, item.Version),
                [.. (await given.EntriesAsync(id)).Select(e => e with { At = given.Now.AddHours(-2) })],
                given.By("platform.1"),
                given.Now
            );

        Assert.IsType<PublishedBeforePlanned>(outcome.Problem);
    }

    [Fact]
    public async Task Hour_IsMovedOnlyWithAReason_ByTheDesk_AndEveryHourIsKept()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Assert.IsType<WhyNeeded>((await given.PlanAsync(id, given.Now.AddDays(1), " ")).Problem);
        Assert.IsType<PlanLiesBehind>((await given.PlanAsync(id, given.Now)).Problem);
        Assert.IsType<NotYourStep>((await given.PlanAsync(id, given.Now.AddDays(1), who: "office.1")).Problem);
        Given.Must(await given.PlanAsync(id, given.Now.AddDays(1)));
        Given.Must(await given.PlanAsync(id, null, "提前发布"));

        Assert.Null((await given.SubmissionAsync(id)).PlannedAt);
        Assert.Equal(
            [true, false],
            await given.ReadAsync(db => db.PlannedTimes.OrderBy(p => p.Id).Select(p => p.PlannedAt != null).ToListAsync())
        );
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Publish));
    }

    [Fact]
    public async Task EveryReading_BeforeTheHour_IsNoted_AndNoneAfter()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            RouteCodes.City,
            "platform",
            c => (c.PlannedOn, c.PlannedTime) = (new DateOnly(2026, 11, 25), new TimeOnly(9, 0))
        );
        var items = given.Get<ItemQueries>();
        var view = (await items.FindAsync(id, given.By("deputy"), given.Now))!;
        await items.FindAsync(id, given.By("deputy"), given.Now);
        await items.FileAsync(view.Files[0].Id, given.By("director"), given.Now);
        await items.RevisionAsync(id, view.Revisions[0].Id, given.By("office.1"), given.Now);
        Assert.Null(await items.FindAsync(id, given.By("nongmu.head"), given.Now));

        var log = await given.Get<ReadingLog>().OfItemAsync(id, given.By("platform.1"), given.Now);
        Assert.Equal(
            [("版本 1", given.By("office.1").Name), (view.Files[0].Name, given.By("director").Name), ("稿件页", given.By("deputy").Name)],
            log.Select(r => (r.What.Replace("文件：", "", StringComparison.Ordinal), r.Name))
        );
        Assert.Empty(await given.Get<ReadingLog>().OfItemAsync(id, given.By("gongye.editor"), given.Now));
        given.WaitUntil(new DateTime(2026, 11, 25, 9, 0, 0));
        await items.FindAsync(id, given.By("deputy"), given.Now);
        Assert.Equal(3, (await given.Get<ReadingLog>().OfItemAsync(id, given.By("platform.1"), given.Now)).Count);
    }

    [Fact]
    public async Task Stage_FollowsChannelByChannel()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        var (desk, queries, platform) = (given.Get<PublicationService>(), given.Get<PublicationQueries>(), given.By("platform.1"));
        Assert.Equal(PublicationStage.Waiting, (await queries.ToPublishAsync(0, platform, given.Now)).Rows.Single().Stage);
        Assert.IsType<WhyNeeded>((await desk.FailAsync(id, Channel.Website, "", Guid.NewGuid(), platform, given.Now)).Problem);
        Assert.IsType<ChannelNotAllowed>((await desk.FailAsync(id, Channel.Book, "不通", Guid.NewGuid(), platform, given.Now)).Problem);
        Assert.IsType<NotFound>(
            (await desk.FailAsync(id, Channel.Website, "不通", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
        Given.Must(await desk.FailAsync(id, Channel.Website, "外网后台登录不上", Guid.NewGuid(), platform, given.Now));
        Assert.Equal(PublicationStage.Failed, (await queries.ToPublishAsync(0, platform, given.Now)).Rows.Single().Stage);
        await given.TickAllAsync(id);
        var item = await given.SubmissionAsync(id);
        var entries = await given.EntriesAsync(id);
        Given.Must(
            await desk.PublishAsync(
                id,
                given.Whole(MoveKind.Publish, item.Step, item.Version),
                [.. entries.Where(e => e.Channel == Channel.Intranet)],
                platform,
                given.Now
            )
        );
        Assert.Equal(PublicationStage.Failed, await StageAsync(given, id));
        Given.Must(await desk.RecordAsync(id, entries.Single(e => e.Channel == Channel.Website), Guid.NewGuid(), platform, given.Now));
        Assert.Equal(PublicationStage.Whole, await StageAsync(given, id));
        Assert.Single(await queries.FailuresAsync(id, platform, given.Now));
    }

    [Fact]
    public async Task FurtherChannel_ChecksTheApprovalAgain()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await given.TickAllAsync(id);
        var item = await given.SubmissionAsync(id);
        var entries = await given.EntriesAsync(id);
        Given.Must(
            await given
                .Get<PublicationService>()
                .PublishAsync(id, given.Whole(MoveKind.Publish, item.Step, item.Version), [entries[0]], given.By("platform.1"), given.Now)
        );
        Assert.True(await given.TamperAsync("UPDATE Revisions SET ContentJson = replace(ContentJson, '工业', '农业')") > 0);

        Assert.IsType<FingerprintBroken>(
            (await given.Get<PublicationService>().RecordAsync(id, entries[1], Guid.NewGuid(), given.By("platform.1"), given.Now)).Problem
        );
    }

    private static async Task<PublicationStage> StageAsync(Given given, int id)
    {
        var view = (await given.Get<ItemQueries>().FindAsync(id, given.By("platform.1"), given.Now))!;
        var channels = (await given.Get<PublicationQueries>().OfItemAsync(id, given.By("platform.1"), given.Now)).Channels;
        var failures = await given.Get<PublicationQueries>().FailuresAsync(id, given.By("platform.1"), given.Now);
        return PublishingRules.Stage(
            view.AllowedChannels,
            [.. channels.Select(c => c.Channel)],
            [.. failures.Select(f => f.Channel)],
            false
        );
    }
}
