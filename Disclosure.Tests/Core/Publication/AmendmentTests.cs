using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Publication;

[Slow]
public sealed class AmendmentTests
{
    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task Correction_WalksTheSameSignatures_AndOverwritesNothing(string route)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.PublishedAsync(route);
        var before = await given.SubmissionAsync(id);
        var correction = await given.AmendAsync(id, AmendmentKind.Correction);

        await given.WalkAsync(correction, "none");

        var after = await given.SubmissionAsync(correction);
        Assert.Equal(ItemState.Published, after.State);
        Assert.NotEqual(before.Number, after.Number);
        Assert.Equal(
            (await given.SignaturesAsync(id)).Select(s => (s.Step, s.Duty)),
            (await given.SignaturesAsync(correction)).Select(s => (s.Step, s.Duty))
        );
        var now = await given.SubmissionAsync(id);
        Assert.Equal(
            (before.Title, before.RevisionId, before.State, before.CatalogueIndex),
            (now.Title, now.RevisionId, now.State, now.CatalogueIndex)
        );
        var (rows, _) = await given.Get<PublicationQueries>().PublishedAsync(2026, "", 0, given.By("office.1"), given.Now);
        Assert.Equal(AmendmentKind.Correction, rows.Single(r => r.Id == id).AmendedBy);
        Assert.Equal(AmendmentKind.Correction, rows.Single(r => r.Id == correction).Amendment);
        var view = (await given.Get<AmendmentQueries>().OfItemAsync(id, given.By("office.1"), given.Now))!;
        Assert.Equal([(correction, AmendmentKind.Correction, ItemState.Published)], view.Rows.Select(r => (r.Id, r.Kind, r.State)));
    }

    [Fact]
    public async Task Revision_NeedsItsBasis_AndACorrectionBothWordings()
    {
        await using var given = await Given.BureauAsync();
        var revision = await given.AmendAsync(await given.PublishedAsync(), AmendmentKind.DataRevision, c => c.Amendment!.Basis = " ");
        var correction = await given.AmendAsync(await given.PublishedAsync(), AmendmentKind.Correction, c => c.Amendment!.Changes = "");

        Assert.Contains(
            (await SendAsync(given, revision)).Problem is ContentIncomplete r ? r.Missing.Select(m => m.Field) : [],
            m => m == AmendmentRules.Basis
        );
        Assert.Contains(
            (await SendAsync(given, correction)).Problem is ContentIncomplete c ? c.Missing.Select(m => m.Field) : [],
            m => m == AmendmentRules.Changes
        );
    }

    [Fact]
    public async Task TakeDown_NeedsEveryChannel_AndKeepsWhereItStood()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.PublishedAsync();
        var takeDown = await given.AmendAsync(id, AmendmentKind.TakeDown);
        await given.WalkAsync(takeDown, "platform");
        await given.TickAllAsync(takeDown);
        var entries = await given.StandingAsync(id);

        Assert.IsType<ChannelsStillUp>((await PublishAsync(given, takeDown, [entries[0]])).Problem);
        Assert.IsType<DownTimeWrong>(
            (await PublishAsync(given, takeDown, [.. entries.Select(e => e with { At = given.Now.AddDays(-40) })])).Problem
        );
        Given.Must(await PublishAsync(given, takeDown, entries));

        var item = await given.SubmissionAsync(id);
        Assert.Equal((ItemState.Published, true), (item.State, item.TakenDownAt is not null));
        Assert.Null((await given.SubmissionAsync(takeDown)).CatalogueIndex);
        var channels = (await given.Get<PublicationQueries>().OfItemAsync(id, given.By("office.1"), given.Now)).Channels;
        Assert.All(channels, c => Assert.True(c.DownAt >= c.At && c.Place.Length > 0));
        Assert.Equal(
            TakeDownGround.Error,
            (await given.Get<AmendmentQueries>().OfItemAsync(id, given.By("office.1"), given.Now))!.Down!.Ground
        );
    }

    [Fact]
    public async Task WhatIsDown_IsNotChangedAnyMore_AndOneChangeGoesAtATime()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.PublishedAsync();
        var correction = await given.AmendAsync(id, AmendmentKind.Correction);
        Assert.IsType<AmendmentUnderWay>((await BeginAsync(given, id, "gongye.editor")).Problem);
        await given.WalkAsync(correction, "platform");
        Given.Must(
            await given
                .Get<AmendmentService>()
                .TakeDownNowAsync(id, "须立即撤下", await given.StandingAsync(id), Guid.NewGuid(), given.By("platform.1"), given.Now)
        );

        Assert.IsType<AlreadyDown>((await given.DoAsync(correction, "platform.1", MoveKind.Publish)).Problem);
        Assert.IsType<AlreadyDown>((await BeginAsync(given, id, "gongye.editor")).Problem);
        Assert.IsType<AlreadyDown>(
            (
                await given
                    .Get<PublicationService>()
                    .RecordAsync(
                        id,
                        new ChannelEntry(Channel.Website, "https://a.cn", given.Now),
                        Guid.NewGuid(),
                        given.By("platform.1"),
                        given.Now
                    )
            ).Problem
        );
    }

    [Fact]
    public async Task Emergency_ComesDownAtOnce_AndIsCountersignedAfter()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.PublishedAsync(RouteCodes.County);
        var service = given.Get<AmendmentService>();
        Assert.IsType<NotFound>(
            (
                await service.TakeDownNowAsync(
                    id,
                    "须立即撤下",
                    await given.StandingAsync(id),
                    Guid.NewGuid(),
                    given.By("karuo.editor"),
                    given.Now
                )
            ).Problem
        );
        Assert.IsType<WhyNeeded>(
            (
                await service.TakeDownNowAsync(id, " ", await given.StandingAsync(id), Guid.NewGuid(), given.By("office.1"), given.Now)
            ).Problem
        );

        var draft = Given.Must(
            await service.TakeDownNowAsync(id, "须立即撤下", await given.StandingAsync(id), Guid.NewGuid(), given.By("office.1"), given.Now)
        );

        Assert.NotNull((await given.SubmissionAsync(id)).TakenDownAt);
        var hidden = (await given.Get<PublicationQueries>().PublishedAsync(2026, "", 0, given.By("platform.1"), given.Now)).Rows.Single(r =>
            r.Id == id
        );
        Assert.Equal((PublishedRow.Hidden, "", 0), (hidden.Title, hidden.Summary, hidden.Channels.Count));
        Assert.Empty(
            (await given.Get<PublicationQueries>().PublishedAsync(2026, "规模以上工业", 0, given.By("platform.1"), given.Now)).Rows
        );
        Assert.Equal(
            "紧急下线待补签",
            Assert.Single(await given.Get<AmendmentQueries>().ComingDownAsync(given.By("platform.1"), given.Now)).What
        );
        Assert.Equal(1, await given.RemindedAsync("countersign/", "karuo.editor"));
        Assert.IsType<EmergencyMustBeSigned>(
            (await given.Get<DraftService>().DiscardAsync(draft, given.By("karuo.editor"), given.Now)).Problem
        );

        await given.CompleteAmendmentAsync(draft, "karuo.editor", c => c.Amendment!.Ground = TakeDownGround.Lawful);
        Assert.Equal(TakeDownGround.Secrecy, (await given.SubmissionAsync(draft)).Draft.Amendment!.Ground);
        await given.WalkAsync(draft, "section");
        Assert.IsType<EmergencyMustBeSigned>((await given.DoAsync(draft, "karuo.editor", MoveKind.Withdraw)).Problem);
        await given.WalkAsync(draft, "none");

        Assert.Empty(await given.Get<AmendmentQueries>().ComingDownAsync(given.By("platform.1"), given.Now));
        Assert.NotNull((await given.Get<AmendmentQueries>().OfItemAsync(id, given.By("office.1"), given.Now))!.Down!.SignedAt);
    }

    [Fact]
    public async Task Notice_ThatHasEnded_ComesDownWithoutNewSignatures_AndIsReminded()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.PublishedAsync(
            RouteCodes.City,
            c =>
            {
                (c.Kind, c.DecisionNumber, c.CreditCode) = (ItemKind.DiscreditedList, "昌统罚〔2026〕1号", "91350100M000100Y43");
                (c.NoticeFrom, c.NoticeUntil) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));
            }
        );
        var service = given.Get<AmendmentService>();
        Assert.IsType<NoticeNotEnded>(
            (await service.ExpireAsync(id, await given.StandingAsync(id), Guid.NewGuid(), given.By("platform.1"), given.Now)).Problem
        );
        given.WaitUntil(new DateTime(2026, 12, 2, 9, 0, 0));
        Assert.Equal(
            "公示期满待下线",
            Assert.Single(await given.Get<AmendmentQueries>().ComingDownAsync(given.By("office.1"), given.Now)).What
        );
        Assert.Equal(1, await given.RemindedAsync("notice-ended/", "platform.1"));

        Given.Must(await service.ExpireAsync(id, await given.StandingAsync(id), Guid.NewGuid(), given.By("platform.1"), given.Now));

        Assert.Equal(
            TakeDownGround.Expired,
            (await given.Get<AmendmentQueries>().OfItemAsync(id, given.By("office.1"), given.Now))!.Down!.Ground
        );
        Assert.Empty(await given.Get<AmendmentQueries>().ComingDownAsync(given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task OnlyTheUnitsEditor_Begins_AndCannotTurnItToAnotherItem()
    {
        await using var given = await Given.BureauAsync();
        var (id, other) = (await given.PublishedAsync(), await given.PublishedAsync());
        Assert.IsType<NotTheUnitsEditor>((await BeginAsync(given, id, "office.1")).Problem);
        Assert.IsType<NotFound>((await BeginAsync(given, id, "nongmu.editor")).Problem);
        Assert.IsType<NotPublishedYet>(
            (await BeginAsync(given, await given.ItemAsync(RouteCodes.City, "office"), "gongye.editor")).Problem
        );

        var correction = await given.AmendAsync(
            id,
            AmendmentKind.Correction,
            c =>
                c.Amendment = new Amendment
                {
                    ItemId = other,
                    Kind = AmendmentKind.TakeDown,
                    Reason = "因",
                    Changes = "改",
                }
        );

        var kept = (await given.SubmissionAsync(correction)).Draft.Amendment!;
        Assert.Equal((id, AmendmentKind.Correction, "因"), (kept.ItemId, kept.Kind, kept.Reason));
    }

    [Fact]
    public async Task OrdinaryItem_CannotCallItselfAnAmendment()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.PublishedAsync();
        var draft = await given.DraftAsync(
            RouteCodes.City,
            c => c.Amendment = new Amendment { ItemId = id, Kind = AmendmentKind.TakeDown }
        );

        Assert.Null((await given.SubmissionAsync(draft)).Draft.Amendment);
    }

    private static Task<Outcome<int>> BeginAsync(Given given, int id, string who) =>
        given.Get<AmendmentService>().BeginAsync(id, AmendmentKind.Correction, Guid.NewGuid(), given.By(who), given.Now);

    private static Task<Outcome<Move>> SendAsync(Given given, int id) => given.DoAsync(id, "gongye.editor", MoveKind.Send);

    private static async Task<Outcome<Move>> PublishAsync(Given given, int id, IReadOnlyList<ChannelEntry> entries)
    {
        var item = await given.SubmissionAsync(id);
        return await given
            .Get<PublicationService>()
            .PublishAsync(id, given.Whole(MoveKind.Publish, item.Step, item.Version), entries, given.By("platform.1"), given.Now);
    }
}
