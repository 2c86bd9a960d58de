using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Store;

public sealed class StartAndBackupTests
{
    private sealed record ClockIsBehind() : Problem("时钟慢了。");

    [Fact]
    public async Task SelfCheck_OfASoundStore_FindsNothing()
    {
        await using var store = await TestStore.CreateAsync();
        Assert.Empty(await store.Get<SelfCheck>().RunAsync(TestStore.Start, []));
        Assert.True((await store.Get<SelfCheck>().WholeAsync()).Ok);
    }

    [Fact]
    public async Task SelfCheck_AsksTheModules()
    {
        await using var store = await TestStore.CreateAsync();
        var found = await store
            .Get<SelfCheck>()
            .RunAsync(TestStore.Start, [(_, now) => Task.FromResult<Problem?>(now == TestStore.Start ? new ClockIsBehind() : null)]);
        Assert.Equal([new ClockIsBehind()], found);
    }

    [Fact]
    public async Task SelfCheck_UnderTheReserve_SaysSo()
    {
        await using var store = await TestStore.CreateAsync(o => o with { FreeSpaceReserve = long.MaxValue / 2 });
        Assert.IsType<DiskBelowReserve>(Assert.Single(await store.Get<SelfCheck>().RunAsync(TestStore.Start, [])));
    }

