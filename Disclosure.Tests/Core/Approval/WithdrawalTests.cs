using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Evidence;
using Disclosure.Core.Publication;
using Disclosure.Core.Reminders;
using Disclosure.Core.Review;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>One person's 涉密中止 destroys only what nothing else refers to; other people's files wait for the office (ADR 0021).</summary>
[Slow]
public sealed class WithdrawalTests
{
    private const string Bytes = "两件稿件里相同的内容甲乙丙";

    [Fact]
    public async Task AStop_DestroysNothingThatAnotherItemHolds_AndNobodyReadsItMeanwhile()
    {
        await using var given = await Given.BureauAsync();
        var (published, stopped) = await PublishedAndStoppedAsync(given);

        Assert.True(await given.StoreHoldsAsync(Bytes));
        var file = await FileAsync(given, published);
        var blobs = given.Get<BlobStore>();
        Assert.IsType<ContentIsWithdrawn>((await blobs.OpenReadAsync(file.Sha256, Holder.Item(published))).Problem);
        Assert.IsType<ContentIsErased>((await blobs.OpenReadAsync(file.Sha256, Holder.Item(stopped))).Problem);
        Assert.IsType<ContentIsWithdrawn>((await blobs.OpenReadAsync(file.Sha256)).Problem);
        Assert.IsType<ContentIsWithdrawn>(
            (await given.Get<EvidencePreview>().ReadAsync(file.Id, null, null, given.By("office.1"), given.Now)).Problem
        );
        Assert.IsType<FileIsWithdrawn>(
            (await given.Get<PublishingPackage>().PrepareAsync(published, given.By("platform.1"), given.Now)).Problem
        );
        var later = await given.DraftAsync(RouteCodes.City);
        Assert.IsType<ContentIsWithdrawn>((await given.TryUploadAsync(later, "再传.txt", Bytes, "gongye.editor")).Problem);
    }

