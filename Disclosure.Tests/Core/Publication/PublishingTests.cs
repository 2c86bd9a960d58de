using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Publication;

[Slow]
public sealed class PublishingTests
{
    [Theory]
    [InlineData("UPDATE BlobChunks SET Data = CAST(replace(CAST(Data AS TEXT), '正文', '改文') AS BLOB)")]
    [InlineData("UPDATE BlobChunks SET Data = substr(Data, 1, 3)")]
    [InlineData("DELETE FROM BlobChunks")]
    [InlineData("UPDATE Blobs SET ErasedAt = '2026-01-01'")]
    [InlineData("UPDATE Revisions SET ContentJson = replace(ContentJson, '工业', '农业')")]
    [InlineData("UPDATE Revisions SET AnswersJson = replace(AnswersJson, 'false', 'true')")]
    [InlineData("UPDATE Revisions SET Fingerprint = replace(Fingerprint, substr(Fingerprint, 1, 1), 'x')")]
    [InlineData("UPDATE ItemFiles SET Name = '别的.txt' WHERE RevisionId IS NOT NULL")]
    [InlineData("UPDATE ItemFiles SET Size = Size + 1 WHERE RevisionId IS NOT NULL")]
    [InlineData("DELETE FROM ItemFiles WHERE RevisionId IS NOT NULL")]
    [InlineData("UPDATE Signatures SET Standing = 0 WHERE Step = 'office'")]
    [InlineData("DELETE FROM Signatures WHERE Step = 'deputy'")]
    [InlineData("UPDATE Signatures SET Fingerprint = 'x' WHERE Step = 'deputy'")]
    [InlineData("UPDATE Submissions SET DirectorRequired = 1")]
    public async Task Store_ChangedBehindTheProgramsBack_PublishesNothing(string sql)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Assert.True(await given.TamperAsync(sql) > 0);
        var outcome = await given.DoAsync(id, "platform.1", MoveKind.Publish);
        Assert.True(outcome.Problem is FingerprintBroken or SignatureMissing, outcome.Problem?.Text ?? "published");
        Assert.Equal(ItemState.UnderWay, (await given.SubmissionAsync(id)).State);
        Assert.Equal(0, await given.ReadAsync(db => db.Publications.CountAsync()));
    }

    [Fact]
    public async Task Desk_NeedsAllThree_OfTheRevisionThatIsPublished()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        var desk = given.Get<PublicationService>();
        foreach (var missing in Enum.GetValues<DeskTick>())
        {
            await given.TickAllAsync(id);
            Given.Must(await desk.TickAsync(id, new DeskEntry(missing, false), given.By("platform.2"), given.Now));
            Assert.IsType<ReceiptsIncomplete>((await PublishAsync(given, id)).Problem);
        }
        await given.TickAllAsync(id);
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Return));
        await given.WalkAsync(id, "platform");
        Assert.IsType<ReceiptsIncomplete>((await PublishAsync(given, id)).Problem);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(0, 4)]
    [InlineData(1, null)]
    [InlineData(1, -1)]
    public async Task Paper_IsTickedWithCopiesAndPages(int? copies, int? pages)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Assert.IsType<DeliveryIncomplete>(
            (
                await given
                    .Get<PublicationService>()
                    .TickAsync(id, new DeskEntry(DeskTick.Paper, true, copies, pages), given.By("platform.1"), given.Now)
            ).Problem
        );
    }

    [Fact]
    public async Task Form_IsAPrintingThatTheProgramRegistered_OfWhatStandsNow()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        async Task<Problem?> TakeAsync(int? print) => (await given.TickAsync(id, new DeskEntry(DeskTick.Form, true, Print: print))).Problem;
        Assert.IsType<NothingPrinted>(await TakeAsync(1));
        var first = await given.PrintAsync(id);
        Assert.IsType<PrintingNotChosen>(await TakeAsync(null));
        Assert.IsType<NoSuchPrinting>(await TakeAsync(2));
        Given.Must(await given.PutAsync(id, first, "office.1", OriginalPlace.WrittenOff));
        Assert.Contains("误打", Assert.IsType<PrintingWrittenOff>(await TakeAsync(first)).Text, StringComparison.Ordinal);
        var second = await given.PrintAsync(id);
        Assert.Null(await TakeAsync(second));
        Assert.Contains("收到表单（第2次打印）", await given.AuditOfAsync(id, "desk.tick"));
        Assert.Equal(OriginalPlace.Received, (await given.PrintedAsync(id, second)).Place);

        Given.Must(await given.TickAsync(id, new DeskEntry(DeskTick.Form, false)));
        Assert.Equal(OriginalPlace.Out, (await given.PrintedAsync(id, second)).Place);
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Return));
        await given.EditAsync(id, "gongye.editor", c => c.Summary = "改过的摘要");
        await given.WalkAsync(id, "platform");
        Assert.IsType<PrintingIsVoid>(await TakeAsync(second));
    }

    [Fact]
    public async Task Tick_IsForTheHeadOfThePlatform_WhileTheItemLiesThere()
    {
        await using var given = await Given.BureauAsync();
        var (early, id) = (await given.ItemAsync(RouteCodes.City, "deputy"), await given.ItemAsync(RouteCodes.City, "platform"));
        var desk = given.Get<PublicationService>();
        Assert.False((await desk.TickAsync(early, new DeskEntry(DeskTick.Form, true), given.By("platform.1"), given.Now)).Ok);
        Assert.IsType<NotYourStep>((await desk.TickAsync(id, new DeskEntry(DeskTick.Form, true), given.By("office.1"), given.Now)).Problem);
        Assert.Equal(0, await given.ReadAsync(db => db.DeskReceipts.CountAsync()));
    }

    [Fact]
    public async Task Publication_NeedsItsChannels_ItsPlaces_AndTheArchive()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await given.TickAllAsync(id);
        var place = new ChannelEntry(Channel.Website, "https://tjj.example.cn/1", given.Now);
        Assert.IsType<NoChannelPublished>((await PublishAsync(given, id)).Problem);
        Assert.IsType<ArchiveNotMatched>((await PublishAsync(given, id, c => c with { MatchesArchive = false }, place)).Problem);
        Assert.IsType<ChannelNotAllowed>(
            (await PublishAsync(given, id, null, new ChannelEntry(Channel.Book, "ISBN 978", given.Now))).Problem
        );
        Assert.IsType<PlaceNeeded>((await PublishAsync(given, id, null, place with { Place = "javascript:alert(1)" })).Problem);
        Assert.IsType<PlaceNeeded>((await PublishAsync(given, id, null, place with { Place = " " })).Problem);
        Assert.IsType<NotYetPublished>((await PublishAsync(given, id, null, place with { At = given.Now.AddMinutes(5) })).Problem);
        Assert.IsType<PublishedBeforeItBegan>(
            (await PublishAsync(given, id, null, place with { At = new DateTime(2, 11, 29, 0, 0, 0, DateTimeKind.Utc) })).Problem
        );
        Assert.IsType<ChannelEnteredTwice>((await PublishAsync(given, id, null, place, place)).Problem);
        Given.Must(await PublishAsync(given, id, null, place));
        var desk = given.Get<PublicationService>();
        Assert.IsType<ChannelAlreadyEntered>(
            (await desk.RecordAsync(id, place, Guid.NewGuid(), given.By("platform.1"), given.Now)).Problem
        );
        var early = place with { Channel = Channel.Intranet, At = (await given.SubmissionAsync(id)).CreatedAt.AddMinutes(-1) };
        Assert.IsType<PublishedBeforeItBegan>(
            (await desk.RecordAsync(id, early, Guid.NewGuid(), given.By("platform.1"), given.Now)).Problem
        );
        // Entered by the minute: the very minute in which the item was begun is possible.
        await given.TamperAsync($"UPDATE Submissions SET CreatedAt = '2026-11-02 01:00:30' WHERE Id = {id};");
        Given.Must(
            await desk.RecordAsync(
                id,
                place with
                {
                    Channel = Channel.Intranet,
                    At = new DateTime(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc),
                },
                Guid.NewGuid(),
                given.By("platform.1"),
                given.Now
            )
        );
    }

    [Fact]
    public async Task Catalogue_HasNoGaps_UnderEightPublishersAtOnce()
    {
        await using var given = await Given.BureauAsync();
        var ids = new List<int>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await given.ItemAsync(RouteCodes.City, "platform"));
            if (i != 5)
            {
                await given.TickAllAsync(ids[i]);
            }
        }
        var outcomes = await Task.WhenAll(
            ids.Select(
                (id, i) =>
                    Task.Run(async () =>
                        await PublishAsync(given, id, null, new ChannelEntry(Channel.Website, "https://tjj.example.cn/1", given.Now))
                    )
            )
        );
        Assert.Equal(7, outcomes.Count(o => o.Ok));
        var indexes = await given.ReadAsync(db =>
            db.Submissions.Where(s => s.CatalogueIndex != null).Select(s => s.CatalogueIndex).ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, 7).Select(n => $"2026-0000{n}"), indexes.Order());
    }

    [Fact]
    public async Task PublishedList_ShowsTheYear_ToOpenAccountsOnly()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "nowhere");
        await given.ItemAsync(RouteCodes.City, "platform");
        var list = given.Get<PublicationQueries>();
        foreach (
            var (who, seen, mayOpen) in ((string, int, bool)[])
                [("nobody", 1, false), ("nongmu.editor", 1, false), ("karuo.editor", 1, true), ("closed", 0, false), ("fresh", 0, false)]
        )
        {
            var (rows, total) = await list.PublishedAsync(2026, "", 0, given.By(who), given.Now);
            Assert.Equal((seen, seen), (rows.Count, total));
            Assert.True(rows.All(r => r.Id == id && r.MayOpen == mayOpen));
        }
        Assert.Empty((await list.PublishedAsync(2025, "", 0, given.By("karuo.editor"), given.Now)).Rows);
    }

    private static async Task<Disclosure.Core.Common.Outcome<Move>> PublishAsync(
        Given given,
        int id,
        Func<Command, Command>? change = null,
        params ChannelEntry[] entries
    )
    {
        var item = await given.SubmissionAsync(id);
        var command = given.Whole(MoveKind.Publish, item.Step, item.Version);
        return await given
            .Get<PublicationService>()
            .PublishAsync(id, change?.Invoke(command) ?? command, entries, given.By("platform.1"), given.Now);
    }
}