    [Fact]
    public async Task SelfCheck_WhenASettingIsLost_NamesIt()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = store.Look();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL");
        await db.Database.CloseConnectionAsync();
        Assert.Contains(new SettingNotTaken("synchronous", "2", "1"), await store.Get<SelfCheck>().RunAsync(TestStore.Start, []));
    }

    [Fact]
    public async Task SelfCheck_OfADamagedTable_SaysSo()
    {
        await using var store = await TestStore.CreateAsync();
        await store.GivenAsync(async db =>
        {
            for (var n = 0; n < 2_000; n++)
            {
                db.Add(
                    new CommandReceipt
                    {
                        Id = Guid.NewGuid(),
                        Operation = "test",
                        StaffId = 1,
                        At = TestStore.Start,
                        Result = new string('x', 200),
                    }
                );
            }
            await db.SaveChangesAsync();
        });
        await store.Blobs.CheckpointAsync();
        store.CloseConnections();
        await using (var raw = new FileStream(store.Options.FilePath, FileMode.Open))
        {
            raw.Position = raw.Length - (4 * ConnectionSettings.PageSize);
            raw.Write(SampleFiles.Text(3 * ConnectionSettings.PageSize));
        }
        var found = await store.Get<SelfCheck>().RunAsync(TestStore.Start, []);
        Assert.Contains(found, p => p is IntegrityBroken or StoreIsDamaged);
        Assert.False((await store.Get<SelfCheck>().WholeAsync()).Ok);
    }

    [Fact]
    public async Task Migrate_AfterAProcessWasKilledMigrating_StillStarts()
    {
        await using var store = TestStore.WithoutTables();
        Assert.True((await store.Get<StoreStartup>().MigrateAsync()).Ok);
        await store.GivenAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
                INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-23 02:00:00');
                """
            )
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        Assert.True((await store.Get<StoreStartup>().MigrateAsync(patience.Token)).Ok);
        Assert.Equal(8192L, await store.AskAsync("PRAGMA page_size"));
        Assert.Equal("wal", await store.AskAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Migrate_WhileAnotherProcessMigrates_SaysSo()
    {
        await using var store = TestStore.WithoutTables();
        await using var other = new FileStream(
            Path.Combine(store.Folder, "migrate.lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        Assert.Equal("另一个程序正在升级数据库，请等它完成后再启动。", (await store.Get<StoreStartup>().MigrateAsync()).Problem!.Text);
    }

    [Fact]
    public async Task SecondServer_OnTheSameFolder_IsRefusedUntilTheFirstEnds()
    {
        await using var store = TestStore.WithoutTables();
        using (RunningLock.Take(store.Options).Value)
        {
            Assert.IsType<AlreadyRunning>(RunningLock.Take(store.Options).Problem);
        }
        using var again = RunningLock.Take(store.Options).Value;
    }

    [Fact]
    public async Task Backup_GoesOutAndComesBackWithTheOldStoreKeptAside()
    {
        await using var store = await TestStore.CreateAsync();
        var copy = Path.Combine(store.Folder, "备份.db");
        var text = SampleFiles.Text(2_500_000);
        var blob = await UploadAsync(store, text);
        Assert.True((await store.Get<Backup>().SaveAsync(copy)).Ok);
        var later = await UploadAsync(store, SampleFiles.Text(900, seed: 2));

        var aside = (await store.Get<Backup>().RestoreAsync(copy, TestStore.Start)).Value;

        Assert.Equal(store.Options.FilePath + ".replaced-20261123-020000", aside);
        Assert.True(File.Exists(aside));
        Assert.IsType<NotFound>((await store.Blobs.OpenReadAsync(later)).Problem);
        await using var back = (await store.Blobs.OpenReadAsync(blob)).Value;
        using var all = new MemoryStream();
        await back.CopyToAsync(all);
        Assert.Equal(text, all.ToArray());
        Assert.Empty(await store.Get<SelfCheck>().RunAsync(TestStore.Start, []));
    }

    [Fact]
    public async Task Restore_OfAnOlderBackup_DoesNotBringErasedContentBack()
    {
        await using var store = await TestStore.CreateAsync();
        var copy = Path.Combine(store.Folder, "备份.db");
        var text = SampleFiles.Text(1_500_000);
        var blob = await UploadAsync(store, text);
        await store.Get<Backup>().SaveAsync(copy);
        await store.GivenAsync(db => BlobStore.EraseAsync(db, [blob], "B3-1", TestStore.Start));

        Assert.True((await store.Get<Backup>().RestoreAsync(copy, TestStore.Start)).Ok);

        Assert.IsType<ContentIsErased>((await store.Blobs.OpenReadAsync(blob)).Problem);
        store.CloseConnections();
        Assert.True((await File.ReadAllBytesAsync(copy)).AsSpan().IndexOf(text.AsSpan(0, 50)) >= 0);
        Assert.True((await File.ReadAllBytesAsync(store.Options.FilePath)).AsSpan().IndexOf(text.AsSpan(0, 50)) < 0);
    }

    [Fact]
    public async Task Backup_NeverReplacesAFile()
    {
        await using var store = await TestStore.CreateAsync();
        var copy = Path.Combine(store.Folder, "备份.db");
        await File.WriteAllTextAsync(copy, "");
        Assert.IsType<BackupWouldOverwrite>((await store.Get<Backup>().SaveAsync(copy)).Problem);
        Assert.Equal("", await File.ReadAllTextAsync(copy));
    }

    [Fact]
    public async Task Backup_IntoAMissingFolder_SaysSo()
    {
        await using var store = await TestStore.CreateAsync();
        Assert.IsType<BackupNotWritten>((await store.Get<Backup>().SaveAsync(Path.Combine(store.Folder, "无", "备份.db"))).Problem);
    }

    [Fact]
    public async Task Restore_WhileAServerRuns_IsRefused()
    {
        await using var store = await TestStore.CreateAsync();
        using var server = RunningLock.Take(store.Options).Value;
        Assert.IsType<AlreadyRunning>((await store.Get<Backup>().RestoreAsync("备份.db", TestStore.Start)).Problem);
    }

    [Fact]
    public async Task Restore_OfSomethingElse_LeavesTheStoreAsItIs()
    {
        await using var store = await TestStore.CreateAsync();
        var blob = await UploadAsync(store, SampleFiles.Text(900));
        var other = Path.Combine(store.Folder, "other.db");
        await File.WriteAllBytesAsync(other, SampleFiles.Text(50_000));

        Assert.IsType<NotABackup>((await store.Get<Backup>().RestoreAsync(other, TestStore.Start)).Problem);
        Assert.IsType<NotABackup>((await store.Get<Backup>().RestoreAsync(other + "x", TestStore.Start)).Problem);
        Assert.True((await store.Blobs.OpenReadAsync(blob)).Ok);
    }

    [Fact]
    public async Task Start_AfterARestoreThatWasCut_RefusesInsteadOfBeginningEmpty()
    {
        await using var store = TestStore.WithoutTables();
        await File.WriteAllTextAsync(store.Options.FilePath + ".incoming", "");
        Assert.IsType<RestoreUnfinished>((await store.Get<StoreStartup>().MigrateAsync()).Problem);
        Assert.False(File.Exists(store.Options.FilePath));
    }

    private static async Task<string> UploadAsync(TestStore store, byte[] content)
    {
        var id = (await store.Blobs.StartAsync("公报.txt", content.Length, 1, "test")).Value;
        await store.Blobs.AppendAsync(id, 1, 0, new MemoryStream(content));
        return (await store.Blobs.FinishAsync(id, 1)).Value.Sha256;
    }
}
