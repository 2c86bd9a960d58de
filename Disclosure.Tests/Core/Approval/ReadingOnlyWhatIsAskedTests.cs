using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Audit;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>Whoever asks for one thing reads one thing; and what is noted as read is what was read.</summary>
public sealed class ReadingOnlyWhatIsAskedTests
{
    [Fact]
    public async Task PrintingAForm_IsAnEntryOfTheChain_AndNoReading()
    {
        await using var given = await Given.BureauAsync();
        var (id, by) = (await PlannedAsync(given), given.By("office.1"));
        var number = Given.Must(
            await given.Get<PrintService>().RegisterAsync(id, PrintChoice.FormOnly, "http://localhost/", Guid.NewGuid(), by, given.Now)
        );
        Given.Must(await given.Get<PrintService>().DrawAsync(id, number, by, given.Now));

        Assert.Empty(await LogAsync(given, id));
        Assert.Equal(1, await given.ReadAsync(db => db.Audit.CountAsync(e => e.SubmissionId == id && e.Action == "form.print")));
    }

    [Fact]
    public async Task LookingAtAFormBeforeTheHour_IsNotedAsWhatItIs()
    {
        await using var given = await Given.BureauAsync();
        var (id, prints) = (await PlannedAsync(given), given.Get<PrintService>());
        var number = await given.PrintAsync(id);
        Given.Must(await prints.DrawAsync(id, number, given.By("deputy"), given.Now));
        Given.Must(await prints.PreviewAsync(id, PrintChoice.FormOnly, given.By("director"), given.Now));
        Given.Must(await given.Get<EditableForms>().FormAsync(id, PrintChoice.FormOnly, given.By("platform.1"), given.Now));
        await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.head"), given.Now);

        Assert.Equal(
            [
                ("稿件页", given.By("gongye.head").Name),
                ("表单预览", given.By("platform.1").Name),
                ("表单预览", given.By("director").Name),
                ($"第{number}次打印的表单", given.By("deputy").Name),
            ],
            (await LogAsync(given, id)).Select(r => (r.What, r.Name))
        );
    }

    [Fact]
    public async Task ALetterThatNamesTitleAndNumber_AndAList_AreNoReadings()
    {
        await using var given = await Given.BureauAsync();
        var (id, by) = (await PlannedAsync(given), given.By("office.1"));
        Given.Must(await given.Get<HoldLetters>().ConsentAsync(id, OtherReason.TradeSecret, by, given.Now));
        Assert.NotNull(await given.Get<ItemQueries>().HeadingAsync(id, by, given.Now));
        Assert.NotNull(await given.Get<ItemQueries>().VersionsAsync(id, by, given.Now));
        Assert.Empty(await LogAsync(given, id));
    }

    [Fact]
    public async Task OneVersionOfFifty_ReadsOneVersion()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await FiftyVersionsAsync(given, id);
        var second = await given.ReadAsync(db => db.Revisions.SingleAsync(r => r.SubmissionId == id && r.Number == 2));

