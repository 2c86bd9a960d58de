using System.Security.Cryptography;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Store;

[Slow]
public sealed class UploadTests : IAsyncLifetime
{
    private const int Editor = 7;
    private const int Stranger = 8;
    private const string ErasedSentence = "该文件此前因标有未到期密级已清除，不得再次上传。";
    private TestStore store = null!;

    public async ValueTask InitializeAsync() => store = await TestStore.CreateAsync(o => o with { BusyTimeout = TimeSpan.FromSeconds(1) });

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Upload_OfSeveralChunks_ComesBackByteForByte()
    {
        var text = SampleFiles.Text(3_500_000);
        var blob = (await UploadAsync("公报.txt", text)).Value;

        Assert.Equal(new StoredBlob(Convert.ToHexStringLower(SHA256.HashData(text)), text.Length, "txt", null), blob);
        Assert.Equal(text, await ReadAsync(blob.Sha256));
        Assert.Equal(4L, await store.AskAsync("SELECT count(*) FROM BlobChunks"));
    }

    [Fact]
    public async Task Upload_WhenLineIsCut_GoesOnFromWhatWasKept()
    {
        var text = SampleFiles.Text(3_000_000);
        var id = await StartAsync("公报.txt", text.Length);
        await Assert.ThrowsAsync<IOException>(() => store.Blobs.AppendAsync(id, Editor, 0, new CutStream(text, 2_200_000)));

        var kept = (await store.Blobs.StatusAsync(id, Editor)).Value.Received;
        Assert.Equal(2 * BlobStore.ChunkSize, kept);
        var rest = (await store.Blobs.AppendAsync(id, Editor, kept, new MemoryStream(text, (int)kept, text.Length - (int)kept))).Value;

        Assert.Equal(text.Length, rest.Received);
        var blob = (await store.Blobs.FinishAsync(id, Editor)).Value;
        Assert.Equal(text, await ReadAsync(blob.Sha256));
    }

    [Fact]
    public async Task Append_AtWrongOffset_AnswersWhereToGoOn()
    {
        var id = await StartAsync("公报.txt", 100);
        await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream(SampleFiles.Text(40)));