    [Fact]
    public async Task EachItemTouched_IsNamedInTheChain_ItsPageSaysSo_AndItsPeopleAndTheOfficeAreTold()
    {
        await using var given = await Given.BureauAsync();
        var (published, _) = await PublishedAndStoppedAsync(given);

        var entry = await given.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "file.withdraw"));
        Assert.Equal((published, given.By("karuo.editor").StaffId), (entry.SubmissionId, entry.StaffId));
        var view = (await given.Get<ItemQueries>().FindAsync(published, given.By("gongye.editor"), given.Now))!;
        Assert.True(Assert.Single(view.Withdrawn) is { Closed: true, Decision: null, FileName: "正文.txt" });
        Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
        foreach (var who in (string[])["gongye.editor", "gongye.head", "office.1", "platform.1"])
        {
            var (rows, _) = await given.Get<ReminderService>().PageAsync(0, given.By(who), given.Now);
            Assert.Contains(rows, r => r.Text.Contains("停止查阅", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task TheOffice_ConfirmsItemByItem_AndTheLastOneDestroysTheBytes()
    {
        await using var given = await Given.BureauAsync();
        var other = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var (published, _) = await PublishedAndStoppedAsync(given);
        var waiting = await given.WaitingAsync();
        Assert.Equal([other, published], waiting.Select(w => w.HolderKey).Order());
        var service = given.Get<WithdrawalService>();

        Assert.False(
            Given.Must(
                await service.DecideAsync(waiting[0].Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("office.1"), given.Now)
            )
        );
        Assert.True(await given.StoreHoldsAsync(Bytes));
        Assert.True(
            Given.Must(
                await service.DecideAsync(waiting[1].Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("office.1"), given.Now)
            )
        );

        Assert.False(await given.FolderHoldsAsync(Bytes));
        Assert.Equal(
            [other, published],
            await given.ReadAsync(db =>
                db.Audit.Where(e => e.Action == "file.destroy").Select(e => e.SubmissionId!.Value).OrderBy(i => i).ToListAsync()
            )
        );
        Assert.IsType<ContentErasedBefore>((await given.TryUploadAsync(other, "再传.txt", Bytes, "gongye.editor")).Problem);
    }

    [Fact]
    public async Task TheOffice_MayGiveAFileBack_WithAReason_AndItIsReadAndPublishedAgain()
    {
        await using var given = await Given.BureauAsync();
        var (published, stopped) = await PublishedAndStoppedAsync(given);
        var row = Assert.Single(await given.WaitingAsync());
        var service = given.Get<WithdrawalService>();
        Assert.IsType<ReleaseNeedsReason>(
            (await service.DecideAsync(row.Id, WithdrawalDecision.Released, " ", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );

        Given.Must(
            await service.DecideAsync(
                row.Id,
                WithdrawalDecision.Released,
                "该文件早已公开，密级标错。",
                Guid.NewGuid(),
                given.By("office.1"),
                given.Now
            )
        );

        var blobs = given.Get<BlobStore>();
        await using (var bytes = Given.Must(await blobs.OpenReadAsync(row.Sha256, Holder.Item(published))))
        {
            Assert.NotEqual(0, bytes.Length);
        }
        Given.Must(await given.Get<PublishingPackage>().PrepareAsync(published, given.By("platform.1"), given.Now));
        Assert.IsType<ContentIsErased>((await blobs.OpenReadAsync(row.Sha256, Holder.Item(stopped))).Problem);
        Assert.Contains(
            "密级标错",
            (await given.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "file.release"))).Detail,
            StringComparison.Ordinal
        );
        Assert.IsType<WithdrawalDecided>(
            (await service.DecideAsync(row.Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task WhoeverStoppedTheItem_AndWhoeverIsNotTheOffice_DecidesNothingHere()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City, body: Bytes);
        var own = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(own, "office");
        Given.Must(await given.DoAsync(own, "office.1", MoveKind.Stop));
        var row = Assert.Single(await given.WaitingAsync());
        var service = given.Get<WithdrawalService>();

        Assert.IsType<AnotherMustDecide>(
            (await service.DecideAsync(row.Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
        Assert.IsType<WithdrawalsAreTheOffices>(
            (
                await service.DecideAsync(row.Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("gongye.head"), given.Now)
            ).Problem
        );
        Assert.Null(await given.Get<WithdrawalQueries>().PageAsync(0, given.By("gongye.head"), given.Now));
        Assert.True(await given.StoreHoldsAsync(Bytes));
    }

    [Theory]
    [InlineData("edit", MoveKind.Send)]
    [InlineData("section", MoveKind.Approve)]
    [InlineData("deputy", MoveKind.Approve)]
    [InlineData("platform", MoveKind.Publish)]
    public async Task WhatNobodyCanRead_GoesNoStepFurther_ButMayGoBack(string step, MoveKind kind)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(id, step);
        await StopTwinAsync(given);

        var who = Given.HolderOf(RouteCodes.City, step);
        Assert.IsType<FileIsWithdrawn>((await given.DoAsync(id, who, kind)).Problem);
        if (step != "edit")
        {
            Given.Must(await given.DoAsync(id, who, MoveKind.Return, c => c with { ReturnTo = "edit" }));
        }
        var file = await FileAsync(given, id);
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, file.Id, given.By("gongye.editor"), given.Now));
        await given.UploadAsync(id, "换过的正文.txt", "与此无关的内容", "gongye.editor");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
    }

    [Fact]
    public async Task Search_NoLongerFindsTheWordsOfAWithdrawnFile_AndFindsThemOnceItIsGivenBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(id, "platform");
        await given.Get<SearchService>().CatchUpAsync();
        Assert.True(await FindsAsync(given));
        await StopTwinAsync(given);
        await given.Get<SearchService>().CatchUpAsync();
        Assert.False(await FindsAsync(given));

        var row = Assert.Single(await given.WaitingAsync());
        Given.Must(
            await given
                .Get<WithdrawalService>()
                .DecideAsync(row.Id, WithdrawalDecision.Released, "不涉密。", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        await given.Get<SearchService>().CatchUpAsync();
        Assert.True(await FindsAsync(given));
    }

    [Fact]
    public async Task AReferralThatErasesTheOriginals_ReachesNobodyElsesFileEither()
    {
        await using var given = await Given.BureauAsync();
        var other = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(id, "office");
        Given.Must(
            await given.HoldAsync(
                id,
                "office.1",
                HoldKind.Redaction,
                "",
                Given.AllNo,
                new() { Matters = [RedactedMatter.StateSecret] },
                OfficeFinding.DiscloseInPart
            )
        );
        Assert.True(await given.StoreHoldsAsync(Bytes));
        Assert.Equal(other, Assert.Single(await given.WaitingAsync()).HolderKey);
    }

    [Fact]
    public async Task AnAuthorisation_HoldsItsScanAsAnItemHoldsItsFile()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var sha = (await FileAsync(given, id)).Sha256;
        await given.TamperAsync(
            $"INSERT INTO Delegations (PrincipalId, DeputyId, Duty, \"From\", Until, ScanSha256) SELECT {given.By("deputy").StaffId}, {given.By("office.1").StaffId}, 'DeputyDirector', '2020-01-01', '2020-01-02', '{sha}'"
        );
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));
        Assert.True(await given.StoreHoldsAsync(Bytes));
        Assert.Equal(HolderKind.Delegation, Assert.Single(await given.WaitingAsync()).Holder);
        Assert.Null((await given.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "file.withdraw"))).SubmissionId);
        await given.ConfirmAllAsync();
        Assert.False(await given.FolderHoldsAsync(Bytes));
    }

    [Fact]
    public async Task AnItemThatWaited_AndIsStoppedItself_IsAskedAboutNoMore_AndTheLastStopDestroysTheBytes()
    {
        await using var given = await Given.BureauAsync();
        var waiting = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await StopTwinAsync(given);
        Assert.Equal(waiting, Assert.Single(await given.WaitingAsync()).HolderKey);

        Given.Must(await given.DoAsync(waiting, "gongye.editor", MoveKind.Stop));

        Assert.Empty(await given.WaitingAsync());
        Assert.False(await given.FolderHoldsAsync(Bytes));
        // Decided by whoever stopped it, not by the office: the chain says so, and nobody is told otherwise.
        var entry = await given.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "file.destroy"));
        Assert.Equal((waiting, given.By("gongye.editor").StaffId), (entry.SubmissionId, entry.StaffId));
        Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
        var (rows, _) = await given.Get<ReminderService>().PageAsync(0, given.By("gongye.editor"), given.Now);
        Assert.Contains(rows, r => r.Text.Contains("已按涉密清除", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Text.Contains("经公开办", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsDestroyedByAnotherStop_WaitsForNobodyAnyMore_AndEachItemSaysSo()
    {
        await using var given = await Given.BureauAsync();
        var without = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var last = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await StopTwinAsync(given);
        Given.Must(
            await given
                .Get<DraftService>()
                .RemoveFileAsync(without, (await FileAsync(given, without)).Id, given.By("gongye.editor"), given.Now)
        );
        Assert.Equal([without, last], (await given.WaitingAsync()).Select(w => w.HolderKey).Order());

        Given.Must(await given.DoAsync(last, "gongye.editor", MoveKind.Stop));

        Assert.False(await given.FolderHoldsAsync(Bytes));
        Assert.Empty(await given.WaitingAsync());
        Assert.Equal(
            [without, last],
            await given.ReadAsync(db =>
                db.Audit.Where(e => e.Action == "file.destroy").Select(e => e.SubmissionId!.Value).OrderBy(i => i).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task WhatIsErasedAlready_IsNotGivenBack_AndTheRecordSaysThatItWasErasedBefore()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await StopTwinAsync(given);
        var row = Assert.Single(await given.WaitingAsync());
        // As the version before left it.
        await given.TamperAsync(
            $"DELETE FROM BlobChunks WHERE ChunkSet = (SELECT ChunkSet FROM Blobs WHERE Sha256 = '{row.Sha256}'); UPDATE Blobs SET ErasedAt = '2026-11-02 00:00:00' WHERE Sha256 = '{row.Sha256}'"
        );
        var service = given.Get<WithdrawalService>();

        Assert.IsType<ErasedIsNotReleased>(
            (
                await service.DecideAsync(row.Id, WithdrawalDecision.Released, "不涉密。", Guid.NewGuid(), given.By("office.1"), given.Now)
            ).Problem
        );
        Assert.False(
            Given.Must(await service.DecideAsync(row.Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("office.1"), given.Now))
        );

        var entry = await given.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "file.destroy"));
        Assert.Equal(id, entry.SubmissionId);
        Assert.EndsWith("；文件内容此前已从库中删除", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneStop_TellsTheOfficeOnce_HoweverManyRecordsHoldTheFile()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.DraftAsync(RouteCodes.City, body: Bytes);
        await StopTwinAsync(given);
        Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
        var (rows, _) = await given.Get<ReminderService>().PageAsync(0, given.By("office.1"), given.Now);
        Assert.Single(rows, r => r.Link == "/withdrawn");
    }

    [Fact]
    public async Task AChangeOfAPublishedItem_TakesNoFileAlongThatStillWaitsForAnother()
    {
        await using var given = await Given.BureauAsync();
        var published = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(published, "end");
        await given.DraftAsync(RouteCodes.City, body: Bytes);
        await StopTwinAsync(given);
        var row = (await given.WaitingAsync()).Single(w => w.HolderKey == published);
        Given.Must(
            await given
                .Get<WithdrawalService>()
                .DecideAsync(row.Id, WithdrawalDecision.Released, "不涉密。", Guid.NewGuid(), given.By("office.1"), given.Now)
        );

        var change = Given.Must(
            await given
                .Get<AmendmentService>()
                .BeginAsync(published, AmendmentKind.Correction, Guid.NewGuid(), given.By("gongye.editor"), given.Now)
        );
        Assert.Equal(0, await given.ReadAsync(db => db.ItemFiles.CountAsync(f => f.SubmissionId == change)));
    }

    [Fact]
    public async Task AChangeOfAPublishedItem_TakesNoFileAlongThatTheItemHasGivenUp()
    {
        await using var given = await Given.BureauAsync();
        var published = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(published, "end");
        await given.DraftAsync(RouteCodes.City, body: Bytes);
        await StopTwinAsync(given);
        foreach (var row in await given.WaitingAsync())
        {
            var decision = row.HolderKey == published ? WithdrawalDecision.Destroyed : WithdrawalDecision.Released;
            Given.Must(
                await given
                    .Get<WithdrawalService>()
                    .DecideAsync(row.Id, decision, "已核。", Guid.NewGuid(), given.By("office.1"), given.Now)
            );
        }

        var change = Given.Must(
            await given
                .Get<AmendmentService>()
                .BeginAsync(published, AmendmentKind.Correction, Guid.NewGuid(), given.By("gongye.editor"), given.Now)
        );
        Assert.Equal(0, await given.ReadAsync(db => db.ItemFiles.CountAsync(f => f.SubmissionId == change)));
    }

    [Fact]
    public async Task EveryColumnThatNamesContent_IsKnownAsAHolder()
    {
        // Hashes that are no reference of their own: the content itself, uploads on the way, what was drawn from content, a month's
        // figures, an approved file named beside the item that holds it.
        string[] none =
        [
            "Blobs.Sha256",
            "Uploads.Sha256",
            "Examinations.Sha256",
            "Withdrawals.Sha256",
            "MonthlyReports.Sha256",
            "ConsistencyChecks.FileSha256",
        ];
        await using var given = await Given.BureauAsync();
        var columns = await given.ReadAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .SelectMany(t =>
                        t.GetProperties()
                            .Where(p => p.Name.Contains("Sha256", StringComparison.Ordinal))
                            .Select(p => $"{t.GetTableName()}.{p.GetColumnName()}")
                    )
                    .ToList()
            )
        );
        Assert.Equal(
            ContentHolders.All.Select(h => $"{h.Table}.{h.Column}").Concat(none).Order(StringComparer.Ordinal),
            columns.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task AnOlderBackup_OpensNothingThatWaits_AndBringsBackNothingThatWasConfirmed()
    {
        await using var given = await Given.BureauAsync();
        var other = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var sha = (await FileAsync(given, id)).Sha256;
        var elsewhere = Directory.CreateTempSubdirectory("disclosure-backup").FullName;
        var copy = Path.Combine(elsewhere, "备份.db");
        Given.Must(await given.Get<Backup>().SaveAsync(copy));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));

        Given.Must(await given.Get<Backup>().RestoreAsync(copy, given.Now));
        Given.Must(await given.Get<StoreStartup>().MigrateAsync());
        Assert.IsType<ContentIsWithdrawn>((await given.Get<BlobStore>().OpenReadAsync(sha, Holder.Item(other))).Problem);
        await given.ConfirmAllAsync();
        given.Wait(TimeSpan.FromMinutes(1));
        Given.Must(await given.Get<Backup>().RestoreAsync(copy, given.Now));
        Given.Must(await given.Get<StoreStartup>().MigrateAsync());
        Assert.IsType<ContentIsErased>((await given.Get<BlobStore>().OpenReadAsync(sha, Holder.Item(other))).Problem);
        await given.Get<Leftovers>().ClearAsync();
        Assert.False(await given.FolderHoldsAsync(Bytes));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task ABackupOfBeforeThisTable_StillKeepsTheWithdrawal()
    {
        await using var given = await Given.BureauAsync();
        var other = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var id = await given.DraftAsync(RouteCodes.City, body: Bytes);
        var sha = (await FileAsync(given, id)).Sha256;
        var elsewhere = Directory.CreateTempSubdirectory("disclosure-backup").FullName;
        var copy = Path.Combine(elsewhere, "备份.db");
        Given.Must(await given.Get<Backup>().SaveAsync(copy));
        await using (var old = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await old.OpenAsync();
            await using var command = old.CreateCommand();
            command.CommandText = "DROP TABLE Withdrawals; DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_Withdrawals';";
            await command.ExecuteNonQueryAsync();
        }
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));

        Given.Must(await given.Get<Backup>().RestoreAsync(copy, given.Now));
        Given.Must(await given.Get<StoreStartup>().MigrateAsync());

        Assert.IsType<ContentIsWithdrawn>((await given.Get<BlobStore>().OpenReadAsync(sha, Holder.Item(other))).Problem);
        Assert.Equal(other, Assert.Single(await given.WaitingAsync()).HolderKey);
        Directory.Delete(elsewhere, recursive: true);
    }

    private static async Task<(int Published, int Stopped)> PublishedAndStoppedAsync(Given given)
    {
        var published = await given.DraftAsync(RouteCodes.City, body: Bytes);
        await given.WalkAsync(published, "end");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(published)).State);
        return (published, await StopTwinAsync(given));
    }

    private static async Task<int> StopTwinAsync(Given given)
    {
        var id = await given.DraftAsync(RouteCodes.County, body: Bytes);
        Given.Must(await given.DoAsync(id, "karuo.editor", MoveKind.Stop));
        return id;
    }

    private static Task<ItemFile> FileAsync(Given given, int id) =>
        given.ReadAsync(db => db.ItemFiles.FirstAsync(f => f.SubmissionId == id && f.RevisionId == null));

    private static async Task<bool> FindsAsync(Given given) =>
        await given.ReadAsync(async db =>
            await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM SearchTexts WHERE instr(Text, {Bytes}) > 0").SingleAsync()
        ) > 0;
}