        var count = ReadCount.Begin();
        var seen = await given.Get<ItemQueries>().RevisionAsync(id, second.Id, given.By("gongye.editor"), given.Now);
        Assert.Equal(second.Content.Title, seen!.Value.Content.Title);
        Assert.InRange(count.RowsOf("Revisions"), 1, 2);
        Assert.InRange(count.Commands, 1, 5);
    }

    [Fact]
    public async Task TheListOfVersions_ReadsNoContent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await FiftyVersionsAsync(given, id);

        var count = ReadCount.Begin();
        Assert.Equal(50, (await given.Get<ItemQueries>().VersionsAsync(id, given.By("gongye.editor"), given.Now))!.Revisions.Count);
        Assert.Equal(0, count.RowsWith("ContentJson"));
        Assert.InRange(count.Commands, 1, 3);
    }

    [Fact]
    public async Task ASignatureCarriedOver_IsHeldAgainstItsOwnVersion_NotAgainstFifty()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { FormatOnly = true }));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        await FiftyVersionsAsync(given, id);

        var count = ReadCount.Begin();
        var view = (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;
        Assert.Contains(view.Signatures, s => s.Carried.StartsWith("沿用", StringComparison.Ordinal));
        Assert.InRange(count.RowsWith("ContentJson"), 1, 8);
    }

    [Fact]
    public async Task RefreshingTheFilesOfADraft_ReadsFilesOnly()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return));
        var whole = (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;

        var count = ReadCount.Begin();
        var files = (await given.Get<DraftQueries>().FilesAsync(id, given.By("gongye.editor"), given.Now))!;
        Assert.Equal(whole.Files, files.Files);
        Assert.Equal(0, count.RowsOf("Signatures") + count.RowsOf("Revisions") + count.RowsOf("Holds") + count.RowsOf("Units"));
        Assert.InRange(count.Commands, 1, 4);
    }

    [Theory]
    [InlineData("gongye.head")]
    [InlineData("office.1")]
    public async Task FilesOfADraft_AreTheEditors(string who)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        Assert.Null(await given.Get<DraftQueries>().FilesAsync(id, given.By(who), given.Now));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Null(await given.Get<DraftQueries>().FilesAsync(id, given.By("gongye.editor"), given.Now));
    }

    [Fact]
    public async Task ArchivingOneItem_ReadsNoOtherOfItsYear()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "end");
        await given.CopiesAsync("Submissions", id, 59, ("Number", "'年' || n"), ("CatalogueIndex", "NULL"));

        var count = ReadCount.Begin();
        var order = Given.Must(await given.Get<ArchivePackages>().OfItemAsync(id, given.By("office.1"), given.Now));
        Assert.InRange(count.MostOf("Submissions"), 1, 2);
        Assert.InRange(count.RowsWith("ContentJson"), 1, 2);
        await given.Get<ArchivePackages>().WriteAsync(order, new MemoryStream());
        Assert.InRange(count.MostOf("Submissions"), 1, 2);
        Assert.Equal(
            60,
            (await given.Get<ArchiveQueries>().PageAsync(given.Today.Year, "", null, null, given.By("office.1"), given.Now))!.OfYear
        );
    }

    [Fact]
    public async Task TheNeighbours_AreThoseOfTheDesk_AndTheDeskIsNotRead()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.CopiesAsync(
            "Submissions",
            id,
            44,
            ("Number", "'稿' || n"),
            ("RevisionId", "NULL"),
            ("UrgentUntil", "CASE WHEN n % 7 = 0 THEN printf('2026-11-04 0%d:00:00', n % 2) END"),
            ("StepDue", "CASE WHEN n % 5 = 0 THEN NULL ELSE printf('2026-11-1%d', n % 3) END"),
            ("StepSince", "printf('2026-11-02 01:0%d:00', n % 4)")
        );
        var (inbox, by) = (given.Get<InboxQueries>(), given.By("deputy"));
        var desk = (await inbox.AllAsync(Worklist.Waiting, "", null, by, given.Now)).Rows;
        Assert.Equal(45, desk.Count);
        for (var i = 0; i < desk.Count; i++)
        {
            var beside = await inbox.NeighboursAsync(desk[i].Id, by, given.Now);
            Assert.Equal(
                (desk.ElementAtOrDefault(i - 1)?.Id, desk.ElementAtOrDefault(i + 1)?.Id, 45),
                (beside.Previous?.Id, beside.Next?.Id, beside.Waiting)
            );
        }

        var count = ReadCount.Begin();
        await inbox.NeighboursAsync(desk[20].Id, by, given.Now);
        Assert.InRange(count.MostOf("Submissions"), 1, 2);
        Assert.InRange(count.Commands, 1, 5);
    }

    [Fact]
    public async Task AnItemThatNoLongerWaits_LeadsToTheFirstThatDoes()
    {
        await using var given = await Given.BureauAsync();
        var (done, waiting) = (await given.ItemAsync(RouteCodes.City, "deputy"), await given.ItemAsync(RouteCodes.City, "deputy"));
        Given.Must(await given.DoAsync(done, "deputy", MoveKind.Approve));
        var beside = await given.Get<InboxQueries>().NeighboursAsync(done, given.By("deputy"), given.Now);
        Assert.Equal((null, (int?)waiting, 1), (beside.Previous?.Id, beside.Next?.Id, beside.Waiting));
    }

    private static Task<int> PlannedAsync(Given given) =>
        given.ItemAsync(RouteCodes.City, "platform", c => (c.PlannedOn, c.PlannedTime) = (new DateOnly(2026, 11, 25), new TimeOnly(9, 0)));

    private static async Task<IReadOnlyList<PlannedReadingRow>> LogAsync(Given given, int id) =>
        await given.Get<ReadingLog>().OfItemAsync(id, given.By("platform.1"), given.Now);

    private static async Task FiftyVersionsAsync(Given given, int id)
    {
        var (first, there) = await given.ReadAsync(async db =>
            (
                await db.Revisions.Where(r => r.SubmissionId == id).MinAsync(r => r.Id),
                await db.Revisions.CountAsync(r => r.SubmissionId == id)
            )
        );
        await given.CopiesAsync("Revisions", first, 50 - there, ("Number", $"n + {there}"), ("Fingerprint", "printf('%064d', n)"));
    }
}