        var refused = await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream(SampleFiles.Text(40)));

        Assert.Equal(new UploadOffsetMismatch(40), refused.Problem);
    }

    [Fact]
    public async Task Append_PastDeclaredSize_Refuses()
    {
        var id = await StartAsync("公报.txt", 100);

        var refused = await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream(SampleFiles.Text(101)));

        Assert.Equal(new UploadTooLong(100), refused.Problem);
        Assert.Equal(0, (await store.Blobs.StatusAsync(id, Editor)).Value.Received);
    }

    [Fact]
    public async Task Upload_OfAnotherPerson_IsNotFoundInAnyWay()
    {
        var id = await StartAsync("公报.txt", 5);
        await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream("12345"u8.ToArray()));

        Assert.IsType<NotFound>((await store.Blobs.StatusAsync(id, Stranger)).Problem);
        Assert.IsType<NotFound>((await store.Blobs.AppendAsync(id, Stranger, 5, Stream.Null)).Problem);
        Assert.IsType<NotFound>((await store.Blobs.AbortAsync(id, Stranger)).Problem);
        Assert.IsType<NotFound>((await store.Blobs.FinishAsync(id, Stranger)).Problem);
        await store.Blobs.FinishAsync(id, Editor);
        Assert.IsType<NotFound>((await store.Blobs.FinishAsync(id, Stranger)).Problem);
        Assert.True((await store.Blobs.FinishAsync(id, Editor)).Ok);
    }

    [Fact]
    public async Task Finish_BeforeAllCame_Refuses()
    {
        var id = await StartAsync("公报.txt", 100);
        await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream(SampleFiles.Text(40)));

        Assert.Equal(new UploadIncomplete(40, 100), (await store.Blobs.FinishAsync(id, Editor)).Problem);
    }

    [Fact]
    public async Task Upload_OfSameContent_IsKeptOnce()
    {
        var text = SampleFiles.Text(2_500_000);
        var first = (await UploadAsync("公报.txt", text)).Value;
        var second = (await UploadAsync("公报（副本）.txt", text, Stranger)).Value;

        Assert.Equal(first, second);
        Assert.Equal(1L, await store.AskAsync("SELECT count(DISTINCT ChunkSet) FROM BlobChunks"));
        Assert.Equal(text, await ReadAsync(first.Sha256));
    }

    [Fact]
    public async Task Finish_AskedTwice_AnswersTheSame()
    {
        var id = await StartAsync("公报.txt", 5);
        await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream("12345"u8.ToArray()));

        Assert.Equal((await store.Blobs.FinishAsync(id, Editor)).Value, (await store.Blobs.FinishAsync(id, Editor)).Value);
        Assert.Equal(1L, await store.AskAsync("SELECT count(*) FROM Blobs"));
    }

    [Fact]
    public async Task Finish_WhenLinkingIsRefused_CanBeFinishedAgain()
    {
        var id = await StartAsync("公报.txt", 5);
        await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream("12345"u8.ToArray()));

        var refused = await store.Blobs.FinishAsync<Done>(
            id,
            Editor,
            (_, _) => Task.FromResult<Outcome<Done>>(new NotFound()),
            Guid.NewGuid()
        );

        Assert.IsType<NotFound>(refused.Problem);
        Assert.Equal(0L, await store.AskAsync("SELECT count(*) FROM Blobs"));
        var linked = await store.Blobs.FinishAsync<string>(
            id,
            Editor,
            (_, blob) => Task.FromResult<Outcome<string>>(blob.Sha256),
            Guid.NewGuid()
        );
        Assert.True((await store.Blobs.OpenReadAsync(linked.Value)).Ok);
    }

    [Fact]
    public async Task Finish_WhenContentIsRefused_DropsWhatCame()
    {
        var refused = await UploadAsync("公报.pdf", SampleFiles.Text(2_000_000));

        Assert.Equal(new ContentIsNotOfKind("pdf"), refused.Problem);
        Assert.Equal(0L, await store.AskAsync("SELECT (SELECT count(*) FROM BlobChunks) + (SELECT count(*) FROM Uploads)"));
    }

    [Fact]
    public async Task Abort_DropsWhatCame()
    {
        var id = await StartAsync("公报.txt", 3_000_000);
        await store.Blobs.AppendAsync(id, Editor, 0, new MemoryStream(SampleFiles.Text(3_000_000)));

        Assert.True((await store.Blobs.AbortAsync(id, Editor)).Ok);

        Assert.Equal(0L, await store.AskAsync("SELECT count(*) FROM BlobChunks"));
        Assert.IsType<NotFound>((await store.Blobs.StatusAsync(id, Editor)).Problem);
    }

    [Fact]
    public async Task Sweep_RemovesOldUnfinishedUploadsAndChunksNobodyOwns()
    {
        var finished = (await UploadAsync("公报.txt", SampleFiles.Text(500))).Value;
        var old = await StartAsync("旧.txt", 100);
        await store.Blobs.AppendAsync(old, Editor, 0, new MemoryStream(SampleFiles.Text(40)));
        await store.GivenAsync(db =>
            db.Database.ExecuteSqlAsync($"INSERT INTO BlobChunks (ChunkSet, Start, Data) VALUES ({Guid.NewGuid()}, 0, zeroblob(10))")
        );
        store.Clock.Advance(TimeSpan.FromDays(2));
        var young = await StartAsync("新.txt", 100);
        await store.Blobs.AppendAsync(young, Editor, 0, new MemoryStream(SampleFiles.Text(40)));

        Assert.Equal(2, (await store.Blobs.SweepAsync(TestStore.Start.AddDays(1))).Value);

        Assert.Equal(2L, await store.AskAsync("SELECT count(*) FROM BlobChunks"));
        Assert.Equal(40, (await store.Blobs.StatusAsync(young, Editor)).Value.Received);
        Assert.Equal(SampleFiles.Text(500), await ReadAsync(finished.Sha256));
    }

    [Fact]
    public async Task Erase_LeavesNoByteInFileOrLogAndRefusesTheContentForever()
    {
        var marker = "机密★十年·昌都市一号文件"u8.ToArray();
        var text = Enumerable.Repeat(marker, 60_000).SelectMany(m => m).ToArray();
        var keep = (await UploadAsync("公开.txt", SampleFiles.Text(1_500_000))).Value;
        var secret = (await UploadAsync("涉密.txt", text)).Value;
        Assert.True(await RawContainsAsync(marker));

        var erased = await store.Gate.WriteAsync<int>(async db => await BlobStore.EraseAsync(db, [secret.Sha256], "B3-1", TestStore.Start));
        Assert.True((await store.Blobs.CheckpointAsync()).Ok);

        Assert.Equal(1, erased.Value);
        Assert.False(await RawContainsAsync(marker));
        Assert.IsType<ContentIsErased>((await store.Blobs.OpenReadAsync(secret.Sha256)).Problem);
        Assert.True((await store.Blobs.OpenReadAsync(keep.Sha256)).Ok);
        Assert.Equal(ErasedSentence, (await UploadAsync("改名.txt", text)).Problem!.Text);
        Assert.False(await RawContainsAsync(marker));
    }

    [Fact]
    public async Task Erase_WhileSomeoneReads_IsCaughtUpByTheSweep()
    {
        var marker = "机密★十年·昌都市二号文件"u8.ToArray();
        var secret = (await UploadAsync("涉密.txt", [.. marker, .. SampleFiles.Text(500)])).Value;
        await using (var reader = store.Look())
        {
            await reader.Database.OpenConnectionAsync();
            await reader.Database.ExecuteSqlRawAsync("BEGIN; SELECT count(*) FROM Blobs;");
            await store.GivenAsync(db => BlobStore.EraseAsync(db, [secret.Sha256], "B3-1", TestStore.Start));
            Assert.IsType<LogStillInUse>((await store.Blobs.CheckpointAsync()).Problem);
            Assert.True(await RawContainsAsync(marker));
            await reader.Database.ExecuteSqlRawAsync("COMMIT");
        }

        await store.Blobs.SweepAsync(TestStore.Start.AddDays(-1));

        Assert.False(await RawContainsAsync(marker));
    }

    [Fact]
    public async Task Erase_RolledBack_LeavesTheFile()
    {
        var text = SampleFiles.Text(2_000_000);
        var blob = (await UploadAsync("公报.txt", text)).Value;

        await store.Gate.WriteAsync<Done>(async db =>
        {
            await BlobStore.EraseAsync(db, [blob.Sha256], "B3-1", TestStore.Start);
            return new NotFound();
        });

        Assert.Equal(text, await ReadAsync(blob.Sha256));
    }

    [Fact]
    public async Task Read_WhenErasedMeanwhile_StopsInsteadOfInventingBytes()
    {
        var blob = (await UploadAsync("公报.txt", SampleFiles.Text(3_000_000))).Value;
        await using var reading = (await store.Blobs.OpenReadAsync(blob.Sha256)).Value;
        reading.ReadByte();
        await store.GivenAsync(db => BlobStore.EraseAsync(db, [blob.Sha256], "B3-1", TestStore.Start));

        Assert.Throws<IOException>(() => reading.CopyTo(Stream.Null));
    }

    [Fact]
    public async Task EightPeople_UploadingAtOnce_EachGetTheirOwn()
    {
        var texts = Enumerable.Range(1, 8).Select(n => SampleFiles.Text(2_300_000, n)).ToList();

        var blobs = await Task.WhenAll(texts.Select((t, n) => Task.Run(() => UploadAsync($"报告{n}.txt", t, owner: n))));

        foreach (var (blob, text) in blobs.Zip(texts))
        {
            Assert.Equal(text, await ReadAsync(blob.Value.Sha256));
        }
    }

    [Fact]
    public async Task EightPeople_UploadingTheSame_KeepItOnce()
    {
        var text = SampleFiles.Text(1_300_000);

        var blobs = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => UploadAsync("公报.txt", text, owner: n))));

        Assert.Single(blobs.Select(b => b.Value).Distinct());
        Assert.Equal(1L, await store.AskAsync("SELECT count(DISTINCT ChunkSet) FROM BlobChunks"));
        Assert.Equal(text, await ReadAsync(blobs[0].Value.Sha256));
    }

    [Theory]
    [InlineData("公报.txt", 0L, typeof(FileIsEmpty))]
    [InlineData("公报.txt", (200L << 20) + 1, typeof(FileTooLarge))]
    [InlineData("公报.exe", 10L, typeof(FileKindNotAllowed))]
    public async Task Start_OfWhatMayNotCome_RefusesBeforeAnyByte(string name, long size, Type problem) =>
        Assert.IsType(problem, (await store.Blobs.StartAsync(name, size, Editor, "test")).Problem);

    [Fact]
    public async Task Upload_UnderTheReserve_IsRefusedAtEveryStep()
    {
        var id = await StartAsync("公报.txt", 10);
        await using var tight = TestStore.WithoutTables(o => o with { FreeSpaceReserve = long.MaxValue / 2 });
        var blobs = new BlobStore(store.Get<IDbContextFactory<DisclosureDb>>(), store.Gate, tight.Options, FileCheck.Incoming, store.Clock);

        Assert.IsType<DiskBelowReserve>((await blobs.StartAsync("公报.txt", 10, Editor, "test")).Problem);
        Assert.IsType<DiskBelowReserve>((await blobs.AppendAsync(id, Editor, 0, new MemoryStream(SampleFiles.Text(10)))).Problem);
    }

    [Fact]
    public async Task Read_CanJumpAnywhere()
    {
        var text = SampleFiles.Text(2_500_000);
        var blob = (await UploadAsync("公报.txt", text)).Value;
        await using var reading = (await store.Blobs.OpenReadAsync(blob.Sha256)).Value;

        foreach (var at in new[] { 2_400_000, 0, BlobStore.ChunkSize - 1, BlobStore.ChunkSize, text.Length - 1 })
        {
            reading.Position = at;
            Assert.Equal(text[at], reading.ReadByte());
        }
        Assert.Equal(-1, reading.ReadByte());
    }

    private async Task<Guid> StartAsync(string name, long size) => (await store.Blobs.StartAsync(name, size, Editor, "test")).Value;

    private async Task<Outcome<StoredBlob>> UploadAsync(string name, byte[] content, int owner = Editor)
    {
        var id = (await store.Blobs.StartAsync(name, content.Length, owner, "test")).Value;
        Assert.True((await store.Blobs.AppendAsync(id, owner, 0, new MemoryStream(content))).Ok);
        return await store.Blobs.FinishAsync(id, owner);
    }

    private async Task<byte[]> ReadAsync(string sha)
    {
        await using var stream = (await store.Blobs.OpenReadAsync(sha)).Value;
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private async Task<bool> RawContainsAsync(byte[] marker)
    {
        foreach (var file in Directory.GetFiles(store.Folder))
        {
            await using var raw = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[raw.Length];
            await raw.ReadExactlyAsync(bytes);
            if (bytes.AsSpan().IndexOf(marker) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A line that breaks after so many bytes.</summary>
    private sealed class CutStream(byte[] content, int cutAt) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= cutAt
                ? throw new IOException("The line was cut.")
                : base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, cutAt - Position)], cancellationToken);
    }
}
