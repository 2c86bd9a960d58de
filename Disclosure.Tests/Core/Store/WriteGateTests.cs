using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Store;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Command_RepeatedWithItsId_IsOneEffectWithOneAnswer()
    {
        await using var store = await TestStore.CreateAsync();
        var id = Guid.NewGuid();
        var runs = 0;

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                        store.Gate.WriteAsync<int>(
                            async db =>
                            {
                                await AddReceiptAsync(db);
                                return ++runs;
                            },
                            new CommandKey(id, "test", 1)
                        )
                    )
                )
        );

        Assert.All(answers, a => Assert.Equal(1, a.Value));
        Assert.Equal(1, runs);
        Assert.Equal(2L, await ReceiptsAsync(store));
    }

    [Fact]
    public async Task Refusal_RollsEverythingBack()
    {
        await using var store = await TestStore.CreateAsync();

        var refused = await store.Gate.WriteAsync<Done>(
            async db =>
            {
                await AddReceiptAsync(db);
                await db.SaveChangesAsync();
                return new NotFound();
            },
            new CommandKey(Guid.NewGuid(), "test", 1)
        );

        Assert.IsType<NotFound>(refused.Problem);
        Assert.Equal(0L, await ReceiptsAsync(store));
    }

    [Fact]
    public async Task Bug_RollsEverythingBackAndLeavesTheGateOpen()
    {
        await using var store = await TestStore.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Gate.WriteAsync<Done>(async db =>
            {
                await AddReceiptAsync(db);
                await db.SaveChangesAsync();
                throw new InvalidOperationException();
            })
        );

        await store.GivenAsync(AddReceiptAsync);
        Assert.Equal(1L, await ReceiptsAsync(store));
    }

    [Fact]
    public async Task Write_InsideAWrite_ThrowsInsteadOfWaitingForItself()
    {
        await using var store = await TestStore.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Gate.WriteAsync<Done>(_ => store.Gate.WriteAsync<Done>(_ => Task.FromResult<Outcome<Done>>(Done.It)))
        );
    }

    [Fact]
    public async Task Write_HoldsTheStoreFromItsFirstMoment()
    {
        await using var store = await TestStore.CreateAsync();

        var code = (
            await store.Gate.WriteAsync<int>(async _ =>
            {
                // Nothing was written yet: a deferred transaction would let this other writer in.
                await using var other = new SqliteConnection(ConnectionSettings.ConnectionString(store.Options) + ";Pooling=False");
                await other.OpenAsync();
                return SQLitePCL.raw.sqlite3_exec(other.Handle, "BEGIN IMMEDIATE");
            })
        ).Value;

        Assert.Equal(SQLitePCL.raw.SQLITE_BUSY, code);
    }

    [Fact]
    public async Task Write_WhenAnotherProcessHoldsTheStore_SaysBusy()
    {
        await using var store = await TestStore.CreateAsync(o => o with { BusyTimeout = TimeSpan.FromSeconds(1) });
        await using var other = new SqliteConnection(ConnectionSettings.ConnectionString(store.Options) + ";Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();

        Assert.IsType<StoreIsBusy>((await store.Gate.WriteAsync<Done>(_ => Task.FromResult<Outcome<Done>>(Done.It))).Problem);
    }

    [Fact]
    public async Task Write_WhenStoreIsReadOnly_SaysSo()
    {
        await using var store = await TestStore.CreateAsync();

        var refused = await store.Gate.WriteAsync<Done>(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA query_only=ON");
            await AddReceiptAsync(db);
            return Done.It;
        });

        Assert.IsType<StoreIsReadOnly>(refused.Problem);
    }

    [Fact]
    public async Task Write_WhenFileIsNotAStore_SaysDamaged()
    {
        await using var store = TestStore.WithoutTables();
        await File.WriteAllBytesAsync(store.Options.FilePath, SampleFiles.Text(100_000));

        Assert.IsType<StoreIsDamaged>((await store.Gate.WriteAsync<Done>(_ => Task.FromResult<Outcome<Done>>(Done.It))).Problem);
    }

    [Theory]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR_WRITE, "服务器读写磁盘出错，本次操作没有保存，请立即联系系统管理员。")]
    [InlineData(SQLitePCL.raw.SQLITE_FULL, "服务器磁盘空间不足，本次操作没有保存，请立即联系系统管理员。")]
    public async Task Write_WhenTheDriverReportsAnError_SaysASentence(int code, string sentence)
    {
        await using var store = await TestStore.CreateAsync();

        var refused = await store.Gate.WriteAsync<Done>(_ =>
            throw new DbUpdateException("save failed", new SqliteException("error", code & 0xFF, code))
        );

        Assert.Equal(sentence, refused.Problem!.Text);
    }

    [Fact]
    public async Task Write_WhenDiskIsFull_LeavesNothingChangedAndGoesOnAfterwards()
    {
        await using var store = await TestStore.CreateAsync(o => o with { MaxStoreSize = 4L << 20 });
        await store.GivenAsync(AddReceiptAsync);

        var refused = await store.Gate.WriteAsync<Done>(async db =>
        {
            await AddReceiptAsync(db);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync($"INSERT INTO BlobChunks (ChunkSet, Start, Data) VALUES ('x', 0, zeroblob({8 << 20}))");
            return Done.It;
        });

        Assert.IsType<StoreIsFull>(refused.Problem);
        Assert.Equal(1L, await ReceiptsAsync(store));
        Assert.Equal("ok", await store.AskAsync("PRAGMA integrity_check"));
        await store.GivenAsync(AddReceiptAsync);
    }

    [Fact]
    public async Task Upload_WhenDiskFillsUp_StaysResumable()
    {
        await using var store = await TestStore.CreateAsync(o => o with { MaxStoreSize = 4L << 20 });
        var id = (await store.Blobs.StartAsync("公报.txt", 8 << 20, 1, "test")).Value;

        var refused = await store.Blobs.AppendAsync(id, 1, 0, new MemoryStream(SampleFiles.Text(8 << 20)));

        Assert.IsType<StoreIsFull>(refused.Problem);
        var received = (await store.Blobs.StatusAsync(id, 1)).Value.Received;
        Assert.InRange(received, BlobStore.ChunkSize, 3 * BlobStore.ChunkSize);
        Assert.Equal(received, await store.AskAsync("SELECT sum(length(Data)) FROM BlobChunks"));
        Assert.True((await store.Blobs.AbortAsync(id, 1)).Ok);
    }

    private static Task AddReceiptAsync(DisclosureDb db)
    {
        db.Add(
            new CommandReceipt
            {
                Id = Guid.NewGuid(),
                Operation = "test",
                StaffId = 1,
                At = TestStore.Start,
                Result = "1",
            }
        );
        return Task.CompletedTask;
    }

    private static async Task<long> ReceiptsAsync(TestStore store) => (long)(await store.AskAsync("SELECT count(*) FROM CommandReceipts"))!;
}
